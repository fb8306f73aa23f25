import { eligibilityEvidence } from '@jonction/db/eligibility/tables';
import { findFile } from '@jonction/db/file/queries';
import { newId } from '@jonction/db/new-id';
import { lockParticipant } from '@jonction/db/participant/find';
import { recordEvidence, recordEvidenceSchema, type SealedEvidence } from '@jonction/domain/eligibility/record';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { evidenceSeal } from './evidence.ts';
import { writeCodes } from './write-codes.ts';

/** Puts a paper into the vault: category and dates are sealed, and what matching sees follows at once. */
export const record = procedure('eligibility.record')
  .input(recordEvidenceSchema)
  .output(z.object({ evidenceId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, fileId, label } = input;
    const person = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    const { structureId, birthDate } = person;
    const evidence = { category: input.category, issuedOn: input.issuedOn, validTo: input.validTo ?? null };
    settle(recordEvidence(evidence, ctx.today), 'category');
    if (fileId) found(await findFile(ctx.tx, fileId, 'evidence'), 'file.not_found');
    const evidenceId = newId();
    const sealed: SealedEvidence = { ...evidence, label: label || null };
    await ctx.tx.insert(eligibilityEvidence).values({
      id: evidenceId,
      structureId,
      participantId,
      sealed: await ctx.vault.seal(ctx.tx, structureId, evidenceSeal(evidenceId), sealed),
      fileId: fileId ?? null,
      recordedBy: speaker(ctx).userId,
    });
    await writeCodes(ctx, { participantId, structureId, birthDate });
    await recordAudit(ctx, { action: 'eligibility.record', subjectKind: 'participant', subjectId: participantId });
    await emit(ctx.tx, { type: 'eligibility.changed', structureId, subjectId: participantId });
    return { evidenceId };
  });
