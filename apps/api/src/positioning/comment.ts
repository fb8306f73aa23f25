import { positioningComment } from '@jonction/db/positioning/follow-tables';
import { findPositioning } from '@jonction/db/positioning/queries';
import { commentInput } from '@jonction/domain/positioning/comment';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** The team's own word on a positioning. Companies, partners and the person never read it. */
export const comment = procedure('positioning.comment')
  .input(commentInput)
  .mutation(async ({ ctx, input }) => {
    const row = found(await findPositioning(ctx.tx, input.positioningId), 'positioning.not_found');
    await ctx.tx.insert(positioningComment).values({
      structureId: row.structureId,
      positioningId: row.id,
      authorId: speaker(ctx).userId,
      body: input.body,
    });
    await recordAudit(ctx, { action: 'positioning.comment', subjectKind: 'positioning', subjectId: row.id });
  });
