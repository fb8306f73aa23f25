import {
  addDays,
  addMonths,
  dayFromNumber,
  dayNumber,
  daysBetween,
  daysInMonth,
  eachDay,
  earlier,
  isDay,
  later,
  mondayOf,
  partsOf,
} from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const day = fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2120-12-31') }).map(dayFromNumber);

describe('calendar months added to a day', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-02-29', -12, '2023-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-05-31', -13, '2025-04-30'],
    ['2025-08-30', 6, '2026-02-28'],
    ['2099-12-31', 2, '2100-02-28'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-06-30', 1, '2026-07-30'],
    ['2026-06-15', 0, '2026-06-15'],
  ])('%s and %i make %s', (from, count, to) => {
    expect(addMonths(from, count)).toBe(to);
  });

  it('land in the month asked, on the same day or on the last of a shorter month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -240, max: 240 }), (from, count) => {
        const to = addMonths(from, count);
        const [a, b] = [partsOf(from), partsOf(to)];
        expect(isDay(to)).toBe(true);
        expect((b.year - a.year) * 12 + b.month - a.month).toBe(count);
        if (b.dayOfMonth === a.dayOfMonth) return;
        expect(b.dayOfMonth).toBeLessThan(a.dayOfMonth);
        // The morrow of a day that was clamped opens another month.
        expect(partsOf(addDays(to, 1)).dayOfMonth).toBe(1);
      }),
    );
  });

  it('keep days in their order', () => {
    fc.assert(
      fc.property(day, fc.nat(40), fc.integer({ min: 1, max: 36 }), (from, gap, count) => {
        expect(addMonths(from, count) <= addMonths(addDays(from, gap), count)).toBe(true);
      }),
    );
  });
});

describe('a month', () => {
  it.each([
    [1900, 28],
    [2000, 29],
    [2023, 28],
    [2024, 29],
    [2100, 28],
  ])('of February %i has %i days', (year, days) => {
    expect(daysInMonth(year, 2)).toBe(days);
    expect(isDay(`${year}-02-29`)).toBe(days === 29);
    expect(addDays(`${year}-03-01`, -1)).toBe(`${year}-02-${days}`);
  });

  it('has the days of the rhyme', () => {
    const lengths = Array.from({ length: 12 }, (_, index) => daysInMonth(2026, index + 1));
    expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  });
});

describe('the days between two', () => {
  it.each([
    ['2024-02-28', '2024-03-01', 2],
    ['2023-02-28', '2023-03-01', 1],
    ['2026-03-01', '2026-01-01', -59],
    ['2024-01-01', '2025-01-01', 366],
    ['2025-09-01', '2026-03-01', 181],
    ['2026-03-28', '2026-03-30', 2],
    ['2026-10-24', '2026-10-26', 2],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  it('are what is added, both ways, and what a list of them holds', () => {
    fc.assert(
      fc.property(day, fc.nat(90), (from, length) => {
        const to = addDays(from, length);
        expect(daysBetween(to, from) + length).toBe(0);
        const days = eachDay(from, to);
        expect([days.length, days[0], days.at(-1)]).toEqual([length + 1, from, to]);
        expect(new Set(days).size).toBe(days.length);
        if (length > 0) expect(eachDay(to, from)).toEqual([]);
        expect([earlier(from, to), later(from, to), earlier(to, from), later(to, from)]).toEqual([from, to, from, to]);
      }),
    );
  });
});

describe('the Monday of a week', () => {
  it.each([
    ['2026-01-01', '2025-12-29'],
    ['2027-01-03', '2026-12-28'],
    ['2024-02-29', '2024-02-26'],
    ['2026-06-08', '2026-06-08'],
    ['2026-06-14', '2026-06-08'],
    ['2026-06-15', '2026-06-15'],
  ])('of %s is %s', (given, monday) => {
    expect(mondayOf(given)).toBe(monday);
  });
});

describe('a text that is no day', () => {
  it.each([
    '2026-02-29',
    '2026-6-1',
    '2026-06-31',
    '2026/06/01',
    '01/06/2026',
    ' 2026-06-01',
    '2026-06-01T00:00',
    '2026-06-01\n',
    '20260601',
    '-2026-06-01',
    '٢٠٢٦-٠٦-٠١',
  ])('is refused: %j', (text) => {
    expect(isDay(text)).toBe(false);
  });
});
