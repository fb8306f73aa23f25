import { findOffer } from '@jonction/db/offer/queries';
import { offer } from '@jonction/db/offer/tables';
import { offerInput } from '@jonction/domain/offer/offer';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { findClauseForOffer, offerColumns } from './place-offer.ts';

/** Corrects an offer. `version` is the one that was read: somebody else's change in between is never overwritten. */
export const update = procedure('offer.update')
  .input(z.object({ offerId: z.uuid(), version: z.number().int(), clauseId: z.uuid().optional(), offer: offerInput }))
  .mutation(async ({ ctx, input }) => {
    const known = found(await findOffer(ctx.tx, input.offerId), 'offer.not_found');
    const clauseId = input.clauseId ?? known.offer.clauseId;
    // Read again even where the clause is the same: the categories it accepts depend on the day of the hire.
    const honoured = clauseId ? await findClauseForOffer(ctx.tx, clauseId, input.offer.startsOn) : {};
    const [changed] = await ctx.tx
      .update(offer)
      .set({
        ...(await offerColumns(ctx.tx, input.offer)),
        ...honoured,
        version: sql`${offer.version} + 1`,
        updatedAt: new Date(),
      })
      .where(and(eq(offer.id, input.offerId), eq(offer.version, input.version)))
      .returning({ id: offer.id });
    if (!changed) throw new Refuse('shared.changed_meanwhile');
    await emit(ctx.tx, { type: 'offer.changed', structureId: structureOf(ctx), subjectId: input.offerId });
    await recordAudit(ctx, { action: 'offer.update', subjectKind: 'offer', subjectId: input.offerId });
  });
