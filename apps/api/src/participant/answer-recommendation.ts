import { lockRecommendation } from '@jonction/db/participant/recommendations';
import { participant, recommendation } from '@jonction/db/participant/tables';
import { answerRecommendationSchema } from '@jonction/domain/participant/recommend';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Says yes or no to a partner, once, with a sentence that the partner reads. Who accepts looks after the person. */
export const answerRecommendation = procedure('participant.answerRecommendation')
  .input(answerRecommendationSchema)
  .output(z.object({ participantId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { recommendationId, status, answer } = input;
    const row = found(await lockRecommendation(ctx.tx, recommendationId), 'participant.recommendation_not_found');
    if (row.answeredAt !== null) throw new Refuse('participant.recommendation_answered');
    const { userId } = speaker(ctx);
    await ctx.tx
      .update(recommendation)
      .set({ status, answer, answeredBy: userId, answeredAt: new Date() })
      .where(eq(recommendation.id, recommendationId));
    const { participantId, structureId } = row;
    if (status === 'accepted') {
      await ctx.tx
        .update(participant)
        .set({ ownerId: userId })
        .where(and(eq(participant.id, participantId), isNull(participant.ownerId)));
    }
    await recordAudit(ctx, {
      action: 'participant.answerRecommendation',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { status },
    });
    await emit(ctx.tx, { type: 'recommendation.answered', structureId, subjectId: recommendationId });
    return { participantId };
  });
