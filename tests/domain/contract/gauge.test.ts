import { clauseGauge, noHours } from '@jonction/domain/contract/gauge';
import { contractStatuses } from '@jonction/domain/contract/lifecycle';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
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

  const any = fc.record({
    validatedCentihours: fc.nat(5_000_000),
    pendingCentihours: fc.nat(500_000),
    rejectedCentihours: fc.nat(500_000),
    exceptionalCentihours: fc.nat(100_000),
    validatedByMonth: fc.dictionary(fc.constantFrom('2024-03', '2024-04', '2024-05', '2023-01'), fc.nat(100_000)),
  });

  it('tells every hour declared, and nothing is left once all is validated', () => {
    fc.assert(
      fc.property(any, fc.nat(50_000), (counted, dueHours) => {
        const gauge = clauseGauge({ ...question, hours: counted, dueHours });
        const { validatedCentihours, pendingCentihours, rejectedCentihours } = gauge;
        expect(gauge.declaredCentihours).toBe(validatedCentihours + pendingCentihours + rejectedCentihours);
        expect(gauge.leftCentihours === 0).toBe(validatedCentihours >= 100 * dueHours);
        if (dueHours > 0) expect((gauge.progressBps ?? 0) >= 10_000).toBe(gauge.leftCentihours === 0);
      }),
    );
  });

  it('foresees at least what is validated and pending, and no risk once that is enough', () => {
    fc.assert(
      fc.property(any, fc.nat(50_000), fc.nat(500), (counted, dueHours, offset) => {
        const day = addDays('2023-12-01', offset);
        const gauge = clauseGauge({ ...question, hours: counted, dueHours, day });
        const sure = counted.validatedCentihours + counted.pendingCentihours;
        expect(gauge.forecastCentihours).toBeGreaterThanOrEqual(sure);
        if (sure >= 100 * dueHours) expect(gauge.atRisk).toBe(false);
        if (day < '2024-03-01') expect(gauge.atRisk).toBe(false);
        if (day >= period.to) expect(gauge.forecastCentihours).toBe(sure);
      }),
    );
  });

  it('owes less the sooner a contract is terminated, never more than written, nothing before its first day', () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.nat(400), fc.nat(60), (dueHours, offset, later) => {
        const dueOn = (since: string) => clauseGauge({ ...question, dueHours, status: 'terminated', since }).dueHours;
        const since = addDays('2023-12-20', offset);
        expect(dueOn(since)).toBeLessThanOrEqual(dueOn(addDays(since, later)));
        expect(dueOn(since)).toBeLessThanOrEqual(dueHours);
        expect(dueOn('2023-12-31')).toBe(0);
        expect(dueOn(period.to)).toBe(dueHours);
      }),
    );
  });

  it('is prorated by a termination alone: a contract that stops owes what it owed', () => {
    for (const status of contractStatuses.filter((one) => one !== 'terminated')) {
      expect(clauseGauge({ ...question, status, since: '2024-06-30' }).dueHours, status).toBe(1_200);
    }
  });
});
