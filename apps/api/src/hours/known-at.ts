import { type Day, endOfParisDay } from '@jonction/domain/shared/day';

/** "As known on that day" is the end of it in Paris; without a day, everything that is recorded. */
export function knownAtOf(knownOn: Day | undefined): { knownAt?: Date } {
  return knownOn === undefined ? {} : { knownAt: endOfParisDay(knownOn) };
}
