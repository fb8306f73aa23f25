import { newId } from '@jonction/db/new-id';
import { lockParticipant } from '@jonction/db/participant/find';
import { demoteMain, insertProject, listProjectsOf } from '@jonction/db/participant/projects';
import { stateProject as state } from '@jonction/domain/participant/project';
import { stateProjectSchema } from '@jonction/domain/participant/project-schema';
import { z } from 'zod';
import { occupationTable } from '../../reference/occupations.ts';
import { found, Refuse, settle } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';
import { columnsOf, followProjects, takenOver, tellProject } from './hold.ts';

/** A trade that somebody looks for. It enters her occupations at once; the main one also says how far, from when, how long. */
export const stateProject = procedure('participant.stateProject')
  .input(stateProjectSchema)
  .output(z.object({ projectId: z.string(), main: z.boolean() }))
  .mutation(async ({ ctx, input }) => {
    const { participantId, code, wish } = input;
    const record = found(await lockParticipant(ctx.tx, participantId), 'participant.not_found');
    if (!(await occupationTable(ctx.tx)).has(code)) throw new Refuse('participant.occupation_unknown', {}, 'code');
    const { main } = settle(state(code, await listProjectsOf(ctx.tx, participantId), input), 'code');
    if (main) await demoteMain(ctx.tx, record);
    const id = newId();
    const columns = columnsOf(input);
    await insertProject(ctx.tx, {
      ...{ id, participantId, structureId: record.structureId, romeCode: code, wish, main },
      ...columns,
      transports: [...new Set(input.transports)],
      statedOn: ctx.today,
      recordedBy: speaker(ctx).userId,
    });
    await followProjects(ctx, record, { set: main ? takenOver(columns) : {} });
    await tellProject(ctx, 'participant.stateProject', record, { project: id, code });
    return { projectId: id, main };
  });
