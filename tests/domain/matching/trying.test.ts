import { criteria, defaultWeights, type Weights } from '@jonction/domain/matching/criterion';
import { movesBetween, weightsFrom } from '@jonction/domain/matching/moves';
import { outcomesOf, scoreBandOf, scoreBands } from '@jonction/domain/matching/outcome';
import { rankProfiles } from '@jonction/domain/matching/rank';
import { houseRules, rulesDecisionSchema } from '@jonction/domain/matching/ranking-rules';
import { liftedBy, relaxedOffers } from '@jonction/domain/matching/relax';
import { weightsSchema } from '@jonction/domain/matching/weights-schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryBank } from './arbitrary-bank.ts';

describe('weights that are tried', () => {
  const six = fc.record(
    Object.fromEntries(criteria.map((one) => [one, fc.nat({ max: 2000 })])) as Record<
      (typeof criteria)[number],
      fc.Arbitrary<number>
    >,
  );

  it('always add up to 1000, in the proportions given', () => {
    fc.assert(
      fc.property(six, (given) => {
        const weights = weightsFrom(given);
        const sum = criteria.reduce((total, one) => total + given[one], 0);
        if (sum === 0) {
          expect(weights).toBeNull();
          return;
        }
        expect(weightsSchema.safeParse(weights).success).toBe(true);
        for (const one of criteria) expect(Math.abs((weights?.[one] ?? 0) - (1000 * given[one]) / sum)).toBeLessThan(1);
      }),
    );
  });

  it('are left as they are when they do', () => {
    expect(weightsFrom(defaultWeights)).toEqual(defaultWeights);
  });

  it('exclude nobody: the same people are ranked, in another order', () => {
    const other: Weights = { ...defaultWeights, occupation: 0, waiting: 450 };
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const ids = (weights: Weights) => rankProfiles({ ...bank, limit: null, weights }).ranked.map(({ id }) => id);
        expect(ids(other).toSorted()).toEqual(ids(defaultWeights).toSorted());
      }),
    );
  });
});

describe('who moves', () => {
  const places = fc.shuffledSubarray([...'abcdefghij']);

  it('is everybody of either list, once, with both places', () => {
    fc.assert(
      fc.property(places, places, (before, after) => {
        const moves = movesBetween(before, after);
        expect(moves.map(({ id }) => id).toSorted()).toEqual([...new Set([...before, ...after])].toSorted());
        for (const { id, before: was, after: is } of moves) {
          expect(was).toBe(before.includes(id) ? before.indexOf(id) + 1 : null);
          expect(is).toBe(after.includes(id) ? after.indexOf(id) + 1 : null);
        }
      }),
    );
  });

  it('comes in the order of the second list', () => {
    expect(movesBetween(['a', 'b', 'c'], ['c', 'd', 'a']).map(({ id }) => id)).toEqual(['c', 'd', 'a', 'b']);
  });
});

describe('a requirement asked no more', () => {
  it('brings back nobody but those left out for its own reason, and loses nobody', () => {
    fc.assert(
      fc.property(arbitraryBank, (bank) => {
        const before = rankProfiles({ ...bank, limit: null });
        const reasonOf = new Map(before.excluded.map(({ id, reason }) => [id, reason]));
        for (const { relaxation, offer, widen } of relaxedOffers(bank.offer)) {
          const ids = rankProfiles({ ...bank, offer, widen, limit: null }).ranked.map(({ id }) => id);
          for (const { id } of before.ranked) expect(ids).toContain(id);
          for (const id of ids) expect([undefined, liftedBy[relaxation.kind]]).toContain(reasonOf.get(id));
        }
      }),
    );
  });

  it('is each thing asked, alone, and nothing that the offer does not ask', () => {
    const offer = { id: 'o', rome: 'K2204', start: '2026-05-01' };
    expect(relaxedOffers(offer).map(({ relaxation }) => relaxation.kind)).toEqual(['slack', 'distance', 'occupation']);
    expect(relaxedOffers(offer, true).map(({ relaxation }) => relaxation.kind)).toEqual(['slack', 'distance']);
    const full = { ...offer, licences: ['B', 'caces_r489', 'B'], french: 2, weeklyHours: { min: 25, max: 30 } };
    expect(relaxedOffers(full).map(({ relaxation }) => relaxation.kind)).toEqual([
      'licence',
      'licence',
      'french',
      'slack',
      'distance',
      'hours',
      'occupation',
    ]);
    expect(relaxedOffers(full)[0]?.offer.licences).toEqual(['caces_r489']);
  });
});

describe('the rules of a structure', () => {
  const decision = { after: 0, weights: defaultWeights, forgottenEvery: 5, reason: 'on attend trop longtemps' };

  it('are those of the house until a team lead decides', () => {
    expect(houseRules).toEqual({ version: 0, weights: defaultWeights, forgottenEvery: 5 });
    expect(rulesDecisionSchema.parse(decision)).toEqual(decision);
  });

  it.each([
    ['weights that do not add up', { weights: { ...defaultWeights, waiting: 0 } }, 'matching.weights_not_1000'],
    ['one place in one', { forgottenEvery: 1 }, 'matching.every_out_of_range'],
    ['one place in thirteen', { forgottenEvery: 13 }, 'matching.every_out_of_range'],
    ['no number', { forgottenEvery: Number.NaN }, 'matching.every_out_of_range'],
    ['no reason', { reason: '  ' }, 'matching.reason_needed'],
  ])('are refused with %s', (_, change, code) => {
    const { error } = rulesDecisionSchema.safeParse({ ...decision, ...change });
    expect(error?.issues.map(({ message }) => message)).toContain(code);
  });
});

describe('what came of the CVs', () => {
  it.each([
    [null, 'unranked'],
    [0, 'below400'],
    [399_999, 'below400'],
    [400_000, 'from400'],
    [600_000, 'from600'],
    [799_999, 'from600'],
    [800_000, 'from800'],
    [1_000_000, 'from800'],
  ] as const)('is counted for a score of %s under %s', (score, band) => {
    expect(scoreBandOf(score)).toBe(band);
  });

  it('counts each once, in every band, best first', () => {
    const sent = fc.array(
      fc.record({
        score: fc.option(fc.nat({ max: 1_000_000 }), { nil: null }),
        interviewed: fc.boolean(),
        hired: fc.boolean(),
        refused: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(sent, (rows) => {
        const outcomes = outcomesOf(rows);
        expect(outcomes.map(({ band }) => band)).toEqual([...scoreBands]);
        const sum = (name: 'sent' | 'interviewed' | 'hired' | 'refused') =>
          outcomes.reduce((total, outcome) => total + outcome[name], 0);
        expect(sum('sent')).toBe(rows.length);
        for (const name of ['interviewed', 'hired', 'refused'] as const)
          expect(sum(name)).toBe(rows.filter((row) => row[name]).length);
      }),
    );
  });
});
