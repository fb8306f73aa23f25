import { newId } from '@jonction/db/new-id';
import { lockProspect } from '@jonction/db/prospect/queries';
import { prospect, prospectVisit } from '@jonction/db/prospect/tables';
import { logVisitSchema } from '@jonction/domain/prospect/prospect';
import { mayLogVisit, stageAfter } from '@jonction/domain/prospect/stage';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { found, settle } from '../refuse.ts';
import { speaker } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** A visit or a call, with what to do next: one form, standing in a doorway. */
export const logVisit = procedure('prospect.logVisit')
  .input(logVisitSchema)
  .output(z.object({ visitId: z.string() }))
  .mutation(async ({ ctx, input }) => {
    const { prospectId, way, on, met, note, nextAction, nextActionOn } = input;
    const row = found(await lockProspect(ctx.tx, prospectId), 'prospect.not_found');
    settle(mayLogVisit(on, ctx.today), 'on');
    const { userId } = speaker(ctx);
    const visitId = newId();
    await ctx.tx
      .insert(prospectVisit)
      .values({ id: visitId, structureId: row.structureId, prospectId, way, on, met, note, madeBy: userId });
    await ctx.tx
      .update(prospect)
      .set({
        stage: stageAfter(row.stage, way),
        ownerId: row.ownerId ?? userId,
        nextAction,
        nextActionOn,
        updatedAt: new Date(),
      })
      .where(eq(prospect.id, prospectId));
    await recordAudit(ctx, {
      action: 'prospect.logVisit',
      subjectKind: 'prospect',
      subjectId: prospectId,
      facts: { way },
    });
    return { visitId };
  });
