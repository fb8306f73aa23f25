import type { Criterion } from '@jonction/domain/matching/criterion';
import { criteria } from '@jonction/domain/matching/criterion';
import { movesBetween, weightsFrom } from '@jonction/domain/matching/moves';
import { mostGained, relaxationsOf } from '@jonction/domain/matching/relax';
import { whatWouldChange } from '@jonction/domain/matching/what-would-change';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anInput, anOffer, aProfile, today } from './bank.ts';

const gainsOf = (profile: Parameters<typeof aProfile>[0], offer: Parameters<typeof anOffer>[0] = {}) =>
  relaxationsOf(anInput({ profiles: [aProfile(profile)], offer: anOffer(offer) }));

/** A degree of latitude north of the offer: 111,195 metres. */
const aDegreeAway = { lat: 49.83, lon: 2.36 };

describe('an offer that asks less', () => {
  it.each([
    ['one licence', { licences: [] }, { licences: ['B'] }, { kind: 'licence', licence: 'B' }],
    ['one level of French', { french: 1 }, {}, { kind: 'french', level: 1 }],
    ['fifteen days', { availableFrom: '2026-03-31' }, {}, { kind: 'slack', day: '2026-03-31' }],
    ['fifteen more days', { availableFrom: '2026-04-07' }, { slackDays: 7 }, { kind: 'slack', day: '2026-04-07' }],
    ['ten kilometres', { ...aDegreeAway, radiusMetres: 101_195 }, {}, { kind: 'distance', beyondMetres: 10_000 }],
    ['no hours', { weeklyHours: { min: 31, max: 35 } }, {}, { kind: 'hours' }],
    ['any occupation', { romes: [{ code: 'F1703', months: 9 }] }, {}, { kind: 'occupation' }],
  ])('of %s wins whoever it alone kept out', (_, profile, offer, relaxation) => {
    expect(gainsOf(profile, offer)).toEqual([{ relaxation, gained: 1 }]);
  });

  it.each([
    ['a day later than the slack', { availableFrom: '2026-04-01' }, {}],
    ['a metre farther than the ten kilometres', { ...aDegreeAway, radiusMetres: 101_194 }, {}],
    ['two levels of French below', { french: 0 }, {}],
    ['two licences short', { licences: [] }, { licences: ['B', 'sst'] }],
    ['short of a licence and of French', { licences: [], french: 1 }, { licences: ['B'] }],
    ['without consent', { consent: false }, {}],
    ['hidden', { visible: false }, {}],
    ['placed', { status: 'placed' }, {}],
    ['not eligible', { eligible: [] }, {}],
    ['already put forward', { positionings: ['O1'] }, {}],
    ['unwilling to work there', { optedOut: ['E1'] }, {}],
    ['ranked already', {}, {}],
  ])('wins nobody who is %s', (_, profile, offer) => {
    expect(gainsOf(profile, offer)).toEqual([]);
  });

  it('puts the largest gain first and keeps the order of what is asked among equals', () => {
    const gain = (level: number, gained: number) => ({ relaxation: { kind: 'french', level } as const, gained });
    expect(mostGained([gain(1, 2), gain(2, 0), gain(3, 5), gain(4, 2), gain(5, -1)])).toEqual([
      gain(3, 5),
      gain(1, 2),
      gain(4, 2),
    ]);
  });
});

