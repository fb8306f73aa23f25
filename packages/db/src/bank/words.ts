import type { OwnWord } from '@jonction/domain/reference/own-word';
import { and, asc, eq, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { bankWord } from './tables.ts';

/** The words that mean an occupation in a structure, the oldest first. The structure is said: a job speaks for all of them. */
export async function listOwnWords(tx: Tx, structureId: string): Promise<OwnWord[]> {
  return tx
    .select({ words: bankWord.words, code: bankWord.romeCode })
    .from(bankWord)
    .where(eq(bankWord.structureId, structureId))
    .orderBy(asc(bankWord.id));
}

/** The same to be read and taken back, by the alphabet. */
export async function listWordRows(tx: Tx, structureId: string) {
  return tx
    .select({
      id: bankWord.id,
      words: bankWord.words,
      code: bankWord.romeCode,
      addedAt: bankWord.addedAt,
      addedByName: user.name,
    })
    .from(bankWord)
    .leftJoin(user, eq(user.id, bankWord.addedBy))
    .where(eq(bankWord.structureId, structureId))
    .orderBy(sql`${bankWord.words} collate "fr-x-icu"`, asc(bankWord.romeCode));
}

/** Answers its id, or null where the word means this occupation already. */
export async function insertWord(
  tx: Tx,
  word: { structureId: string; words: string; stems: string; romeCode: string; addedBy: string },
): Promise<string | null> {
  const [row] = await tx.insert(bankWord).values(word).onConflictDoNothing().returning({ id: bankWord.id });
  return row?.id ?? null;
}

export async function deleteWord(tx: Tx, structureId: string, id: string) {
  const [row] = await tx
    .delete(bankWord)
    .where(and(eq(bankWord.id, id), eq(bankWord.structureId, structureId)))
    .returning({ words: bankWord.words, code: bankWord.romeCode });
  return row ?? null;
}
