import { clause } from '@jonction/db/contract/tables';
import { newId } from '@jonction/db/new-id';
import { offer } from '@jonction/db/offer/tables';
import { offerInput } from '@jonction/domain/offer/offer';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { offerColumns } from './place-offer.ts';

/** An employer asks for people on a clause it works for. A facilitator reads it, completes it and opens it. */
export const propose = procedure('offer.propose')
  .input(z.object({ clauseId: z.uuid(), offer: offerInput }))
  .output(z.object({ offerId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    // Row-level security answers whether the contract is held: a clause of another's contract is not there.
    const [row] = await ctx.tx.select().from(clause).where(eq(clause.id, input.clauseId));
    const honoured = found(row, 'offer.clause_not_found');
    const offerId = newId();
    await ctx.tx.insert(offer).values({
      ...(await offerColumns(ctx.tx, input.offer)),
      id: offerId,
      clauseId: honoured.id,
      contractId: honoured.contractId,
      lotId: honoured.lotId,
      structureId: honoured.structureId,
      employerId: membership.organisationId,
      status: 'proposed',
      createdBy: userId,
    });
    await emit(ctx.tx, { type: 'offer.proposed', structureId: honoured.structureId, subjectId: offerId });
    await recordAudit(ctx, { action: 'offer.propose', subjectKind: 'offer', subjectId: offerId });
    return { offerId };
  });
