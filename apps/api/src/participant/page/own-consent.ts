import type { Tx } from '@jonction/db/client';
import { lockParticipant } from '@jonction/db/participant/find';
import { participantWord } from '@jonction/db/participant/link-tables';
import { consentEvent } from '@jonction/db/participant/tables';
import { withdrawOpenPositionings } from '@jonction/db/positioning/withdraw';
import { changeConsent, consentTextVersion } from '@jonction/domain/participant/consent';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import type { Context } from '../../context.ts';
import { emit } from '../../outbox/emit.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { participantOf } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';

/** She agrees, online, to the wording she has just read: an older one refuses, since she agreed to something else. */
export const giveOwnConsent = procedure('participant.giveOwnConsent')
  .input(z.object({ textVersion: z.string().max(40) }))
  .mutation(async ({ ctx, input }) => {
    if (input.textVersion !== consentTextVersion) throw new Refuse('participant.page_text_changed');
    await change(ctx, 'given');
  });

/**
 * She takes it back: in this transaction what companies saw is deleted and what is open is withdrawn, as when a facilitator
 * types it (RGPD art. 7.3: as easy to withdraw as to give).
 */
export const withdrawOwnConsent = procedure('participant.withdrawOwnConsent')
  .output(z.object({ withdrawn: z.number() }))
  .mutation(async ({ ctx }) => {
    const participantId = await change(ctx, 'withdrawn');
    const by = { actorKind: 'participant', userId: null, organisationId: null } as const;
    const withdrawn = await withdrawOpenPositionings(ctx.tx, participantId, by);
    return { withdrawn: withdrawn.length };
  });

async function change(ctx: Context & { tx: Tx }, type: 'given' | 'withdrawn'): Promise<string> {
  const { participantId, structureId } = participantOf(ctx);
  const row = found(await lockParticipant(ctx.tx, participantId), 'participant.page_not_found');
  settle(changeConsent(row.diffusionConsent, { type, on: ctx.today }, ctx.today));
  const base = { structureId, participantId };
  await ctx.tx
    .insert(consentEvent)
    .values({ ...base, type, way: 'online', on: ctx.today, textVersion: consentTextVersion });
  await ctx.tx.insert(participantWord).values({ ...base, field: `consent_${type}`, applied: true });
  await recordAudit(ctx, {
    action: type === 'given' ? 'participant.giveOwnConsent' : 'participant.withdrawOwnConsent',
    subjectKind: 'participant',
    subjectId: participantId,
  });
  await emit(
    ctx.tx,
    { type: `consent.${type}`, structureId, subjectId: participantId },
    { type: 'participant.changed', structureId, subjectId: participantId },
  );
  return participantId;
}
