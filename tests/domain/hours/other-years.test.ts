import { centihoursOn, layOut } from '@jonction/domain/hours/lay-out';
import { dayFromNumber } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, dealtOut, easterOf, holidaysOf } from './calendar.ts';

function shares(line: { from: string; to: string; centihours: number }): Map<string, number> {
  const layout = layOut(line);
  return new Map(layout.days.map((day, index) => [dayFromNumber(day), centihoursOn(layout, index)]));
}

const yearsAround = fc.integer({ min: 1950, max: 2120 });

describe('the second calendar of these tests', () => {
  test.each([
    [1943, '1943-04-25'],
    [1961, '1961-04-02'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2016, '2016-03-27'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('finds Easter %i on %s', (year, easter) => {
    expect(easterOf(year)).toBe(easter);
  });
});

describe('hours of a month of any year', () => {
  // Working days counted on a paper calendar: weekdays less the holidays that fall on one.
  test.each([
    ['2008-05', 19, '1 May is Ascension Thursday too, 8 May a Thursday, Whit Monday the 12th'],
    ['2015-05', 17, '1, 8, 14 and 25 May all fall on weekdays'],
    ['2016-05', 20, '1 and 8 May are Sundays, 5 and 16 May are not'],
    ['2021-05', 19, '1 and 8 May are Saturdays, 13 and 24 May are not'],
    ['2024-02', 21, 'a leap February'],
    ['2023-02', 20, 'a common February'],
    ['2024-04', 21, 'Easter Monday is 1 April'],
    ['2024-11', 19, '1 November is a Friday, 11 November a Monday'],
    ['2026-11', 20, '1 November is a Sunday, 11 November a Wednesday'],
    ['2027-03', 22, 'Easter Monday is 29 March'],
    ['2026-08', 21, '15 August is a Saturday'],
  ])('%s lays them on %i days: %s', (month, days) => {
    const last = dayAfter(`${dayAfter(`${month}-01`, 31).slice(0, 7)}-01`, -1);
    expect(layOut({ from: `${month}-01`, to: last, centihours: 15_167 }).days).toHaveLength(days);
  });

  test('of May 2008 count the day that is both Labour Day and Ascension once', () => {
    expect(holidaysOf(2008).size).toBe(10);
    expect([...shares({ from: '2008-04-30', to: '2008-05-02', centihours: 1401 })]).toEqual([
      ['2008-04-30', 701],
      ['2008-05-02', 700],
    ]);
  });

  test('keep to 29 February when it is a working day', () => {
    expect([...shares({ from: '2024-02-28', to: '2024-03-01', centihours: 1000 })]).toEqual([
      ['2024-02-28', 334],
      ['2024-02-29', 333],
      ['2024-03-01', 333],
    ]);
  });

  test('pass from 28 February to 1 March in the years of a century that are no leap years', () => {
    expect([...shares({ from: '2100-02-26', to: '2100-03-01', centihours: 10 })]).toEqual([
      ['2100-02-26', 5],
      ['2100-03-01', 5],
    ]);
  });

  test('lay on Easter Sunday and Monday when nothing else is declared', () => {
    expect([...shares({ from: '2026-04-04', to: '2026-04-06', centihours: 5 })]).toEqual([
      ['2026-04-04', 2],
      ['2026-04-05', 2],
      ['2026-04-06', 1],
    ]);
  });
});

describe('whatever the year', () => {
  test('hours lie where they fall when they are dealt one hundredth at a time', () => {
    const lines = fc
      .tuple(yearsAround, fc.nat(365), fc.nat(60), fc.oneof(fc.nat(40), fc.nat(4000)))
      .map(([year, start, length, centihours]) => {
        const from = dayAfter(`${year}-01-01`, start);
        return { from, to: dayAfter(from, length), centihours };
      });
    fc.assert(
      fc.property(lines, (line) => {
        expect([...shares(line)]).toEqual([...dealtOut(line)]);
      }),
    );
  });

  test('a line that begins or ends on days off is laid as the working days inside it', () => {
    fc.assert(
      fc.property(yearsAround, fc.integer({ min: 0, max: 40 }), fc.nat(5000), (year, length, centihours) => {
        const christmas = { from: `${year}-12-25`, to: dayAfter(`${year}-12-26`, length + 7), centihours };
        expect([...shares(christmas)]).toEqual([...shares({ ...christmas, from: `${year}-12-26` })]);
      }),
    );
  });

  test('no share is ever laid on a holiday of a line longer than a week', () => {
    fc.assert(
      fc.property(yearsAround, fc.integer({ min: 7, max: 400 }), (year, length) => {
        const laid = shares({ from: `${year}-01-01`, to: dayAfter(`${year}-01-01`, length), centihours: 400_000 });
        const holidays = [...holidaysOf(year), ...holidaysOf(year + 1)];
        expect(holidays.filter((day) => laid.has(day))).toEqual([]);
      }),
    );
  });
});
