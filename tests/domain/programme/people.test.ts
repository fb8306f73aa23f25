import {
  certainties,
  fullTimePosts,
  type PeopleCounts,
  peopleBand,
  peopleUnknowns,
  reaches,
  reachOf,
  shownToBuyer,
} from '@jonction/domain/programme/people';
import { programmeWords } from '@jonction/domain/programme/words';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const nobody: PeopleCounts = { sure: 0, unprovenEligibility: 0, staleCv: 0, unknownDay: 0, unknownPlace: 0 };

const anyCounts: fc.Arbitrary<PeopleCounts> = fc.record({
  sure: fc.nat({ max: 500 }),
  unprovenEligibility: fc.nat({ max: 500 }),
  staleCv: fc.nat({ max: 500 }),
  unknownDay: fc.nat({ max: 500 }),
  unknownPlace: fc.nat({ max: 500 }),
});

describe('people whom a clause may count on', () => {
  it.each([
    [{}, 0, 0, 'nobody'],
    [{ sure: 6 }, 6, 6, 'good'],
    [{ sure: 6, staleCv: 3 }, 6, 9, 'good'],
    [{ sure: 6, staleCv: 4 }, 6, 10, 'fair'],
    [{ sure: 2, unknownDay: 4 }, 2, 6, 'fair'],
    [{ sure: 2, unknownDay: 5 }, 2, 7, 'poor'],
    [{ unknownPlace: 1 }, 0, 1, 'poor'],
    [{ sure: 1, unprovenEligibility: 1, staleCv: 1, unknownDay: 1, unknownPlace: 1 }, 1, 5, 'poor'],
    [{ sure: 4, unprovenEligibility: 1, staleCv: 1 }, 4, 6, 'good'],
    [{ sure: 40, unprovenEligibility: 30, unknownPlace: 30 }, 40, 100, 'fair'],
  ] as const)('%j: from %d to %d, %s', (some, atLeast, atMost, certainty) => {
    expect(peopleBand({ ...nobody, ...some })).toEqual({ atLeast, atMost, certainty });
  });

  it('are at most all of them, each once', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const { atLeast, atMost } = peopleBand(counts);
        expect(atLeast).toBe(counts.sure);
        expect(atMost).toBe(Object.values(counts).reduce((sum, one) => sum + one, 0));
      }),
    );
  });

  it('are never surer for one more of whom something is not known', () => {
    const rank = ['nobody', 'poor', 'fair', 'good'];
    fc.assert(
      fc.property(anyCounts, fc.constantFrom(...peopleUnknowns), (counts, unknown) => {
        const before = peopleBand(counts).certainty;
        const after = peopleBand({ ...counts, [unknown]: counts[unknown] + 1 }).certainty;
        if (before !== 'nobody') expect(rank.indexOf(after)).toBeLessThanOrEqual(rank.indexOf(before));
      }),
    );
  });

  it.each([
    [0, 0],
    [1, null],
    [2, null],
    [3, null],
    [4, null],
    [5, 5],
    [6, 6],
    [120, 120],
  ])('of whom there are %d are told to a buyer as %s', (people, shown) => {
    expect(shownToBuyer(people)).toBe(shown);
  });

  it.each([
    [1600, 12, 100],
    [1600, 24, 50],
    [800, 12, 50],
    [833, 12, 52],
    [833, 48, 13],
    [0, 12, 0],
    [4800, 12, 300],
    [1, 600, 0],
    [4, 12, 0],
    [8, 12, 1],
    [1200, 6, 150],
  ])('%d hours over %d months make %d hundredths of a full-time post', (dueHours, months, posts) => {
    expect(fullTimePosts(dueHours, months)).toBe(posts);
  });

  it('make an unknown number of posts where the duration is not known', () => {
    expect(fullTimePosts(1600, null)).toBeNull();
    expect(fullTimePosts(1600, 0)).toBeNull();
  });

  it.each([
    [5, 9, 300, 'enough'],
    [3, 9, 300, 'enough'],
    [2, 9, 300, 'tight'],
    [2, 3, 300, 'tight'],
    [2, 2, 300, 'short'],
    [0, 0, 1, 'short'],
    [0, 0, 0, 'enough'],
    [0, 1, 52, 'tight'],
    [1, 1, 52, 'enough'],
    [9, 9, null, 'unknown'],
  ] as const)('from %d to %d for %s posts: %s', (atLeast, atMost, posts, reach) => {
    expect(reachOf({ atLeast, atMost }, posts)).toBe(reach);
  });

  it('reach no less far when there are more of them', () => {
    const rank = ['short', 'tight', 'enough'];
    fc.assert(
      fc.property(fc.nat({ max: 50 }), fc.nat({ max: 50 }), fc.nat({ max: 10_000 }), (sure, others, posts) => {
        const before = reachOf({ atLeast: sure, atMost: sure + others }, posts);
        const after = reachOf({ atLeast: sure + 1, atMost: sure + others + 1 }, posts);
        expect(rank.indexOf(after)).toBeGreaterThanOrEqual(rank.indexOf(before));
      }),
    );
  });

  it('have words for how sure it is, how far they reach, and what is not known', () => {
    for (const one of certainties) expect(hasSentence(programmeWords, `programme.certainty.${one}`)).toBe(true);
    for (const one of reaches) expect(hasSentence(programmeWords, `programme.reach.${one}`)).toBe(true);
    for (const one of peopleUnknowns) expect(hasSentence(programmeWords, `programme.unknown.${one}`)).toBe(true);
  });
});
