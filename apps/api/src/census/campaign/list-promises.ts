import { readPromises } from '@jonction/db/census/rows';
import { promiseOf, promiseSince } from '@jonction/domain/census/promise';
import { z } from 'zod';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';

/**
 * By quarter in which the delay ended: the contracts asked about and those answered in time. A buyer reads its own, whoever asked; the
 * team those of the buyers it asked. One statement.
 */
export const listPromises = procedure('census.listPromises')
  .input(z.object({ buyerId: z.uuid().optional() }))
  .output(
    z.array(
      z.object({
        buyerId: z.string(),
        buyerName: z.string(),
        quarter: z.string(),
        asked: z.number(),
        inTime: z.number(),
        keptBps: z.number().nullable(),
      }),
    ),
  )
  .query(async ({ ctx, input }) => {
    const { role, organisationId, structureId } = speaker(ctx).membership;
    const whose =
      role === 'buyer'
        ? { buyerId: organisationId }
        : { structureId, ...(input.buyerId ? { buyerId: input.buyerId } : {}) };
    const rows = await readPromises(ctx.tx, { ...whose, today: ctx.today, since: promiseSince(ctx.today) });
    return rows.map((row) => ({ ...row, ...promiseOf(row) }));
  });
