import { deleteQueriesOf } from '@jonction/db/bank/queries';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { Refuse } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Erases every asking of the same words: a name that the rules let through, or a query that says nothing. */
export const forgetQuery = procedure('bank.forgetQuery')
  .input(z.object({ stems: z.string().trim().min(1).max(300) }))
  .output(z.object({ forgotten: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const forgotten = await deleteQueriesOf(ctx.tx, structureOf(ctx), input.stems);
    if (forgotten === 0) throw new Refuse('bank.query_not_found');
    // Not the words: they are what had to go.
    await recordAudit(ctx, { action: 'bank.forgetQuery', facts: { count: forgotten } });
    return { forgotten };
  });
