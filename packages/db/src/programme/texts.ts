import { desc, eq, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { plannedText } from './tables.ts';

/** The texts produced for a planned contract, the last first. */
export async function listTexts(tx: Tx, plannedId: string) {
  return tx
    .select({ id: plannedText.id, number: plannedText.number, madeAt: plannedText.madeAt, madeByName: user.name })
    .from(plannedText)
    .leftJoin(user, eq(user.id, plannedText.madeBy))
    .where(eq(plannedText.plannedId, plannedId))
    .orderBy(desc(plannedText.number));
}

export async function findText(tx: Tx, id: string) {
  const [row] = await tx.select().from(plannedText).where(eq(plannedText.id, id));
  return row ?? null;
}

/** The number of the next text; the planned contract is held meanwhile. */
export async function nextTextNumber(tx: Tx, plannedId: string): Promise<number> {
  const [row] = await tx
    .select({ last: sql<number>`coalesce(max(${plannedText.number}), 0)::int` })
    .from(plannedText)
    .where(eq(plannedText.plannedId, plannedId));
  return (row?.last ?? 0) + 1;
}
