import { addDays, type Day, daysBetween } from '../shared/day.ts';

/** A partner hears of a recommendation within so many days; from the fourth on it is time. Rule of the house. */
export const answerWithinDays = 5;

export const answerNearFromDays = 4;

export const clockStates = ['running', 'near', 'late'] as const;

export type ClockState = (typeof clockStates)[number];

/** Where the clock of a recommendation that waits stands on a day: `dueOn` is the last day that keeps the promise. */
export function answerClock(since: Day, today: Day): { dueOn: Day; state: ClockState } {
  const days = daysBetween(since, today);
  const state = days > answerWithinDays ? 'late' : days >= answerNearFromDays ? 'near' : 'running';
  return { dueOn: addDays(since, answerWithinDays), state };
}
