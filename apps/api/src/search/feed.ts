import { feedIndex } from '@jonction/search/feed';
import type { JobContext } from '../jobs/start.ts';
import { searchIndexes } from './indexes.ts';
import { occupationSpeech } from './speech.ts';

/**
 * Every copy follows the base; PostgreSQL first: while the engine is down it is the one that answers. An engine that is down is
 * no failure of the job: what it missed stays in the change log, and the next feeding brings it.
 */
export async function feedSearch({
  database,
  meilisearch,
  log,
}: Pick<JobContext, 'database' | 'meilisearch' | 'log'>): Promise<void> {
  const speech = await database.as({ kind: 'system' }, occupationSpeech);
  for (const index of searchIndexes(meilisearch)) {
    try {
      await feedIndex(database, index, speech);
    } catch (error) {
      if (index.name === 'postgres') throw error;
      log.warn({ err: error }, 'the search engine could not be fed: it will be, once it answers');
    }
  }
}
