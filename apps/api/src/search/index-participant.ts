import { listIndexedRows } from '@jonction/db/search/documents';
import { documentOf } from '@jonction/search/document';
import { postgresIndex } from '@jonction/search/postgres';
import type { EventJob, JobContext } from '../jobs/start.ts';
import { occupationTable } from '../reference/occupations.ts';
import { searchIndexes } from './indexes.ts';

/** The words of a person follow her record. PostgreSQL first: while the engine is down it is the one that answers. */
export async function indexParticipant({ subjectId }: EventJob, { database, meilisearch }: JobContext): Promise<void> {
  if (subjectId === null) return;
  const documents = await database.as({ kind: 'system' }, async (tx) => {
    const table = await occupationTable(tx);
    const found = (await listIndexedRows(tx, [subjectId])).map((row) => documentOf(row, table.labelOf, Date.now()));
    if (found.length === 0) await postgresIndex.remove(tx, [subjectId]);
    else await postgresIndex.put(tx, found);
    return found;
  });
  const [engine] = searchIndexes(meilisearch).filter(({ name }) => name === 'meilisearch');
  if (!engine) return;
  await database.as({ kind: 'system' }, (tx) =>
    documents.length === 0 ? engine.remove(tx, [subjectId]) : engine.put(tx, documents),
  );
}
