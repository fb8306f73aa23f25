import { anonymousCardSchema, redactCard } from '@jonction/domain/cv/redact';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

type Named = Parameters<typeof redactCard>[0];

const card: Named = {
  firstName: 'Yasmina',
  lastName: 'Le Goff-Benaïssa',
  phone: '+33612345678',
  email: 'yasmina.benaissa@exemple.test',
  title: 'Agente de propreté',
  occupations: [{ code: 'K2204', label: 'Nettoyage de locaux', months: 24 }],
  experience: [
    { label: 'Agente d’entretien, école', from: '2019-03', to: '2021-02' },
    { label: 'Plonge', from: '2014', to: '2014' },
    { label: 'Aide à domicile', from: '2020-01', to: null },
  ],
  skills: ['balayage', 'monobrosse'],
  licences: ['B'],
  languages: [{ code: 'fr', level: 'B1' }],
  city: 'Pantin',
  availableFrom: '2026-04-01',
  weeklyHoursMin: 20,
  weeklyHoursMax: 35,
};
const titled = (title: string) => redactCard({ ...card, title }).title;
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

describe('a card before it is opened', () => {
  it('says what the person can do and when', () => {
    expect(redactCard(card)).toEqual({
      title: 'Agente de propreté',
      occupations: card.occupations,
      experience: [
        { label: 'Agente d’entretien, école', months: 24 },
        { label: 'Plonge', months: 12 },
        { label: 'Aide à domicile', months: null },
      ],
      skills: ['balayage', 'monobrosse'],
      licences: ['B'],
      languages: [{ code: 'fr', level: 'B1' }],
      city: 'Pantin',
      availableFrom: '2026-04-01',
      weeklyHoursMin: 20,
      weeklyHoursMax: 35,
    });
  });

  it('has no name, no way to reach her, and no year that would tell her age', () => {
    const read = redactCard(card);
    expect(anonymousCardSchema.strict().safeParse(read).success).toBe(true);
    expect(JSON.stringify(read)).not.toMatch(/Yasmina|Goff|Bena|\+336|@|2014|2019|2021/);
  });

  it('lets nothing through that was sent by mistake beside the fields', () => {
    const more = { ...card, birthDate: '1984-02-01', address: '3 rue des Lilas', photo: 'x.jpg', category: 'RSA' };
    expect(Object.keys(redactCard(more)).sort()).toEqual(Object.keys(anonymousCardSchema.shape).sort());
  });

  it.each([
    ['her first name', 'CV de Yasmina, agente', /yasmina/i],
    ['her name in capitals', 'BENAÏSSA agente de propreté', /bena/i],
    ['her name without accents', 'benaissa agente', /benaissa/i],
    ['one part of a name of several', 'Mme Goff', /goff/i],
    ['an address of mail', 'Écrire à y.b@exemple.test', /@|exemple/],
    ['a number to call', 'Tél. 06 12 34 56 78', /\d{2} \d{2}/],
    ['a number in one piece', '+33612345678', /\d{8}/],
    ['a number with dots', '06.12.34.56.78', /12\.34/],
    ['an age', 'Agente, 42 ans', /42/],
    ['an age said', 'âgée de 42 ans', /42/],
    ['a date of birth', 'née le 1er février 1984 à Oran', /1984|Oran/],
    ['a date', '01/02/1984', /1984/],
    ['an address', 'Agente, 12 bis rue des Lilas', /Lilas/],
    ['a page of the web', 'www.exemple.test/awa', /exemple/],
  ])('hides %s that stands in a title', (_, title, telling) => {
    expect(titled(title)).not.toMatch(telling);
    expect(titled(title)).toContain('…');
  });

  it.each([
    'Agente de propreté',
    'Maçon VRD',
    'Conducteur PL (35 t)',
    'Aide-soignante de nuit, 12 h',
    'Cariste CACES 1-3-5',
    'Peintre en bâtiment, 3 ans',
    'Secrétaire médicale à Pantin',
    'Agent d’entretien des rues',
  ])('leaves an ordinary title as it is: %s', (title) => {
    expect(titled(title)).toBe(title);
  });

  it('keeps a word that only begins as her name does', () => {
    expect(
      redactCard({ ...card, firstName: 'Rose', lastName: 'Marin', title: 'Rosette, agente marinière' }).title,
    ).toBe('Rosette, agente marinière');
  });

  it('never holds a name, whoever she is and wherever her name was typed', () => {
    const name = fc.stringMatching(/^[A-ZÉÈ][a-zéèïç]{2,9}$/);
    const around = fc.constantFrom('', 'Agente, ', 'CV de ', '(', 'Mme ');
    fc.assert(
      fc.property(name, name, around, around, (firstName, lastName, before, between) => {
        // A town or a trade may well be called as she is; none of these is.
        const text = `${before}${lastName.toUpperCase()} ${between}${firstName}`;
        const read = redactCard({
          ...card,
          firstName,
          lastName,
          title: text,
          skills: [text],
          experience: [{ label: text, from: '2019', to: '2020' }],
        });
        for (const place of [read.title, ...read.skills, ...read.experience.map(({ label }) => label)]) {
          const left = plain(place).split(/[^\p{L}]+/u);
          expect(left).not.toContain(plain(firstName));
          expect(left).not.toContain(plain(lastName));
        }
      }),
    );
  });

  it('never holds four figures of a telephone in a row, however it was spaced', () => {
    const spaced = fc
      .tuple(fc.nat(99_999_999), fc.constantFrom('', ' ', '.', '-', '\u202f'))
      .map(([number, between]) => ['06', ...(String(number).padStart(8, '0').match(/../g) ?? [])].join(between));
    fc.assert(
      fc.property(spaced, (phone) => {
        expect(titled(`Agente ${phone}`)).toBe('Agente …');
      }),
    );
  });
});

describe('the length of a job', () => {
  const months = (from: string | null, to: string | null) =>
    redactCard({ ...card, experience: [{ label: 'x', from, to }] }).experience[0]?.months;

  it('counts both months, and a year alone whole', () => {
    expect(months('2020-01', '2020-01')).toBe(1);
    expect(months('2020-01', '2020-12')).toBe(12);
    expect(months('2019', '2020')).toBe(24);
    expect(months('2019-07', '2020')).toBe(18);
  });

  it('is not known where a date is missing, odd, or before the other', () => {
    for (const [from, to] of [
      [null, null],
      ['2020', null],
      [null, '2020'],
      ['autrefois', '2020'],
      ['2021', '2019'],
    ] as const) {
      expect(months(from, to)).toBeNull();
    }
  });

  it('says nothing of when it was: moved by years, it reads the same', () => {
    const moment = fc.tuple(fc.integer({ min: 1970, max: 1995 }), fc.integer({ min: 1, max: 12 }));
    const written = ([year, month]: [number, number], by: number) => `${year + by}-${String(month).padStart(2, '0')}`;
    fc.assert(
      fc.property(moment, moment, fc.integer({ min: 1, max: 25 }), (from, to, by) => {
        expect(months(written(from, by), written(to, by))).toBe(months(written(from, 0), written(to, 0)));
      }),
    );
  });
});
