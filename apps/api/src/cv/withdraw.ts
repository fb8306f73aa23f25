import { lockLiveCvs, markCurrent, replaceCvs } from '@jonction/db/cv/live';
import { lockCv } from '@jonction/db/cv/queries';
import { lockParticipant } from '@jonction/db/participant/find';
import { afterWithdrawing } from '@jonction/domain/cv/live';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/**
 * A CV that is no more sent, for an occupation she does not want any longer. What companies already received stays as it was sent:
 * only her consent closes it. Her other occupations and skills stay in the record until somebody corrects it.
 */
export const withdraw = procedure('cv.withdraw')
  .input(z.object({ cvId: z.uuid() }))
  .output(z.object({ participantId: z.string(), currentId: z.string().nullable() }))
  .mutation(async ({ ctx, input }) => {
    const row = found(await lockCv(ctx.tx, input.cvId), 'cv.not_found');
    const { participantId, structureId } = row;
    found(await lockParticipant(ctx.tx, participantId), 'cv.not_found');
    const { current } = settle(afterWithdrawing(row.id, await lockLiveCvs(ctx.tx, participantId)));
    await replaceCvs(ctx.tx, [row.id]);
    await markCurrent(ctx.tx, participantId, current);
    await recordAudit(ctx, { action: 'cv.withdraw', subjectKind: 'participant', subjectId: participantId });
    await emit(ctx.tx, { type: 'participant.changed', structureId, subjectId: participantId });
    return { participantId, currentId: current };
  });
