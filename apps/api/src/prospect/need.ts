import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { findOffer } from '@jonction/db/offer/queries';
import { findNeed, lockProspect } from '@jonction/db/prospect/queries';
import { prospect, prospectNeed } from '@jonction/db/prospect/tables';
import { addNeedSchema, type ProspectStage, settleNeedSchema } from '@jonction/domain/prospect/prospect';
import { maySettleNeed, type ProspectHappening, stageAfter } from '@jonction/domain/prospect/stage';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** What a company would hire for: occupation, number, when. */
export const addNeed = procedure('prospect.addNeed')
  .input(addNeedSchema)
  .output(z.object({ needId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const row = found(await lockProspect(ctx.tx, input.prospectId), 'prospect.not_found');
    const needId = newId();
    await ctx.tx
      .insert(prospectNeed)
      .values({ ...input, id: needId, structureId: row.structureId, foundBy: speaker(ctx).userId });
    await move(ctx.tx, row, 'need');
    await recordAudit(ctx, { action: 'prospect.addNeed', subjectKind: 'prospect', subjectId: row.id });
    return { needId };
  });

/** A need became an offer, or went elsewhere; said once. */
export const settleNeed = procedure('prospect.settleNeed')
  .input(settleNeedSchema)
  .output(z.object({ prospectId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const need = found(await findNeed(ctx.tx, input.needId), 'prospect.need_not_found');
    settle(maySettleNeed(need));
    if (input.as === 'offer') {
      found(await findOffer(ctx.tx, input.offerId), 'prospect.offer_not_found');
      await move(ctx.tx, { id: need.prospectId, stage: need.stage }, 'offer');
    }
    await ctx.tx
      .update(prospectNeed)
      .set(input.as === 'offer' ? { offerId: input.offerId } : { lostAt: new Date() })
      .where(eq(prospectNeed.id, need.id));
    await recordAudit(ctx, {
      action: 'prospect.settleNeed',
      subjectKind: 'prospect',
      subjectId: need.prospectId,
      facts: { as: input.as },
    });
    return { prospectId: need.prospectId };
  });

async function move(tx: Tx, row: { id: string; stage: ProspectStage }, happening: ProspectHappening): Promise<void> {
  await tx
    .update(prospect)
    .set({ stage: stageAfter(row.stage, happening), updatedAt: new Date() })
    .where(eq(prospect.id, row.id));
}
