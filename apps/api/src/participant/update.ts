import { lockParticipant } from '@jonction/db/participant/find';
import { listProjectsOf } from '@jonction/db/participant/projects';
import { replaceOccupations, updateParticipant } from '@jonction/db/participant/write';
import { projectTakenOut } from '@jonction/domain/participant/project';
import { updateParticipantSchema } from '@jonction/domain/participant/update';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { writeCodes } from '../eligibility/write-codes.ts';
import { emit } from '../outbox/emit.ts';
import { occupationTable } from '../reference/occupations.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { valuesOf } from './keep.ts';

/** Changes the whole record, refused when somebody else changed it meanwhile. Ages open and close categories: their days follow. */
export const update = procedure('participant.update')
  .input(updateParticipantSchema)
  .output(z.object({ version: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, version, status, occupations, ...fields } = input;
    const before = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    const { structureId } = before;
    const sought = projectTakenOut(occupations, await listProjectsOf(ctx.tx, participantId));
    if (sought) {
      const trade = (await occupationTable(ctx.tx)).labelOf(sought.code);
      throw new Refuse('participant.project_seeks', { trade }, 'occupations');
    }
    // Who comes back waits from today: the days at work do not count.
    const waitingSince = before.status !== 'available' && status === 'available' ? ctx.today : before.waitingSince;
    const kept = await updateParticipant(ctx.tx, participantId, version, {
      ...(await valuesOf(ctx.tx, fields)),
      status,
      waitingSince,
    });
    if (!kept) throw new Refuse('shared.changed_meanwhile');
    await replaceOccupations(ctx.tx, { participantId, structureId }, occupations);
    if (before.birthDate !== (fields.birthDate ?? null)) {
      await writeCodes(ctx, { participantId, structureId, birthDate: fields.birthDate ?? null });
    }
    await recordAudit(ctx, { action: 'participant.update', subjectKind: 'participant', subjectId: participantId });
    await emit(
      ctx.tx,
      { type: 'participant.recorded', structureId, subjectId: participantId },
      { type: 'participant.changed', structureId, subjectId: participantId },
    );
    return { version: version + 1 };
  });
