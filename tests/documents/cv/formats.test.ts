import { fromEuropass } from '@jonction/documents/cv/europass';
import { decodeEntities, linesOfHtml } from '@jonction/documents/cv/html';
import { fromJsonResume, looksLikeJsonResume, span, spoken } from '@jonction/documents/cv/json-resume';
import { CvFileRefused } from '@jonction/documents/cv/source';
import { parseXml } from '@jonction/documents/cv/xml';
import { cvTextOf } from '@jonction/documents/cv-text';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

const fieldsOf = async (content: string) => (await cvTextOf(Buffer.from(content))).structured;

/** One passport, said in JSON and in XML. */
const passport = {
  SkillsPassport: {
    LearnerInfo: {
      Identification: {
        PersonName: { FirstName: 'Awa', Surname: 'INVENTÉE' },
        ContactInfo: {
          Address: { Contact: { PostalCode: '75013', Municipality: 'Paris' } },
          Email: { Contact: 'awa@exemple.test' },
          Telephone: [{ Contact: '06 39 98 10 21', Use: { Code: 'mobile' } }],
        },
        Demographics: { Birthdate: { Year: 1985, Month: 5, Day: 3 }, Nationality: [{ Label: 'malienne' }] },
      },
      Headline: { Type: { Code: 'preferred_job' }, Description: { Label: 'Maçonne' } },
      WorkExperience: [
        {
          Period: { From: { Year: 2018, Month: 3 }, To: { Year: 2020, Month: 6 } },
          Position: { Label: 'Cariste' },
          Employer: { Name: 'SARL Pierre' },
          Activities: '<ul><li>Chargement</li><li>Rangement &amp; tri</li></ul>',
        },
        { Period: { From: { Year: 2021 }, Current: true }, Position: { Label: 'Maçonne' } },
      ],
      Skills: {
        Linguistic: {
          MotherTongue: [{ Description: { Code: 'bm', Label: 'bambara' } }],
          ForeignLanguage: [
            {
              Description: { Code: 'fr', Label: 'français' },
              ProficiencyLevel: {
                Listening: 'B2',
                Reading: 'B1',
                SpokenInteraction: 'B1',
                SpokenProduction: 'A2',
                Writing: 'A2',
              },
            },
          ],
        },
        JobRelated: { Description: 'Lecture de plan<br>Coulage de béton' },
        Driving: { Description: { Licence: ['B', 'C'] } },
      },
    },
  },
};

const europassXml = `<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo>
<Identification><PersonName><FirstName>Awa</FirstName><Surname>INVENTÉE</Surname></PersonName>
<ContactInfo><Address><Contact><PostalCode>75013</PostalCode><Municipality>Paris</Municipality></Contact></Address>
<Email><Contact>awa@exemple.test</Contact></Email>
<TelephoneList><Telephone><Contact>06 39 98 10 21</Contact></Telephone></TelephoneList></ContactInfo>
<Demographics><Birthdate year="1985" month="--05" day="---03"/></Demographics></Identification>
<Headline><Type><Code>preferred_job</Code></Type><Description><Label>Maçonne</Label></Description></Headline>
<WorkExperienceList>
<WorkExperience><Period><From year="2018" month="--03"/><To year="2020" month="--06"/></Period>
<Position><Label>Cariste</Label></Position><Employer><Name>SARL Pierre</Name></Employer>
<Activities>&lt;ul&gt;&lt;li&gt;Chargement&lt;/li&gt;&lt;li&gt;Rangement &amp;amp; tri&lt;/li&gt;&lt;/ul&gt;</Activities></WorkExperience>
<WorkExperience><Period><From year="2021"/><Current>true</Current></Period><Position><Label>Maçonne</Label></Position></WorkExperience>
</WorkExperienceList>
<Skills><Linguistic>
<MotherTongueList><MotherTongue><Description><Code>bm</Code><Label>bambara</Label></Description></MotherTongue></MotherTongueList>
<ForeignLanguageList><ForeignLanguage><Description><Code>fr</Code><Label>français</Label></Description>
<ProficiencyLevel><Listening>B2</Listening><Reading>B1</Reading><SpokenInteraction>B1</SpokenInteraction><SpokenProduction>A2</SpokenProduction><Writing>A2</Writing></ProficiencyLevel></ForeignLanguage></ForeignLanguageList>
</Linguistic><JobRelated><Description>Lecture de plan&lt;br&gt;Coulage de béton</Description></JobRelated>
<Driving><Description><Licence>B</Licence><Licence>C</Licence></Description></Driving></Skills>
</LearnerInfo></SkillsPassport>`;

