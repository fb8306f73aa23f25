import type { Tx } from '@jonction/db/client';
import { listDeclaredOf } from '@jonction/db/hours/late';
import { hourNone } from '@jonction/db/hours/late-tables';
import { readPlacementFacts } from '@jonction/db/placement/queries';
import { firstDayOf, monthSchema } from '@jonction/domain/hours/late';
import { addDays, addMonths, type Day } from '@jonction/domain/shared/day';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../../audit/record.ts';
import { emit } from '../../outbox/emit.ts';
import { Refuse } from '../../refuse.ts';
import { speaker } from '../../speaker.ts';
import { procedure } from '../../trpc.ts';

/**
 * "No hours this month", in one click for people at work, or taken back. It is an answer: the month is no longer missing. Hours
 * declared later take its place.
 */
export const declareNone = procedure('hours.declareNone')
  .input(
    z.object({
      month: monthSchema,
      placementIds: z.array(z.uuid()).min(1, { error: 'hours.none_nobody' }).max(500),
      none: z.boolean().default(true),
    }),
  )
  .output(z.object({ said: z.number() }))
  .mutation(async ({ ctx, input: { month, placementIds, none } }) => {
    const { userId } = speaker(ctx);
    const said = none
      ? await sayNone(ctx.tx, { month, placementIds, userId, today: ctx.today })
      : await takeBack(ctx.tx, month, placementIds);
    await recordAudit(ctx, { action: 'hours.declareNone', facts: { month, people: said, none } });
    return { said };
  });

/** Writes it down in the caller's transaction, once for each; somebody who has hours in the month is refused. */
export async function sayNone(
  tx: Tx,
  said: { month: string; placementIds: readonly string[]; userId: string | null; today: Day },
): Promise<number> {
  const from = firstDayOf(said.month);
  const to = addDays(addMonths(from, 1), -1);
  if (from > said.today) throw new Refuse('hours.month_not_begun');
  const wanted = [...new Set(said.placementIds)];
  const placements = await readPlacementFacts(tx, wanted);
  if (placements.length < wanted.length) throw new Refuse('hours.placement_not_found');
  if (placements.some((one) => one.from > to || (one.to !== null && one.to < from))) {
    throw new Refuse('hours.none_not_at_work');
  }
  if ((await listDeclaredOf(tx, wanted, from, to)).length > 0) throw new Refuse('hours.none_declared');
  const rows = placements.map(({ id, structure, employerId }) => ({
    placementId: id,
    month: from,
    structureId: structure,
    employerId,
    saidBy: said.userId,
  }));
  const written = await tx.insert(hourNone).values(rows).onConflictDoNothing().returning({ id: hourNone.placementId });
  for (const structureId of new Set(placements.map(({ structure }) => structure))) {
    await emit(tx, { type: 'hours.declared', structureId });
  }
  return written.length;
}

async function takeBack(tx: Tx, month: string, placementIds: readonly string[]): Promise<number> {
  const gone = await tx
    .delete(hourNone)
    .where(and(eq(hourNone.month, firstDayOf(month)), inArray(hourNone.placementId, [...placementIds])))
    .returning({ id: hourNone.placementId });
  if (gone.length === 0) throw new Refuse('hours.placement_not_found');
  return gone.length;
}
