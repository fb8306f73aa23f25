import { cvContentSchema } from '@jonction/domain/cv/content';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import CvReview from '../../../../apps/web/src/lib/cv/CvReview.svelte';
import { markPassages, type ReviewedCv, reviewLines } from '../../../../apps/web/src/lib/cv/proposals.ts';
import { skillOfValue, skillValue } from '../../../../apps/web/src/lib/cv/skill-value.ts';
import { readCvContent } from '../../../../apps/web/src/lib/server/cv-content.ts';
import { all, attribute, draw, heard, labelOf, one, type Tag, words } from '../../../support/drawn.ts';

const empty = { summary: null, occupations: [], skills: [], licences: [], languages: [], experience: [] };

/** A CV just read: what the file says, beside what was known of the person. */
const read: ReviewedCv = {
  id: 'cv-1',
  version: 3,
  title: 'Maçonne',
  status: 'proposed',
  text: 'Awa INVENTÉE\nMaçonne\n2018 - 2020 : maçonne, SARL Pierre\nLecture de plan\nPermis B\nAnglais : B1',
  months: 24,
  monthsOf: { F1703: 24 },
  proposed: {
    occupations: [
      { rome: 'F1703', label: 'Maçonnerie', passage: 'Maçonne' },
      { rome: 'K2204', label: 'Nettoyage', passage: 'ménage' },
    ],
    skills: [
      { label: 'Lecture de plan', item: '100002' },
      { label: 'Lire un plan', item: '100002' },
      { label: 'Coulage', item: null },
    ],
    licences: ['B', 'aipr'],
    languages: [{ code: 'en', level: 'B1' }],
    experience: [{ label: 'maçonne', from: '2018', to: '2020' }],
    passages: {
      skills: { 'Lecture de plan': 'Lecture de plan' },
      licences: { B: 'Permis B' },
      languages: { en: 'Anglais : B1' },
      experience: ['2018 - 2020 : maçonne, SARL Pierre'],
    },
  },
  content: empty,
  held: {
    occupations: [{ code: 'K2204', months: 12 }],
    skills: [{ skill: 'monobrosse', label: 'monobrosse' }],
    licences: ['B'],
    languages: [{ code: 'bm', level: null, levelText: 'langue maternelle' }],
  },
  labels: { F1703: 'Maçonnerie', K2204: 'Nettoyage de locaux' },
};

/** The same CV once a person confirmed it, without what she left out of it. */
const confirmed: ReviewedCv = {
  ...read,
  status: 'confirmed',
  content: {
    summary: 'Dix ans de chantier.',
    occupations: [{ code: 'F1703', months: 30 }],
    skills: [{ skill: '100002', label: 'Lecture de plan' }],
    licences: ['B'],
    languages: [{ code: 'en', level: 'B1', levelText: null }],
    experience: [{ label: 'Maçonne', from: '2018', to: '2020' }],
  },
};

describe('the lines of a CV just read', () => {
  const lines = reviewLines(read);

  it('are what the file says and what was known, each once, all ticked', () => {
    expect(lines.occupations.map(({ code, held, months }) => [code, held, months])).toEqual([
      ['K2204', true, 12],
      ['F1703', false, 24],
    ]);
    expect(lines.skills.map(({ skill }) => skill)).toEqual(['monobrosse', '100002', 'coulage']);
    expect(lines.licences.map(({ code }) => code)).toEqual(['B', 'aipr']);
    expect(lines.languages.map(({ code }) => code)).toEqual(['bm', 'en']);
    expect(lines.jobs.map(({ label }) => label)).toEqual(['maçonne']);
    expect(
      Object.values(lines)
        .flat()
        .every(({ checked }) => checked),
    ).toBe(true);
  });

  it('stand beside the words they were read in, also what was known before', () => {
    expect(lines.occupations.map(({ passage }) => passage)).toEqual(['ménage', 'Maçonne']);
    expect(lines.licences.map(({ passage }) => passage)).toEqual(['Permis B', null]);
    expect(lines.jobs[0]?.passage).toBe('2018 - 2020 : maçonne, SARL Pierre');
  });
});

