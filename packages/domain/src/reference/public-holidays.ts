import { type Day, dayFromNumber, dayNumber, partsOf } from '../shared/day.ts';

/**
 * The eleven public holidays of metropolitan France (Code du travail, art. L3133-1). The further days of
 * Alsace-Moselle and of the overseas departments are not among them.
 */
export const publicHolidayCodes = [
  'new_year',
  'easter_monday',
  'labour_day',
  'victory_1945',
  'ascension',
  'whit_monday',
  'national_day',
  'assumption',
  'all_saints',
  'armistice_1918',
  'christmas',
] as const;

export type PublicHolidayCode = (typeof publicHolidayCodes)[number];

interface YearOfHolidays {
  list: readonly { day: Day; code: PublicHolidayCode }[];
  numbers: ReadonlySet<number>;
}

const yearsAlreadyComputed = new Map<number, YearOfHolidays>();

/** The holidays of a civil year, in calendar order. Ascension may fall on 1 or 8 May: the day then stands twice. */
export function publicHolidaysOf(year: number): readonly { day: Day; code: PublicHolidayCode }[] {
  return holidaysOf(year).list;
}

export function isPublicHoliday(day: Day): boolean {
  return holidaysOf(partsOf(day).year).numbers.has(dayNumber(day));
}

/** The day numbers of the holidays of a civil year, for loops over many days. */
export function publicHolidayNumbersOf(year: number): ReadonlySet<number> {
  return holidaysOf(year).numbers;
}

/** Easter Sunday in the Gregorian calendar, by the anonymous algorithm of 1876 (Butcher). */
export function easterSundayOf(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const skippedLeaps = Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - skippedLeaps - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const marchBased = epact + toSunday - 7 * lateMoon + 114;
  return civilDay(year, Math.floor(marchBased / 31), (marchBased % 31) + 1);
}

function holidaysOf(year: number): YearOfHolidays {
  const known = yearsAlreadyComputed.get(year);
  if (known) return known;
  const easter = dayNumber(easterSundayOf(year));
  const list = (
    [
      [civilDay(year, 1, 1), 'new_year'],
      [dayFromNumber(easter + 1), 'easter_monday'],
      [civilDay(year, 5, 1), 'labour_day'],
      [civilDay(year, 5, 8), 'victory_1945'],
      [dayFromNumber(easter + 39), 'ascension'],
      [dayFromNumber(easter + 50), 'whit_monday'],
      [civilDay(year, 7, 14), 'national_day'],
      [civilDay(year, 8, 15), 'assumption'],
      [civilDay(year, 11, 1), 'all_saints'],
      [civilDay(year, 11, 11), 'armistice_1918'],
      [civilDay(year, 12, 25), 'christmas'],
    ] satisfies [Day, PublicHolidayCode][]
  )
    .map(([day, code]) => ({ day, code }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const computed = { list, numbers: new Set(list.map(({ day }) => dayNumber(day))) };
  yearsAlreadyComputed.set(year, computed);
  return computed;
}

function civilDay(year: number, month: number, dayOfMonth: number): Day {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}
