import { addDays, type Day, dayFromNumber, dayNumber, weekdayOfNumber } from '../shared/day.ts';
import { centihoursOn, type Layout, layOut } from './lay-out.ts';

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
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { days } of layouts) {
    first = Math.min(first, days[0] ?? first);
    last = Math.max(last, days.at(-1) ?? last);
  }
  if (first > last) return [];
  const monday = first - weekdayOfNumber(first) + 1;
  const perDay = new Float64Array(last - monday + 1);
  for (const layout of layouts) {
    for (let index = 0; index < layout.days.length; index++) {
      const place = (layout.days[index] ?? monday) - monday;
      perDay[place] = (perDay[place] ?? 0) + centihoursOn(layout, index);
    }
  }
  const perWeek = new Float64Array(Math.ceil(perDay.length / 7));
  for (let place = 0; place < perDay.length; place++) {
    const week = Math.floor(place / 7);
    perWeek[week] = (perWeek[week] ?? 0) + (perDay[place] ?? 0);
  }
  return [
    ...over(perDay, mostPerDay, (place) => ({ code: 'over-day', on: dayFromNumber(monday + place) })),
    ...over(perWeek, mostPerWeek, (place) => ({ code: 'over-week', on: dayFromNumber(monday + 7 * place) })),
  ];
}

/**
 * The warnings that each line has a share in, by its id. `lines`: of one placement, those that touch the same weeks included, or a
 * sum is short.
 */
export function warningsByLine(
  lines: readonly { id: string; from: Day; to: Day; centihours: number }[],
): Map<string, HourWarning[]> {
  const laid = lines.map((line) => ({ id: line.id, layout: layOut(line) }));
  const all = warningsOf(laid.map(({ layout }) => layout)).map((warning) => ({
    warning,
    first: dayNumber(warning.on),
    length: warning.code === 'over-day' ? 1 : 7,
  }));
  return new Map(
    laid.map(({ id, layout }) => [
      id,
      all.flatMap(({ warning, first, length }) =>
        layout.days.some((day) => day >= first && day < first + length) ? [warning] : [],
      ),
    ]),
  );
}

/** A day of the month, or a week that reaches into it: what is told with a month is of its own days. `month`: `2026-03`. */
export function touchesMonth({ code, on }: Pick<HourWarning, 'code' | 'on'>, month: string): boolean {
  return on.startsWith(month) || (code === 'over-week' && addDays(on, 6).startsWith(month));
}

function over(totals: Float64Array, most: number, name: (place: number) => Omit<HourWarning, 'centihours'>) {
  const warnings: HourWarning[] = [];
  totals.forEach((centihours, place) => {
    if (centihours > most) warnings.push({ ...name(place), centihours });
  });
  return warnings;
}
