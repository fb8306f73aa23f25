import { type Demand, pinPoolSchema, poolsOf, recurrentFromOffers } from '@jonction/domain/bank/pool';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const demand = (code: string, offers: number, positions = offers): Demand => ({ code, offers, positions });
const code = fc.constantFrom<string>('K2204', 'F1703', 'G1602', 'N4105', 'A1203');
const demands = fc.uniqueArray(
  fc.record({ code, offers: fc.integer({ min: 1, max: 9 }), positions: fc.integer({ min: 1, max: 40 }) }),
  { selector: (one) => one.code },
);

describe('the pools of a team', () => {
  it('are the occupations that offers asked for at least twice', () => {
    expect(poolsOf([demand('K2204', 3), demand('F1703', 1)], []).map((pool) => pool.code)).toEqual(['K2204']);
  });

  it('hold those pinned by hand, whatever was asked', () => {
    expect(poolsOf([demand('F1703', 1, 4)], ['F1703', 'G1602'])).toEqual([
      { code: 'F1703', offers: 1, positions: 4, pinned: true },
      { code: 'G1602', offers: 0, positions: 0, pinned: true },
    ]);
  });

  it('come in the order of what is asked most, then of positions, then by code', () => {
    const asked = [demand('K2204', 2, 5), demand('F1703', 2, 9), demand('N4105', 4, 4), demand('G1602', 2, 5)];
    expect(poolsOf(asked, []).map((pool) => pool.code)).toEqual(['N4105', 'F1703', 'G1602', 'K2204']);
  });

  it('are none where nothing was asked and nothing pinned', () => {
    expect(poolsOf([], [])).toEqual([]);
  });

  it('say each occupation once, pinned and recurrent or not', () => {
    fc.assert(
      fc.property(demands, fc.uniqueArray(code), (asked, pinned) => {
        const pools = poolsOf(asked, pinned);
        expect(new Set(pools.map((pool) => pool.code)).size).toBe(pools.length);
        for (const pool of pools) expect(pool.pinned).toBe(pinned.includes(pool.code));
      }),
    );
  });

  it('leave out what is neither pinned nor recurrent, and nothing else', () => {
    fc.assert(
      fc.property(demands, fc.uniqueArray(code), (asked, pinned) => {
        const shown = new Set(poolsOf(asked, pinned).map((pool) => pool.code));
        const due = [...asked.filter(({ offers }) => offers >= recurrentFromOffers).map((one) => one.code), ...pinned];
        expect(shown).toEqual(new Set(due));
      }),
    );
  });

  it('keep the figures of what was asked', () => {
    fc.assert(
      fc.property(demands, fc.uniqueArray(code), (asked, pinned) => {
        for (const pool of poolsOf(asked, pinned)) {
          const found = asked.find((one) => one.code === pool.code);
          expect([pool.offers, pool.positions]).toEqual([found?.offers ?? 0, found?.positions ?? 0]);
        }
      }),
    );
  });

  it('do not depend on the order in which the base answers', () => {
    fc.assert(
      fc.property(demands, fc.uniqueArray(code), (asked, pinned) => {
        expect(poolsOf(asked.toReversed(), pinned.toReversed())).toEqual(poolsOf(asked, pinned));
      }),
    );
  });

  it('are pinned by a code of the table of occupations', () => {
    expect(pinPoolSchema.safeParse({ code: 'K2204', pinned: true }).success).toBe(true);
    expect(pinPoolSchema.safeParse({ code: 'propreté', pinned: true }).success).toBe(false);
  });
});
