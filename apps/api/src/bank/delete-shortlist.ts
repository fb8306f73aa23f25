import { lockShortlist } from '@jonction/db/bank/shortlists';
import { shortlist } from '@jonction/db/bank/tables';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/** The list and its notes go; the people stay in the bank. */
export const deleteShortlist = procedure('bank.deleteShortlist')
  .input(z.object({ shortlistId: z.uuid() }))
  .output(z.object({ shortlistId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { shortlistId } = input;
    found(await lockShortlist(ctx.tx, shortlistId), 'bank.list_not_found');
    await ctx.tx.delete(shortlist).where(eq(shortlist.id, shortlistId));
    await recordAudit(ctx, { action: 'bank.deleteShortlist', subjectKind: 'shortlist', subjectId: shortlistId });
    return { shortlistId };
  });
