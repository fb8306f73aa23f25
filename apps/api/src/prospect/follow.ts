import { isColleague } from '@jonction/db/participant/colleagues';
import { lockProspect } from '@jonction/db/prospect/queries';
import { prospect } from '@jonction/db/prospect/tables';
import { followProspectSchema } from '@jonction/domain/prospect/prospect';
import { stageAfter } from '@jonction/domain/prospect/stage';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';

/** Who follows a company, and what to do next, on which day: it comes back in the day's list. */
export const follow = procedure('prospect.follow')
  .input(followProspectSchema)
  .output(z.object({ prospectId: z.string() }))
  .mutation(async ({ ctx, input: { prospectId, ...next } }) => {
    const { structureId } = found(await lockProspect(ctx.tx, prospectId), 'prospect.not_found');
    if (next.ownerId !== null && !(await isColleague(ctx.tx, structureId, next.ownerId))) {
      throw new Refuse('prospect.owner_not_found', {}, 'ownerId');
    }
    await ctx.tx
      .update(prospect)
      .set({ ...next, updatedAt: new Date() })
      .where(eq(prospect.id, prospectId));
    await recordAudit(ctx, { action: 'prospect.follow', subjectKind: 'prospect', subjectId: prospectId });
    return { prospectId };
  });

/** A person says that nothing is to be expected for now, or that it is worth trying again. */
export const stage = procedure('prospect.stage')
  .input(z.object({ prospectId: z.uuid(), happening: z.enum(['drop', 'resume']) }))
  .output(z.object({ prospectId: z.string() }))
  .mutation(async ({ ctx, input: { prospectId, happening } }) => {
    const row = found(await lockProspect(ctx.tx, prospectId), 'prospect.not_found');
    await ctx.tx
      .update(prospect)
      .set({ stage: stageAfter(row.stage, happening), updatedAt: new Date() })
      .where(eq(prospect.id, prospectId));
    await recordAudit(ctx, { action: `prospect.${happening}`, subjectKind: 'prospect', subjectId: prospectId });
    return { prospectId };
  });
