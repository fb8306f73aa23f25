import { newId } from '@jonction/db/new-id';
import { offer } from '@jonction/db/offer/tables';
import { organisation } from '@jonction/db/organisation/tables';
import { offerInput } from '@jonction/domain/offer/offer';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { findClauseForOffer, offerColumns } from './place-offer.ts';

/** A facilitator writes down a contractor's need, on a clause. It is open at once unless kept as a draft. */
export const create = procedure('offer.create')
  .input(z.object({ clauseId: z.uuid(), employerId: z.uuid(), offer: offerInput, draft: z.boolean().default(false) }))
  .output(z.object({ offerId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const honoured = await findClauseForOffer(ctx.tx, input.clauseId, input.offer.startsOn);
    const [employer] = await ctx.tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(and(eq(organisation.id, input.employerId), eq(organisation.kind, 'employer')));
    found(employer, 'offer.employer_not_found');
    const offerId = newId();
    await ctx.tx.insert(offer).values({
      ...(await offerColumns(ctx.tx, input.offer)),
      ...honoured,
      id: offerId,
      structureId: membership.structureId,
      employerId: input.employerId,
      status: input.draft ? 'draft' : 'open',
      openedAt: input.draft ? null : new Date(),
      ownerId: userId,
      createdBy: userId,
    });
    await emit(ctx.tx, { type: 'offer.created', structureId: membership.structureId, subjectId: offerId });
    await recordAudit(ctx, { action: 'offer.create', subjectKind: 'offer', subjectId: offerId });
    return { offerId };
  });
