import { isColleague } from '@jonction/db/participant/colleagues';
import { findParticipant } from '@jonction/db/participant/find';
import { participant } from '@jonction/db/participant/tables';
import { followParticipantSchema } from '@jonction/domain/participant/update';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/** Says who looks after a person and what comes next. Not part of the record: two people may do it while another one types. */
export const follow = procedure('participant.follow')
  .input(followParticipantSchema)
  .output(z.object({ participantId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, ownerId, nextAction, nextActionOn } = input;
    const { structureId } = found(await findParticipant(ctx.tx, participantId), 'participant.not_found');
    if (ownerId !== null && !(await isColleague(ctx.tx, structureId, ownerId))) {
      throw new Refuse('participant.owner_not_found', {}, 'ownerId');
    }
    await ctx.tx
      .update(participant)
      .set({ ownerId, nextAction: nextAction || null, nextActionOn, updatedAt: sql`now()` })
      .where(eq(participant.id, participantId));
    await recordAudit(ctx, { action: 'participant.follow', subjectKind: 'participant', subjectId: participantId });
    await emit(ctx.tx, { type: 'participant.followed', structureId, subjectId: participantId });
    return { participantId };
  });
