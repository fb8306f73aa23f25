import { isColleague } from '@jonction/db/participant/colleagues';
import { lockPlanned } from '@jonction/db/programme/queries';
import { plannedContract } from '@jonction/db/programme/tables';
import { followPlannedSchema } from '@jonction/domain/programme/planned-schema';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/** Who of the team follows a planned contract, and what to do next, on which day. */
export const follow = procedure('programme.follow')
  .input(followPlannedSchema)
  .output(z.object({ plannedId: z.string() }))
  .mutation(async ({ ctx, input: { plannedId, ...next } }) => {
    const { structureId } = found(await lockPlanned(ctx.tx, plannedId), 'programme.not_found');
    if (next.ownerId !== null && !(await isColleague(ctx.tx, structureId, next.ownerId))) {
      throw new Refuse('programme.owner_not_found', {}, 'ownerId');
    }
    await ctx.tx.update(plannedContract).set(next).where(eq(plannedContract.id, plannedId));
    await recordAudit(ctx, { action: 'programme.follow', subjectKind: 'planned_contract', subjectId: plannedId });
    return { plannedId };
  });
