import { lockRecommendation } from '@jonction/db/participant/recommendations';
import { recommendation } from '@jonction/db/participant/tables';
import { takeUpRecommendationSchema } from '@jonction/domain/participant/recommend';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Says to the partner that somebody looks at it, before the answer. Twice is once: the first who took it up stays named. */
export const takeUpRecommendation = procedure('participant.takeUpRecommendation')
  .input(takeUpRecommendationSchema)
  .output(z.object({ participantId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { recommendationId } = input;
    const row = found(await lockRecommendation(ctx.tx, recommendationId), 'participant.recommendation_not_found');
    const { participantId, structureId } = row;
    if (row.answeredAt !== null) throw new Refuse('participant.recommendation_answered');
    if (row.status === 'in_review') return { participantId };
    await ctx.tx
      .update(recommendation)
      .set({ status: 'in_review', reviewedAt: new Date(), reviewedBy: speaker(ctx).userId })
      .where(eq(recommendation.id, recommendationId));
    await recordAudit(ctx, {
      action: 'participant.takeUpRecommendation',
      subjectKind: 'participant',
      subjectId: participantId,
    });
    await emit(ctx.tx, { type: 'recommendation.taken_up', structureId, subjectId: recommendationId });
    return { participantId };
  });
