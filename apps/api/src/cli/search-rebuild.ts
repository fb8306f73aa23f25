import { rebuildSearch } from '@jonction/search/rebuild';
import { occupationTable } from '../reference/occupations.ts';
import { searchIndexes } from '../search/indexes.ts';
import type { Command } from './context.ts';

/** `search rebuild`: fills the text indexes again from the tables; those who search meanwhile lose nothing. */
export const searchRebuild: Command = async ({ database, services, progress }) => {
  const table = await database.as({ kind: 'system' }, occupationTable);
  const indexes = searchIndexes(services.meilisearch);
  const { documents } = await rebuildSearch(database, indexes, table.labelOf, (done) => progress(`${done} personnes`));
  return { exit: 0, result: { ok: true, documents, indexes: indexes.map(({ name }) => name) } };
};
