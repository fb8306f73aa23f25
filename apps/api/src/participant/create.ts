import { findOrganisation } from '@jonction/db/organisation/queries';
import { createParticipantSchema } from '@jonction/domain/participant/create';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { keepParticipant } from './keep.ts';

/** Records somebody in the CV bank of the structure. */
export const create = procedure('participant.create')
  .input(createParticipantSchema)
  .output(z.object({ participantId: z.string(), number: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { userId, membership } = speaker(ctx);
    const { structureId } = membership;
    if (input.recommendedByOrganisationId) {
      const partner = await findOrganisation(ctx.tx, input.recommendedByOrganisationId);
      if (found(partner, 'organisation.not_found').kind !== 'partner') throw new Refuse('organisation.not_found');
    }
    const { id, number } = await keepParticipant(ctx.tx, input, {
      structureId,
      createdBy: userId,
      ownerId: userId,
      waitingSince: ctx.today,
      createdOn: ctx.today,
      recommendedByOrganisationId: input.recommendedByOrganisationId ?? null,
    });
    await recordAudit(ctx, { action: 'participant.create', subjectKind: 'participant', subjectId: id });
    await emit(
      ctx.tx,
      { type: 'participant.recorded', structureId, subjectId: id },
      { type: 'participant.changed', structureId, subjectId: id },
    );
    return { participantId: id, number };
  });
