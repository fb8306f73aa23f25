import { daysElapsed, dueHoursWhenTerminated, shareHours } from '@jonction/domain/contract/obligation';
import { targetWords } from '@jonction/domain/contract/target-words';
import { addDays, daysBetween } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const year2020 = { from: '2020-01-01', to: '2020-12-31' };

describe('the days of a contract', () => {
  it.each([
    { day: '2019-12-31', elapsed: 0 },
    { day: '2010-01-01', elapsed: 0 },
    { day: '2020-01-01', elapsed: 1 },
    { day: '2020-02-29', elapsed: 60 },
    { day: '2020-07-01', elapsed: 183 },
    { day: '2020-12-31', elapsed: 366 },
    { day: '2021-01-01', elapsed: 366 },
  ])('on $day, $elapsed of 366 are elapsed', ({ day, elapsed }) => {
    expect(daysElapsed(year2020, day)).toEqual({ planned: 366, elapsed });
  });

  it('count the day on which the clock changes as one', () => {
    const period = { from: '2026-03-28', to: '2026-03-30' };
    expect(daysElapsed(period, '2026-03-29')).toEqual({ planned: 3, elapsed: 2 });
    expect(daysElapsed({ from: '2026-10-24', to: '2026-10-26' }, '2026-10-25')).toEqual({ planned: 3, elapsed: 2 });
  });
});

describe('hours due at a termination', () => {
  it.each([
    { hours: 1001, terminatedOn: '2020-07-01', due: 501 },
    { hours: 1000, terminatedOn: '2020-07-01', due: 500 },
    { hours: 1000, terminatedOn: '2019-12-31', due: 0 },
    { hours: 1000, terminatedOn: '2020-01-01', due: 3 },
    { hours: 1000, terminatedOn: '2020-12-31', due: 1000 },
    { hours: 1000, terminatedOn: '2022-01-01', due: 1000 },
    { hours: 1, terminatedOn: '2020-07-01', due: 1 },
    { hours: 1, terminatedOn: '2020-06-30', due: 0 },
    { hours: 0, terminatedOn: '2020-07-01', due: 0 },
  ])('$hours h terminated on $terminatedOn are $due h', ({ hours, terminatedOn, due }) => {
    expect(dueHoursWhenTerminated(hours, year2020, terminatedOn)).toEqual({ ok: true, value: due });
  });

  it('are all due on the one day of a contract of a day', () => {
    const day = { from: '2024-02-29', to: '2024-02-29' };
    expect(dueHoursWhenTerminated(7, day, '2024-02-29')).toEqual({ ok: true, value: 7 });
    expect(dueHoursWhenTerminated(7, day, '2024-02-28')).toEqual({ ok: true, value: 0 });
  });

  it('are refused for a contract that ends before it begins, in words', () => {
    const decision = dueHoursWhenTerminated(100, { from: '2020-02-01', to: '2020-01-31' }, '2020-01-31');
    expect(decision).toEqual({
      ok: false,
      refusal: { code: 'contract.period_reversed', facts: { from: '2020-02-01', to: '2020-01-31' } },
    });
    expect(sentence(targetWords, 'fr', 'contract.period_reversed', { from: '2020-02-01', to: '2020-01-31' })).toMatch(
      /31.janv\..2020/,
    );
  });

  it('keep their hours on targets that a float would lose', () => {
    const hours = 9_007_199_254_740_991;
    expect(dueHoursWhenTerminated(hours, year2020, '2020-12-31')).toEqual({ ok: true, value: hours });
    expect(dueHoursWhenTerminated(hours, year2020, '2020-07-01')).toEqual({ ok: true, value: 4_503_599_627_370_496 });
  });

  it('never fall as the days pass, and are at most the hours due', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(1500), fc.integer({ min: -50, max: 1600 }), (hours, length, offset) => {
        const period = { from: '2020-01-01', to: addDays('2020-01-01', length) };
        const dueOn = (day: string) => {
          const decision = dueHoursWhenTerminated(hours, period, day);
          return decision.ok ? decision.value : Number.NaN;
        };
        const day = addDays(period.from, offset);
        expect(dueOn(day)).toBeLessThanOrEqual(dueOn(addDays(day, 1)));
        expect(dueOn(day)).toBeGreaterThanOrEqual(0);
        expect(dueOn(day)).toBeLessThanOrEqual(hours);
      }),
    );
  });

  it('are the nearest whole hour to the pro rata', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(1500), fc.nat(1500), (hours, length, elapsed) => {
        const period = { from: '2020-01-01', to: addDays('2020-01-01', length) };
        const day = addDays(period.from, Math.min(elapsed, length));
        const decision = dueHoursWhenTerminated(hours, period, day);
        const exact = hours * (daysBetween(period.from, day) + 1);
        const planned = length + 1;
        const value = decision.ok ? decision.value : Number.NaN;
        // 2 x |value - exact / planned| <= 1, and the half goes up.
        expect(2 * (value * planned - exact)).toBeLessThanOrEqual(planned);
        expect(2 * (exact - value * planned)).toBeLessThan(planned);
      }),
    );
  });
});

