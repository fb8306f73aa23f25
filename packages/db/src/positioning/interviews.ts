import { asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { interview } from './follow-tables.ts';

/** The meeting of a positioning: the one that waits, or the last that was. */
export async function findInterview(tx: Tx, positioningId: string, options: { lock?: boolean } = {}) {
  const query = tx
    .select()
    .from(interview)
    .where(eq(interview.positioningId, positioningId))
    .orderBy(desc(isNull(interview.outcome)), desc(interview.createdAt), asc(interview.id))
    .limit(1);
  const [row] = options.lock ? await query.for('update') : await query;
  return row;
}

/** One more version of a meeting. */
export async function changeInterview(tx: Tx, id: string, set: Partial<typeof interview.$inferInsert>): Promise<void> {
  await tx
    .update(interview)
    .set({ ...set, version: sql`${interview.version} + 1` })
    .where(eq(interview.id, id));
}
