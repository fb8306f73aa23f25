import { demoteMain, updateProject } from '@jonction/db/participant/projects';
import { mayChangeProject } from '@jonction/domain/participant/project';
import { z } from 'zod';
import { Refuse, settle } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { followProjects, holdProject, takenOver, tellProject } from './hold.ts';

/** The project that a ranking reads from now on. The one before keeps what the record said of it. */
export const makeProjectMain = procedure('participant.makeProjectMain')
  .input(z.object({ projectId: z.uuid() }))
  .output(z.object({ participantId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { record, project } = await holdProject(ctx.tx, input.projectId);
    settle(mayChangeProject(project.state));
    if (project.main) throw new Refuse('participant.project_so_already');
    await demoteMain(ctx.tx, record);
    await updateProject(ctx.tx, project.id, project.version, { main: true });
    const { radiusMetres, availableFrom, weeklyHoursMin, weeklyHoursMax } = project;
    await followProjects(ctx, record, {
      set: takenOver({ radiusMetres, availableFrom, weeklyHoursMin, weeklyHoursMax }),
    });
    await tellProject(ctx, 'participant.makeProjectMain', record, { project: project.id });
    return { participantId: record.id };
  });
