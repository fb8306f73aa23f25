import type { Bill } from '@jonction/domain/contract/due';
import { dueExpectedOn, dueOn } from '@jonction/domain/contract/due';
import { forecastHours, forecastMonths } from '@jonction/domain/contract/forecast';
import { clauseGauge, noHours } from '@jonction/domain/contract/gauge';
import { obligationSeries } from '@jonction/domain/contract/obligation-series';
import type { Target } from '@jonction/domain/contract/target';
import { addDays, addMonths } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const steps: Target = {
  ...{ mode: 'per_tranche', trigger: 'marginal', invoicedCents: 0, triggerCents: 500_000, stepCents: 100_000 },
};
const monthOf = (day: string) => day.slice(0, 7);
const months = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => monthOf(addMonths(`${monthOf(from)}-01`, index)));
const lastDayOf = (month: string) => addDays(addMonths(`${month}-01`, 1), -1);

const question = fc
  .record({
    start: fc.integer({ min: 0, max: 700 }),
    length: fc.integer({ min: 0, max: 900 }),
    asked: fc.integer({ min: -200, max: 1_200 }),
    worked: fc.array(fc.nat(20_000), { minLength: 30, maxLength: 30 }),
    bills: fc.array(
      fc.record({
        kind: fc.constantFrom('invoice' as const, 'order' as const),
        at: fc.integer({ min: 0, max: 900 }),
        amountCents: fc.integer({ min: -200_000, max: 2_000_000 }),
      }),
      { maxLength: 10 },
    ),
  })
  .map(({ start, length, asked, worked, bills }) => {
    const from = addDays('2024-01-01', start);
    const by: Record<string, number> = {};
    for (const [index, month] of months(addMonths(from, -2), 30).entries()) by[month] = worked[index] ?? 0;
    return {
      period: { from, to: addDays(from, length) },
      day: addDays(from, asked),
      facts: {
        ...{ target: steps, parts: [{ hours: 12, affirmedOn: addDays(from, 40) }] },
        bills: bills.map(({ at, ...bill }): Bill => ({ ...bill, on: addDays(from, at) })),
      },
      hours: {
        ...noHours,
        validatedByMonth: by,
        validatedCentihours: Object.values(by).reduce((sum, one) => sum + one, 0),
      },
    };
  });

describe('an obligation drawn month by month', () => {
  it('has every month of its days once, in order, ten years at most', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const drawn = obligationSeries(asked).map(({ month }) => month);
        const { from, to } = asked.period;
        const all = months(from, 200).filter((month) => month <= monthOf(to));
        expect(drawn).toEqual(all.slice(0, 120));
      }),
    );
  });

  it('adds up every hour validated by the end of each month begun, those before the first one too, and none later', () => {
    fc.assert(
      fc.property(question, (asked) => {
        for (const { month, validatedCentihours } of obligationSeries(asked)) {
          const sum = Object.entries(asked.hours.validatedByMonth)
            .filter(([worked]) => worked <= month)
            .reduce((all, [, centihours]) => all + centihours, 0);
          expect(validatedCentihours).toBe(month <= monthOf(asked.day) ? sum : null);
        }
      }),
    );
  });

  it('owes at the end of each month what is owed then, or on the day of the question for those to come', () => {
    fc.assert(
      fc.property(question, (asked) => {
        for (const { month, dueHours, expectedHours } of obligationSeries(asked)) {
          const end = lastDayOf(month) < asked.period.to ? lastDayOf(month) : asked.period.to;
          expect(dueHours).toBe(dueOn(asked.facts, end < asked.day ? end : asked.day));
          expect(expectedHours).toBe(dueExpectedOn(asked.facts, end));
        }
      }),
    );
  });

  it('forecasts from the month of the question on, never before, and never downwards', () => {
    fc.assert(
      fc.property(question, (asked) => {
        let before = 0;
        for (const { month, forecastCentihours } of obligationSeries(asked)) {
          expect(forecastCentihours === null).toBe(month < monthOf(asked.day));
          if (forecastCentihours === null) continue;
          expect(forecastCentihours).toBeGreaterThanOrEqual(before);
          before = forecastCentihours;
        }
      }),
    );
  });

  it('ends where the gauge of the same day says that it will', () => {
    fc.assert(
      fc.property(question, (asked) => {
        fc.pre(asked.day <= asked.period.to);
        const points = obligationSeries(asked);
        fc.pre(points.length < 120);
        const dueHours = dueOn(asked.facts, asked.day);
        const gauge = clauseGauge({ ...asked, dueHours, status: 'active', since: asked.period.from });
        expect(points.at(-1)?.forecastCentihours).toBe(gauge.forecastCentihours);
        if (asked.day >= asked.period.from)
          expect(points.find(({ month }) => month === monthOf(asked.day))?.dueHours).toBe(dueHours);
      }),
    );
  });
});

describe('the three months before', () => {
  it.each([
    { day: '2024-01-01', three: ['2023-10', '2023-11', '2023-12'] },
    { day: '2024-01-31', three: ['2023-10', '2023-11', '2023-12'] },
    { day: '2024-02-29', three: ['2023-11', '2023-12', '2024-01'] },
    { day: '2024-03-31', three: ['2023-12', '2024-01', '2024-02'] },
    { day: '2024-05-31', three: ['2024-02', '2024-03', '2024-04'] },
    { day: '2024-12-31', three: ['2024-09', '2024-10', '2024-11'] },
  ])('of $day are $three', ({ day, three }) => {
    expect(forecastMonths(day)).toEqual(three);
  });

  it('count the same whatever the day of their month, and no other month counts', () => {
    fc.assert(
      fc.property(question, fc.nat(20_000), (asked, more) => {
        const { period, day, hours } = asked;
        const told = (changes: Record<string, number>) =>
          forecastHours({
            ...{ ...hours, dueHours: 0, period, day },
            validatedByMonth: { ...hours.validatedByMonth, ...changes },
          }).centihours;
        const three = forecastMonths(day);
        expect(told({ [monthOf(day)]: more, [monthOf(addMonths(`${three[0]}-01`, -1))]: more })).toBe(told({}));
        const moved = {
          [three[0]]: hours.validatedByMonth[three[2]] ?? 0,
          [three[2]]: hours.validatedByMonth[three[0]] ?? 0,
        };
        expect(told(moved)).toBe(told({}));
      }),
    );
  });
});
