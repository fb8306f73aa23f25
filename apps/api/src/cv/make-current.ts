import { lockLiveCvs, markCurrent } from '@jonction/db/cv/live';
import { lockCv } from '@jonction/db/cv/queries';
import { lockParticipant } from '@jonction/db/participant/find';
import { mayBeCurrent } from '@jonction/domain/cv/live';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/** The CV that goes out when no occupation is asked, or none that she has a CV for. */
export const makeCurrent = procedure('cv.makeCurrent')
  .input(z.object({ cvId: z.uuid() }))
  .output(z.object({ participantId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const row = found(await lockCv(ctx.tx, input.cvId), 'cv.not_found');
    const { participantId, structureId } = row;
    found(await lockParticipant(ctx.tx, participantId), 'cv.not_found');
    await markCurrent(ctx.tx, participantId, settle(mayBeCurrent(row.id, await lockLiveCvs(ctx.tx, participantId))));
    await recordAudit(ctx, { action: 'cv.makeCurrent', subjectKind: 'participant', subjectId: participantId });
    await emit(ctx.tx, { type: 'participant.changed', structureId, subjectId: participantId });
    return { participantId };
  });
