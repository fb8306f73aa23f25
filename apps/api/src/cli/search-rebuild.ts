import { startMeilisearch } from '@jonction/search/embedded-meilisearch';
import { rebuildSearch } from '@jonction/search/rebuild';
import { readEnv } from '../env.ts';
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

/** The same on this machine: joins the embedded engine where it runs, or starts it for the time of the command. */
export const searchRebuildHere: Command = async (context, args) => {
  const env = readEnv();
  if (context.services.meilisearch !== null || env.meilisearch !== 'embedded') return searchRebuild(context, args);
  const engine = await startMeilisearch({ dataDir: env.dataDir, log: context.progress });
  if ('absent' in engine) {
    context.progress(`Recherche : ${engine.absent}. PostgreSQL répond à sa place.`);
    return searchRebuild(context, args);
  }
  try {
    const meilisearch = { url: engine.url, key: engine.key };
    return await searchRebuild({ ...context, services: { ...context.services, meilisearch } }, args);
  } finally {
    await engine.stop();
  }
};
