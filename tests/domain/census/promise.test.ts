import { promiseOf, promiseSince } from '@jonction/domain/census/promise';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a promise kept', () => {
  it.each([
    [12, 12, 10_000],
    [12, 6, 5_000],
    [3, 1, 3_333],
    [3, 2, 6_666],
    [7, 0, 0],
  ])('of %d contracts asked about, %d in time: %d basis points', (asked, inTime, keptBps) => {
    expect(promiseOf({ asked, inTime })).toEqual({ asked, inTime, keptBps });
  });

  it('is nobody’s to break where nothing was asked', () => {
    expect(promiseOf({ asked: 0, inTime: 0 }).keptBps).toBeNull();
  });

  it('is whole when all came in time, and only then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), fc.integer({ min: 0, max: 5_000 }), (asked, some) => {
        const inTime = Math.min(asked, some);
        const { keptBps } = promiseOf({ asked, inTime });
        expect(keptBps === 10_000).toBe(inTime === asked);
        expect(keptBps).toBeGreaterThanOrEqual(0);
        expect(keptBps).toBeLessThanOrEqual(10_000);
      }),
    );
  });

  it('never falls when one more answer comes in time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 499 }), (asked, some) => {
        const inTime = Math.min(asked - 1, some);
        const before = promiseOf({ asked, inTime }).keptBps ?? -1;
        const after = promiseOf({ asked, inTime: inTime + 1 }).keptBps ?? -1;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it.each([
    ['2024-06-12', '2022-12-01'],
    ['2024-01-31', '2022-07-01'],
    ['2020-02-29', '2018-08-01'],
  ])('is shown on %s from %s on', (today, since) => {
    expect(promiseSince(today)).toBe(since);
  });
});
