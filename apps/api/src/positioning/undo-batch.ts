import type { Tx } from '@jonction/db/client';
import { type BatchBefore, positioningBatch, reminder } from '@jonction/db/positioning/follow-tables';
import { findPositioning } from '@jonction/db/positioning/queries';
import { positioning } from '@jonction/db/positioning/tables';
import { actOnPositioning } from '@jonction/domain/positioning/lifecycle';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { found, Refuse } from '../refuse.ts';
import { procedure } from '../trpc.ts';
import { moverOf, recordMove } from './record-move.ts';

type Ready = Context & { tx: Tx };

/** Takes a batch back, as long as its minute lasts. A row that somebody has moved since stays as it is, and is counted. */
export const undoBatch = procedure('positioning.undoBatch')
  .input(z.object({ batchId: z.uuid() }))
  .output(z.object({ restored: z.number(), left: z.number() }))
  .mutation(async ({ ctx, input }) => {
    const [row] = await ctx.tx
      .select()
      .from(positioningBatch)
      .where(eq(positioningBatch.id, input.batchId))
      .for('update');
    const known = found(row, 'positioning.batch_not_found');
    if (known.undoneAt || known.finishedAt || known.undoUntil < new Date()) {
      throw new Refuse('positioning.batch_gone');
    }
    let restored = 0;
    for (const before of known.before) if (await restore(ctx, known.action, before)) restored += 1;
    await ctx.tx.update(positioningBatch).set({ undoneAt: new Date() }).where(eq(positioningBatch.id, known.id));
    await recordAudit(ctx, { action: 'positioning.undoBatch', subjectKind: 'batch', subjectId: known.id });
    return { restored, left: known.before.length - restored };
  });

async function restore(ctx: Ready, action: string, before: BatchBefore): Promise<boolean> {
  const row = await findPositioning(ctx.tx, before.positioningId, { lock: true });
  if (!row || row.version !== before.versionAfter) return false;
  if (action === 'relaunch') {
    const letter = before.letterId ?? '';
    const gone = await ctx.tx
      .delete(reminder)
      .where(and(eq(reminder.letterId, letter), eq(reminder.positioningId, row.id), isNull(reminder.messageId)))
      .returning({ id: reminder.id });
    return gone.length > 0;
  }
  if (action === 'postpone') {
    await ctx.tx.update(positioning).set({ pausedUntil: before.pausedUntil }).where(eq(positioning.id, row.id));
    return true;
  }
  const by = moverOf(ctx);
  const to = actOnPositioning(row.status, 'reopen', by.actor, before.status);
  if (!to.ok) return false;
  await recordMove(ctx.tx, row, { act: 'reopen', to: to.value, by, set: { closeReason: null } });
  return true;
}
