import type { Tx } from '@jonction/db/client';
import {
  insertRegime,
  listRegimesOf,
  removeRegime as removeInBase,
  resealRegime,
} from '@jonction/db/eligibility/regimes';
import { newId } from '@jonction/db/new-id';
import { lockParticipant } from '@jonction/db/participant/find';
import { endRegime as end, recordRegime as record, type SealedRegime } from '@jonction/domain/eligibility/regime';
import {
  endRegimeSchema,
  recordRegimeSchema,
  removeRegimeSchema,
  sealedRegimeSchema,
} from '@jonction/domain/eligibility/regime-schema';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import type { Vault } from '../vault/vault.ts';

/** What a seal is bound to: the row of that regime and no other. */
export function regimeSeal(id: string): string {
  return `eligibility_regime:${id}`;
}

/** Opens what a person is followed under. Whoever calls says why, in the audit, in the same transaction. */
export async function openRegimes(
  of: { tx: Tx; vault: Vault },
  participantId: string,
  structureId: string,
): Promise<(SealedRegime & { id: string })[]> {
  const rows = await listRegimesOf(of.tx, participantId);
  return Promise.all(
    rows.map(async ({ id, sealed }) => ({
      id,
      ...sealedRegimeSchema.parse(await of.vault.open(of.tx, structureId, regimeSeal(id), sealed)),
    })),
  );
}

/** One more regime, beside those that run. A PASS IAE without an end takes its two years. */
export const recordRegime = procedure('eligibility.recordRegime')
  .input(recordRegimeSchema)
  .output(z.object({ regimeId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, regime, from } = input;
    const { structureId } = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    const given = { regime, from, to: input.to ?? null, reference: input.reference || null };
    const kept = settle(record(given, await openRegimes(ctx, participantId, structureId)), 'from');
    const id = newId();
    const sealed = await ctx.vault.seal(ctx.tx, structureId, regimeSeal(id), kept);
    await insertRegime(ctx.tx, { id, structureId, participantId, sealed, recordedBy: speaker(ctx).userId });
    await recordAudit(ctx, {
      action: 'eligibility.recordRegime',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { regime: id },
    });
    return { regimeId: id };
  });

/** Another last day: she left earlier, or was prolonged. */
export const endRegime = procedure('eligibility.endRegime')
  .input(endRegimeSchema)
  .mutation(async ({ ctx, input: { participantId, regimeId, to } }) => {
    const { structureId } = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    const known = await openRegimes(ctx, participantId, structureId);
    const { id, ...regime } = found(
      known.find((one) => one.id === regimeId),
      'eligibility.regime_not_found',
    );
    const others = known.filter((one) => one.id !== id);
    const kept = settle(end(regime, to, others), 'to');
    await resealRegime(ctx.tx, id, await ctx.vault.seal(ctx.tx, structureId, regimeSeal(id), kept));
    await recordAudit(ctx, {
      action: 'eligibility.endRegime',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { regime: id },
    });
  });

/** Takes back a regime recorded by mistake. */
export const removeRegime = procedure('eligibility.removeRegime')
  .input(removeRegimeSchema)
  .mutation(async ({ ctx, input: { participantId, regimeId } }) => {
    found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    const known = await listRegimesOf(ctx.tx, participantId);
    if (!known.some(({ id }) => id === regimeId)) throw new Refuse('eligibility.regime_not_found');
    await removeInBase(ctx.tx, regimeId, speaker(ctx).userId);
    await recordAudit(ctx, {
      action: 'eligibility.removeRegime',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { regime: regimeId },
    });
  });
