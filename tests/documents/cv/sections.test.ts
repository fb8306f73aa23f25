import { phoneOf } from '@jonction/documents/cv/contact';
import { fold } from '@jonction/documents/cv/fold';
import { readCv } from '@jonction/documents/cv/read';
import { buildCvReference } from '@jonction/documents/cv/reference';
import { type SectionKind, sectionLines } from '@jonction/documents/cv/sections';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallTables } from '../../support/cv-reference.ts';

const reference = buildCvReference(smallTables);
const kindUnder = (heading: string) => sectionLines(`Awa INVENTÉE\n${heading}\nune ligne`).at(-1)?.kind;

describe('a heading', () => {
  it.each<[SectionKind, string[]]>([
    [
      'experience',
      [
        'Expérience professionnelle',
        'EXPÉRIENCES',
        'Parcours professionnel',
        'Work experience',
        'Mon parcours',
        'Stages et bénévolat',
        'Emplois',
      ],
    ],
    ['training', ['Formation', 'Formations et diplômes', 'Études', 'Scolarité', 'Education', 'Diplômes obtenus']],
    [
      'skills',
      ['Compétences', 'Savoir-faire', 'Atouts', 'Mes qualités', 'Skills', 'Ce que je sais faire', 'Points forts'],
    ],
    [
      'languages',
      ['Langues', 'LANGUES PARLÉES', 'Languages', 'Compétences linguistiques', 'Compétences en langues', 'Je parle'],
    ],
    ['licences', ['Permis', 'Permis et habilitations', 'CACES', 'Habilitations', 'Driving licence', 'Mobilité']],
    ['leisure', ['Loisirs', 'Centres d’intérêt', "Centres d'intérêts", 'Hobbies', 'Sports et loisirs']],
    [
      'project',
      ['Projet professionnel', 'Objectif', 'Je recherche un emploi', 'Poste recherché', 'Profil', 'À propos de moi'],
    ],
    ['contact', ['Contact', 'Coordonnées', 'État civil', 'Informations personnelles']],
    ['other', ['Divers', 'Informations complémentaires', 'Références']],
  ])('of %s', (kind, headings) => {
    for (const heading of headings) {
      const decorated = [
        heading,
        heading.toUpperCase(),
        `${heading} :`,
        `• ${heading}`,
        `=== ${heading} ===`,
        `— ${heading}`,
      ];
      for (const written of decorated) expect([written, kindUnder(written)]).toEqual([written, kind]);
    }
  });

  it('spaced letter by letter, or with a slip of the keyboard, is still one', () => {
    expect(kindUnder('F O R M A T I O N S')).toBe('training');
    expect(kindUnder('Expérence professionnelle')).toBe('experience');
    expect(kindUnder('Compétances')).toBe('skills');
  });

  it('that shares its line gives the rest of it', () => {
    const [line] = sectionLines('Langues : arabe, français').filter(({ text }) => text !== '');
    expect(line).toMatchObject({ kind: 'languages', text: 'arabe, français', inline: true, heading: 'langues' });
  });

  it('whose list goes on to the next line takes it along', () => {
    const lines = sectionLines('Expérience\nLangues : arabe,\nfrançais\n2018 : maçonne').filter(
      ({ text }) => text !== '',
    );
    expect(lines.map(({ kind }) => kind)).toEqual(['languages', 'languages', 'experience']);
  });

  it.each([
    'Maçonne à Paris',
    'Permis D',
    '2018 - 2020 : formation de cariste',
    'Responsable de la formation des nouveaux salariés du chantier',
    'https://exemple.test/formation',
    'Awa INVENTÉE',
    'Formation en alternance chez SARL Pierre à Paris 13e',
  ])('is not seen in: %s', (line) => {
    const lines = sectionLines(`Loisirs\n${line}`);
    expect(lines.at(-1)).toMatchObject({ text: line, kind: 'leisure' });
  });
});

