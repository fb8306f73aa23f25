import { findParticipant } from '@jonction/db/participant/find';
import { revokeLivingLink } from '@jonction/db/participant/link';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { found, Refuse } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';

/** The link of a person opens nothing any more, from the next request on: whoever is on the page is put out too. */
export const revokeLink = procedure('participant.revokeLink')
  .input(z.object({ participantId: z.uuid() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId } = input;
    found(await findParticipant(ctx.tx, participantId), 'participant.not_found');
    if (!(await revokeLivingLink(ctx.tx, participantId))) throw new Refuse('participant.link_absent');
    await recordAudit(ctx, { action: 'participant.revokeLink', subjectKind: 'participant', subjectId: participantId });
  });
