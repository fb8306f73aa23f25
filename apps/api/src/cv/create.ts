import { cv } from '@jonction/db/cv/tables';
import { newId } from '@jonction/db/new-id';
import { findParticipant } from '@jonction/db/participant/find';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Begins a CV typed by hand, for somebody who has no file. */
export const create = procedure('cv.create')
  .input(z.object({ participantId: z.uuid() }))
  .output(z.object({ cvId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId } = input;
    const { structureId } = found(await findParticipant(ctx.tx, participantId), 'participant.not_found');
    const cvId = newId();
    await ctx.tx.insert(cv).values({
      id: cvId,
      structureId,
      participantId,
      title: 'CV',
      uploadedByOrganisationId: speaker(ctx).membership.organisationId,
    });
    await recordAudit(ctx, { action: 'cv.create', subjectKind: 'participant', subjectId: participantId });
    return { cvId };
  });
