import { forecastHours, forecastMonths } from '@jonction/domain/contract/forecast';
import { dueHoursWhenTerminated, shareHours } from '@jonction/domain/contract/obligation';
import { dueHours, type Target } from '@jonction/domain/contract/target';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

/** Whether `hours` is n / d rounded half up: hours - 1/2 <= n / d < hours + 1/2, without a division. */
function isHalfUp(hours: number, n: bigint, d: bigint): boolean {
  const twice = 2n * BigInt(hours);
  return (twice - 1n) * d <= 2n * n && 2n * n < (twice + 1n) * d;
}

const cents = fc.oneof(fc.nat(1_000_000), fc.bigInt({ min: 0n, max: 50_000_000_000n }).map(Number));
const divisor = fc.integer({ min: 1, max: 10_000 });
const bps = fc.integer({ min: 0, max: 10_000 });

describe('the hours due, worked by hand', () => {
  test.each<[string, Target, number]>([
    [
      '1 M€ x 50 % / 30 € x 5 % = 833.33',
      { mode: 'labour_share', amountCents: 100_000_000, labourShareBps: 5000, hourlyCostCents: 3000, effortBps: 500 },
      833,
    ],
    [
      '1 500 € x 100 % / 30 € x 1 % = 0.5, half up',
      { mode: 'labour_share', amountCents: 150_000, labourShareBps: 10_000, hourlyCostCents: 3000, effortBps: 100 },
      1,
    ],
    [
      '1 499.99 € of the same: just below the half',
      { mode: 'labour_share', amountCents: 149_999, labourShareBps: 10_000, hourlyCostCents: 3000, effortBps: 100 },
      0,
    ],
    ['5 % of 151.67 h = 7.5835', { mode: 'percent_hours', workedCentihours: 15_167, effortBps: 500 }, 8],
    ['5 % of 150 h = 7.5', { mode: 'percent_hours', workedCentihours: 15_000, effortBps: 500 }, 8],
    ['5 % of 149.99 h = 7.4995', { mode: 'percent_hours', workedCentihours: 14_999, effortBps: 500 }, 7],
    ['607 h a year for 6 months = 303.5', { mode: 'per_year', hoursPerYear: 607, months: 6 }, 304],
    ['100 h a year for 5 months = 41.67', { mode: 'per_year', hoursPerYear: 100, months: 5 }, 42],
    ['100 h a year for no month', { mode: 'per_year', hoursPerYear: 100, months: 0 }, 0],
    ['an offer below the floor', { mode: 'offered', floorHours: 900, offeredHours: 899 }, 900],
    ['an offer above the floor', { mode: 'offered', floorHours: 900, offeredHours: 901 }, 901],
  ])('%s', (_, target, hours) => {
    expect(dueHours(target)).toBe(hours);
  });

  test.each<[number, number, number]>([
    [-1, 0, 0],
    [0, 0, 0],
    [9_999_999, 0, 0],
    [10_000_000, 0, 20],
    [10_499_999, 0, 20],
    [10_500_000, 1, 21],
    [11_000_000, 2, 22],
  ])(
    'with %i cents invoiced, a trigger of 100 000 € and steps of 5 000 €: %i beyond it, %i on the whole',
    (invoicedCents, marginal, cliff) => {
      const given = { mode: 'per_tranche', invoicedCents, triggerCents: 10_000_000, stepCents: 500_000 } as const;
      expect(dueHours({ ...given, trigger: 'marginal' })).toBe(marginal);
      expect(dueHours({ ...given, trigger: 'cliff' })).toBe(cliff);
    },
  );

  // 12 000 € over 12 months at 20 €/h: 1 000 € a month, 50 h a month, 600 h in all; with nobody taken over H = 600 x T.
  test.each<[number, number, number, string]>([
    [0, 2500, 150, 'exactly the floor'],
    [0, 2499, 0, '149.94 h, which would round to 150'],
    [2500, 5000, 150, 'half of the room taken over'],
    [2501, 5000, 0, 'a hundredth of an hour more is below the floor'],
    [5000, 10_000, 0, 'no room left'],
    [9000, 10_000, 0, 'more taken over than paid for'],
    [1234, 10_000, 452, '600 - 12.34 x 12 = 451.92'],
  ])(
    'in cleaning, %i hundredths of an hour a month taken over and an effort of %i: %i h, %s',
    (taken, effortBps, hours) => {
      const given = { mode: 'pact_proprete', amountCents: 1_200_000, months: 12, hourlyCostCents: 2000 } as const;
      expect(dueHours({ ...given, transferredCentihoursPerMonth: taken, effortBps })).toBe(hours);
    },
  );
});

