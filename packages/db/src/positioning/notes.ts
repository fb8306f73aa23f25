import { eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { positioningNote } from './tables.ts';

/** What the company wrote with its last answer; null when nothing. */
export async function readNote(tx: Tx, positioningId: string): Promise<string | null> {
  const [row] = await tx
    .select({ note: positioningNote.note })
    .from(positioningNote)
    .where(eq(positioningNote.positioningId, positioningId));
  return row?.note ?? null;
}

/** The note of the answer that stands; an answer without one takes away that of the answer before. */
export async function keepNote(
  tx: Tx,
  { id, structureId }: { id: string; structureId: string },
  note: string | null,
): Promise<void> {
  if (!note) {
    await tx.delete(positioningNote).where(eq(positioningNote.positioningId, id));
    return;
  }
  await tx
    .insert(positioningNote)
    .values({ positioningId: id, structureId, note })
    .onConflictDoUpdate({ target: positioningNote.positioningId, set: { note } });
}
