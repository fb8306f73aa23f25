import type { Tx } from '@jonction/db/client';
import { participant } from '@jonction/db/participant/tables';
import { placement } from '@jonction/db/placement/tables';
import { daySchema } from '@jonction/domain/shared/field-schema';
import { and, eq, gte, isNull, lte, ne, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { judgePlacements } from '../hours/judge-placements.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';

/** Writes down when the work contract ends; hours declared after that day are judged again, and the person waits anew. */
export const end = procedure('placement.end')
  .input(z.object({ placementId: z.uuid(), endsOn: daySchema }))
  .mutation(async ({ ctx, input }) => {
    const [known] = await ctx.tx.select().from(placement).where(eq(placement.id, input.placementId)).for('update');
    const ended = found(known, 'placement.not_found');
    if (input.endsOn < ended.startsOn) throw new Refuse('placement.dates_reversed', {}, 'endsOn');
    await ctx.tx
      .update(placement)
      .set({
        endsOn: input.endsOn,
        // The window of a work-study contract is that contract: it ends with it. Rule of the house.
        ...(ownPeriod.includes(ended.windowKind) ? { eligibleTo: input.endsOn } : {}),
        version: sql`${placement.version} + 1`,
      })
      .where(eq(placement.id, ended.id));
    if (input.endsOn < ctx.today && !(await worksElsewhere(ctx.tx, ended, ctx.today))) {
      await ctx.tx
        .update(participant)
        .set({
          status: 'available',
          waitingSince: input.endsOn,
          updatedAt: new Date(),
          version: sql`${participant.version} + 1`,
        })
        .where(eq(participant.id, ended.participantId));
    }
    await judgePlacements(ctx.tx, [ended.id], ctx.today);
    await emit(ctx.tx, { type: 'participant.changed', structureId: structureOf(ctx), subjectId: ended.participantId });
    await recordAudit(ctx, { action: 'placement.end', subjectKind: 'placement', subjectId: ended.id });
  });

const ownPeriod: readonly string[] = ['apprenticeship', 'professionalisation'];

async function worksElsewhere(tx: Tx, ended: { id: string; participantId: string }, today: string): Promise<boolean> {
  const [other] = await tx
    .select({ id: placement.id })
    .from(placement)
    .where(
      and(
        eq(placement.participantId, ended.participantId),
        ne(placement.id, ended.id),
        lte(placement.startsOn, today),
        or(isNull(placement.endsOn), gte(placement.endsOn, today)),
      ),
    )
    .limit(1);
  return other !== undefined;
}
