import { lockParticipant } from '@jonction/db/participant/find';
import { withdrawOpenPositionings } from '@jonction/db/positioning/withdraw';
import { changeConsent, withdrawConsentSchema } from '@jonction/domain/participant/consent';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { writeConsent } from './write-consent.ts';

/**
 * The person says no: in the same transaction what companies saw of her is deleted and what was open is withdrawn, so that the page
 * of a company closes at once. A hire stays a hire, and nothing else is touched (RGPD art. 7.3: what was done before stands).
 */
export const withdrawConsent = procedure('participant.withdrawConsent')
  .input(withdrawConsentSchema)
  .output(z.object({ participantId: z.string(), withdrawn: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, way, on } = input;
    const row = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    settle(changeConsent(row.diffusionConsent, { type: 'withdrawn', on }, ctx.today), 'on');
    const { structureId } = row;
    await writeConsent(ctx, { participantId, structureId, type: 'withdrawn', way, on });
    const { userId, membership } = speaker(ctx);
    const by = { actorKind: 'user', userId, organisationId: membership.organisationId } as const;
    const withdrawn = await withdrawOpenPositionings(ctx.tx, participantId, by);
    await recordAudit(ctx, {
      action: 'participant.withdrawConsent',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { withdrawn: withdrawn.length },
    });
    await emit(
      ctx.tx,
      { type: 'consent.withdrawn', structureId, subjectId: participantId },
      { type: 'participant.changed', structureId, subjectId: participantId },
    );
    return { participantId, withdrawn: withdrawn.length };
  });