describe('what would change for one person', () => {
  const changesOf = (profile: Parameters<typeof aProfile>[0], offer: Parameters<typeof anOffer>[0] = {}) =>
    whatWouldChange(anInput({ profiles: [aProfile(profile)], offer: anOffer(offer) }), 'P1');

  it('carries the score that she would have, worked by hand', () => {
    // 350 x 1000 + 150 x 1000 + 200 x 1000 + 150 x 829 (16,585 m left of 20,000) + 50 x 1000 + 100 x 495 (181 days of 365).
    expect(changesOf({ french: 1 })).toEqual([{ change: { kind: 'french', level: 2 }, rank: 1, score: 923_850 }]);
    expect(changesOf({ licences: [] }, { licences: ['B', 'sst'] })).toEqual([
      { change: { kind: 'licences', licences: ['B', 'sst'] }, rank: 1, score: 923_850 },
    ]);
  });

  it.each([
    ['just beyond', 3414, 4000],
    ['three kilometres', 3000, 4000],
    ['none', 0, 4000],
  ])('names the whole kilometre that reaches 3,415 m, from a radius of %s', (_, radiusMetres, reached) => {
    expect(changesOf({ radiusMetres }).map(({ change }) => change)).toEqual([
      { kind: 'radius', radiusMetres: reached },
    ]);
  });

  it('asks nothing of the radius that reaches the offer to the metre', () => {
    expect(changesOf({ radiusMetres: 3415 })).toEqual([]);
  });

  it('asks for the last day on which she may start, slack included', () => {
    expect(changesOf({ availableFrom: '2026-03-24' }, { slackDays: 7 }).map(({ change }) => change)).toEqual([
      { kind: 'availability', day: '2026-03-23' },
    ]);
    expect(changesOf({ availableFrom: '2026-03-23' }, { slackDays: 7 })).toEqual([]);
  });

  it('never asks what is not hers to change: consent, eligibility, a placement, a wish, an occupation', () => {
    for (const facts of [
      { consent: false },
      { visible: false },
      { status: 'placed' },
      { eligible: [] },
      { positionings: ['O1'] },
      { optedOut: ['E1'] },
      { romes: [] },
    ])
      expect(changesOf(facts)).toEqual([]);
  });

  it('proposes no call to whoever was called today', () => {
    const rival = aProfile({ id: 'P0', waitingSince: '2025-08-01' });
    const kinds = (lastContact: string) =>
      whatWouldChange(anInput({ profiles: [rival, aProfile({ lastContact })] }), 'P1').map(({ change }) => change.kind);
    expect(kinds(today)).toEqual([]);
    expect(kinds('2026-01-01')).toEqual([]);
    const stale = aProfile({ id: 'P0', lastContact: '2025-08-01', waitingSince: '2025-08-01' });
    const behind = aProfile({ lastContact: '2025-08-01' });
    expect(whatWouldChange(anInput({ profiles: [stale, behind] }), 'P1').map(({ change }) => change.kind)).toEqual([
      'contact',
    ]);
  });
});

describe('weights made of any six numbers', () => {
  const six = (...given: number[]) =>
    Object.fromEntries(criteria.map((one, at) => [one, given[at] ?? 0])) as Record<Criterion, number>;

  it.each([
    ['six equal ones', [1, 1, 1, 1, 1, 1], [167, 167, 167, 167, 166, 166]],
    ['one alone', [0, 0, 0, 7, 0, 0], [0, 0, 0, 1000, 0, 0]],
    ['one, two and four', [1, 2, 4, 0, 0, 0], [143, 286, 571, 0, 0, 0]],
    ['two equal ones', [0, 3, 0, 0, 0, 3], [0, 500, 0, 0, 0, 500]],
    ['three equal ones, the first of which takes what is left', [0, 0, 0, 9, 9, 9], [0, 0, 0, 334, 333, 333]],
  ])('of %s', (_, given, expected) => {
    expect(weightsFrom(six(...given))).toEqual(six(...expected));
  });

  const numbers = fc.array(fc.nat(500), { minLength: 6, maxLength: 6 });

  it('give nothing to what was given nothing, and no less to what was given more', () => {
    fc.assert(
      fc.property(numbers, (given) => {
        const weights = weightsFrom(six(...given));
        expect(weights === null).toBe(given.every((one) => one === 0));
        if (weights === null) return;
        for (const [a, one] of criteria.entries()) {
          if (given[a] === 0) expect(weights[one]).toBe(0);
          for (const [b, other] of criteria.entries())
            if ((given[a] ?? 0) > (given[b] ?? 0)) expect(weights[one]).toBeGreaterThanOrEqual(weights[other]);
        }
      }),
    );
  });

  it('are the same whatever unit the numbers are in', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 50 }), (given, times) => {
        expect(weightsFrom(six(...given.map((one) => one * times)))).toEqual(weightsFrom(six(...given)));
      }),
    );
  });
});

describe('a move', () => {
  it('says where each stood and stands, those who leave last', () => {
    expect(movesBetween(['a', 'b', 'c'], ['c', 'd', 'a'])).toEqual([
      { id: 'c', before: 3, after: 1 },
      { id: 'd', before: null, after: 2 },
      { id: 'a', before: 1, after: 3 },
      { id: 'b', before: 2, after: null },
    ]);
  });

  it('undone is the same move read backwards', () => {
    const list = fc.shuffledSubarray([...'abcdefgh']);
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    fc.assert(
      fc.property(list, list, (one, other) => {
        const back = movesBetween(other, one).map(({ id, before, after }) => ({ id, before: after, after: before }));
        expect(back.toSorted(byId)).toEqual(movesBetween(one, other).toSorted(byId));
      }),
    );
  });
});
