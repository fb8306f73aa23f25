import { newId } from '@jonction/db/new-id';
import { recommendation } from '@jonction/db/participant/tables';
import { recommendParticipantSchema } from '@jonction/domain/participant/recommend';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { keepParticipant } from './keep.ts';
import { writeConsent } from './write-consent.ts';

/**
 * A partner puts somebody forward without an offer. The receipt is the same whether the structure knows the person or not:
 * a job looks for duplicates afterwards, and only the facilitator sees them.
 */
export const recommend = procedure('participant.recommend')
  .input(recommendParticipantSchema)
  .output(z.object({ participantId: z.string(), recommendationId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId, organisationId } = membership;
    const { message, consentWay, ...fields } = input;
    const { id: participantId } = await keepParticipant(ctx.tx, fields, {
      structureId,
      createdBy: userId,
      createdOn: ctx.today,
      waitingSince: ctx.today,
      recommendedByOrganisationId: organisationId,
      recommendedByUserId: userId,
    });
    const recommendationId = newId();
    await ctx.tx.insert(recommendation).values({
      id: recommendationId,
      structureId,
      participantId,
      partnerId: organisationId,
      recommendedBy: userId,
      message: message || null,
    });
    if (consentWay) {
      await writeConsent(ctx, { participantId, structureId, type: 'given', way: consentWay, on: ctx.today });
    }
    await recordAudit(ctx, { action: 'participant.recommend', subjectKind: 'participant', subjectId: participantId });
    await emit(
      ctx.tx,
      { type: 'participant.recorded', structureId, subjectId: participantId },
      { type: 'participant.changed', structureId, subjectId: participantId },
      { type: 'recommendation.received', structureId, subjectId: recommendationId },
    );
    return { participantId, recommendationId };
  });
