import { lockShortlist, removeMembers } from '@jonction/db/bank/shortlists';
import { shortlistPeopleSchema } from '@jonction/domain/bank/shortlist';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/** Takes people off a list, or back after an addition. Their records stay as they are. */
export const removeFromShortlist = procedure('bank.removeFromShortlist')
  .input(shortlistPeopleSchema)
  .output(z.object({ shortlistId: z.string(), removed: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { shortlistId, participantIds } = input;
    found(await lockShortlist(ctx.tx, shortlistId), 'bank.list_not_found');
    const removed = await removeMembers(ctx.tx, shortlistId, participantIds);
    await recordAudit(ctx, {
      action: 'bank.removeFromShortlist',
      subjectKind: 'shortlist',
      subjectId: shortlistId,
      facts: { people: removed },
    });
    return { shortlistId, removed };
  });
