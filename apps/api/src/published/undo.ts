import { attachContract } from '@jonction/db/contract/write';
import { publishedPair } from '@jonction/db/published/tables';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Takes back what somebody decided of a pair, or a published contract set aside: it is asked again, and the trail keeps both. */
export const undo = procedure('published.undo')
  .input(z.object({ decisionId: z.uuid() }))
  .output(z.object({ contractId: z.string().nullable() }))
  .mutation(async ({ ctx, input: { decisionId } }) => {
    const { userId, membership } = speaker(ctx);
    const [row] = await ctx.tx
      .update(publishedPair)
      .set({ undoneAt: sql`clock_timestamp()`, undoneBy: userId })
      .where(and(eq(publishedPair.id, decisionId), isNull(publishedPair.undoneAt)))
      .returning();
    const { contractId, openId, verdict, wasFollowed } = found(row, 'published.decision_not_found');
    if (wasFollowed) await attachContract(ctx.tx, openId, membership.structureId);
    await recordAudit(ctx, {
      action: 'published.undo',
      subjectKind: 'contract',
      subjectId: contractId ?? openId,
      facts: { verdict, open: openId },
    });
    return { contractId };
  });
