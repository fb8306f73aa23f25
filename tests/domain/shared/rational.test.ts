import { floorDivide, floorRatio, roundHalfUp, toSafeNumber } from '@jonction/domain/shared/rational';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a floor of a fraction', () => {
  it.each([
    { n: 7n, d: 2n, floor: 3n },
    { n: 8n, d: 2n, floor: 4n },
    { n: -7n, d: 2n, floor: -4n },
    { n: -8n, d: 2n, floor: -4n },
    { n: -1n, d: 1000n, floor: -1n },
    { n: 0n, d: 5n, floor: 0n },
  ])('of $n / $d is $floor', ({ n, d, floor }) => {
    expect(floorDivide(n, d)).toBe(floor);
  });

  it('is the greatest integer not above it', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
        fc.bigInt({ min: 1n, max: 10n ** 20n }),
        (n, d) => {
          const floor = floorDivide(n, d);
          expect(floor * d <= n).toBe(true);
          expect((floor + 1n) * d > n).toBe(true);
        },
      ),
    );
  });
});

describe('rounding half up', () => {
  it.each([
    { n: 1n, d: 2n, rounded: 1n },
    { n: 3n, d: 2n, rounded: 2n },
    { n: -1n, d: 2n, rounded: 0n },
    { n: -3n, d: 2n, rounded: -1n },
    { n: 49n, d: 100n, rounded: 0n },
    { n: 50n, d: 100n, rounded: 1n },
    { n: 10n ** 40n + 1n, d: 2n, rounded: 5n * 10n ** 39n + 1n },
  ])('of $n / $d is $rounded', ({ n, d, rounded }) => {
    expect(roundHalfUp(n, d)).toBe(rounded);
  });

  it('is never more than a half away, and goes up on the half', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (n, d) => {
          const away = 2n * (roundHalfUp(n, d) * d - n);
          expect(away <= d).toBe(true);
          expect(away > -d).toBe(true);
        },
      ),
    );
  });
});

describe('a floor of small integers', () => {
  it('is that of exact arithmetic', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 1, max: 2 ** 31 - 1 }), (n, d) => {
        expect(BigInt(floorRatio(n, d))).toBe(floorDivide(BigInt(n), BigInt(d)));
      }),
    );
  });

  it('is one less right below a whole, however large', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.integer({ min: 1, max: 2 ** 22 }), (d, q) => {
        expect(floorRatio(d * q - 1, d)).toBe(q - 1);
        expect(floorRatio(d * q, d)).toBe(q);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not take a floating division that rounds up to a whole', () => {
    const n = 9_007_199_254_740_991;
    expect(floorRatio(n, 2)).toBe(4_503_599_627_370_495);
    expect(floorRatio(n - 1, n)).toBe(0);
  });
});

describe('a bigint back to a number', () => {
  it('is exact, or an error', () => {
    expect(toSafeNumber(9_007_199_254_740_991n)).toBe(9_007_199_254_740_991);
    expect(() => toSafeNumber(9_007_199_254_740_992n)).toThrow(RangeError);
    expect(() => toSafeNumber(-9_007_199_254_740_992n)).toThrow(RangeError);
  });
});
