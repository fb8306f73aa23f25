import { type Day, dayFromNumber, weekdayOfNumber } from '../shared/day.ts';
import { centihoursOn, type Layout } from './lay-out.ts';

export const hourWarningCodes = ['over-day', 'over-week'] as const;

export interface HourWarning {
  code: (typeof hourWarningCodes)[number];
  /** The day, or the Monday that names the week. */
  on: Day;
  centihours: number;
}

/** 10 h a day and 48 h a week (Code du travail, art. L3121-18 and L3121-20): beyond them a line is doubtful. */
const mostPerDay = 1000;
const mostPerWeek = 4800;

/** Too long days by date, then too long weeks: told, never rejected, over all lines given, rejected hours included. */
export function warningsOf(layouts: readonly Layout[]): HourWarning[] {
  const perDay = new Map<number, number>();
  const perWeek = new Map<number, number>();
  for (const layout of layouts) {
    layout.days.forEach((day, index) => {
      const centihours = centihoursOn(layout, index);
      const monday = day - weekdayOfNumber(day) + 1;
      perDay.set(day, (perDay.get(day) ?? 0) + centihours);
      perWeek.set(monday, (perWeek.get(monday) ?? 0) + centihours);
    });
  }
  return [...over(perDay, mostPerDay, 'over-day'), ...over(perWeek, mostPerWeek, 'over-week')];
}

function over(totals: ReadonlyMap<number, number>, most: number, code: HourWarning['code']): HourWarning[] {
  const long: [number, number][] = [];
  for (const [day, centihours] of totals) {
    if (centihours > most) long.push([day, centihours]);
  }
  return long.sort((a, b) => a[0] - b[0]).map(([day, centihours]) => ({ code, on: dayFromNumber(day), centihours }));
}
