import { easterSundayOf, isPublicHoliday, publicHolidaysOf } from '@jonction/domain/reference/public-holidays';
import { isWorkingDay, workingDaysSince } from '@jonction/domain/reference/working-days';
import { addDays, eachDay, weekday } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Easter Sunday as printed calendars give it, with the three days that follow from it, counted on paper. */
const paper: readonly (readonly [easter: string, monday: string, ascension: string, whitMonday: string])[] = [
  ['2015-04-05', '04-06', '05-14', '05-25'],
  ['2016-03-27', '03-28', '05-05', '05-16'],
  ['2017-04-16', '04-17', '05-25', '06-05'],
  ['2018-04-01', '04-02', '05-10', '05-21'],
  ['2019-04-21', '04-22', '05-30', '06-10'],
  ['2020-04-12', '04-13', '05-21', '06-01'],
  ['2021-04-04', '04-05', '05-13', '05-24'],
  ['2022-04-17', '04-18', '05-26', '06-06'],
  ['2023-04-09', '04-10', '05-18', '05-29'],
  ['2024-03-31', '04-01', '05-09', '05-20'],
  ['2025-04-20', '04-21', '05-29', '06-09'],
  ['2026-04-05', '04-06', '05-14', '05-25'],
  ['2027-03-28', '03-29', '05-06', '05-17'],
  ['2028-04-16', '04-17', '05-25', '06-05'],
  ['2029-04-01', '04-02', '05-10', '05-21'],
  ['2030-04-21', '04-22', '05-30', '06-10'],
  ['2031-04-13', '04-14', '05-22', '06-02'],
  ['2032-03-28', '03-29', '05-06', '05-17'],
  ['2033-04-17', '04-18', '05-26', '06-06'],
  ['2034-04-09', '04-10', '05-18', '05-29'],
  ['2035-03-25', '03-26', '05-03', '05-14'],
];
const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

describe.each(paper)('the year of Easter %s', (easter, monday, ascension, whitMonday) => {
  const year = easter.slice(0, 4);

  it('has its Easter on the day of printed calendars', () => {
    expect(easterSundayOf(Number(year))).toBe(easter);
  });

  it('has eleven holidays, the eight fixed and the three that move, and no other day off', () => {
    const expected = [...fixed, monday, ascension, whitMonday].map((day) => `${year}-${day}`).toSorted();
    expect(publicHolidaysOf(Number(year)).map(({ day }) => day)).toEqual(expected);
    expect(eachDay(`${year}-01-01`, `${year}-12-31`).filter(isPublicHoliday)).toEqual(expected);
  });

  it('has no working day on a holiday nor on a weekend, and works on all others', () => {
    const off = new Set([...fixed, monday, ascension, whitMonday].map((day) => `${year}-${day}`));
    for (const day of eachDay(`${year}-01-01`, `${year}-12-31`)) {
      // The weekday of the machine, not ours: two readings of one calendar.
      const weekend = [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
      expect(isWorkingDay(day), day).toBe(!weekend && !off.has(day));
    }
  });
});

describe('the working days of a month of 2026', () => {
  // May loses the 1st, the 8th, Ascension and Whit Monday; 15 August is a Saturday and 1 November a Sunday.
  it.each([
    ['2026-01', 21],
    ['2026-02', 20],
    ['2026-03', 22],
    ['2026-04', 21],
    ['2026-05', 17],
    ['2026-06', 22],
    ['2026-07', 22],
    ['2026-08', 21],
    ['2026-09', 22],
    ['2026-10', 22],
    ['2026-11', 20],
    ['2026-12', 22],
  ])('%s are %i', (month, count) => {
    const days = eachDay(`${month}-01`, `${month}-31`).filter((day) => day.startsWith(month));
    expect(days.filter(isWorkingDay)).toHaveLength(count);
  });
});

describe('the working days gone by', () => {
  it.each([
    ['a weekend', '2026-06-05', '2026-06-07', 0],
    ['the Monday after it', '2026-06-05', '2026-06-08', 1],
    ['a plain week', '2026-06-08', '2026-06-15', 5],
    ['the week of Ascension', '2026-05-11', '2026-05-18', 4],
    ['the two holidays of May 2024 side by side', '2024-05-07', '2024-05-10', 1],
    ['Christmas to the day after New Year', '2025-12-24', '2026-01-02', 5],
    ['Easter weekend', '2026-04-03', '2026-04-07', 1],
    ['a holiday that falls on a Saturday, which takes nothing', '2026-08-14', '2026-08-21', 5],
    ['29 February', '2024-02-28', '2024-03-01', 2],
    ['a day before the first', '2026-06-08', '2026-06-07', 0],
  ])('over %s, %s to %s, are %i', (_, from, to, count) => {
    expect(workingDaysSince(from, to)).toBe(count);
  });

  const day = fc.nat(7_300).map((offset) => addDays('2015-06-01', offset));

  it('grow by one on a working day and by none on another', () => {
    fc.assert(
      fc.property(day, fc.nat(45), (from, length) => {
        const to = addDays(from, length);
        const tomorrow = addDays(to, 1);
        const step =
          weekday(tomorrow) > 5 || publicHolidaysOf(Number(tomorrow.slice(0, 4))).some((h) => h.day === tomorrow);
        expect(workingDaysSince(from, tomorrow) - workingDaysSince(from, to)).toBe(step ? 0 : 1);
      }),
    );
  });

  it('are five in seven at most, and at least those less the eleven holidays', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 50 }), (from, weeks) => {
        const count = workingDaysSince(from, addDays(from, 7 * weeks));
        expect(count).toBeLessThanOrEqual(5 * weeks);
        expect(count).toBeGreaterThanOrEqual(5 * weeks - 11);
      }),
    );
  });
});
