import { listPlanned, listPlannedYears } from '@jonction/db/programme/queries';
import { listPlannedSchema } from '@jonction/domain/programme/planned-schema';
import { z } from 'zod';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { plannedRowShape, shownPlanned } from './shapes.ts';

/** What buyers plan: late answers first, then what the team owes, what buyers owe, what is over. */
export const list = procedure('programme.list')
  .input(listPlannedSchema)
  .output(
    z.object({
      rows: z.array(plannedRowShape),
      total: z.number(),
      counts: z.object({ late: z.number(), team: z.number(), buyer: z.number(), nobody: z.number() }),
      years: z.array(z.number()),
    }),
  )
  .query(async ({ ctx, input: { mine, ...filter } }) => {
    const ownerId = mine ? speaker(ctx).userId : null;
    const { rows, counts } = await listPlanned(ctx.tx, { ...filter, ownerId }, ctx.today);
    const of = (waits: string) => counts.find((one) => one.waits === waits)?.count ?? 0;
    const counted = { late: of('late'), team: of('team'), buyer: of('buyer'), nobody: of('nobody') };
    return {
      rows: rows.map((row) => shownPlanned(ctx, row, ctx.today)),
      total: filter.waits === null ? Object.values(counted).reduce((sum, one) => sum + one, 0) : counted[filter.waits],
      counts: counted,
      years: await listPlannedYears(ctx.tx),
    };
  });
