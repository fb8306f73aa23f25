import { sqlStateOf } from '@jonction/db/client';
import { isAlone, lockDerogation } from '@jonction/db/eligibility/derogations';
import { findClauseForCheck } from '@jonction/db/eligibility/queries';
import { eligibilityDerogation } from '@jonction/db/eligibility/tables';
import { findFile } from '@jonction/db/file/queries';
import { newId } from '@jonction/db/new-id';
import { lockParticipant } from '@jonction/db/participant/find';
import {
  askDerogationSchema,
  decideDerogation as decide,
  decideDerogationSchema,
} from '@jonction/domain/eligibility/derogation';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

export function derogationSeal(id: string): string {
  return `eligibility_derogation:${id}`;
}

/** The reason of whoever decided alone. */
export function derogationAloneSeal(id: string): string {
  return `eligibility_derogation_alone:${id}`;
}

/** A motivated opinion, sealed, with its evidence and its author. It makes nobody eligible before somebody else decides. */
export const askDerogation = procedure('eligibility.askDerogation')
  .input(askDerogationSchema)
  .output(z.object({ derogationId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, clauseId, opinion, fileId } = input;
    const { structureId } = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    const clause = found(await findClauseForCheck(ctx.tx, clauseId), 'eligibility.clause_not_found');
    if (clause.structureId !== structureId) throw new Refuse('eligibility.clause_not_found');
    if (fileId) found(await findFile(ctx.tx, fileId, 'evidence'), 'file.not_found');
    const id = newId();
    const sealed = await ctx.vault.seal(ctx.tx, structureId, derogationSeal(id), { opinion });
    const askedBy = speaker(ctx).userId;
    try {
      await ctx.tx.transaction((inner) =>
        inner
          .insert(eligibilityDerogation)
          .values({ id, structureId, participantId, clauseId, sealed, fileId: fileId ?? null, askedBy }),
      );
    } catch (error) {
      if (sqlStateOf(error) === '23505') throw new Refuse('eligibility.derogation_waiting', {}, 'clauseId');
      throw error;
    }
    await recordAudit(ctx, {
      action: 'eligibility.askDerogation',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { derogation: id, clause: clauseId },
    });
    return { derogationId: id };
  });

/** Granted between two days, or refused, once: by somebody else, or with a written reason where there is nobody else. */
export const decideDerogation = procedure('eligibility.decideDerogation')
  .input(decideDerogationSchema)
  .mutation(async ({ ctx, input }) => {
    const row = found(await lockDerogation(ctx.tx, input.derogationId), 'eligibility.derogation_not_found');
    const { userId } = speaker(ctx);
    const { structureId } = row;
    const alone = await isAlone(ctx.tx, structureId, userId);
    const reason = input.alone || null;
    const { decidedAlone } = settle(decide(row, userId, { alone, reason }), 'alone');
    const aloneSealed = decidedAlone
      ? await ctx.vault.seal(ctx.tx, structureId, derogationAloneSeal(row.id), { reason })
      : null;
    const granted = input.decision === 'granted';
    await ctx.tx
      .update(eligibilityDerogation)
      .set({
        decision: input.decision,
        decidedBy: userId,
        decidedAt: new Date(),
        aloneSealed,
        validFrom: granted ? (input.validFrom ?? null) : null,
        validTo: granted ? (input.validTo ?? null) : null,
      })
      .where(eq(eligibilityDerogation.id, row.id));
    await recordAudit(ctx, {
      action: 'eligibility.decideDerogation',
      subjectKind: 'participant',
      subjectId: row.participantId,
      facts: { derogation: row.id, decision: input.decision, alone: decidedAlone },
    });
  });
