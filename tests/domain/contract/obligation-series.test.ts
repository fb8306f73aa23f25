import { forecastHours } from '@jonction/domain/contract/forecast';
import { noHours } from '@jonction/domain/contract/gauge';
import { obligationSeries } from '@jonction/domain/contract/obligation-series';
import type { Target } from '@jonction/domain/contract/target';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const steps: Target = {
  mode: 'per_tranche',
  trigger: 'marginal',
  invoicedCents: 0,
  triggerCents: 0,
  stepCents: 100_000,
};
const hours = {
  ...noHours,
  validatedCentihours: 30_000,
  pendingCentihours: 2_000,
  validatedByMonth: { '2026-01': 10_000, '2026-02': 8_000, '2026-03': 12_000 },
};
const bills = [
  { kind: 'order' as const, on: '2026-01-15', amountCents: 50_000_000 },
  { kind: 'invoice' as const, on: '2026-02-20', amountCents: 10_000_000 },
  { kind: 'invoice' as const, on: '2026-04-05', amountCents: 10_000_000 },
];
const period = { from: '2026-01-05', to: '2026-06-15' };
const day = '2026-04-10';
const series = obligationSeries({ facts: { target: steps, bills, parts: [] }, hours, period, day });
const column = (name: keyof (typeof series)[number]) => series.map((point) => point[name]);

describe('an obligation month by month', () => {
  it('has a point for each month of the clause, the first and the last included', () => {
    expect(column('month')).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']);
  });

  it('adds up the hours validated, up to the month of the question', () => {
    expect(column('validatedCentihours')).toEqual([10_000, 18_000, 30_000, 30_000, null, null]);
  });

  it('forecasts from the month of the question on, and ends where the gauge does', () => {
    const forecast = column('forecastCentihours');
    expect(forecast.slice(0, 3)).toEqual([null, null, null]);
    expect(forecast.at(-1)).toBe(forecastHours({ ...hours, dueHours: 0, period, day }).centihours);
  });

  it('tells what was due on what was invoiced by then, and what is expected of the orders', () => {
    expect(column('dueHours')).toEqual([0, 100, 100, 200, 200, 200]);
    expect(column('expectedHours')).toEqual([500, 500, 500, 500, 500, 500]);
  });

  it('does not count in the month of the question what is invoiced after it', () => {
    const early = obligationSeries({ facts: { target: steps, bills, parts: [] }, hours, period, day: '2026-04-04' });
    expect(early[3]?.dueHours).toBe(100);
  });

  it('expects nothing of a target that stands by itself', () => {
    const fixed = obligationSeries({
      facts: { target: { mode: 'fixed', hours: 7 }, bills, parts: [] },
      hours,
      period,
      day,
    });
    expect(fixed.map(({ expectedHours }) => expectedHours)).toEqual([null, null, null, null, null, null]);
    expect(fixed.map(({ dueHours }) => dueHours)).toEqual([7, 7, 7, 7, 7, 7]);
  });

  it('counts in its first month the hours worked before it', () => {
    const late = obligationSeries({
      facts: { target: steps, bills, parts: [] },
      hours,
      period: { ...period, from: '2026-03-01' },
      day,
    });
    expect(late[0]?.validatedCentihours).toBe(30_000);
  });

  it('stops after ten years', () => {
    const long = { from: '2020-01-01', to: '2050-01-01' };
    expect(
      obligationSeries({ facts: { target: steps, bills: [], parts: [] }, hours: noHours, period: long, day }),
    ).toHaveLength(120);
  });

  it('never goes down, but by a credit note', () => {
    const months = fc.dictionary(fc.constantFrom('2026-01', '2026-02', '2026-03', '2026-05'), fc.nat(1e6));
    fc.assert(
      fc.property(months, fc.integer({ min: 0, max: 200 }), (validatedByMonth, days) => {
        const asked = addDays('2026-01-01', days);
        const facts = { target: steps, bills: bills.filter(({ amountCents }) => amountCents > 0), parts: [] };
        const validatedCentihours = Object.values(validatedByMonth).reduce((sum, one) => sum + one, 0);
        const points = obligationSeries({
          facts,
          hours: { ...noHours, validatedCentihours, validatedByMonth },
          period,
          day: asked,
        });
        for (const name of ['validatedCentihours', 'forecastCentihours', 'dueHours', 'expectedHours'] as const) {
          const told = points.flatMap((point) => point[name] ?? []);
          expect(told).toEqual(told.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});
