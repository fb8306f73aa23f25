/**
 * A civil day in Europe/Paris, `YYYY-MM-DD`. Days compare as strings.
 * An instant (`2026-04-01T08:00:00Z`) is another thing: see `parisDayOf`.
 */
export type Day = string;

// A Gregorian calendar repeats every 400 years; years are counted from 1 March, so that the leap day ends them.
const daysPerEra = 146_097;
/** From 0000-03-01 to 1970-01-01. */
const epochOffset = 719_468;

/**
 * Days since 1970-01-01, so that day arithmetic is integer arithmetic. The text is a `Day` already checked.
 * A year of declared hours asks this a million times: no `Date` is made.
 */
export function dayNumber(day: Day): number {
  const month = digits(day, 5, 7);
  const year = digits(day, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + digits(day, 8, 10) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysPerEra + dayOfEra - epochOffset;
}

export function dayFromNumber(number: number): Day {
  const shifted = number + epochOffset;
  const era = Math.floor(shifted / daysPerEra);
  const dayOfEra = shifted - era * daysPerEra;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1)}`;
}

export function addDays(day: Day, count: number): Day {
  return dayFromNumber(dayNumber(day) + count);
}

/** Whole days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Calendar months, clamped to the length of the month: 31 March + 1 month = 30 April (calendar months, rule of the house). */
export function addMonths(day: Day, count: number): Day {
  const { year, month, dayOfMonth } = partsOf(day);
  const index = year * 12 + (month - 1) + count;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  const clamped = Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth));
  return `${String(targetYear).padStart(4, '0')}-${pad(targetMonth)}-${pad(clamped)}`;
}

/** 1 = Monday ... 7 = Sunday (ISO 8601). */
export function weekday(day: Day): number {
  return weekdayOfNumber(dayNumber(day));
}

export function weekdayOfNumber(number: number): number {
  // 1970-01-01 was a Thursday.
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** The Monday that names the ISO week of `day`. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** Every day from `from` to `to`, both included; empty when `to` is earlier. */
export function eachDay(from: Day, to: Day): Day[] {
  const last = dayNumber(to);
  const days: Day[] = [];
  for (let number = dayNumber(from); number <= last; number++) days.push(dayFromNumber(number));
  return days;
}

export function earlier(a: Day, b: Day): Day {
  return a <= b ? a : b;
}

export function later(a: Day, b: Day): Day {
  return a >= b ? a : b;
}

export function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), dayOfMonth: Number(day.slice(8, 10)) };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Whether the text is an existing day written `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const number = dayNumber(text);
  return Number.isFinite(number) && dayFromNumber(number) === text;
}

/** The civil day in Paris at an instant; midnight in Paris is 22:00 or 23:00 UTC the day before. */
export function parisDayOf(instant: Date): Day {
  return parisFormat.format(instant);
}

/** The last millisecond of a civil day in Paris: what "as known on that day" means for instants. */
export function endOfParisDay(day: Day): Date {
  const utcMidnight = (dayNumber(day) + 1) * 86_400_000;
  // Paris is one hour ahead of UTC in winter, two in summer.
  const summer = new Date(utcMidnight - 2 * 3_600_000);
  const nextDay = parisDayOf(summer) > day ? summer : new Date(utcMidnight - 3_600_000);
  return new Date(nextDay.getTime() - 1);
}

// `sv-SE` writes ISO days.
const parisFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' });

function pad(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}
