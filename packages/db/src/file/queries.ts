import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { storedFile } from './tables.ts';

/** A file that whoever asks may read, uploaded for a purpose; null otherwise. */
export async function findFile(tx: Tx, id: string, purpose: string) {
  const [row] = await tx
    .select()
    .from(storedFile)
    .where(and(eq(storedFile.id, id), eq(storedFile.purpose, purpose), isNull(storedFile.erasedAt)));
  return row ?? null;
}
