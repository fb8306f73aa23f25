import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { hourPaper } from '../hours/exchange-tables.ts';
import { rowsOf } from '../shared/rows.ts';
import { storedFile } from './tables.ts';

/** Held until the transaction ends: whoever brings the same bytes and whoever erases them wait for each other. */
export async function holdBytes(tx: Tx, sha256: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`file:${sha256}`}, 0))`);
}

/**
 * The bytes of a paper that was taken back; null when they were erased already, when it was not taken back, or when a derogation
 * rests on the same file.
 */
export async function findErasable(tx: Tx, paperId: string): Promise<{ fileId: string; sha256: string } | null> {
  const [row] = rowsOf<{ fileId: string; sha256: string }>(
    await tx.execute(sql`
      select f.id as "fileId", f.sha256 from ${hourPaper} p join ${storedFile} f on f.id = p.file_id
      where p.id = ${paperId} and p.withdrawn_at is not null and f.erased_at is null
        and not exists (select from hour_derogation d where d.file_id = f.id)`),
  );
  return row ?? null;
}

/** Writes down that the bytes of a file are gone, its name with them; answers whether another file still has the same bytes. */
export async function markErased(tx: Tx, file: { fileId: string; sha256: string }): Promise<{ shared: boolean }> {
  await tx.update(storedFile).set({ erasedAt: new Date(), name: '' }).where(eq(storedFile.id, file.fileId));
  const [row] = rowsOf<{ shared: boolean }>(
    await tx.execute(sql`
      select exists (select from stored_file where sha256 = ${file.sha256} and erased_at is null) as shared`),
  );
  return { shared: row?.shared ?? false };
}
