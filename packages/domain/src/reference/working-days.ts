import { addDays, type Day, weekday } from '../shared/day.ts';
import { isPublicHoliday } from './public-holidays.ts';

/** Monday to Friday, public holidays out (*jours ouvrés*; the usage of offices, Saturday being *ouvrable* only). */
export function isWorkingDay(day: Day): boolean {
  return weekday(day) <= 5 && !isPublicHoliday(day);
}

/** Working days gone by since a day: those after `from`, up to and including `to`. Nothing when `to` is not later. */
export function workingDaysSince(from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
  return count;
}

/** The day on which a letter leaves: the one set, or the next that offices are open. */
export function openDayFrom(day: Day): Day {
  let open = day;
  while (!isWorkingDay(open)) open = addDays(open, 1);
  return open;
}
