import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { publishedFile } from './tables.ts';

export type TakenFile = Omit<typeof publishedFile.$inferInsert, 'takenAt'>;

/** Which of some files came in already, told by what they hold. */
export async function knownFiles(tx: Tx, sha256s: readonly string[]): Promise<Set<string>> {
  if (sha256s.length === 0) return new Set();
  const rows = await tx
    .select({ sha256: publishedFile.sha256 })
    .from(publishedFile)
    .where(inArray(publishedFile.sha256, [...sha256s]));
  return new Set(rows.map(({ sha256 }) => sha256));
}

export async function keepFile(tx: Tx, file: TakenFile): Promise<void> {
  await tx.insert(publishedFile).values(file).onConflictDoNothing();
}

/** The last files that came in, newest first. */
export async function listFiles(tx: Tx, limit: number): Promise<(TakenFile & { takenAt: string })[]> {
  return rowsOf(
    await tx.execute(sql`
      select sha256, name, bytes::float8 as bytes, read, created, updated, unchanged, rejected, taken_at as "takenAt"
      from published_file order by taken_at desc, name desc limit ${limit}`),
  );
}