const expected = {
  name: 'Awa INVENTÉE',
  email: 'awa@exemple.test',
  phone: '06 39 98 10 21',
  postalCode: '75013',
  city: 'Paris',
  headlines: ['Maçonne'],
  jobs: [
    { label: 'Cariste', from: '2018-03', to: '2020-06' },
    { label: 'Maçonne', from: '2021', to: null },
  ],
  skills: ['Lecture de plan', 'Coulage de béton'],
  licences: ['B', 'C'],
  languages: [
    { name: 'bambara', code: 'bm', level: null, levelText: 'langue maternelle' },
    { name: 'français', code: 'fr', level: 'B1', levelText: null },
  ],
};

describe('a Europass passport', () => {
  it('says the same in JSON, in XML, and in XML of UTF-16', async () => {
    expect(await fieldsOf(JSON.stringify(passport))).toEqual(expected);
    expect(await fieldsOf(europassXml)).toEqual(expected);
    const wide = Buffer.from(`\ufeff${europassXml.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    expect((await cvTextOf(wide)).structured).toEqual(expected);
  });

  it('never gives a birth or a nationality, not even in its text', async () => {
    for (const file of [JSON.stringify(passport), europassXml]) {
      const source = JSON.stringify(await cvTextOf(Buffer.from(file)));
      expect(source).not.toMatch(/1985|malienne/);
    }
  });

  it('is written as a CV that a person can read', async () => {
    const { text } = await cvTextOf(Buffer.from(JSON.stringify(passport)));
    expect(text).toContain('2018-03 - 2020-06 : Cariste, SARL Pierre\n- Chargement\n- Rangement & tri');
    expect(text).toContain('depuis 2021 : Maçonne');
    expect(text).toContain('français : B1');
  });

  it('of nothing but its frame has no fields, and a broken one is not guessed', () => {
    const empty = fromEuropass({}).structured;
    expect(empty).toMatchObject({ name: null, jobs: [], skills: [], languages: [], licences: [] });
    const strange = fromEuropass({ LearnerInfo: { WorkExperience: 'x', Skills: [1], Identification: null } });
    expect(strange.structured?.jobs).toEqual([]);
  });

  it('takes the middle one of the five levels of a language, the lower of two middles', () => {
    const level = (levels: Record<string, string>) =>
      fromEuropass({
        LearnerInfo: {
          Skills: { Linguistic: { ForeignLanguage: [{ Description: { Label: 'x' }, ProficiencyLevel: levels }] } },
        },
      }).structured?.languages[0]?.level;
    expect(level({ a: 'A1', b: 'C2', c: 'B1' })).toBe('B1');
    expect(level({ a: 'A1', b: 'C2' })).toBe('A1');
    expect(level({ a: 'inconnu' })).toBeNull();
    expect(level({})).toBeNull();
  });
});

describe('a JSON Resume', () => {
  it('gives its fields and lists, of both versions of the schema', () => {
    const resume = {
      basics: { name: 'Awa INVENTÉE', label: 'Maçonne', location: { postalCode: 75013, city: 'Paris' } },
      work: [{ position: 'Cariste', company: 'SARL Pierre', startDate: '2018-03-01', endDate: '2020-06-30' }],
      volunteer: [{ position: 'Bénévole', organization: 'Les Tilleuls', startDate: '2021' }],
      skills: [{ name: 'Bâtiment', keywords: ['Lecture de plan', 'Coulage'] }],
      certificates: [{ name: 'Permis B' }],
      languages: [
        { language: 'Anglais', fluency: 'Niveau B1' },
        { language: 'Bambara', fluency: 'maternelle' },
      ],
    };
    expect(fromJsonResume(resume).structured).toEqual({
      name: 'Awa INVENTÉE',
      email: null,
      phone: null,
      postalCode: '75013',
      city: 'Paris',
      headlines: ['Maçonne'],
      jobs: [
        { label: 'Cariste', from: '2018-03', to: '2020-06' },
        { label: 'Bénévole', from: '2021', to: null },
      ],
      skills: ['Bâtiment', 'Lecture de plan', 'Coulage'],
      licences: ['Permis B'],
      languages: [
        { name: 'Anglais', code: null, level: 'B1', levelText: null },
        { name: 'Bambara', code: null, level: null, levelText: 'maternelle' },
      ],
    });
  });

  it('is not fooled by values of another type than its schema says', () => {
    const strange = {
      basics: { name: { first: 'A' }, location: 'Paris' },
      work: [null, 3, 'x', { position: [] }],
      skills: {},
    };
    expect(fromJsonResume(strange).structured).toMatchObject({ name: null, city: null, jobs: [], skills: [] });
  });

  it('loses the marks of a web page and of Markdown', () => {
    const resume = { basics: { name: '<b>Awa</b> **INVENTÉE**', label: '`Maçonne`' } };
    expect(fromJsonResume(resume).structured).toMatchObject({ name: 'Awa INVENTÉE', headlines: ['Maçonne'] });
  });

  it('is told from a schema, an offer or any other JSON', () => {
    expect(looksLikeJsonResume({ basics: {} })).toBe(true);
    expect(looksLikeJsonResume({ work: [] })).toBe(true);
    expect(looksLikeJsonResume({ basics: {}, properties: {} })).toBe(false);
    expect(looksLikeJsonResume({ basics: 'x', title: 'y' })).toBe(false);
    expect(looksLikeJsonResume({})).toBe(false);
  });

  it.each<[unknown, unknown, string | null, string | null]>([
    ['2018-03-01', '2020', '2018-03', '2020'],
    ['2018', undefined, '2018', null],
    ['2018-13', '', '2018', null],
    [2018, null, '2018', null],
    ['mars 2018', 'x', null, null],
  ])('dates %j to %j', (start, end, from, to) => {
    expect(span(start, end)).toEqual({ from, to });
  });

  it('takes a level where the words hold one', () => {
    expect(spoken('Anglais', 'c1 (oral)')).toMatchObject({ level: 'C1', levelText: null });
    expect(spoken('Anglais', '')).toMatchObject({ level: null, levelText: null });
  });
});

describe('JSON that is no CV', () => {
  it.each<[string, string, object]>([
    ['cv_file.broken_json', '{"basics": {\n"name": "x",\n}', { line: 3 }],
    ['cv_file.not_a_cv', '{"title": "une offre"}', {}],
    ['cv_file.not_a_cv', '[{"basics": {}}]', {}],
  ])('is refused as %s', async (code, content, facts) => {
    await expect(cvTextOf(Buffer.from(content))).rejects.toMatchObject({ code, facts });
  });
});

describe('HTML', () => {
  it.each<[string, string[]]>([
    ['<p>un</p><p>deux</p>', ['un', 'deux']],
    ['un<br>deux<br/>trois', ['un', 'deux', 'trois']],
    ['<ul><li>un</li><li><b>de</b>ux</li></ul>', ['- un', '- deux']],
    ['<table><tr><td>2018</td><td>Maçonne</td></tr></table>', ['2018\tMaçonne']],
    ['<table><tr><td>2018</td><td><p>Maçonne</p><p>Coulage</p></td></tr></table>', ['2018\tMaçonne', 'Coulage']],
    ['<p>  trop   d’espaces \n ici </p>', [' trop d’espaces ici']],
    ['texte nu', ['texte nu']],
    ['3 < 5 et 6 > 4', ['3 < 5 et 6 > 4']],
    ['', []],
  ])('%s', (html, lines) => {
    expect(linesOfHtml(html)).toEqual(lines);
  });

  it('names characters by their codes, and leaves what is none', () => {
    expect(decodeEntities('&lt;b&gt; &amp; &#233; &#xE9; &quot;&apos;&nbsp;')).toBe('<b> & é é "\' ');
    expect(decodeEntities('AT&T &inconnu; & co')).toBe('AT&T &inconnu; & co');
    expect(decodeEntities('&#0;&#x110000;')).toBe('');
  });
});

describe('XML', () => {
  it('keeps the order of its nodes, drops prefixes, reads entities of its own', () => {
    const [root] = parseXml('<a:x b="1 &amp; 2"><y>un</y>entre<z>&lt;deux&gt;</z></a:x>').children;
    expect(root?.name).toBe('x');
    expect(root?.attributes.get('b')).toBe('1 & 2');
    expect(root?.children.map((node) => node.name || node.text)).toEqual(['y', 'entre', 'z']);
    expect(root?.children[2]?.children[0]?.text).toBe('<deux>');
  });

  it.each(['<!DOCTYPE a><a/>', '<!doctype a [<!ENTITY b "c">]><a>&b;</a>'])(
    'with a document type is refused: %s',
    (text) => {
      expect(() => parseXml(text)).toThrow(CvFileRefused);
    },
  );
});

describe('an OpenDocument', () => {
  const namespaces =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"';
  const read = async (body: string) => {
    const file = zipSync({
      mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
      'content.xml': strToU8(
        `<office:document-content ${namespaces}><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
      ),
    });
    return (await cvTextOf(file)).text.split('\n');
  };

  it('gives lists, tables, breaks and spaces', async () => {
    expect(
      await read(
        '<text:h>Titre</text:h><text:p>un<text:line-break/>deux<text:s text:c="3"/>trois<text:tab/>quatre</text:p>' +
          '<text:list><text:list-item><text:p>puce</text:p></text:list-item></text:list>' +
          '<table:table><table:table-row><table:table-cell><text:p>2018</text:p></table:table-cell><table:table-cell><text:p>Maçonne</text:p></table:table-cell></table:table-row></table:table>',
      ),
    ).toEqual(['Titre', 'un', 'deux   trois\tquatre', '- puce', '2018\tMaçonne']);
  });

  it('gives no words that were struck out or noted in the margin', async () => {
    expect(
      await read(
        '<text:tracked-changes><text:p>RQTH effacé</text:p></text:tracked-changes><text:p>Awa<office:annotation><text:p>note</text:p></office:annotation> INVENTÉE</text:p>',
      ),
    ).toEqual(['Awa INVENTÉE']);
  });
});
