import { isWorkingDay, workingDaysSince } from '@jonction/domain/reference/working-days';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const day = fc.integer({ min: 0, max: 9000 }).map((count) => addDays('2015-01-01', count));

describe('working days', () => {
  it('leaves out Saturdays, Sundays and the holidays of France', () => {
    expect(isWorkingDay('2026-05-01')).toBe(false);
    expect(isWorkingDay('2026-05-02')).toBe(false);
    expect(isWorkingDay('2026-05-04')).toBe(true);
    expect(isWorkingDay('2026-05-25')).toBe(false);
  });

  it('counts the days gone by, not the one it starts from', () => {
    expect(workingDaysSince('2026-04-30', '2026-04-30')).toBe(0);
    expect(workingDaysSince('2026-04-30', '2026-05-04')).toBe(1);
    expect(workingDaysSince('2026-05-04', '2026-05-11')).toBe(4);
    expect(workingDaysSince('2026-05-11', '2026-05-04')).toBe(0);
  });

  it('adds up over any day between', () => {
    fc.assert(
      fc.property(day, fc.nat(60), fc.nat(60), (from, first, second) => {
        const middle = addDays(from, first);
        const to = addDays(middle, second);
        expect(workingDaysSince(from, middle) + workingDaysSince(middle, to)).toBe(workingDaysSince(from, to));
      }),
    );
  });

  // Counted by hand on calendars: Monday to Friday less the holidays that fall on them.
  it.each([
    [2019, 251],
    [2020, 253],
    [2021, 254],
    [2022, 253],
    [2023, 251],
    [2024, 252],
    [2025, 251],
    [2026, 252],
    [2027, 254],
    [2028, 251],
    [2029, 252],
    [2030, 251],
  ])('of %d are %d', (year, days) => {
    expect(workingDaysSince(`${year - 1}-12-31`, `${year}-12-31`)).toBe(days);
  });
});
