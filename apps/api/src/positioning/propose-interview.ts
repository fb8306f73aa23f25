import type { Tx } from '@jonction/db/client';
import { interview } from '@jonction/db/positioning/follow-tables';
import type { positioning } from '@jonction/db/positioning/tables';
import { and, eq, isNull, sql } from 'drizzle-orm';

/** The date that a company proposes: one meeting waits at a time, and a new date takes its confirmation back. */
export async function proposeInterview(
  tx: Tx,
  row: Pick<typeof positioning.$inferSelect, 'id' | 'structureId' | 'employerId' | 'pushId'>,
  at: Date,
): Promise<void> {
  const moved = await tx
    .update(interview)
    .set({ at, confirmedAt: null, confirmedBy: null, version: sql`${interview.version} + 1` })
    .where(and(eq(interview.positioningId, row.id), isNull(interview.outcome)))
    .returning({ id: interview.id });
  if (moved.length > 0) return;
  await tx.insert(interview).values({
    structureId: row.structureId,
    positioningId: row.id,
    employerId: row.employerId,
    pushId: row.pushId,
    at,
  });
}
