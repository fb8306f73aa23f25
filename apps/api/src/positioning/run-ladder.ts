import { sqlStateOf } from '@jonction/db/client';
import { readPauses } from '@jonction/db/crisis/queries';
import { newId } from '@jonction/db/new-id';
import { positioningNotice, reminder } from '@jonction/db/positioning/follow-tables';
import { listSilences, type SilentRow } from '@jonction/db/positioning/silences';
import { nextRung, type Rung } from '@jonction/domain/positioning/ladder';
import { isWorkingDay } from '@jonction/domain/reference/working-days';
import { parisDayOf } from '@jonction/domain/shared/day';
import type { JobContext } from '../jobs/start.ts';
import { closePositionings, tellOfClosing } from './close-positionings.ts';
import { systemMover } from './record-move.ts';
import { writeReminder } from './write-reminder.ts';

const system = { kind: 'system' } as const;

/**
 * One morning of the ladder, over every structure: reminders to companies that do not answer, then the end that frees the
 * person. Nothing happens on a day off, nor where no relay takes letters: a silence to letters that stayed here is none.
 * Safe to run again: what was written is found, and the base keeps the three days of each address.
 */
export async function runLadder(
  { database, publicUrl, relay, log }: Pick<JobContext, 'database' | 'publicUrl' | 'log'> & { relay: unknown },
  now = new Date(),
): Promise<void> {
  const today = parisDayOf(now);
  if (!relay || !isWorkingDay(today)) return;
  const rows = await database.as(system, async (tx) => {
    const pauses = await readPauses(tx, today);
    const silent = await listSilences(tx);
    // While an emergency holds these letters back, a silence is none either: nobody is closed for it.
    return silent.filter(({ structureId }) => !pauses.get(structureId)?.has('positionings'));
  });
  const due = rows.map((row) => ({ row, next: nextRung(row, today) }));
  for (const { row, next } of due) {
    if (next.due !== null || next.why !== 'dead_address') continue;
    await database.as(system, (tx) =>
      tx
        .insert(positioningNotice)
        .values({ structureId: row.structureId, positioningId: row.id, kind: 'dead_address' })
        .onConflictDoNothing(),
    );
  }
  const written = new Set<string>();
  let closed = 0;
  for (const [rung, group] of groups(due)) {
    const [first] = group;
    if (!first) continue;
    if (rung === 'close') {
      closed += await closeSilent({ database, publicUrl }, group);
    } else if (!written.has(first.address)) {
      written.add(first.address);
      await remind({ database, publicUrl }, group, rung, now);
    }
  }
  if (written.size > 0 || closed > 0) log.info({ letters: written.size, closed }, 'companies reminded');
}

/** Sendings in the order of their age: one letter speaks of the CVs of one sending on one rung. */
function groups(due: readonly { row: SilentRow; next: ReturnType<typeof nextRung> }[]): [Rung, SilentRow[]][] {
  const by = new Map<string, [Rung, SilentRow[]]>();
  for (const { row, next } of due) {
    if (next.due === null) continue;
    const key = `${row.pushId} ${next.due}`;
    const known = by.get(key) ?? [next.due, []];
    known[1].push(row);
    by.set(key, known);
  }
  return [...by.values()];
}

type House = Pick<JobContext, 'database' | 'publicUrl'>;

async function remind(
  { database, publicUrl }: House,
  group: readonly SilentRow[],
  rung: Exclude<Rung, 'close'>,
  now: Date,
): Promise<void> {
  const letterId = newId();
  try {
    await database.as(system, async (tx) => {
      await tx.insert(reminder).values(
        group.map(({ id, structureId, pushId, address }) => ({
          structureId,
          positioningId: id,
          pushId,
          letterId,
          rung,
          address,
          leavesAt: now,
        })),
      );
      await writeReminder(tx, letterId, { publicUrl });
    });
  } catch (error) {
    // Another process wrote meanwhile: the rung, or the address, is taken.
    if (sqlStateOf(error) !== '23505') throw error;
  }
}

async function closeSilent({ database, publicUrl }: House, group: readonly SilentRow[]): Promise<number> {
  return database.as(system, async (tx) => {
    const ids = group.map(({ id }) => id);
    // An answer may have come since the list was read: closing looks again.
    const still = await listSilences(tx, ids);
    const closed = await closePositionings(
      tx,
      still.map(({ id }) => id),
      'silence',
      systemMover,
    );
    await tellOfClosing(tx, closed, 'silence', publicUrl);
    return closed.length;
  });
}
