import type { Database } from '@jonction/db/client';
import { listIndexedRowsAfter } from '@jonction/db/search/documents';
import { documentOf } from './document.ts';
import type { SearchIndex } from './port.ts';

const batch = 2000;

/**
 * Fills every index again from the tables, in batches, without a pause for those who search: rows are put over the old ones, and what
 * is no longer a person goes at the end. Answers how many people were indexed.
 */
export async function rebuildSearch(
  database: Database,
  indexes: readonly SearchIndex[],
  labelOf: (code: string) => string,
  progress: (done: number) => void = () => undefined,
): Promise<{ documents: number }> {
  const startedMs = Date.now();
  let after: string | null = null;
  let done = 0;
  for (;;) {
    const from: string | null = after;
    const last = await database.as({ kind: 'system' }, async (tx) => {
      const rows = await listIndexedRowsAfter(tx, from, batch);
      const documents = rows.map((row) => documentOf(row, labelOf, Date.now()));
      for (const index of indexes) await index.put(tx, documents);
      done += rows.length;
      return rows.length < batch ? null : (rows.at(-1)?.id ?? null);
    });
    progress(done);
    if (last === null) break;
    after = last;
  }
  await database.as({ kind: 'system' }, async (tx) => {
    for (const index of indexes) await index.removeOlderThan(tx, startedMs);
  });
  return { documents: done };
}
