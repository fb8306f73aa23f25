import { addDays, addMonths, type Day, dayFromNumber, dayNumber, weekdayOfNumber } from '../shared/day.ts';
import { centihoursOn, layOut } from './lay-out.ts';
import type { HourReason, HourStatus } from './outcome.ts';

/** Some hours of the ledger: a stretch of days within a month, one outcome. */
export interface HoursOfDays {
  from: Day;
  to: Day;
  centihours: number;
  status: HourStatus;
  reason: HourReason | null;
}

/** What a person sees at a glance: `waiting` misses a paper, `toDecide` waits for a facilitator. */
export const hourMarks = ['validated', 'toDecide', 'waiting', 'rejected'] as const;
export type HourMark = (typeof hourMarks)[number];
export type HoursByMark = Record<HourMark, number>;

export function markOf({ status, reason }: Pick<HoursOfDays, 'status' | 'reason'>): HourMark {
  if (status !== 'pending') return status;
  return reason === 'evidence-missing' ? 'waiting' : 'toDecide';
}

export interface WeekOfMonth {
  /** The days of an ISO week that are in the month. */
  from: Day;
  to: Day;
}

/** The ISO weeks of a month (`2020-04`), cut at its ends. */
export function weeksOfMonth(month: string): WeekOfMonth[] {
  const weeks: WeekOfMonth[] = [];
  let from = `${month}-01`;
  while (from.startsWith(month)) {
    const sunday = addDays(from, 7 - weekdayOfNumber(dayNumber(from)));
    const to = sunday.startsWith(month) ? sunday : lastOf(month);
    weeks.push({ from, to });
    from = addDays(to, 1);
  }
  return weeks;
}

/**
 * Hours week by week: each stretch is laid on its days as a declared line is, so that the weeks of a person always sum to
 * her month. Rule of the house: the field declares by the month and reads by the week.
 */
export function hoursByWeek(stretches: readonly HoursOfDays[], weeks: readonly WeekOfMonth[]): HoursByMark[] {
  const sums = weeks.map(() => noMarks());
  for (const stretch of stretches) {
    const layout = layOut(stretch);
    for (const [index, number] of layout.days.entries()) {
      const day = dayFromNumber(number);
      const at = weeks.findIndex(({ from, to }) => from <= day && day <= to);
      const week = sums[at];
      if (week) week[markOf(stretch)] += centihoursOn(layout, index);
    }
  }
  return sums;
}

export function noMarks(): HoursByMark {
  return { validated: 0, toDecide: 0, waiting: 0, rejected: 0 };
}

export function sumOfMarks(sums: readonly HoursByMark[]): HoursByMark {
  const total = noMarks();
  for (const one of sums) for (const mark of hourMarks) total[mark] += one[mark];
  return total;
}

function lastOf(month: string): Day {
  return addDays(addMonths(`${month}-01`, 1), -1);
}
