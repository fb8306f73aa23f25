import { listMonthPeople, readMonthHours } from '@jonction/db/hours/month';
import { hoursByWeek, markOf, noMarks, sumOfMarks, weeksOfMonth } from '@jonction/domain/hours/by-week';
import { addDays, addMonths } from '@jonction/domain/shared/day';
import { z } from 'zod';
import { procedure } from '../trpc.ts';

const marks = z.object({ validated: z.number(), toDecide: z.number(), waiting: z.number(), rejected: z.number() });

/** A month as a grid: people down, weeks across, and sums that always add up to what was declared. */
export const showMonth = procedure('hours.showMonth')
  .input(
    z.object({
      month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'hours.month_missing' }),
      contractId: z.uuid().optional(),
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
        }),
      ),
      /** Of the whole month, not of the page. */
      sum: marks,
      total: z.number(),
    }),
  )
  .query(async ({ ctx, input: { month, contractId, page, pageSize } }) => {
    const from = `${month}-01`;
    const filter = { from, to: addDays(addMonths(from, 1), -1), page, pageSize, ...(contractId ? { contractId } : {}) };
    const weeks = weeksOfMonth(month);
    const { people, total } = await listMonthPeople(ctx.tx, filter);
    const { hours, sums } = await readMonthHours(
      ctx.tx,
      filter,
      people.map(({ placementId }) => placementId),
    );
    const sum = noMarks();
    for (const one of sums) sum[markOf(one)] += one.centihours;
    return {
      weeks,
      rows: people.map((person) => {
        const byWeek = hoursByWeek(hours.get(person.placementId) ?? [], weeks);
        return { ...person, weeks: byWeek, sum: sumOfMarks(byWeek) };
      }),
      sum,
      total,
    };
  });
