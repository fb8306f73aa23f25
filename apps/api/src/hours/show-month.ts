import { listLinesAround } from '@jonction/db/hours/around';
import { listMonthPeople, readMonthHours } from '@jonction/db/hours/month';
import { hoursByWeek, markOf, noMarks, sumOfMarks, weeksOfMonth } from '@jonction/domain/hours/by-week';
import { layOut } from '@jonction/domain/hours/lay-out';
import { touchesMonth, warningsOf } from '@jonction/domain/hours/warnings';
import { addDays, addMonths } from '@jonction/domain/shared/day';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';
import { procedure } from '../trpc.ts';
import { marksShape as marks } from './closing/shapes.ts';
import { knownAtOf } from './known-at.ts';
import { warningsShape } from './with-warnings.ts';

/** A month as a grid: people down, weeks across, and sums that always add up to what was declared. */
export const showMonth = procedure('hours.showMonth')
  .input(
    z.object({
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'hours.month_missing' }),
      contractId: z.uuid().optional(),
      /** As known at the end of that day. */
      knownOn: daySchema.optional(),
      page: z.number().int().min(1).default(1),
      pageSize: z.number().int().min(1).max(200).default(50),
    }),
  )
  .output(
    z.object({
      weeks: z.array(z.object({ from: z.string(), to: z.string() })),
      rows: z.array(
        z.object({
          placementId: z.string(),
          placementNumber: z.number(),
          workerName: z.string(),
          employerName: z.string(),
          contractNumber: z.number(),
          contractObject: z.string(),
          weeks: z.array(marks),
          sum: marks,
          /** Too long days and weeks of her month: told, never rejected. */
          warnings: warningsShape,
        }),
      ),
      /** Of the whole month, not of the page. */
      sum: marks,
      total: z.number(),
    }),
  )
  .query(async ({ ctx, input: { month, contractId, knownOn, page, pageSize } }) => {
    const from = `${month}-01`;
    const filter = {
      ...{ from, to: addDays(addMonths(from, 1), -1), page, pageSize },
      ...(contractId ? { contractId } : {}),
      ...knownAtOf(knownOn),
    };
    const weeks = weeksOfMonth(month);
    const { people, total } = await listMonthPeople(ctx.tx, filter);
    const { hours, sums } = await readMonthHours(
      ctx.tx,
      filter,
      people.map(({ placementId }) => placementId),
    );
    const { from: first, to: last, knownAt } = { knownAt: undefined, ...filter };
    const span = people.map(({ placementId }) => ({ placementId, from: first, to: last }));
    const lines = span.length === 0 ? [] : await listLinesAround(ctx.tx, span, knownAt);
    const around = Map.groupBy(lines, ({ placementId }) => placementId);
    const sum = noMarks();
    for (const one of sums) sum[markOf(one)] += one.centihours;
    return {
      weeks,
      rows: people.map((person) => {
        const byWeek = hoursByWeek(hours.get(person.placementId) ?? [], weeks);
        const all = warningsOf((around.get(person.placementId) ?? []).map(layOut));
        const warnings = all.filter((warning) => touchesMonth(warning, month));
        return { ...person, weeks: byWeek, sum: sumOfMarks(byWeek), warnings };
      }),
      sum,
      total,
    };
  });