describe('the shares of co-contractors', () => {
  it.each([
    { hours: 1000, bps: [3333, 3333, 3334], shares: [333, 333, 334] },
    { hours: 3, bps: [5000, 5000], shares: [2, 1] },
    { hours: 1, bps: [2500, 2500, 2500, 2500], shares: [1, 0, 0, 0] },
    { hours: 2, bps: [3334, 3333, 3333], shares: [1, 1, 0] },
    { hours: 10, bps: [10_000], shares: [10] },
    { hours: 10, bps: [0, 10_000, 0], shares: [0, 10, 0] },
    { hours: 0, bps: [6000, 4000], shares: [0, 0] },
    { hours: 7, bps: [1000, 2000, 7000], shares: [1, 1, 5] },
    { hours: 101, bps: [4950, 5050], shares: [50, 51] },
    { hours: 5, bps: [1, 1, 9998], shares: [0, 0, 5] },
    { hours: 100, bps: [1250, 1250, 7500], shares: [13, 12, 75] },
    { hours: 9_007_199_254_740_991, bps: [5000, 5000], shares: [4_503_599_627_370_496, 4_503_599_627_370_495] },
  ])('of $hours h by $bps are $shares', ({ hours, bps, shares }) => {
    expect(shareHours(hours, bps)).toEqual({ ok: true, value: shares });
  });

  it.each([
    { bps: [], sumBps: 0 },
    { bps: [5000, 4999], sumBps: 9999 },
    { bps: [5000, 5001], sumBps: 10_001 },
    { bps: [-1000, 11_000], sumBps: 10_000 },
    { bps: [100], sumBps: 100 },
  ])('are refused for $bps', ({ bps, sumBps }) => {
    expect(shareHours(100, bps)).toEqual({
      ok: false,
      refusal: { code: 'contract.shares_not_whole', facts: { sumBps } },
    });
  });

  it('say in words how much the shares add up to', () => {
    expect(sentence(targetWords, 'en', 'contract.shares_not_whole', { sumBps: 9999 })).toContain('9,999');
  });

  /** Members of a consortium: weights scaled to 10,000, the last one taking what is left. */
  const members = fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }).map((weights) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
    const bps = weights.map((weight) => Math.floor((weight * 10_000) / total));
    const last = bps.length - 1;
    return bps.map((share, index) =>
      index === last ? share + 10_000 - bps.reduce((sum, other) => sum + other, 0) : share,
    );
  });

  it('always add up to the hours due', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), members, (hours, bps) => {
        const shared = shareHours(hours, bps);
        expect(shared.ok && shared.value.reduce((sum, share) => sum + share, 0)).toBe(hours);
      }),
    );
  });

  it('are never an hour or more away from the exact share', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), members, (hours, bps) => {
        const shared = shareHours(hours, bps);
        for (const [index, share] of (shared.ok ? shared.value : []).entries()) {
          expect(Math.abs(share * 10_000 - hours * (bps[index] ?? 0))).toBeLessThan(10_000);
        }
      }),
    );
  });

  it('give of two equal members never less to the first listed', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), members, (hours, bps) => {
        const shared = shareHours(hours, bps);
        const shares = shared.ok ? shared.value : [];
        for (const [i, share] of shares.entries()) {
          for (const [j, other] of shares.entries()) {
            if (i < j && bps[i] === bps[j]) expect(share).toBeGreaterThanOrEqual(other);
          }
        }
      }),
    );
  });
});
