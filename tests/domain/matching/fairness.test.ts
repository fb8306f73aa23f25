import { profileSchema } from '@jonction/domain/matching/profile';
import { rankProfiles } from '@jonction/domain/matching/rank';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryBank } from './arbitrary-bank.ts';
import { anInput, aProfile, rowOf } from './bank.ts';

/** What C. trav. L1132-1 forbids to count, under the names that a table or a form could give it. */
const protectedFacts: Record<string, unknown[]> = {
  sex: ['f', 'm'],
  gender: ['woman', 'man'],
  birthDate: ['1961-02-03', '2007-01-01'],
  age: [18, 63],
  origin: ['one', 'other'],
  nationality: ['FR', 'SY'],
  birthPlace: ['Brest', 'Bamako'],
  firstName: ['Inès', 'Karim'],
  lastName: ['Martin', 'Traoré'],
  address: ['1 rue Exemple, 75013 Paris', '8 allée Fictive, 93200 Saint-Denis'],
  postcode: ['75016', '93200'],
  qpv: [true, false],
  family: ['single parent', 'married'],
  children: [0, 5],
  pregnancy: [true, false],
  disability: [true, false],
  rqth: [true, false],
  health: ['good', 'poor'],
  religion: ['any', 'none'],
  union: [true, false],
  politics: ['any', 'none'],
  bank: ['FR76', 'none'],
  refugee: [true, false],
  conviction: [true, false],
  languages: [['fr'], ['ar', 'fr']],
  photo: ['a.jpg', null],
  score: [1_000_000, 0],
  boost: [500, -500],
};

const extra = fc.record(
  Object.fromEntries(Object.entries(protectedFacts).map(([name, values]) => [name, fc.constantFrom(...values)])),
);

describe('a protected attribute', () => {
  it('never moves a score, a place or an exclusion, whatever is written beside a profile', () => {
    fc.assert(
      fc.property(arbitraryBank, fc.array(extra, { minLength: 30, maxLength: 30 }), (bank, extras) => {
        const profiles = bank.profiles.map((profile, index) => ({ ...extras[index], ...profile }));
        expect(rankProfiles({ ...bank, profiles })).toEqual(rankProfiles(bank));
      }),
    );
  });

  it.each(Object.entries(protectedFacts))('%s gives two people who differ by it alone the same row', (name, values) => {
    const rows = values.map((value) => rowOf({ ...aProfile(), [name]: value }));
    for (const row of rows) expect(row).toEqual(rows[0]);
  });

  it('is dropped at the door', () => {
    const facts = Object.fromEntries(Object.entries(protectedFacts).map(([name, [value]]) => [name, value]));
    expect(profileSchema.parse({ ...facts, ...aProfile() })).toEqual(aProfile());
  });

  it('has no name among the facts that a ranking reads', () => {
    const read = Object.keys(profileSchema.shape);
    expect(read.filter((name) => Object.hasOwn(protectedFacts, name))).toEqual([]);
    // Whoever adds a fact here must say why it may rank people.
    expect(read).toEqual([
      'id',
      'consent',
      'visible',
      'status',
      'availableFrom',
      'licences',
      'eligible',
      'lat',
      'lon',
      'radiusMetres',
      'french',
      'weeklyHours',
      'positionings',
      'optedOut',
      'romes',
      'skills',
      'lastContact',
      'waitingSince',
      'createdOn',
    ]);
  });
});

describe('the eligibility category', () => {
  const categories = ['DELD', 'RSA', 'QPV', 'TH', 'REF', 'SPIP'];

  it('opens the door and never ranks: whoever is eligible by one or by six has the same row', () => {
    const offer = { categories };
    const one = rowOf({ eligible: [{ category: 'RSA', to: null }] }, offer);
    for (const category of categories) expect(rowOf({ eligible: [{ category, to: null }] }, offer)).toEqual(one);
    expect(rowOf({ eligible: categories.map((category) => ({ category, to: null })) }, offer)).toEqual(one);
    expect(rowOf({ eligible: [{ category: 'RSA', to: '2026-03-16' }] }, offer)).toEqual(one);
  });

  it('appears nowhere in a result, ranked or excluded', () => {
    const profiles = categories.map((category, index) =>
      aProfile({ id: `P${index}`, eligible: [{ category, to: null }] }),
    );
    const written = JSON.stringify(rankProfiles(anInput({ profiles })));
    for (const category of categories) expect(written).not.toContain(`"${category}"`);
  });
});

describe('the place of residence', () => {
  it('counts as a distance alone: two homes as far away are worth the same, wherever they stand', () => {
    const offer = { lat: 48.85, lon: 2.35 };
    const [north, south] = [rowOf({ lat: 48.87, lon: 2.35 }, offer), rowOf({ lat: 48.83, lon: 2.35 }, offer)];
    expect(north.facts.distanceMetres).toBe(south.facts.distanceMetres);
    expect(north).toEqual(south);
  });
});

describe('nobody stays invisible', () => {
  it('brings whoever waits nearer to the top as the months pass, all else equal', () => {
    const scores = ['2026-03-01', '2026-06-01', '2026-09-01', '2027-03-01'].map((today) => {
      const row = rowOf({ lastContact: today }, {}, { today });
      return row.score;
    });
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
    expect(new Set(scores).size).toBeGreaterThan(2);
  });
});
