import { offer } from '@jonction/db/offer/tables';
import { findParticipant } from '@jonction/db/participant/find';
import { offerProposal } from '@jonction/db/participant/link-tables';
import { offerTold } from '@jonction/messages/person-words';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { found, Refuse } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { tell } from '../reach/tell.ts';

/** Puts an open offer on a person's page, for her to say yes or no, and tells her so by her own way. Nothing leaves to the company. */
export const proposeOffer = procedure('participant.proposeOffer')
  .input(z.object({ participantId: z.uuid(), offerId: z.uuid({ error: 'participant.proposal_offer_missing' }) }))
  .output(z.object({ proposalId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, offerId } = input;
    const person = found(await findParticipant(ctx.tx, participantId), 'participant.not_found');
    const [asked] = await ctx.tx
      .select({ status: offer.status, title: offer.title, placeLabel: offer.placeLabel })
      .from(offer)
      .where(eq(offer.id, offerId));
    const { status, ...what } = found(asked, 'offer.not_found');
    if (status !== 'open') throw new Refuse('offer.not_open');
    const [kept] = await ctx.tx
      .insert(offerProposal)
      .values({ structureId: person.structureId, participantId, offerId, proposedBy: speaker(ctx).userId })
      .onConflictDoNothing()
      .returning({ id: offerProposal.id });
    if (!kept) throw new Refuse('participant.proposal_already', {}, 'offerId');
    await recordAudit(ctx, {
      action: 'participant.proposeOffer',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { offerId },
    });
    const of = { structureId: person.structureId, participantId, kind: 'offer', aboutId: kept.id } as const;
    await tell(ctx.tx, offerTold({ ...what, reminder: false }), of, ctx);
    return { proposalId: kept.id };
  });
