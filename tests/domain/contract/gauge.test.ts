import { clauseGauge, noHours } from '@jonction/domain/contract/gauge';
import { describe, expect, it } from 'vitest';

const hours = {
  validatedCentihours: 60_000,
  pendingCentihours: 10_000,
  rejectedCentihours: 5_000,
  exceptionalCentihours: 2_000,
  validatedByMonth: { '2024-03': 9_000, '2024-04': 9_000, '2024-05': 9_000 },
};
const period = { from: '2024-01-01', to: '2024-12-31' };
const question = { dueHours: 1_200, hours, period, status: 'active', since: '2024-01-01', day: '2024-06-15' } as const;

describe('the gauge of a clause', () => {
  it('counts declared, left and forecast', () => {
    expect(clauseGauge(question)).toMatchObject({
      dueHours: 1_200,
      declaredCentihours: 75_000,
      leftCentihours: 60_000,
      progressBps: 5_000,
      // 600 + 100 + 90 a month x 199 days / 30.4375
      forecastCentihours: 128_842,
      atRisk: false,
    });
  });

  it('never shows less than nothing left, nor caps the progress', () => {
    const gauge = clauseGauge({ ...question, dueHours: 500 });
    expect([gauge.leftCentihours, gauge.progressBps]).toEqual([0, 12_000]);
  });

  it('owes pro rata of the days once the contract is terminated', () => {
    const gauge = clauseGauge({ ...question, status: 'terminated', since: '2024-06-30' });
    // 182 days of 366
    expect(gauge.dueHours).toBe(597);
  });

  it('foresees nothing while the dates are unknown', () => {
    const gauge = clauseGauge({ ...question, hours: noHours, period: null });
    expect([gauge.forecastCentihours, gauge.atRisk]).toEqual([null, false]);
  });
});
