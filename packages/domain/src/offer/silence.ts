import { type Day, daysBetween } from '../shared/day.ts';

/** An open offer without news for so many days asks its owner; later it is put aside, and nothing is lost (rule of the house). */
export const askAfterDays = 30;
export const setAsideAfterDays = 45;

export const silences = ['quiet', 'ask', 'aside'] as const;
export type Silence = (typeof silences)[number];

/** What the silence of an open offer calls for, from the day of the last news. */
export function silenceOf(lastNewsOn: Day, today: Day): Silence {
  const days = daysBetween(lastNewsOn, today);
  if (days >= setAsideAfterDays) return 'aside';
  return days >= askAfterDays ? 'ask' : 'quiet';
}
