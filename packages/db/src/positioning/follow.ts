import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { message } from '../message/tables.ts';
import { positioningNotice, reminder } from './follow-tables.ts';

/** The reminders of one positioning, the first first, with what became of each letter (null: not written yet). */
export async function listReminders(tx: Tx, positioningId: string) {
  return tx
    .select({
      id: reminder.id,
      rung: reminder.rung,
      leavesAt: reminder.leavesAt,
      address: reminder.address,
      letter: message.status,
      messageId: reminder.messageId,
    })
    .from(reminder)
    .leftJoin(message, eq(message.id, reminder.messageId))
    .where(eq(reminder.positioningId, positioningId))
    .orderBy(asc(reminder.leavesAt), asc(reminder.id));
}

/** What the team has not said it has seen. */
export async function listNotices(tx: Tx, positioningId: string) {
  return tx
    .select({ kind: positioningNotice.kind, at: positioningNotice.at })
    .from(positioningNotice)
    .where(and(eq(positioningNotice.positioningId, positioningId), isNull(positioningNotice.doneAt)))
    .orderBy(asc(positioningNotice.at));
}

/** Somebody of the team has seen them: they leave the tray. Answers how many. */
export async function dismissNotices(tx: Tx, positioningId: string, userId: string): Promise<number> {
  const rows = await tx
    .update(positioningNotice)
    .set({ doneAt: sql`now()`, doneBy: userId })
    .where(and(eq(positioningNotice.positioningId, positioningId), isNull(positioningNotice.doneAt)))
    .returning({ id: positioningNotice.id });
  return rows.length;
}
