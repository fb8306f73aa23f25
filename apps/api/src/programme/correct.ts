import { findPlannedByKeys, lockPlanned } from '@jonction/db/programme/queries';
import { plannedContract } from '@jonction/db/programme/tables';
import { plannedKey } from '@jonction/domain/programme/planned';
import { correctPlannedSchema } from '@jonction/domain/programme/planned-schema';
import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import { emit } from '../outbox/emit.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { logAct } from './log-act.ts';

/** What is bought changes while it is planned or studied; once the notice is published, the notice says it. */
export const correct = procedure('programme.correct')
  .input(correctPlannedSchema)
  .output(z.object({ plannedId: z.string() }))
  .mutation(async ({ ctx, input: { plannedId, version, ...facts } }) => {
    const row = found(await lockPlanned(ctx.tx, plannedId), 'programme.not_found');
    if (row.version !== version) throw new Refuse('shared.changed_meanwhile');
    if (row.status !== 'planned' && row.status !== 'study') throw new Refuse('programme.no_longer_studied');
    const key = plannedKey(facts);
    const same = await findPlannedByKeys(ctx.tx, { buyerIds: [row.buyerId], year: facts.year, keys: [key] });
    if (same.some(({ id }) => id !== plannedId)) {
      throw new Refuse(
        'programme.known_already',
        { year: String(facts.year) },
        facts.reference === null ? 'object' : 'reference',
      );
    }
    await ctx.tx
      .update(plannedContract)
      .set({ ...facts, key, version: sql`${plannedContract.version} + 1` })
      .where(eq(plannedContract.id, plannedId));
    await logAct(ctx, row, { act: 'corrected', facts: changesIn(row, facts) });
    await recordAudit(ctx, { action: 'programme.correct', subjectKind: 'planned_contract', subjectId: plannedId });
    await emit(ctx.tx, { type: 'programme.changed', structureId: row.structureId, subjectId: plannedId });
    return { plannedId };
  });

/** What each changed fact was before. */
function changesIn(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>) {
  const changes: Record<string, string | number | null> = {};
  for (const [field, value] of Object.entries(after)) {
    const was = before[field];
    if (was !== value) changes[field] = typeof was === 'string' || typeof was === 'number' ? was : null;
  }
  return changes;
}
