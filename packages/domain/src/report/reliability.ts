import { workingDaysSince } from '../reference/working-days.ts';
import { addDays, addMonths, type Day, daysBetween } from '../shared/day.ts';

/**
 * What can be counted on with a company, in figures that open into their rows. Read by people: the company reads its own, the team
 * reads it before it sends CVs. It ranks nobody, hides nothing and refuses nothing (rule of the house).
 */
export const reliabilityFigures = ['declared', 'answered_five', 'answered_ten', 'kept', 'contests'] as const;
export type ReliabilityFigure = (typeof reliabilityFigures)[number];

/** Months looked back. */
export const reliabilityMonths = 12;
/** Below so many events a share says nothing: it is not written. */
export const leastEvents = 5;
/** A month is declared on time up to this day of the next: the last rung of its letters. */
const onTimeDay = 15;
/** A hire is counted once so many days went by: a quarter. */
const keptDays = 91;

/** Whether an event counts, and for what: null while nobody can tell yet. */
export type Counted = boolean | null;

/** The last day on which a month (its first day) is declared on time. */
export function declareBy(month: Day): Day {
  return addDays(addMonths(month, 1), onTimeDay - 1);
}

export function declaredOnTime(month: Day, saidOn: Day | null, today: Day): Counted {
  if (saidOn !== null) return saidOn <= declareBy(month);
  return today > declareBy(month) ? false : null;
}

/** A CV answered within so many working days; one that still waits within them is not counted. */
export function answeredWithin(
  days: number,
  { sentOn, answeredOn }: { sentOn: Day; answeredOn: Day | null },
  today: Day,
): Counted {
  if (answeredOn !== null) return workingDaysSince(sentOn, answeredOn) <= days;
  return workingDaysSince(sentOn, today) > days ? false : null;
}

/** A hire that lasted a quarter. The end first planned is not kept: a short contract that was planned short counts as a short one. */
export function keptQuarter({ startsOn, endsOn }: { startsOn: Day; endsOn: Day | null }, today: Day): Counted {
  if (endsOn !== null && endsOn < today) return daysBetween(startsOn, endsOn) + 1 >= keptDays;
  return daysBetween(startsOn, today) >= keptDays ? true : null;
}

export interface Figure {
  good: number;
  of: number;
  /** Whole per cent, half up; null below `leastEvents`. */
  percent: number | null;
}

export function figureOf(counted: readonly Counted[]): Figure {
  const settled = counted.filter((one) => one !== null);
  const good = settled.filter(Boolean).length;
  const of = settled.length;
  return { good, of, percent: of < leastEvents ? null : Math.floor((200 * good + of) / (2 * of)) };
}
