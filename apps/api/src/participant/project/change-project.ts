import { updateProject } from '@jonction/db/participant/projects';
import { mayChangeProject } from '@jonction/domain/participant/project';
import { changeProjectSchema } from '@jonction/domain/participant/project-schema';
import { z } from 'zod';
import { Refuse, settle } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { columnsOf, followProjects, holdProject, tellProject } from './hold.ts';

/** All of a project but its trade. What the main one says, the record says. */
export const changeProject = procedure('participant.changeProject')
  .input(changeProjectSchema)
  .output(z.object({ participantId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { record, project } = await holdProject(ctx.tx, input.projectId);
    settle(mayChangeProject(project.state));
    const columns = columnsOf(input);
    const { wish } = input;
    const set = { wish, transports: [...new Set(input.transports)], ...columns };
    if (!(await updateProject(ctx.tx, project.id, input.version, set))) throw new Refuse('shared.changed_meanwhile');
    await followProjects(ctx, record, { set: project.main ? columns : {} });
    await tellProject(ctx, 'participant.changeProject', record, { project: project.id });
    return { participantId: record.id };
  });
