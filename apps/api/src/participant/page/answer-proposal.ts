import { offer } from '@jonction/db/offer/tables';
import { offerProposal } from '@jonction/db/participant/link-tables';
import { mayAnswer, proposalAnswerInput } from '@jonction/domain/participant/link-offer';
import { eq } from 'drizzle-orm';
import { recordAudit } from '../../audit/record.ts';
import { emit } from '../../outbox/emit.ts';
import { found, settle } from '../../refuse.ts';
import { participantOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';

/** Yes, or no and why, to an offer that the team asked her about. She may change her mind until somebody acted on it. */
export const answerProposal = procedure('participant.answerProposal')
  .input(proposalAnswerInput)
  .mutation(async ({ ctx, input }) => {
    const { structureId, participantId } = participantOf(ctx);
    const [row] = await ctx.tx
      .select({
        id: offerProposal.id,
        handledAt: offerProposal.handledAt,
        offerStatus: offer.status,
        offerId: offer.id,
      })
      .from(offerProposal)
      .innerJoin(offer, eq(offer.id, offerProposal.offerId))
      .where(eq(offerProposal.id, input.proposalId))
      .for('update', { of: offerProposal });
    const asked = found(row, 'participant.proposal_not_found');
    settle(mayAnswer({ offerStatus: asked.offerStatus, handled: asked.handledAt !== null }));
    await ctx.tx
      .update(offerProposal)
      .set({ answer: input.answer, reason: input.answer === 'no' ? input.reason : null, answeredAt: new Date() })
      .where(eq(offerProposal.id, asked.id));
    await recordAudit(ctx, {
      action: 'participant.answerProposal',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { offerId: asked.offerId, answer: input.answer },
    });
    await emit(ctx.tx, { type: 'participant.said', structureId, subjectId: participantId });
  });
