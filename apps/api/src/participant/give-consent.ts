import { lockParticipant } from '@jonction/db/participant/find';
import { changeConsent, giveConsentSchema } from '@jonction/domain/participant/consent';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, settle } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { writeConsent } from './write-consent.ts';

/** The person agrees to have her CV shown to companies: day, wording, way, and who wrote it down. */
export const giveConsent = procedure('participant.giveConsent')
  .input(giveConsentSchema)
  .output(z.object({ participantId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, way, on } = input;
    const row = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    settle(changeConsent(row.diffusionConsent, { type: 'given', on }, ctx.today), 'on');
    const { structureId } = row;
    await writeConsent(ctx, { participantId, structureId, type: 'given', way, on });
    await recordAudit(ctx, { action: 'participant.giveConsent', subjectKind: 'participant', subjectId: participantId });
    await emit(
      ctx.tx,
      { type: 'consent.given', structureId, subjectId: participantId },
      { type: 'participant.changed', structureId, subjectId: participantId },
    );
    return { participantId };
  });