describe('the lines of a CV that was confirmed', () => {
  const lines = reviewLines(confirmed);
  const ticked = (list: readonly { checked: boolean }[]) => list.filter(({ checked }) => checked);

  it('are those that were kept; what was left out is offered, unticked', () => {
    expect(ticked(lines.occupations)).toMatchObject([{ code: 'F1703', months: 30, held: true }]);
    expect(ticked(lines.licences)).toMatchObject([{ code: 'B' }]);
    expect(ticked(lines.skills)).toMatchObject([{ skill: '100002' }]);
    expect(lines.licences.find(({ code }) => code === 'aipr')).toMatchObject({ checked: false, held: false });
    expect(lines.occupations.find(({ code }) => code === 'K2204')).toMatchObject({ checked: false });
  });

  it('are its own, and none of the person’s other CVs', () => {
    expect(lines.skills.map(({ skill }) => skill)).not.toContain('monobrosse');
    expect(lines.languages.map(({ code }) => code)).toEqual(['en']);
    expect(lines.jobs).toMatchObject([{ label: 'Maçonne', checked: true }]);
  });

  it('are the same for a CV typed by hand, which has no file', () => {
    const typed = reviewLines({ ...confirmed, proposed: null, text: null });
    expect(typed.licences).toEqual([{ code: 'B', passage: null, held: true, checked: true }]);
  });
});

describe('passages marked in the text', () => {
  it('leave the text whole, whatever they are, and are numbered as they come', () => {
    const text = fc.string({ maxLength: 60 });
    const passages = fc.array(fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('ab', 'abc', 'bc', 'a')), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, passages, (before, wanted) => {
        const whole = `${before}abc${before}ab`;
        const { pieces, numberOf } = markPassages(whole, wanted);
        expect(pieces.map((piece) => piece.text).join('')).toBe(whole);
        const numbers = pieces.flatMap(({ passage }) => passage ?? []);
        expect(numbers).toEqual(numbers.map((_, at) => at + 1));
        for (const [passage, number] of numberOf) {
          expect(whole).toContain(passage);
          expect(numbers).toContain(number);
        }
        for (const passage of wanted)
          if (passage.length >= 2) expect(numberOf.has(passage)).toBe(whole.includes(passage));
      }),
    );
  });

  it('share one mark when one lies within another', () => {
    const { pieces, numberOf } = markPassages('Permis B et C', ['Permis B et C', 'Permis B']);
    expect(pieces).toEqual([{ text: 'Permis B et C', passage: 1 }]);
    expect([...numberOf.values()]).toEqual([1, 1]);
  });
});

/** What a browser sends of a form: its fields, ticks only where they are on. */
function sent(page: Tag): FormData {
  const form = new FormData();
  for (const input of all(page, 'input')) {
    const name = attribute(input, 'name');
    const box = ['checkbox', 'radio'].includes(attribute(input, 'type') ?? '');
    if (name && (!box || attribute(input, 'checked') !== undefined)) form.append(name, attribute(input, 'value') ?? '');
  }
  for (const area of all(page, 'textarea')) form.append(attribute(area, 'name') ?? '', words(area));
  for (const select of all(page, 'select')) {
    const chosen = all(select, 'option').find((option) => attribute(option, 'selected') !== undefined);
    form.append(attribute(select, 'name') ?? '', chosen ? (attribute(chosen, 'value') ?? '') : '');
  }
  return form;
}

const page = (
  cv: ReviewedCv,
  refused: Parameters<typeof draw<typeof CvReview>>[1]['refused'] = null,
  locale?: 'fr' | 'en',
) => draw(CvReview, { cv, refused, occupationOptions: [], laterHref: '/plus-tard' }, locale);

