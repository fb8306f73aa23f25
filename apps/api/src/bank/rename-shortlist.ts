import { isListNameTaken, lockShortlist } from '@jonction/db/bank/shortlists';
import { shortlist } from '@jonction/db/bank/tables';
import { renameShortlistSchema } from '@jonction/domain/bank/shortlist';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';

export const renameShortlist = procedure('bank.renameShortlist')
  .input(renameShortlistSchema)
  .output(z.object({ shortlistId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { shortlistId, name } = input;
    found(await lockShortlist(ctx.tx, shortlistId), 'bank.list_not_found');
    if (await isListNameTaken(ctx.tx, name, shortlistId)) throw new Refuse('bank.list_name_taken', {}, 'name');
    await ctx.tx.update(shortlist).set({ name }).where(eq(shortlist.id, shortlistId));
    await recordAudit(ctx, { action: 'bank.renameShortlist', subjectKind: 'shortlist', subjectId: shortlistId });
    return { shortlistId };
  });
