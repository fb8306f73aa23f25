import { type ForecastInput, forecastHours, forecastMonths, progressBps } from '@jonction/domain/contract/forecast';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ask = (facts: Partial<ForecastInput> = {}): ForecastInput => ({
  validatedCentihours: 50_000,
  pendingCentihours: 5000,
  validatedByMonth: { '2026-03': 10_000, '2026-04': 12_000, '2026-05': 8000 },
  dueHours: 1200,
  period: { from: '2026-01-01', to: '2026-12-31' },
  day: '2026-06-15',
  ...facts,
});

describe('progress', () => {
  it.each([
    { validated: 51_200, due: 1200, bps: 4266 },
    { validated: 120_000, due: 1200, bps: 10_000 },
    { validated: 139_440, due: 1200, bps: 11_620 },
    { validated: 0, due: 1200, bps: 0 },
    { validated: 119_999, due: 1200, bps: 9999 },
    { validated: 500, due: 0, bps: null },
  ])('of $validated centihours on $due h due is $bps bps', ({ validated, due, bps }) => {
    expect(progressBps(validated, due)).toBe(bps);
  });

  it('never says 100 % before the last hundredth of an hour', () => {
    expect(progressBps(119_999_999, 1_200_000)).toBe(9999);
  });

  it('is never capped', () => {
    expect(progressBps(1_000_000, 1)).toBe(100_000_000);
  });
});

describe('the three months of a forecast', () => {
  it.each([
    { day: '2026-06-15', months: ['2026-03', '2026-04', '2026-05'] },
    { day: '2026-06-01', months: ['2026-03', '2026-04', '2026-05'] },
    { day: '2026-06-30', months: ['2026-03', '2026-04', '2026-05'] },
    { day: '2026-01-31', months: ['2025-10', '2025-11', '2025-12'] },
    { day: '2024-03-31', months: ['2023-12', '2024-01', '2024-02'] },
    { day: '2024-02-29', months: ['2023-11', '2023-12', '2024-01'] },
  ])('end before the month of $day: $months', ({ day, months }) => {
    expect(forecastMonths(day)).toEqual(months);
  });
});

describe('a forecast', () => {
  it('adds to validated and pending the mean of three months for the days left', () => {
    // 10,000 a month x 199 days / 30.4375 = 65,379.87 hundredths.
    expect(forecastHours(ask()).centihours).toBe(50_000 + 5000 + 65_380);
  });

  it('takes absent months for months without hours', () => {
    const { centihours } = forecastHours(ask({ validatedByMonth: { '2026-05': 30_000 } }));
    expect(centihours).toBe(50_000 + 5000 + 65_380);
    expect(forecastHours(ask({ validatedByMonth: {} })).centihours).toBe(55_000);
  });

  it('ignores the month of the question and those before the three', () => {
    const validatedByMonth = { '2026-02': 99_999, '2026-06': 99_999, '2026-07': 99_999 };
    expect(forecastHours(ask({ validatedByMonth })).centihours).toBe(55_000);
  });

  it('expects nothing more on the last day, or after it', () => {
    expect(forecastHours(ask({ day: '2026-12-31' })).centihours).toBe(55_000);
    // After the end the months worked bring nothing more, and take nothing back.
    const validatedByMonth = { '2027-02': 9000, '2027-03': 9000, '2027-04': 9000 };
    expect(forecastHours(ask({ day: '2027-05-01', validatedByMonth })).centihours).toBe(55_000);
  });

  it('counts a day left as one 30.4375th of a month, to the nearest hundredth', () => {
    // A mean of one hundredth a month: 15 / 30.4375 = 0.49, 16 / 30.4375 = 0.53.
    const validatedByMonth = { '2026-10': 3 };
    const on = { day: '2027-01-01', validatedByMonth };
    const until = (to: string) => forecastHours(ask({ ...on, period: { from: '2026-01-01', to } })).centihours;
    expect(until('2027-01-16')).toBe(55_000);
    expect(until('2027-01-17')).toBe(55_001);
  });

  it('is exact where the fraction is whole', () => {
    // 3 x 30.4375 days are 1461 / 16: of 1461 hundredths in three months one day brings 16.
    const day = '2026-06-15';
    const period = { from: '2026-01-01', to: addDays(day, 1) };
    expect(forecastHours(ask({ validatedByMonth: { '2026-05': 1461 }, day, period })).centihours).toBe(55_016);
  });
});

describe('the risk of a forecast', () => {
  it('is said when the forecast is below the hours due and more than a fifth of the days are gone', () => {
    expect(forecastHours(ask()).atRisk).toBe(false);
    expect(forecastHours(ask({ dueHours: 1204 })).atRisk).toBe(true);
    expect(forecastHours(ask({ dueHours: 1203 })).centihours).toBe(120_380);
  });

  it('is not said when the forecast is exactly what is due', () => {
    const facts = { validatedCentihours: 120_000, pendingCentihours: 0, validatedByMonth: {} };
    expect(forecastHours(ask(facts)).atRisk).toBe(false);
    expect(forecastHours(ask({ ...facts, validatedCentihours: 119_999 })).atRisk).toBe(true);
  });

  it('waits until more than a fifth of the days are gone', () => {
    const period = { from: '2026-01-01', to: '2026-04-10' };
    const at = (day: string) => forecastHours(ask({ validatedByMonth: {}, period, day })).atRisk;
    // 100 days: the 20th is a fifth exactly, the 21st more.
    expect(at('2026-01-20')).toBe(false);
    expect(at('2026-01-21')).toBe(true);
    expect(at('2026-09-01')).toBe(true);
    expect(at('2025-12-01')).toBe(false);
  });

  it('disappears as more hours are validated, never the other way', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(200_000), fc.nat(365), (a, b, offset) => {
        const day = addDays('2026-01-01', offset);
        const at = (validatedCentihours: number) => forecastHours(ask({ validatedCentihours, day }));
        const [less, more] = [at(Math.min(a, b)), at(Math.max(a, b))];
        expect(less.centihours).toBeLessThanOrEqual(more.centihours);
        if (more.atRisk) expect(less.atRisk).toBe(true);
      }),
    );
  });

  it('is the exact fraction for any month and any number of days', () => {
    fc.assert(
      fc.property(fc.nat(500_000), fc.nat(500_000), fc.nat(500_000), fc.nat(2000), (a, b, c, daysLeft) => {
        const day = '2026-06-15';
        const input = ask({
          validatedByMonth: { '2026-03': a, '2026-04': b, '2026-05': c },
          day,
          period: { from: '2026-01-01', to: addDays(day, daysLeft) },
        });
        const toCome = BigInt(forecastHours(input).centihours - 55_000);
        // toCome is the nearest integer to (a + b + c) x daysLeft x 16 / 1461, the half going up.
        const exact = 2n * BigInt(a + b + c) * BigInt(daysLeft) * 16n;
        expect(toCome * 2n * 1461n - 1461n <= exact).toBe(true);
        expect(exact < toCome * 2n * 1461n + 1461n).toBe(true);
      }),
    );
  });
});
