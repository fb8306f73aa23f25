import { isWholeMonths, periodBefore, usualPeriod, usualPeriods } from '@jonction/domain/report/period';
import { addDays, addMonths, daysBetween } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const day = fc.integer({ min: 0, max: 20_000 }).map((number) => addDays('1990-01-01', number));

describe('the period before', () => {
  it.each([
    ['a month', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['a month after a longer one', '2026-04-01', '2026-04-30', '2026-03-01', '2026-03-31'],
    ['January', '2026-01-01', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['a quarter', '2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31'],
    ['a leap year', '2024-01-01', '2024-12-31', '2023-01-01', '2023-12-31'],
    ['one day', '2026-03-01', '2026-03-01', '2026-02-28', '2026-02-28'],
    ['ten days across months', '2026-02-25', '2026-03-06', '2026-02-15', '2026-02-24'],
    ['a month but a day', '2026-03-01', '2026-03-30', '2026-01-30', '2026-02-28'],
  ])('of %s', (_, from, to, beforeFrom, beforeTo) => {
    expect(periodBefore({ from, to })).toEqual({ from: beforeFrom, to: beforeTo });
  });

  it('ends on the eve and is as long, in days or in whole months', () => {
    fc.assert(
      fc.property(day, fc.nat(800), (from, length) => {
        const period = { from, to: addDays(from, length) };
        const before = periodBefore(period);
        expect(addDays(before.to, 1)).toBe(period.from);
        if (isWholeMonths(period)) {
          expect(isWholeMonths(before)).toBe(true);
        } else {
          expect(daysBetween(before.from, before.to)).toBe(length);
        }
      }),
    );
  });

  it('of whole months counts as many', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 30 }), (some, months) => {
        const from = `${some.slice(0, 7)}-01`;
        const before = periodBefore({ from, to: addDays(addMonths(from, months), -1) });
        expect(before.from).toBe(addMonths(from, -months));
      }),
    );
  });
});

describe('a usual period', () => {
  it.each([
    ['month', '2026-05-17', '2026-05-01', '2026-05-31'],
    ['lastMonth', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['quarter', '2026-05-17', '2026-04-01', '2026-06-30'],
    ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
    ['lastQuarter', '2026-02-10', '2025-10-01', '2025-12-31'],
    ['year', '2024-02-29', '2024-01-01', '2024-12-31'],
    ['lastYear', '2026-07-14', '2025-01-01', '2025-12-31'],
  ] as const)('%s on %s', (which, today, from, to) => {
    expect(usualPeriod(which, today)).toEqual({ from, to });
  });

  it('is made of whole months, and holds today or ends before it', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...usualPeriods), (today, which) => {
        const period = usualPeriod(which, today);
        expect(isWholeMonths(period)).toBe(true);
        if (which.startsWith('last')) expect(period.to < today).toBe(true);
        else expect(period.from <= today && today <= period.to).toBe(true);
      }),
    );
  });

  it('called last is the one before the present one', () => {
    fc.assert(
      fc.property(day, (today) => {
        expect(usualPeriod('lastMonth', today)).toEqual(periodBefore(usualPeriod('month', today)));
        expect(usualPeriod('lastQuarter', today)).toEqual(periodBefore(usualPeriod('quarter', today)));
        expect(usualPeriod('lastYear', today)).toEqual(periodBefore(usualPeriod('year', today)));
      }),
    );
  });
});
