import { findPositioning } from '@jonction/db/positioning/queries';
import { positioningTransfer } from '@jonction/db/positioning/transfer-tables';
import { hasPendingTransfer } from '@jonction/db/positioning/transfers';
import { askTransfer as judge } from '@jonction/domain/positioning/transfer';
import { askTransferInput } from '@jonction/domain/positioning/transfer-schema';
import { recordAudit } from '../audit/record.ts';
import { found, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { moverOf } from './record-move.ts';

/** A company asks that a CV go on to another one, by its link or its account; or a facilitator types what it said on the phone. */
export const askTransfer = procedure('positioning.askTransfer')
  .input(askTransferInput)
  .mutation(async ({ ctx, input }) => {
    const { positioningId, ...asked } = input;
    const row = found(await findPositioning(ctx.tx, positioningId, { lock: true }), 'positioning.not_found');
    const { actor } = moverOf(ctx);
    settle(judge({ status: row.status, pending: await hasPendingTransfer(ctx.tx, row.id) }, actor));
    await ctx.tx.insert(positioningTransfer).values({
      ...asked,
      structureId: row.structureId,
      positioningId: row.id,
      pushId: row.pushId,
      employerId: row.employerId,
      askedBy: actor === 'employer' || actor === 'link' ? actor : 'facilitator',
    });
    await recordAudit(ctx, {
      action: 'positioning.askTransfer',
      subjectKind: 'positioning',
      subjectId: row.id,
      facts: { why: asked.why },
    });
  });
