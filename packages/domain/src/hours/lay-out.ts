import { publicHolidayNumbersOf } from '../reference/public-holidays.ts';
import { type Day, dayFromNumber, dayNumber, weekdayOfNumber } from '../shared/day.ts';

/** The hours of a line laid on its days: `base` hundredths each, one more on the first `oneMoreOn` days. */
export interface Layout {
  /** Day numbers in order, those of no hours left out. */
  readonly days: readonly number[];
  readonly base: number;
  readonly oneMoreOn: number;
}

const nothing: Layout = { days: [], base: 0, oneMoreOn: 0 };

/**
 * Lays hours on the days Monday to Friday of a line that are no public holiday, or on each of its days when it has
 * none such, in equal whole hundredths; what remains goes one hundredth each to the earliest days. A line
 * that entry refuses (no day, negative hours) lays nothing. Rule of the house: the field declares by the month.
 */
export function layOut(line: { from: Day; to: Day; centihours: number }): Layout {
  if (line.centihours <= 0) return nothing;
  const days = daysOfHours(dayNumber(line.from), dayNumber(line.to));
  if (days.length === 0) return nothing;
  const base = Math.floor(line.centihours / days.length);
  const oneMoreOn = line.centihours - base * days.length;
  return { days: base > 0 ? days : days.slice(0, oneMoreOn), base, oneMoreOn };
}

export function centihoursOn(layout: Layout, index: number): number {
  return index < layout.oneMoreOn ? layout.base + 1 : layout.base;
}

// Most lines of a year share a few ranges (its months), so the days of a range are worked out once.
const knownRanges = new Map<number, readonly number[]>();
const longestKnownRange = 100;
const mostKnownRanges = 4096;

function daysOfHours(from: number, to: number): readonly number[] {
  const length = to - from + 1;
  if (length > longestKnownRange) return daysBetween(from, to);
  const key = from * (longestKnownRange + 1) + length;
  const known = knownRanges.get(key);
  if (known) return known;
  const days = daysBetween(from, to);
  if (knownRanges.size >= mostKnownRanges) knownRanges.clear();
  knownRanges.set(key, days);
  return days;
}

function daysBetween(from: number, to: number): readonly number[] {
  const every: number[] = [];
  const working: number[] = [];
  let yearEnd = Number.NEGATIVE_INFINITY;
  let holidays: ReadonlySet<number> = new Set();
  for (let day = from; day <= to; day++) {
    if (day > yearEnd) {
      const year = Number(dayFromNumber(day).slice(0, 4));
      yearEnd = dayNumber(`${String(year).padStart(4, '0')}-12-31`);
      holidays = publicHolidayNumbersOf(year);
    }
    every.push(day);
    if (weekdayOfNumber(day) <= 5 && !holidays.has(day)) working.push(day);
  }
  return working.length > 0 ? working : every;
}