describe('the lines of a CV', () => {
  it('keep every word but those of the headings, in their order', () => {
    const words = fc.array(
      fc.constantFrom('maçonne', 'Formation', '', 'Langues : arabe', '2018 - 2020', '- puce', '  '),
      {
        maxLength: 20,
      },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const lines = sectionLines(parts.join('\n'));
        expect(lines.map(({ order }) => order)).toEqual(lines.map((_, at) => at));
        for (const { text } of lines) expect(parts.join('\n')).toContain(text.trim());
        const kept = lines.filter(({ text }) => text.includes('maçonne')).length;
        expect(kept).toBe(parts.filter((part) => part === 'maçonne').length);
      }),
    );
  });

  it('of a hostile file are bounded in number and in length', () => {
    expect(sectionLines('x\n'.repeat(10_000)).length).toBeLessThanOrEqual(3000);
    const longest = Math.max(...sectionLines('mot '.repeat(5000)).map(({ text }) => text.length));
    expect(longest).toBeLessThanOrEqual(500);
    expect(Math.max(...sectionLines('x'.repeat(20_000)).map(({ text }) => text.length))).toBeLessThanOrEqual(500);
  });
});

it('folding keeps every letter at its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const composed = text.normalize('NFC');
      expect(fold(composed)).toHaveLength(composed.length);
      expect(fold(fold(composed))).toBe(fold(composed));
    }),
  );
  expect(fold('ÉTÉ à l’œuvre – œ')).toBe("ete a l'œuvre - œ");
});

describe('how to reach the person', () => {
  const contact = (text: string) => readCv({ text }, reference, { today: '2026-04-01' }).contact;

  it.each([
    ['06 39 98 10 21', '+33639981021'],
    ['06.39.98.10.21', '+33639981021'],
    ['0639981021', '+33639981021'],
    ['06-39-98-10-21', '+33639981021'],
    ['+33 6 39 98 10 21', '+33639981021'],
    ['0033 6 39 98 10 21', '+33639981021'],
    ['+33 (0)6 39 98 10 21', '+33639981021'],
    ['Tél : 01 99 00 12 34 (bureau)', '+33199001234'],
    ['+223 70 12 34 56', '+22370123456'],
  ])('telephone %s', (text, phone) => {
    expect(phoneOf(text)).toBe(phone);
  });

  it.each(['75013 Paris', '2018 - 2020', '21990001600011', '12 34 56', 'n° 0639'])('no telephone in %s', (text) => {
    expect(phoneOf(text)).toBeNull();
  });

  it.each([
    ['Awa INVENTÉE\n12 rue Imaginaire\n75013 Paris', '75013', 'Paris'],
    ['Awa INVENTÉE\n97400 Saint-Denis - Tél. 06 39 98 10 21', '97400', 'Saint-Denis'],
    ['Awa INVENTÉE\nParis (75013)', '75013', 'Paris'],
    ['Awa INVENTÉE\n2 place du Marché 20200 Bastia', '20200', 'Bastia'],
  ])('the place in %j', (text, postalCode, city) => {
    expect(contact(text)).toMatchObject({ postalCode, city });
  });

  it.each(['Awa INVENTÉE\n00123 Nulle Part', 'Awa INVENTÉE\n12345678 Paris', 'Awa INVENTÉE\nRomans, 2000 exemplaires'])(
    'no place in %j',
    (text) => {
      expect(contact(text)).toMatchObject({ postalCode: null, city: null });
    },
  );

  it.each([
    ['awa.inventee@exemple.test', 'awa.inventee@exemple.test'],
    ['Courriel : Awa_Inventee+cv@Exemple.Test', 'awa_inventee+cv@exemple.test'],
    ['awa @ exemple.test', 'awa@exemple.test'],
  ])('the address in %s', (line, email) => {
    expect(contact(`Awa INVENTÉE\n${line}`).email).toBe(email);
  });

  it.each([
    ['Awa INVENTÉE\nAgente de propreté', 'Awa INVENTÉE'],
    ['Curriculum vitae\nAwa INVENTÉE', 'Awa INVENTÉE'],
    ['Mme Awa INVENTÉE', 'Awa INVENTÉE'],
    ['Nom : INVENTÉE\nPrénom : Awa', 'Awa INVENTÉE'],
    ['Nom et prénom : INVENTÉE Awa', 'INVENTÉE Awa'],
    ['Awa INVENTÉE - agente de propreté - 06 39 98 10 21', 'Awa INVENTÉE'],
    ['Je m’appelle Awa Inventée', 'Awa Inventée'],
    ['AGENTE DE SÉCURITÉ\nJean-Marc D’INVENTÉ', 'Jean-Marc D’INVENTÉ'],
  ])('the name in %j', (text, name) => {
    expect(contact(text).name).toBe(name);
  });

  it.each(['Agente de propreté\n75013 Paris', 'Curriculum vitae', 'Rue Imaginaire\nPermis B', ''])(
    'no name in %j',
    (text) => {
      expect(contact(text).name).toBeNull();
    },
  );
});
