import { findOffer } from '@jonction/db/offer/queries';
import { offer } from '@jonction/db/offer/tables';
import { actOnOffer, type OfferAct, offerActs } from '@jonction/domain/offer/lifecycle';
import { offerStatuses } from '@jonction/domain/offer/offer';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { findClauseForOffer } from './place-offer.ts';

const acts = Object.keys(offerActs) as [OfferAct, ...OfferAct[]];

/** Opens, fills or closes an offer. Opening asks again that its contract expects a hire, and takes the clause's categories. */
export const act = procedure('offer.act')
  .input(z.object({ offerId: z.uuid(), act: z.enum(acts) }))
  .output(z.object({ status: z.enum(offerStatuses) }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const known = found(await findOffer(ctx.tx, input.offerId), 'offer.not_found');
    const status = settle(actOnOffer(known.offer.status, input.act));
    const honoured =
      input.act === 'open' && known.offer.clauseId
        ? await findClauseForOffer(ctx.tx, known.offer.clauseId, known.offer.startsOn)
        : {};
    await ctx.tx
      .update(offer)
      .set({
        status,
        ...honoured,
        ownerId: known.offer.ownerId ?? userId,
        ...(input.act === 'open'
          ? { openedAt: new Date(), closedAt: null, setAsideOn: null }
          : { closedAt: new Date() }),
        version: sql`${offer.version} + 1`,
        updatedAt: new Date(),
      })
      .where(eq(offer.id, input.offerId));
    await emit(ctx.tx, { type: 'offer.changed', structureId: membership.structureId, subjectId: input.offerId });
    await recordAudit(ctx, { action: `offer.${input.act}`, subjectKind: 'offer', subjectId: input.offerId });
    return { status };
  });
