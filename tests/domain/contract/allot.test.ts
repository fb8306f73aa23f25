import { allot } from '@jonction/domain/contract/allot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

describe('a whole divided by weights', () => {
  it.each([
    { name: 'goes by halves', whole: 100, weights: [1, 1], shares: [50, 50] },
    { name: 'gives what is left to the first of equals', whole: 101, weights: [1, 1], shares: [51, 50] },
    { name: 'gives one each to the first of three equals', whole: 2, weights: [1, 1, 1], shares: [1, 1, 0] },
    {
      name: 'gives what is left to the largest remainder, not to the first',
      whole: 10,
      weights: [1, 2],
      shares: [3, 7],
    },
    { name: 'gives nothing to what weighs nothing', whole: 7, weights: [0, 3, 0], shares: [0, 7, 0] },
    { name: 'takes a weight below nought for nothing', whole: 7, weights: [-5, 3, 4], shares: [0, 3, 4] },
    { name: 'divides nothing into nothing', whole: 0, weights: [3, 4], shares: [0, 0] },
    { name: 'divides nothing where nothing weighs', whole: 0, weights: [0, 0], shares: [0, 0] },
    { name: 'keeps one alone whole', whole: 42, weights: [9], shares: [42] },
    { name: 'shares less than there are members', whole: 1, weights: [1, 1, 1, 1, 1], shares: [1, 0, 0, 0, 0] },
    {
      name: 'goes by thirds of 420 hours in hundredths',
      whole: 42_000,
      weights: [1, 1, 1],
      shares: [14_000, 14_000, 14_000],
    },
    {
      name: 'goes by invoices in cents',
      whole: 18_000,
      weights: [12_000_001, 5_999_999, 0],
      shares: [12_000, 6_000, 0],
    },
    { name: 'does not mind a common factor', whole: 101, weights: [4950, 5050], shares: [50, 51] },
  ])('$name', ({ whole, weights, shares }) => {
    expect(allot(whole, weights)).toEqual(shares);
  });

  it('goes whole to the one named where nothing weighs, the first unless said', () => {
    expect(allot(500, [0, 0, 0])).toEqual([500, 0, 0]);
    expect(allot(500, [0, 0, 0], 2)).toEqual([0, 0, 500]);
    expect(allot(500, [-1, -2, 0], 1)).toEqual([0, 500, 0]);
  });

  it('does not look at the one named where something weighs', () => {
    expect(allot(500, [1, 0, 0], 2)).toEqual([500, 0, 0]);
  });

  it('has no room for anything where there is nobody', () => {
    expect(allot(0, [])).toEqual([]);
  });

  it('stays exact where products are far beyond what a number holds', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(allot(most, [most, most])).toEqual([4_503_599_627_370_496, 4_503_599_627_370_495]);
    expect(sum(allot(1_000_000_000, [most, most - 1, 1]))).toBe(1_000_000_000);
  });

  it('tells remainders apart that would be one and the same number', () => {
    // Both remainders are beyond 2^53 and differ by little: the second one is the greater.
    const weights = [9_007_199_254_740_990, 9_007_199_254_740_991];
    expect(allot(3, weights)).toEqual([1, 2]);
  });
});

const wholes = fc.nat(1_000_000_000);
const weights = fc.array(fc.integer({ min: -1_000_000, max: 2_000_000_000 }), { minLength: 1, maxLength: 12 });

describe('the shares', () => {
  it('always add up to the whole', () => {
    fc.assert(
      fc.property(wholes, weights, fc.nat(11), (whole, given, index) => {
        expect(sum(allot(whole, given, index % given.length))).toBe(whole);
      }),
    );
  });

  it('are never below nought, and never above the whole', () => {
    fc.assert(
      fc.property(wholes, weights, (whole, given) => {
        for (const share of allot(whole, given)) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(whole);
        }
      }),
    );
  });

  it('are never one or more away from the exact proportion', () => {
    fc.assert(
      fc.property(wholes, weights, (whole, given) => {
        const counted = given.map((weight) => BigInt(Math.max(weight, 0)));
        const total = counted.reduce((all, weight) => all + weight, 0n);
        fc.pre(total > 0n);
        for (const [index, share] of allot(whole, given).entries()) {
          const off = BigInt(share) * total - BigInt(whole) * (counted[index] ?? 0n);
          expect(off < total && off > -total).toBe(true);
        }
      }),
    );
  });

  it('give a heavier one never less than a lighter one', () => {
    fc.assert(
      fc.property(wholes, fc.array(fc.nat(1_000_000), { minLength: 2, maxLength: 8 }), (whole, given) => {
        fc.pre(given.some((weight) => weight > 0));
        const shares = allot(whole, given);
        for (const [i, share] of shares.entries()) {
          for (const [j, other] of shares.entries()) {
            if ((given[i] ?? 0) > (given[j] ?? 0)) expect(share).toBeGreaterThanOrEqual(other);
          }
        }
      }),
    );
  });

  it('give of two equals never less to the first listed, and at most one more', () => {
    fc.assert(
      fc.property(wholes, fc.nat(1_000_000), fc.nat(1_000_000), (whole, weight, third) => {
        fc.pre(weight + third > 0);
        const [first = 0, , last = 0] = allot(whole, [weight, third, weight]);
        expect(first - last).toBeGreaterThanOrEqual(0);
        expect(first - last).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('do not change when every weight is doubled', () => {
    fc.assert(
      fc.property(wholes, fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 10 }), (whole, given) => {
        expect(
          allot(
            whole,
            given.map((weight) => 2 * weight),
          ),
        ).toEqual(allot(whole, given));
      }),
    );
  });

  it('do not change when somebody who weighs nothing comes last', () => {
    fc.assert(
      fc.property(wholes, fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 10 }), (whole, given) => {
        expect(allot(whole, [...given, 0])).toEqual([...allot(whole, given), 0]);
      }),
    );
  });
});
