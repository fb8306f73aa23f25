import type { Tx } from '@jonction/db/client';
import { type BatchBefore, positioningBatch } from '@jonction/db/positioning/follow-tables';
import { positioning } from '@jonction/db/positioning/tables';
import type { CloseReason } from '@jonction/domain/positioning/reasons';
import { and, asc, eq, inArray, isNull, lt } from 'drizzle-orm';
import type { JobContext } from '../jobs/start.ts';
import { tellOfClosing } from './close-positionings.ts';
import { writeReminder } from './write-reminder.ts';

const system = { kind: 'system' } as const;

/** The minute to take a batch back is over: its letters leave. One transaction a batch; a crash leaves the next ones for later. */
export async function finishBatches(
  { database, publicUrl }: Pick<JobContext, 'database' | 'publicUrl'>,
  now = new Date(),
): Promise<void> {
  for (;;) {
    const done = await database.as(system, (tx) => finishOne(tx, publicUrl, now));
    if (!done) return;
  }
}

async function finishOne(tx: Tx, publicUrl: string, now: Date): Promise<boolean> {
  const [batch] = await tx
    .select()
    .from(positioningBatch)
    .where(
      and(isNull(positioningBatch.finishedAt), isNull(positioningBatch.undoneAt), lt(positioningBatch.undoUntil, now)),
    )
    .orderBy(asc(positioningBatch.undoUntil))
    .limit(1)
    .for('update', { skipLocked: true });
  if (!batch) return false;
  await tx.update(positioningBatch).set({ finishedAt: now }).where(eq(positioningBatch.id, batch.id));
  if (batch.action === 'relaunch') {
    const letters = new Set(batch.before.flatMap(({ letterId }) => (letterId ? [letterId] : [])));
    for (const letterId of letters) await writeReminder(tx, letterId, { publicUrl });
  }
  if (batch.action === 'close') {
    const ids = await stillClosed(tx, batch.before);
    for (const [reason, closed] of ids) await tellOfClosing(tx, closed, reason, publicUrl, 'facilitator');
  }
  return true;
}

/** What was closed and has not moved since, by its reason. */
async function stillClosed(tx: Tx, before: readonly BatchBefore[]): Promise<Map<CloseReason, string[]>> {
  const ids = before.map(({ positioningId }) => positioningId);
  const rows = await tx
    .select({ id: positioning.id, reason: positioning.closeReason })
    .from(positioning)
    .where(and(inArray(positioning.id, ids), eq(positioning.status, 'closed')));
  const by = new Map<CloseReason, string[]>();
  for (const { id, reason } of rows) if (reason) by.set(reason, [...(by.get(reason) ?? []), id]);
  return by;
}
