import {
  easterSundayOf,
  isPublicHoliday,
  publicHolidayCodes,
  publicHolidayNumbersOf,
  publicHolidaysOf,
} from '@jonction/domain/reference/public-holidays';
import { addDays, dayNumber, daysBetween, eachDay, weekday } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const years = fc.integer({ min: 1583, max: 4099 });

describe('Easter Sunday', () => {
  test.each([
    ['1818-03-22'],
    ['1943-04-25'],
    ['1954-04-18'],
    ['1981-04-19'],
    ['2000-04-23'],
    ['2008-03-23'],
    ['2011-04-24'],
    ['2016-03-27'],
    ['2018-04-01'],
    ['2019-04-21'],
    ['2020-04-12'],
    ['2021-04-04'],
    ['2022-04-17'],
    ['2023-04-09'],
    ['2024-03-31'],
    ['2025-04-20'],
    ['2026-04-05'],
    ['2027-03-28'],
    ['2028-04-16'],
    ['2029-04-01'],
    ['2030-04-21'],
    ['2038-04-25'],
    ['2049-04-18'],
    ['2076-04-19'],
  ])('fell or falls on %s', (day) => {
    expect(easterSundayOf(Number(day.slice(0, 4)))).toBe(day);
  });

  test('is a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(years, (year) => {
        const easter = easterSundayOf(year);
        expect(weekday(easter)).toBe(7);
        expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true);
      }),
    );
  });

  test('follows the first ecclesiastical full moon by the method of Gauss', () => {
    fc.assert(
      fc.property(years, (year) => {
        const century = Math.floor(year / 100);
        const m = (15 + century - Math.floor((13 + 8 * century) / 25) - Math.floor(century / 4) + 30) % 30;
        const n = (4 + century - Math.floor(century / 4)) % 7;
        const d = (19 * (year % 19) + m) % 30;
        const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + n) % 7;
        let afterMarch = 22 + d + e;
        if (d === 29 && e === 6) afterMarch = 50;
        if (d === 28 && e === 6 && (11 * m + 11) % 30 < 19) afterMarch = 49;
        expect(easterSundayOf(year)).toBe(addDays(`${year}-03-01`, afterMarch - 1));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the public holidays of a year', () => {
  test('of 2020 are these eleven', () => {
    expect(publicHolidaysOf(2020)).toEqual([
      { day: '2020-01-01', code: 'new_year' },
      { day: '2020-04-13', code: 'easter_monday' },
      { day: '2020-05-01', code: 'labour_day' },
      { day: '2020-05-08', code: 'victory_1945' },
      { day: '2020-05-21', code: 'ascension' },
      { day: '2020-06-01', code: 'whit_monday' },
      { day: '2020-07-14', code: 'national_day' },
      { day: '2020-08-15', code: 'assumption' },
      { day: '2020-11-01', code: 'all_saints' },
      { day: '2020-11-11', code: 'armistice_1918' },
      { day: '2020-12-25', code: 'christmas' },
    ]);
  });

  test.each([
    [2024, '2024-04-01', '2024-05-09', '2024-05-20'],
    [2025, '2025-04-21', '2025-05-29', '2025-06-09'],
    [2026, '2026-04-06', '2026-05-14', '2026-05-25'],
    [2027, '2027-03-29', '2027-05-06', '2027-05-17'],
  ])('that move, of %i, are %s, %s and %s', (year, easterMonday, ascension, whitMonday) => {
    const moving = publicHolidaysOf(year).filter(({ code }) =>
      ['easter_monday', 'ascension', 'whit_monday'].includes(code),
    );
    expect(moving.map(({ day }) => day)).toEqual([easterMonday, ascension, whitMonday]);
  });

  test('are eleven, once each, in calendar order, two Mondays and a Thursday after Easter', () => {
    fc.assert(
      fc.property(years, (year) => {
        const holidays = publicHolidaysOf(year);
        const dayOf = new Map(holidays.map(({ code, day }) => [code, day]));
        expect(new Set(dayOf.keys())).toEqual(new Set(publicHolidayCodes));
        expect(holidays.map(({ day }) => day)).toEqual(holidays.map(({ day }) => day).toSorted());
        const easter = easterSundayOf(year);
        expect(daysBetween(easter, dayOf.get('easter_monday') ?? '')).toBe(1);
        expect(daysBetween(easter, dayOf.get('ascension') ?? '')).toBe(39);
        expect(daysBetween(easter, dayOf.get('whit_monday') ?? '')).toBe(50);
        expect(weekday(dayOf.get('ascension') ?? '')).toBe(4);
      }),
    );
  });

  test('may be ten days: Ascension fell on 1 May in 2008, on 8 May in 1975 and 1986', () => {
    expect(publicHolidayNumbersOf(2008).size).toBe(10);
    expect(publicHolidaysOf(2008).filter(({ day }) => day === '2008-05-01')).toHaveLength(2);
    expect(publicHolidayNumbersOf(1986).size).toBe(10);
    expect(publicHolidayNumbersOf(2020).size).toBe(11);
  });

  test('are the days that say they are, and no other', () => {
    const found = eachDay('2020-01-01', '2020-12-31').filter(isPublicHoliday);
    expect(found).toEqual(publicHolidaysOf(2020).map(({ day }) => day));
    expect([...publicHolidayNumbersOf(2020)]).toEqual(found.map(dayNumber));
  });

  test('leave out Good Friday, 26 December and Easter Sunday itself', () => {
    for (const day of ['2020-04-10', '2020-12-26', '2020-04-12', '2020-05-31'])
      expect(isPublicHoliday(day)).toBe(false);
  });
});
