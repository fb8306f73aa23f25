import { addDays, addMonths, type Day, daysBetween } from '../shared/day.ts';

/** Days from `from` to `to`, both in. */
export interface Period {
  from: Day;
  to: Day;
}

const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;
const lastOfMonth = (day: Day): Day => addDays(addMonths(firstOfMonth(day), 1), -1);

/** Whole calendar months: what teams report by. */
export function isWholeMonths({ from, to }: Period): boolean {
  return from === firstOfMonth(from) && to === lastOfMonth(to);
}

const monthIndex = (day: Day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** The period of the same length right before: as many months for whole months, else as many days. */
export function periodBefore(period: Period): Period {
  const to = addDays(period.from, -1);
  if (!isWholeMonths(period)) return { from: addDays(period.from, daysBetween(period.to, period.from) - 1), to };
  const months = monthIndex(period.to) - monthIndex(period.from) + 1;
  return { from: addMonths(period.from, -months), to };
}

/** The periods that a team asks for most, around today: their first and last days. */
export const usualPeriods = ['month', 'lastMonth', 'quarter', 'lastQuarter', 'year', 'lastYear'] as const;
export type UsualPeriod = (typeof usualPeriods)[number];

export function usualPeriod(which: UsualPeriod, today: Day): Period {
  const month = firstOfMonth(today);
  const quarter = addMonths(month, -((monthIndex(month) - 1) % 3));
  const january = `${today.slice(0, 4)}-01-01`;
  const starts = {
    month: [month, 1],
    lastMonth: [addMonths(month, -1), 1],
    quarter: [quarter, 3],
    lastQuarter: [addMonths(quarter, -3), 3],
    year: [january, 12],
    lastYear: [addMonths(january, -12), 12],
  } as const satisfies Record<UsualPeriod, readonly [Day, number]>;
  const [from, months] = starts[which];
  return { from, to: addDays(addMonths(from, months), -1) };
}
