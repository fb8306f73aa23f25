import { startMeilisearch } from '@jonction/search/embedded-meilisearch';
import { rebuildIndex } from '@jonction/search/rebuild';
import { readEnv } from '../env.ts';
import { searchIndexes } from '../search/indexes.ts';
import { occupationSpeech } from '../search/speech.ts';
import type { Command } from './context.ts';

/** `search rebuild`: makes every copy of the words again beside the one that answers, then lets it answer. */
export const searchRebuild: Command = async ({ database, services, progress }) => {
  const speech = await database.as({ kind: 'system' }, occupationSpeech);
  const indexes = searchIndexes(services.meilisearch);
  let documents = 0;
  for (const index of indexes) {
    documents = await rebuildIndex(database, index, speech, (done, of) =>
      progress(`${index.name} : ${done}/${of} personnes`),
    );
  }
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