describe('whatever the figures, the hours due', () => {
  it('by labour share lie within half an hour of the exact fraction', () => {
    fc.assert(
      fc.property(cents, bps, divisor, bps, (amountCents, labourShareBps, hourlyCostCents, effortBps) => {
        const hours = dueHours({ mode: 'labour_share', amountCents, labourShareBps, hourlyCostCents, effortBps });
        const numerator = BigInt(amountCents) * BigInt(labourShareBps) * BigInt(effortBps);
        return isHalfUp(hours, numerator, BigInt(hourlyCostCents) * 100_000_000n);
      }),
    );
  });

  it('by labour share are the same whichever of the two shares is named first', () => {
    fc.assert(
      fc.property(cents, bps, divisor, bps, (amountCents, one, hourlyCostCents, other) => {
        const given = { mode: 'labour_share', amountCents, hourlyCostCents } as const;
        expect(dueHours({ ...given, labourShareBps: one, effortBps: other })).toBe(
          dueHours({ ...given, labourShareBps: other, effortBps: one }),
        );
      }),
    );
  });

  it('by tranche are the most whole steps that fit', () => {
    fc.assert(
      fc.property(cents, cents, divisor, fc.boolean(), (invoicedCents, triggerCents, stepCents, isCliff) => {
        const trigger = isCliff ? 'cliff' : 'marginal';
        const hours = dueHours({ mode: 'per_tranche', trigger, invoicedCents, triggerCents, stepCents });
        if (invoicedCents < triggerCents) return hours === 0;
        const counted = BigInt(invoicedCents) - (isCliff ? 0n : BigInt(triggerCents));
        const steps = BigInt(hours) * BigInt(stepCents);
        return steps <= counted && counted < steps + BigInt(stepCents);
      }),
    );
  });

  it('in cleaning are nothing, or at least 150 and within half an hour of the exact fraction', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500_000_000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.nat(60_000),
        fc.integer({ min: 1000, max: 5000 }),
        bps,
        (amountCents, months, taken, hourlyCostCents, effortBps) => {
          const hours = dueHours({
            mode: 'pact_proprete',
            amountCents,
            months,
            transferredCentihoursPerMonth: taken,
            hourlyCostCents,
            effortBps,
          });
          // H = (A / C - S x N) x T, with S in hundredths: both sides times 100 C x 10 000.
          const n = (100n * BigInt(amountCents) - BigInt(taken * months) * BigInt(hourlyCostCents)) * BigInt(effortBps);
          const d = 1_000_000n * BigInt(hourlyCostCents);
          return n < 150n * d ? hours === 0 : hours >= 150 && isHalfUp(hours, n, d);
        },
      ),
    );
  });

  it('of a contract terminated lie within half an hour of the part of its days', () => {
    fc.assert(
      fc.property(
        fc.nat(2_000_000),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 1, max: 28 }),
        (due, last, end) => {
          const two = (figure: number) => String(figure).padStart(2, '0');
          const period = { from: '2024-02-01', to: `2024-02-${two(last)}` };
          const hours = dueHoursWhenTerminated(due, period, `2024-02-${two(end)}`);
          return hours.ok && isHalfUp(hours.value, BigInt(due) * BigInt(Math.min(end, last)), BigInt(last));
        },
      ),
    );
  });
});

describe('hours due at a termination, worked by hand', () => {
  test.each([
    [366, '2024-01-01', '2024-12-31', '2024-02-29', 60],
    [365, '2023-01-01', '2023-12-31', '2023-02-28', 59],
    [1000, '2024-02-28', '2024-03-01', '2024-02-29', 667],
    [1000, '2023-02-28', '2023-03-01', '2023-02-28', 500],
    [3, '2024-01-01', '2024-01-02', '2024-01-01', 2],
    [1000, '2024-01-31', '2024-02-29', '2024-01-30', 0],
    [1000, '2024-01-31', '2024-02-29', '2025-01-30', 1000],
  ])('%i h from %s to %s, ended on %s: %i h', (due, from, to, on, hours) => {
    expect(dueHoursWhenTerminated(due, { from, to }, on)).toEqual({ ok: true, value: hours });
  });
});

