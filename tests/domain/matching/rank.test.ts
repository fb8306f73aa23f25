import { defaultWeights, scoreOf } from '@jonction/domain/matching/criterion';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { weightsSchema } from '@jonction/domain/matching/weights-schema';
import { describe, expect, it } from 'vitest';
import { anInput, anOffer, aProfile, orderOf, rowOf } from './bank.ts';

describe('the score', () => {
  it('adds up the six values by their weights', () => {
    const { criteria, score } = rowOf({}, { skills: ['monobrosse'] });
    expect(criteria).toEqual({
      occupation: 1000,
      experience: 1000,
      skills: 0,
      distance: 829,
      freshness: 1000,
      waiting: 495,
    });
    expect(score).toBe(350_000 + 150_000 + 0 + 124_350 + 50_000 + 49_500);
  });

  it('is 1,000,000 for whoever has everything', () => {
    const facts = { lat: 48.83, lon: 2.36, waitingSince: '2024-01-01' };
    expect(rowOf(facts).score).toBe(1_000_000);
  });

  it('is 0 for whoever has nothing, in the widened view', () => {
    const facts = {
      romes: [],
      lat: null,
      lastContact: null,
      waitingSince: null,
    };
    expect(rowOf(facts, { skills: ['x'] }, { widen: true }).score).toBe(0);
  });

  it('follows the weights that a structure sets, and publishes them', () => {
    const weights = { occupation: 0, experience: 0, skills: 0, distance: 0, freshness: 0, waiting: 1000 };
    const { ranked, weights: published } = rankProfiles(anInput({ weights }));
    expect(ranked[0]?.score).toBe(495_000);
    expect(published).toEqual(weights);
    expect(rankProfiles(anInput({ weights: null })).weights).toEqual(defaultWeights);
  });
});

describe('weights', () => {
  it('of the house add up to 1000', () => {
    expect(weightsSchema.parse(defaultWeights)).toEqual(defaultWeights);
    expect(Object.values(defaultWeights)).toEqual([350, 150, 200, 150, 50, 100]);
  });

  it.each([
    { title: 'do not add up', change: { waiting: 101 } },
    { title: 'are not whole', change: { waiting: 99.5, skills: 200.5 } },
    { title: 'are negative', change: { waiting: -100, skills: 400 } },
    { title: 'lack one', change: { waiting: undefined } },
  ])('are refused when they $title', ({ change }) => {
    expect(weightsSchema.safeParse({ ...defaultWeights, ...change }).success).toBe(false);
  });

  it('say what is wrong by a code that has a sentence', () => {
    const { error } = weightsSchema.safeParse({ ...defaultWeights, waiting: 0 });
    expect(error?.issues.map(({ message }) => message)).toEqual(['matching.weights_not_1000']);
  });

  it('are multiplied before they are added', () => {
    const values = { occupation: 1, experience: 2, skills: 3, distance: 4, freshness: 5, waiting: 6 };
    expect(scoreOf(values, defaultWeights)).toBe(350 + 300 + 600 + 600 + 250 + 600);
  });
});

describe('the order', () => {
  it('puts the higher score first', () => {
    expect(
      orderOf([
        { id: 'far', lat: 48.95 },
        { id: 'near', lat: 48.84 },
        { id: 'between', lat: 48.9 },
      ]),
    ).toEqual(['near', 'between', 'far']);
  });

  it('puts whoever waited longest first on a tie', () => {
    expect(
      orderOf([
        { id: 'a', waitingSince: '2024-02-01' },
        { id: 'b', waitingSince: '2023-12-31' },
        { id: 'c', waitingSince: '2024-01-01' },
      ]),
    ).toEqual(['b', 'c', 'a']);
  });

  it('puts whoever was recorded first before, when they waited alike', () => {
    const waitingSince = '2023-01-01';
    expect(
      orderOf([
        { id: 'a', waitingSince, createdOn: '2022-06-02' },
        { id: 'b', waitingSince, createdOn: '2022-06-01' },
        { id: 'c', waitingSince, createdOn: null },
      ]),
    ).toEqual(['b', 'a', 'c']);
  });

  it('puts the smaller id first when nothing else tells', () => {
    expect(orderOf([{ id: 'P10' }, { id: 'P9' }, { id: 'P1' }, { id: 'p1' }, { id: 'P' }])).toEqual([
      'P',
      'P1',
      'P10',
      'P9',
      'p1',
    ]);
  });

  it('compares ids by code point, as the database does, not by UTF-16 unit', () => {
    const [fullwidthTilde, grinning] = ['\uff5e', '\u{1f600}'];
    expect(grinning < fullwidthTilde).toBe(true);
    expect(orderOf([{ id: grinning }, { id: fullwidthTilde }])).toEqual([fullwidthTilde, grinning]);
  });

  it('puts whoever waits since today before whoever has no date, or one to come, at equal score', () => {
    expect(
      orderOf([
        { id: 'a', waitingSince: null },
        { id: 'b', waitingSince: '2026-04-01' },
        { id: 'c', waitingSince: '2026-03-01' },
      ]),
    ).toEqual(['c', 'a', 'b']);
  });

  it('does not tell apart those without a date and those with one to come', () => {
    expect(
      orderOf([
        { id: 'future', waitingSince: '2026-03-02', createdOn: '2025-02-01' },
        { id: 'later', waitingSince: '2027-01-01', createdOn: '2025-01-01' },
        { id: 'none', waitingSince: null, createdOn: '2025-01-15' },
      ]),
    ).toEqual(['later', 'none', 'future']);
  });

  it('lets the score decide before the time waited', () => {
    expect(
      orderOf([
        { id: 'longer', waitingSince: '2020-01-01', lat: 48.9 },
        { id: 'nearer', waitingSince: '2025-02-01', lat: 48.83 },
      ]),
    ).toEqual(['nearer', 'longer']);
  });
});

