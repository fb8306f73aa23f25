import { addMonths, type Day, daysBetween } from '../shared/day.ts';
import { floorDivide, roundHalfUp, toSafeNumber } from '../shared/rational.ts';
import { type ContractPeriod, daysElapsed } from './obligation.ts';

/**
 * Validated over due in basis points, never capped: many clauses are exceeded (SOLIDEO: 116 %). Floored, so that 100 %
 * is never shown before it is reached. Null when nothing is due.
 */
export function progressBps(validatedCentihours: number, dueHours: number): number | null {
  if (dueHours <= 0) return null;
  return toSafeNumber(floorDivide(100n * BigInt(validatedCentihours), BigInt(dueHours)));
}

/** The three calendar months (`YYYY-MM`) that end before the month of a day, oldest first. */
export function forecastMonths(day: Day): [string, string, string] {
  const first = `${day.slice(0, 7)}-01`;
  return [monthBefore(first, 3), monthBefore(first, 2), monthBefore(first, 1)];
}

export interface ForecastInput {
  validatedCentihours: number;
  pendingCentihours: number;
  /** Validated hours by month worked, `YYYY-MM`; an absent month counts none. */
  validatedByMonth: Readonly<Record<string, number>>;
  dueHours: number;
  period: ContractPeriod;
  /** The day of the question. */
  day: Day;
}

export interface Forecast {
  centihours: number;
  atRisk: boolean;
}

/**
 * Hours expected at the end date: validated + pending + mean of three months x days left / 30.4375, one exact fraction,
 * half up to the hundredth of an hour. At risk when that is below the hours due and more than a fifth of the days
 * are gone: before, three months say too little. Rule of the house.
 */
export function forecastHours(input: ForecastInput): Forecast {
  const { period, day } = input;
  const recent = forecastMonths(day).reduce((sum, month) => sum + (input.validatedByMonth[month] ?? 0), 0);
  const daysLeft = Math.max(0, daysBetween(day, period.to));
  // recent / 3 x daysLeft / 30.4375, and 30.4375 = 304375 / 10000.
  const toCome = roundHalfUp(BigInt(recent) * BigInt(daysLeft) * 10_000n, 3n * 304_375n);
  const centihours = input.validatedCentihours + input.pendingCentihours + toSafeNumber(toCome);
  const { planned, elapsed } = daysElapsed(period, day);
  return { centihours, atRisk: centihours < 100 * input.dueHours && elapsed * 5 > planned };
}

function monthBefore(firstOfMonth: Day, count: number): string {
  return addMonths(firstOfMonth, -count).slice(0, 7);
}
