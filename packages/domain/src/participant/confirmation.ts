import { addDays, type Day } from '../shared/day.ts';

/** From this day on a CV is to be confirmed with the person again. Rule of the house. */
export const cvConfirmedForDays = 60;

/** `fresh`: each CV of hers was confirmed less than 60 days ago; `due`: one of them was not; `none`: no CV is confirmed at all. */
export const confirmations = ['fresh', 'due', 'none'] as const;
export type Confirmation = (typeof confirmations)[number];

/** The last day on which a confirmation is already too old. */
export function dueSince(today: Day): Day {
  return addDays(today, -cvConfirmedForDays);
}

/** Whether a CV confirmed on a day (null: never) is to be confirmed again. */
export function isDue(confirmedOn: Day | null, today: Day): boolean {
  return confirmedOn === null || confirmedOn <= dueSince(today);
}

/** What the CVs of one person add up to; those that were replaced or withdrawn are not given. */
export function confirmationOf(confirmedOn: readonly (Day | null)[], today: Day): Confirmation {
  if (confirmedOn.length === 0) return 'none';
  return confirmedOn.some((day) => isDue(day, today)) ? 'due' : 'fresh';
}
