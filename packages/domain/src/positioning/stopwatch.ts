import { workingDaysSince } from '../reference/working-days.ts';
import { addDays, type Day } from '../shared/day.ts';

/** After so many working days without an answer, a company is called (rule of the house). */
export const silentAfterWorkingDays = 5;

/** After so many working days without a first meeting, the wait is said apart: the stopwatch of the team. */
export const slowAfterWorkingDays = 10;

/** Whether CVs sent on a day have waited too long for an answer. */
export function isSilent(sentOn: Day, today: Day): boolean {
  return workingDaysSince(sentOn, today) >= silentAfterWorkingDays;
}

/** The latest day from which `workingDays` have gone by at `today`: what happened on it or before has waited that long. */
export function lastDayBefore(workingDays: number, today: Day): Day {
  let day = today;
  while (workingDaysSince(day, today) < workingDays) day = addDays(day, -1);
  return day;
}

/** A CV on its way to a first meeting: the day it left, and the day of the first meeting; null while there is none. */
export interface Wait {
  sentOn: Day;
  metOn: Day | null;
  /** Nothing is expected any more: a wait that ended without a meeting measures no delay. */
  over: boolean;
}

/** Days that count, of each wait that ended in a meeting (*jours ouvrés*, public holidays out). */
export interface Delays {
  /** Waits that ended in a meeting. */
  met: number;
  /** Waits that go on. */
  waiting: number;
  medianDays: number | null;
  /** Nine in ten waited no longer (nearest rank). */
  p90Days: number | null;
  worstDays: number | null;
  /** The longest of those that go on, at `today`. */
  longestWaitDays: number | null;
  /** Those that go on for ten working days or more: the alert. */
  slow: number;
}

/** The stopwatch from "CV sent" to the first meeting. Figures are of the meetings that were; waits that go on are told apart. */
export function measureDelays(waits: readonly Wait[], today: Day): Delays {
  const met = waits.flatMap(({ sentOn, metOn }) => (metOn === null ? [] : [workingDaysSince(sentOn, metOn)]));
  const going = waits
    .filter(({ metOn, over }) => metOn === null && !over)
    .map(({ sentOn }) => workingDaysSince(sentOn, today));
  const sorted = met.toSorted((a, b) => a - b);
  return {
    met: met.length,
    waiting: going.length,
    medianDays: medianOf(sorted),
    p90Days: sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null,
    worstDays: sorted.at(-1) ?? null,
    longestWaitDays: going.length > 0 ? Math.max(...going) : null,
    slow: going.filter((days) => days >= slowAfterWorkingDays).length,
  };
}

/** The middle one, or half-way between the two in the middle. */
function medianOf(sorted: readonly number[]): number | null {
  const half = sorted.length / 2;
  const [left, right] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return left === undefined || right === undefined ? null : (left + right) / 2;
}

/** The funnel of what was sent: each step holds those of the next. */
export const funnelSteps = ['sent', 'opened', 'interested', 'meeting', 'hired'] as const;
export type FunnelStep = (typeof funnelSteps)[number];
