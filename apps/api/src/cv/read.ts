import { cv } from '@jonction/db/cv/tables';
import { newId } from '@jonction/db/new-id';
import { findParticipant } from '@jonction/db/participant/find';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { occupationTable } from '../reference/occupations.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { readCvFile } from './read-file.ts';

/** Reads an uploaded file as the CV of a person. What it proposes waits for somebody to confirm; until then nothing counts. */
export const read = procedure('cv.read')
  .input(z.object({ participantId: z.uuid(), fileId: z.uuid() }))
  .output(z.object({ cvId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, fileId } = input;
    const { structureId } = found(await findParticipant(ctx.tx, participantId), 'participant.not_found');
    const reading = await readCvFile(ctx, fileId);
    const { text, ...proposals } = reading;
    const [first] = reading.occupations;
    const table = await occupationTable(ctx.tx);
    const cvId = newId();
    await ctx.tx.insert(cv).values({
      id: cvId,
      structureId,
      participantId,
      title: first ? table.labelOf(first.rome) : 'CV',
      romeCode: first?.rome ?? null,
      fileId,
      text,
      reading: proposals,
      uploadedByOrganisationId: speaker(ctx).membership.organisationId,
    });
    await recordAudit(ctx, { action: 'cv.read', subjectKind: 'participant', subjectId: participantId });
    await emit(ctx.tx, { type: 'cv.proposed', structureId, subjectId: participantId });
    return { cvId };
  });
