import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/** Ids by rank of those whose words answer a `tsquery`. The function holds to the structure of whoever speaks. */
export async function findPeopleWithWords(
  tx: Tx,
  structureId: string,
  query: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx.execute<{ participant_id: string }>(
    sql`select participant_id from app.search_people(${structureId}, ${query}, ${limit})`,
  );
  return rows.map((row) => row.participant_id);
}

/** Words of the structure's people that look like those typed, at most `limit` for each. */
export async function findNearWords(
  tx: Tx,
  structureId: string,
  typed: readonly string[],
  limit: number,
): Promise<{ asked: string; word: string }[]> {
  if (typed.length === 0) return [];
  const words = sql.join(
    typed.map((word) => sql`${word}`),
    sql`, `,
  );
  return tx.execute<{ asked: string; word: string }>(
    sql`select asked, word from app.near_words(${structureId}, array[${words}]::text[], ${limit})`,
  );
}

/** Whether somebody of the structure bears what a `tsquery` over names (weight A) asks. */
export async function isNameOfSomebody(tx: Tx, structureId: string, query: string): Promise<boolean> {
  return (await findPeopleWithWords(tx, structureId, query, 1)).length > 0;
}
