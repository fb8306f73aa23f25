import { lockParticipant } from '@jonction/db/participant/find';
import { keepPostal } from '@jonction/db/participant/reach';
import { updateParticipant } from '@jonction/db/participant/write';
import { setReachSchema } from '@jonction/domain/participant/reach';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';

/** How somebody wants to be reached, and where a letter is posted. What waits to be said follows at once. */
export const setReach = procedure('participant.setReach')
  .input(setReachSchema)
  .output(z.object({ version: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, version, preferredChannel, postal } = input;
    const { structureId } = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    if (!(await updateParticipant(ctx.tx, participantId, version, { preferredChannel }))) {
      throw new Refuse('shared.changed_meanwhile');
    }
    await keepPostal(ctx.tx, { participantId, structureId }, postal);
    await recordAudit(ctx, {
      action: 'participant.setReach',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { channel: preferredChannel },
    });
    await emit(ctx.tx, { type: 'participant.changed', structureId, subjectId: participantId });
    return { version: version + 1 };
  });
