import { findLoadedVersion, listSkillsOfOccupations } from '@jonction/db/reference/queries';
import { occupations as ownOccupations } from '@jonction/domain/reference/occupations';
import { z } from 'zod';
import { procedure } from '../trpc.ts';

const most = 60;

/** The skills that an occupation usually asks, to tick in a form. */
export const skills = procedure('reference.skills')
  .input(z.object({ occupation: z.string().max(10) }))
  .output(z.array(z.object({ skill: z.string(), label: z.string() })))
  .query(async ({ ctx, input }) => {
    if ((await findLoadedVersion(ctx.tx, 'rome')) !== null) {
      const loaded = await listSkillsOfOccupations(ctx.tx, [input.occupation]);
      return loaded.slice(0, most).map(({ code, label }) => ({ skill: code, label }));
    }
    const own = ownOccupations.find(({ code }) => code === input.occupation);
    return (own?.skills ?? []).slice(0, most).map((label) => ({ skill: label, label }));
  });
