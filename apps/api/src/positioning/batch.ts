import type { Tx } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { type BatchBefore, positioningBatch, reminder } from '@jonction/db/positioning/follow-tables';
import { listSilences } from '@jonction/db/positioning/silences';
import { positioning } from '@jonction/db/positioning/tables';
import {
  type BatchInput,
  type BatchRow,
  batchInput,
  judgeBatchRow,
  undoSeconds,
} from '@jonction/domain/positioning/batch';
import { guardDays } from '@jonction/domain/positioning/ladder';
import { addDays } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import { eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { recordAudit } from '../audit/record.ts';
import type { Context } from '../context.ts';
import { speaker, structureOf } from '../speaker.ts';
import { procedure } from '../trpc.ts';
import { words } from '../words.ts';
import { moverOf, recordMove } from './record-move.ts';
import { instant } from './shapes.ts';

type Row = typeof positioning.$inferSelect;
type Ready = Context & { tx: Tx };

/**
 * Does one thing to several positionings, row by row: what cannot be done to one is said of it and stops no other. What is
 * done can be taken back for a minute; no letter leaves before.
 */
export const batch = procedure('positioning.batch')
  .input(batchInput)
  .output(
    z.object({
      /** What takes it back; null when nothing was done. */
      batchId: z.string().nullable(),
      undoUntil: instant.nullable(),
      rows: z.array(z.object({ positioningId: z.string(), done: z.boolean(), sentence: z.string().nullable() })),
    }),
  )
  .mutation(async ({ ctx, input }) => {
    const { positioningIds } = input;
    const known = await ctx.tx
      .select()
      .from(positioning)
      .where(inArray(positioning.id, positioningIds))
      .orderBy(positioning.id)
      .for('update');
    const silences = new Map((await listSilences(ctx.tx, positioningIds)).map((row) => [row.id, row]));
    const until = new Date(Date.now() + undoSeconds * 1000);
    const letters = new Map<string, string>();
    const reminded = new Set<string>();
    const before: BatchBefore[] = [];
    const rows: { positioningId: string; done: boolean; sentence: string | null }[] = [];
    for (const id of positioningIds) {
      const row = known.find((one) => one.id === id);
      const silence = silences.get(id);
      const address = silence ? { lastReminderOn: silence.lastToAddressOn, isDead: silence.addressIsDead } : null;
      const code = row ? refusalOf(ctx, input, row, address) : { code: 'positioning.not_found', facts: {} };
      if (!row || code) {
        rows.push({
          positioningId: id,
          done: false,
          sentence: sentence(words, ctx.locale, code?.code ?? '', code?.facts),
        });
        continue;
      }
      const letterId = silence ? (letters.get(silence.pushId) ?? newId()) : null;
      if (input.action === 'relaunch' && silence && letterId) {
        // Another sending to the same address, in the same batch: one letter in three days.
        if (!letters.has(silence.pushId) && reminded.has(silence.address)) {
          const facts = { day: addDays(ctx.today, guardDays) };
          rows.push({
            positioningId: id,
            done: false,
            sentence: sentence(words, ctx.locale, 'positioning.reminded_lately', facts),
          });
          continue;
        }
        letters.set(silence.pushId, letterId);
        reminded.add(silence.address);
        await ctx.tx.insert(reminder).values({
          structureId: row.structureId,
          positioningId: id,
          pushId: silence.pushId,
          letterId,
          rung: 'manual',
          address: silence.address,
          madeBy: speaker(ctx).userId,
          leavesAt: until,
        });
      }
      before.push({
        positioningId: id,
        status: row.status,
        pausedUntil: row.pausedUntil,
        letterId: input.action === 'relaunch' ? letterId : null,
        versionAfter: input.action === 'close' ? row.version + 1 : row.version,
      });
      await apply(ctx, input, row);
      rows.push({ positioningId: id, done: true, sentence: null });
    }
    if (before.length === 0) return { batchId: null, undoUntil: null, rows };
    const batchId = newId();
    await ctx.tx.insert(positioningBatch).values({
      id: batchId,
      structureId: structureOf(ctx),
      action: input.action,
      madeBy: speaker(ctx).userId,
      undoUntil: until,
      before,
    });
    await recordAudit(ctx, {
      action: 'positioning.batch',
      subjectKind: 'batch',
      subjectId: batchId,
      facts: { action: input.action, done: before.length },
    });
    return { batchId, undoUntil: until, rows };
  });

function refusalOf(ctx: Context, input: BatchInput, row: Row, address: BatchRow['address']) {
  const decision = judgeBatchRow(input, { status: row.status, address }, ctx);
  return decision.ok ? null : decision.refusal;
}

async function apply(ctx: Ready, input: BatchInput, row: Row): Promise<void> {
  if (input.action === 'close') {
    const set = { closeReason: input.reason };
    await recordMove(ctx.tx, row, { act: 'close', to: 'closed', by: moverOf(ctx), set });
  }
  if (input.action === 'postpone') {
    await ctx.tx.update(positioning).set({ pausedUntil: input.until }).where(eq(positioning.id, row.id));
  }
}
