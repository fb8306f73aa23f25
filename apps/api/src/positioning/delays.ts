import { type DelayRow, listDelays, readFunnel } from '@jonction/db/positioning/delays';
import { measureDelays } from '@jonction/domain/positioning/stopwatch';
import { addDays, type Day } from '@jonction/domain/shared/day';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { z } from 'zod';
import { occupationTable } from '../reference/occupations.ts';
import { procedure } from '../trpc.ts';

const delaysShape = z.object({
  met: z.number(),
  waiting: z.number(),
  medianDays: z.number().nullable(),
  p90Days: z.number().nullable(),
  worstDays: z.number().nullable(),
  longestWaitDays: z.number().nullable(),
  /** Waits of ten working days or more: the alert. */
  slow: z.number(),
});
const groupShape = delaysShape.extend({ id: z.string(), name: z.string() });
/** A company for an occupation: null where the occupation is unknown. */
const pairShape = groupShape.extend({
  employerId: z.string(),
  romeCode: z.string().nullable(),
  occupation: z.string().nullable(),
});

/** The days looked at when none are asked for. */
const usualDays = 365;

/** How long people wait from the CV sent to a first meeting: all together, by company, by occupation, by both; and the funnel. */
export const delays = procedure('positioning.delays')
  .input(z.object({ from: daySchema.nullable().default(null), to: daySchema.nullable().default(null) }))
  .output(
    z.object({
      from: z.string(),
      to: z.string(),
      all: delaysShape,
      byCompany: z.array(groupShape),
      byOccupation: z.array(groupShape),
      byPair: z.array(pairShape),
      funnel: z.object({
        sent: z.number(),
        opened: z.number(),
        interested: z.number(),
        meeting: z.number(),
        hired: z.number(),
      }),
    }),
  )
  .query(async ({ ctx, input }) => {
    const to = input.to ?? ctx.today;
    const from = input.from ?? addDays(to, -usualDays);
    const rows = await listDelays(ctx.tx, { from, to });
    const table = await occupationTable(ctx.tx);
    return {
      from,
      to,
      all: measureDelays(rows, ctx.today),
      byCompany: grouped(
        rows,
        ctx.today,
        ({ employerId }) => employerId,
        ([first]) => first?.employerName ?? '',
      ),
      byOccupation: grouped(
        rows.filter(({ romeCode }) => romeCode !== null),
        ctx.today,
        ({ romeCode }) => romeCode ?? '',
        ([first]) => table.labelOf(first?.romeCode ?? ''),
      ),
      byPair: grouped(
        rows,
        ctx.today,
        ({ employerId, romeCode }) => `${employerId} ${romeCode ?? ''}`,
        ([first]) => first?.employerName ?? '',
      ).map((group) => {
        const [employerId = '', code = ''] = group.id.split(' ');
        return {
          ...group,
          employerId,
          romeCode: code || null,
          occupation: code === '' ? null : table.labelOf(code),
        };
      }),
      funnel: await readFunnel(ctx.tx, { from, to }),
    };
  });

/** Those of the alert first, then the slowest; those without a meeting yet by how long they wait. */
function grouped(
  rows: readonly DelayRow[],
  today: Day,
  idOf: (row: DelayRow) => string,
  nameOf: (rows: readonly DelayRow[]) => string,
) {
  return [...Map.groupBy(rows, idOf)]
    .map(([id, group]) => ({ id, name: nameOf(group), ...measureDelays(group, today) }))
    .toSorted(
      (a, b) =>
        Number(b.slow > 0) - Number(a.slow > 0) ||
        Math.max(b.medianDays ?? 0, b.longestWaitDays ?? 0) - Math.max(a.medianDays ?? 0, a.longestWaitDays ?? 0) ||
        a.name.localeCompare(b.name, 'fr'),
    );
}
