import { leastForShare, useShares, useSteps } from '@jonction/domain/participant/use-rate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const counts = (recommended: number, putForward: number, met: number, hired: number) => ({
  ...{ recommended, putForward, met, hired },
});
/** Each step is of people of the step before. */
const funnel = fc
  .tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500))
  .map((four) => four.toSorted((one, other) => other - one))
  .map(([recommended = 0, putForward = 0, met = 0, hired = 0]) => counts(recommended, putForward, met, hired));

describe('the rate of use of a partner', () => {
  it('is a share of all whom she recommended, rounded half up', () => {
    expect(useShares(counts(8, 5, 3, 1))).toEqual({ putForward: 63, met: 38, hired: 13 });
    expect(useShares(counts(200, 1, 0, 0))).toEqual({ putForward: 1, met: 0, hired: 0 });
    expect(useShares(counts(201, 1, 0, 0)).putForward).toBe(0);
  });

  it('says no share of fewer than five people, nor of none', () => {
    expect(useShares(counts(4, 4, 4, 4))).toEqual({ putForward: null, met: null, hired: null });
    expect(useShares(counts(0, 0, 0, 0))).toEqual({ putForward: null, met: null, hired: null });
    expect(useShares(counts(leastForShare, 5, 0, 0))).toEqual({ putForward: 100, met: 0, hired: 0 });
  });

  it('is a whole number of hundredths between none and all, never growing from step to step', () => {
    fc.assert(
      fc.property(funnel, (given) => {
        const shares = useShares(given);
        const shown = useSteps.map((step) => shares[step]);
        if (given.recommended < leastForShare) {
          expect(shown).toEqual([null, null, null]);
          return;
        }
        for (const share of shown) {
          expect(Number.isInteger(share)).toBe(true);
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(100);
        }
        expect(shown.toSorted((one, other) => Number(other) - Number(one))).toEqual(shown);
      }),
    );
  });

  it('is never further than half a hundredth from what it says', () => {
    fc.assert(
      fc.property(funnel, (given) => {
        const { hired } = useShares(given);
        if (hired !== null) expect(Math.abs(hired - (100 * given.hired) / given.recommended)).toBeLessThanOrEqual(0.5);
      }),
    );
  });
});