describe('the limit', () => {
  const profiles = ['a', 'b', 'c', 'd'].map((id) => aProfile({ id }));

  it.each([
    { limit: 0, ids: [] },
    { limit: 1, ids: ['a'] },
    { limit: 4, ids: ['a', 'b', 'c', 'd'] },
    { limit: 50, ids: ['a', 'b', 'c', 'd'] },
    { limit: null, ids: ['a', 'b', 'c', 'd'] },
    { limit: undefined, ids: ['a', 'b', 'c', 'd'] },
  ])('of $limit keeps $ids', ({ limit, ids }) => {
    expect(rankProfiles(anInput({ profiles, limit: limit ?? null })).ranked.map(({ id }) => id)).toEqual(ids);
  });

  it('holds in an empty bank', () => {
    expect(rankProfiles(anInput({ profiles: [] }))).toMatchObject({ ranked: [], excluded: [] });
  });
});

describe('what is to be checked', () => {
  const unknown = {
    availableFrom: null,
    licences: null,
    lat: null,
    lon: null,
    radiusMetres: null,
    french: null,
    weeklyHours: null,
  };

  it('is listed in one order, and excludes nobody', () => {
    expect(rowOf(unknown, { licences: ['B'], french: 3 }).toCheck).toEqual([
      'availability',
      'licences',
      'distance',
      'french',
      'hours',
    ]);
  });

  it('leaves out licences and French where the offer asks for none', () => {
    expect(rowOf(unknown, { licences: [], french: 0 }).toCheck).toEqual(['availability', 'distance', 'hours']);
    expect(rowOf(unknown, { licences: null, french: null }).toCheck).toEqual(['availability', 'distance', 'hours']);
  });

  it('lists hours even where the offer gives none', () => {
    expect(rowOf({ weeklyHours: null }, { weeklyHours: null }).toCheck).toEqual(['hours']);
  });

  it.each([{ lat: null }, { lon: undefined }, { radiusMetres: null }])('lists the distance for %j alone', (facts) => {
    const row = rowOf(facts);
    expect(row.toCheck).toEqual(['distance']);
    expect(row.criteria.distance).toBe(0);
  });

  it('is empty when all is known, absent or not', () => {
    expect(rowOf({}).toCheck).toEqual([]);
    expect(rowOf({ licences: [], french: 2, weeklyHours: {} }).toCheck).toEqual([]);
  });
});

describe('the skills that are missing', () => {
  it('are those asked and not held, in the order asked', () => {
    expect(rowOf({ skills: ['b'] }, { skills: ['c', 'b', 'a'] }).missing).toEqual(['c', 'a']);
    expect(rowOf({ skills: null }, { skills: ['c', 'c'] }).missing).toEqual(['c']);
    expect(rowOf({ skills: ['b'] }, { skills: null }).missing).toEqual([]);
  });
});

describe('two rankings of one bank', () => {
  it('are equal to the last figure', () => {
    const profiles = Array.from({ length: 200 }, (_, index) =>
      aProfile({ id: `P${index}`, lat: 48.83 + (index % 17) / 200, skills: index % 3 === 0 ? ['tonte'] : [] }),
    );
    const input = anInput({ profiles, offer: anOffer({ skills: ['tonte', 'taille'] }), limit: null });
    expect(rankProfiles(input)).toEqual(rankProfiles(structuredClone(input)));
  });
});