describe('the page of a CV', () => {
  it('sends back, untouched, exactly what it shows ticked', () => {
    const content = readCvContent(sent(page(read)));
    expect(content).toEqual({
      summary: null,
      occupations: [
        { code: 'K2204', months: 12 },
        { code: 'F1703', months: 24 },
      ],
      skills: [
        { skill: 'monobrosse', label: 'monobrosse' },
        { skill: '100002', label: 'Lecture de plan' },
        { skill: 'coulage', label: 'Coulage' },
      ],
      licences: ['B', 'aipr'],
      languages: [
        { code: 'bm', level: null, levelText: 'langue maternelle' },
        { code: 'en', level: 'B1', levelText: null },
      ],
      experience: [{ label: 'maçonne', from: '2018', to: '2020' }],
    });
    expect(cvContentSchema.safeParse(content).success).toBe(true);
  });

  it('of a confirmed CV sends it back as it was: opening it and saving changes nothing', () => {
    expect(readCvContent(sent(page(confirmed)))).toEqual(confirmed.content);
  });

  it('after a refusal shows what was ticked and typed, not what it proposed', () => {
    const refused = {
      sentence: 'Corrigez.',
      fields: { title: 'Donnez un titre.' },
      values: {
        occupation: 'F1703',
        'months-F1703': '18',
        licence: ['aipr'],
        title: '',
        summary: 'Dix ans.',
        moreSkills: 'Enduit',
      },
    };
    const content = readCvContent(sent(page(read, refused)));
    expect(content.occupations).toEqual([{ code: 'F1703', months: 18 }]);
    expect(content.licences).toEqual(['aipr']);
    expect(content.skills).toEqual([{ skill: 'enduit', label: 'Enduit' }]);
    expect(content.summary).toBe('Dix ans.');
    expect(content.experience).toEqual([]);
    const drawn = page(read, refused);
    const title = one(drawn, 'input', { name: 'title' });
    expect(attribute(title, 'aria-invalid')).toBe('true');
    expect(words(drawn)).toContain('Donnez un titre.');
  });

  it('links each proposal to the words it was read in, and marks those', () => {
    const drawn = page(read);
    const marks = new Map(all(drawn, 'mark').map((mark) => [attribute(mark, 'id'), words(mark)]));
    const links = all(drawn, 'a').filter((link) => attribute(link, 'href')?.startsWith('#passage-'));
    expect(links.length).toBeGreaterThanOrEqual(3);
    for (const link of links) {
      const marked = marks.get(attribute(link, 'href')?.slice(1));
      expect(marked).toContain(words(link).replace(/^«\s|\s»$/g, ''));
    }
    // Not in the text word for word: said, and no link to nowhere.
    expect(words(drawn)).toContain('ménage');
  });

  it('names every field for whoever hears it, in both languages', () => {
    for (const locale of ['fr', 'en'] as const) {
      const drawn = page(read, null, locale);
      for (const input of [...all(drawn, 'input'), ...all(drawn, 'select'), ...all(drawn, 'textarea')]) {
        if (attribute(input, 'type') === 'hidden') continue;
        const id = attribute(input, 'id');
        const wrapped = all(drawn, 'label').some(
          (label) => all(label, input.name, { name: attribute(input, 'name') ?? '' }).length > 0,
        );
        const named = attribute(input, 'aria-label') ?? (wrapped ? 'wrapped' : id ? labelOf(drawn, input) : '');
        expect([attribute(input, 'name'), named]).not.toEqual([attribute(input, 'name'), '']);
      }
    }
  });

  it('says that a replaced CV is one, and that a file without words has none', () => {
    const replaced = heard(page({ ...confirmed, status: 'replaced', text: null, proposed: null }));
    expect(replaced).toContain('Texte du fichier');
    expect(replaced.length).toBeGreaterThan(heard(page({ ...confirmed, text: null, proposed: null })).length);
  });
});

it('a skill is one value of a checkbox, whatever its words', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (skill, label) => {
      fc.pre(!skill.includes('\u001f') && !label.includes('\u001f'));
      expect(skillOfValue(skillValue({ skill, label }))).toEqual({ skill, label });
    }),
  );
  expect(skillOfValue('soudure')).toEqual({ skill: 'soudure', label: 'soudure' });
});
