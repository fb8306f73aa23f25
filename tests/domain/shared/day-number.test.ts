import {
  dayFromNumber,
  dayNumber,
  endOfParisDay,
  isDay,
  mondayOf,
  parisDayOf,
  weekday,
} from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const msPerDay = 86_400_000;
/** 0001-01-01 to 9999-12-31. */
const numbers = fc.integer({ min: -719_162, max: 2_932_896 });

describe('a day number', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11_016],
    ['2000-03-01', 11_017],
    ['2020-03-17', 18_338],
    ['0001-01-01', -719_162],
    ['9999-12-31', 2_932_896],
  ])('of %s is %i, and back', (day, number) => {
    expect(dayNumber(day)).toBe(number);
    expect(dayFromNumber(number)).toBe(day);
  });

  test('is that of the calendar of the machine, for any day of the first ten thousand years', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const day = new Date(number * msPerDay).toISOString().slice(0, 10);
        expect(dayFromNumber(number)).toBe(day);
        expect(dayNumber(day)).toBe(number);
      }),
      { numRuns: 2000 },
    );
  });

  test('grows with the text of the day', () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        expect(Math.sign(a - b)).toBe(Math.sign(dayFromNumber(a) < dayFromNumber(b) ? -1 : Number(a !== b)));
      }),
    );
  });

  test.each(['2020-02-30', '2019-02-29', '2020-13-01', '2020-00-10', '2020-04-31', '2020-01-00', '2020-1-1', ''])(
    'is not asked of %j, which is no day',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  test('gives the weekday of the machine and the Monday before', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const day = dayFromNumber(number);
        expect(weekday(day)).toBe(new Date(number * msPerDay).getUTCDay() || 7);
        expect(weekday(mondayOf(day))).toBe(1);
        expect(number - dayNumber(mondayOf(day))).toBe(weekday(day) - 1);
      }),
    );
  });
});

describe('the end of a day in Paris', () => {
  test.each([
    ['2020-01-15', '2020-01-15T22:59:59.999Z'],
    ['2020-05-01', '2020-05-01T21:59:59.999Z'],
    ['2020-03-28', '2020-03-28T22:59:59.999Z'],
    ['2020-03-29', '2020-03-29T21:59:59.999Z'],
    ['2020-10-24', '2020-10-24T21:59:59.999Z'],
    ['2020-10-25', '2020-10-25T22:59:59.999Z'],
    ['2020-12-31', '2020-12-31T22:59:59.999Z'],
  ])('of %s is %s', (day, instant) => {
    expect(endOfParisDay(day).toISOString()).toBe(instant);
  });

  test('is of that day, and the next millisecond of the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7300, max: 30_000 }), (number) => {
        const end = endOfParisDay(dayFromNumber(number));
        expect(parisDayOf(end)).toBe(dayFromNumber(number));
        expect(parisDayOf(new Date(end.getTime() + 1))).toBe(dayFromNumber(number + 1));
      }),
    );
  });
});
