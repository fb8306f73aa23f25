import { addDays, addMonths, type Day, earlier } from '../shared/day.ts';
import { type DueFacts, dueExpectedOn, dueOn } from './due.ts';
import { forecastHours } from './forecast.ts';
import type { ClauseHours } from './gauge.ts';
import type { ContractPeriod } from './obligation.ts';

/** An obligation at the end of a month; null where the figure does not exist then. Hours in hundredths, due hours whole. */
export interface ObligationPoint {
  /** `2026-03`. */
  month: string;
  /** Validated since the beginning; of months begun. */
  validatedCentihours: number | null;
  /** What the pace of the last three months leads to; from the month of the question on. */
  forecastCentihours: number | null;
  /** On what is invoiced and affirmed by then, or by the day of the question for the months to come. */
  dueHours: number;
  /** On what is ordered by then, where the target follows invoices. */
  expectedHours: number | null;
}

/** At most: a concession runs for decades, and a chart shows ten years. */
const mostMonths = 120;

/**
 * Forecast, orders and hours of a clause month by month, from its start to its end: what one chart shows, and the table behind it.
 * `day`: the day of the question. The forecast of a month is that of the gauge, asked of its last day. Rule of the house.
 */
export function obligationSeries({
  facts,
  hours,
  period,
  day,
}: {
  facts: DueFacts;
  hours: ClauseHours;
  period: ContractPeriod;
  day: Day;
}): ObligationPoint[] {
  const points: ObligationPoint[] = [];
  const current = day.slice(0, 7);
  let before = 0;
  // Hours worked before the first month of the chart count in it.
  for (const [month, centihours] of Object.entries(hours.validatedByMonth)) {
    if (month < period.from.slice(0, 7)) before += centihours;
  }
  let first = `${period.from.slice(0, 7)}-01`;
  while (first <= period.to && points.length < mostMonths) {
    const month = first.slice(0, 7);
    const last = earlier(addDays(addMonths(first, 1), -1), period.to);
    before += hours.validatedByMonth[month] ?? 0;
    const begun = month <= current;
    points.push({
      month,
      validatedCentihours: begun ? before : null,
      forecastCentihours:
        month >= current
          ? forecastHours({ ...hours, dueHours: 0, period: { from: earlier(period.from, last), to: last }, day })
              .centihours
          : null,
      dueHours: dueOn(facts, earlier(last, day)),
      expectedHours: dueExpectedOn(facts, last),
    });
    first = addMonths(first, 1);
  }
  return points;
}