describe('the shares of co-contractors', () => {
  test.each<[number, number[], number[]]>([
    [100, [3333, 3333, 3334], [33, 33, 34]],
    [1, [3333, 3333, 3334], [0, 0, 1]],
    [2, [5000, 2500, 2500], [1, 1, 0]],
    [3, [5000, 5000], [2, 1]],
    [7, [2500, 2500, 2500, 2500], [2, 2, 2, 1]],
    [10, [9999, 1], [10, 0]],
    [5000, [9999, 1], [5000, 0]],
    [5001, [9999, 1], [5000, 1]],
    [0, [4000, 6000], [0, 0]],
  ])('of %i h by %j are %j', (due, sharesBps, hours) => {
    expect(shareHours(due, sharesBps)).toEqual({ ok: true, value: hours });
  });

  it('are those of hours given out one by one to whoever is furthest below what is owed', () => {
    const split = fc.array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 4 }).map((cuts) => {
      const marks = [0, ...cuts.toSorted((a, b) => a - b), 10_000];
      return marks.slice(1).map((mark, index) => mark - (marks[index] ?? 0));
    });
    fc.assert(
      fc.property(fc.nat(3000), split, (due, sharesBps) => {
        const given = sharesBps.map((share) => Math.floor((due * share) / 10_000));
        for (let left = due - given.reduce((sum, part) => sum + part, 0); left > 0; left--) {
          const owed = sharesBps.map((share, index) => due * share - 10_000 * (given[index] ?? 0));
          const place = owed.indexOf(Math.max(...owed));
          given[place] = (given[place] ?? 0) + 1;
        }
        expect(shareHours(due, sharesBps)).toEqual({ ok: true, value: given });
      }),
    );
  });

  test.each([[[]], [[9999]], [[10_001]], [[5000, 4999]], [[10_001, -1]], [[-5000, 15_000]]])(
    'of %j are refused',
    (sharesBps) => {
      expect(shareHours(100, sharesBps)).toMatchObject({ ok: false });
    },
  );
});

describe('the forecast of a clause', () => {
  test.each([
    ['2024-01-31', ['2023-10', '2023-11', '2023-12']],
    ['2024-03-31', ['2023-12', '2024-01', '2024-02']],
    ['2024-05-31', ['2024-02', '2024-03', '2024-04']],
    ['2024-12-01', ['2024-09', '2024-10', '2024-11']],
  ])('asked on %s rests on %j', (day, months) => {
    expect(forecastMonths(day)).toEqual(months);
  });

  it('lies within half a hundredth of an hour of validated + pending + mean of three months x days left / 30.4375', () => {
    fc.assert(
      fc.property(fc.nat(90_000), fc.nat(90_000), fc.nat(90_000), fc.integer({ min: 1, max: 31 }), (a, b, c, end) => {
        const { centihours } = forecastHours({
          validatedCentihours: 1000,
          pendingCentihours: 234,
          validatedByMonth: { '2024-02': a, '2024-03': b, '2024-04': c, '2024-05': 77_777 },
          dueHours: 1,
          period: { from: '2024-01-01', to: `2024-05-${String(end).padStart(2, '0')}` },
          day: '2024-05-01',
        });
        // Mean x days / 30.4375 = sum x days x 16 / (3 x 487).
        return isHalfUp(centihours - 1234, BigInt(a + b + c) * BigInt(end - 1) * 16n, 1461n);
      }),
    );
  });

  test.each([
    ['2024-01-20', false, 'a fifth of the days, not more'],
    ['2024-01-21', true, 'a day more than a fifth'],
    ['2024-05-01', true, 'past its end'],
  ])('that stays at nothing, on %s is a risk: %s (%s)', (day, atRisk) => {
    const period = { from: '2024-01-01', to: '2024-04-09' };
    const nothing = { validatedCentihours: 0, pendingCentihours: 0, validatedByMonth: {} };
    expect(forecastHours({ ...nothing, dueHours: 1, period, day })).toEqual({ centihours: 0, atRisk });
  });
});
