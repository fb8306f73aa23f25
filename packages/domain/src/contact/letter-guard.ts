import { type Day, daysBetween } from '../shared/day.ts';

/** Never two letters within so many days to one address, whatever they ask (rule of the house, on what users of neighbouring tools complain of). */
export const letterGuardDays = 3;

/** Whether an address was written to so lately that another letter would be one too many. */
export function tooSoonToWrite(lastOn: Day, today: Day): boolean {
  return daysBetween(lastOn, today) < letterGuardDays;
}
