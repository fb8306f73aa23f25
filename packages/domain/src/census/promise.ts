import { addMonths, type Day } from '../shared/day.ts';

/** The rows whose delay ended in one quarter, of one buyer. */
export interface PromiseFacts {
  asked: number;
  /** Of these, answered by the last day of the delay, whoever wrote the answer down. */
  inTime: number;
}

export interface Promised extends PromiseFacts {
  /** Basis points, floored; null where nothing was asked: nobody breaks a promise that was not asked. */
  keptBps: number | null;
}

/** "Promise kept": of the contracts asked about, the share that was answered within the delay (rule of the house). */
export function promiseOf({ asked, inTime }: PromiseFacts): Promised {
  return { asked, inTime, keptBps: asked === 0 ? null : Math.floor((10_000 * inTime) / asked) };
}

/** The score is shown for the quarters of a year and a half: further back, the people were others. */
export function promiseSince(today: Day): Day {
  return addMonths(`${today.slice(0, 7)}-01`, -18);
}
