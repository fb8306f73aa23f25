import { eligibilityEvidence } from '@jonction/db/eligibility/tables';
import { lockParticipant } from '@jonction/db/participant/find';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { writeCodes } from './write-codes.ts';

/** Takes back a paper recorded by mistake: it no longer proves anything. Hires already made stay as they were judged. */
export const remove = procedure('eligibility.remove')
  .input(z.object({ participantId: z.uuid(), evidenceId: z.uuid() }))
  .output(z.object({ evidenceId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, evidenceId } = input;
    const person = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    const { structureId, birthDate } = person;
    const removed = await ctx.tx
      .update(eligibilityEvidence)
      .set({ removedAt: new Date(), removedBy: speaker(ctx).userId })
      .where(
        and(
          eq(eligibilityEvidence.id, evidenceId),
          eq(eligibilityEvidence.participantId, participantId),
          isNull(eligibilityEvidence.removedAt),
        ),
      )
      .returning({ id: eligibilityEvidence.id });
    if (removed.length === 0) throw new Refuse('eligibility.evidence_not_found');
    await writeCodes(ctx, { participantId, structureId, birthDate });
    await recordAudit(ctx, {
      action: 'eligibility.remove',
      subjectKind: 'participant',
      subjectId: participantId,
      facts: { evidence: evidenceId },
    });
    await emit(ctx.tx, { type: 'eligibility.changed', structureId, subjectId: participantId });
    return { evidenceId };
  });
