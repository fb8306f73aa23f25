import { listLiveContents } from '@jonction/db/cv/live';
import { listOccupationsOf } from '@jonction/db/participant/find';
import { updateProject } from '@jonction/db/participant/projects';
import { readContent } from '@jonction/domain/cv/content';
import { afterSettling, settleProject as settleOne } from '@jonction/domain/participant/project';
import { settleProjectSchema } from '@jonction/domain/participant/project-schema';
import { z } from 'zod';
import { Refuse, settle } from '../../refuse.ts';
import { procedure } from '../../trpc.ts';
import { followProjects, holdProject, tellProject } from './hold.ts';

/** Achieved, given up, or looked for again. What is given up leaves her occupations, unless she worked in it or a CV names it. */
export const settleProject = procedure('participant.settleProject')
  .input(settleProjectSchema)
  .output(z.object({ participantId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { state, version } = input;
    const { record, known, project } = await holdProject(ctx.tx, input.projectId);
    const { main } = settle(settleOne(project, state, known));
    const { radiusMetres, availableFrom, weeklyHoursMin, weeklyHoursMax } = project;
    const kept = await updateProject(ctx.tx, project.id, version, {
      ...{ state, main, closedOn: state === 'active' ? null : ctx.today },
      // What the record said of the main one stays with it.
      ...{ radiusMetres, availableFrom, weeklyHoursMin, weeklyHoursMax },
    });
    if (!kept) throw new Refuse('shared.changed_meanwhile');
    const named = (await listLiveContents(ctx.tx, record.id, null)).flatMap((content) =>
      readContent(content).occupations.map(({ code }) => code),
    );
    const held = afterSettling(await listOccupationsOf(ctx.tx, record.id), project, { state, named });
    await followProjects(ctx, record, { held });
    await tellProject(ctx, 'participant.settleProject', record, { project: project.id, state });
    return { participantId: record.id };
  });
