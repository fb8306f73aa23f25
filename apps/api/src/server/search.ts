import { startMeilisearch } from '@jonction/search/embedded-meilisearch';
import type { Env } from '../env.ts';
import type { Ending } from './ending.ts';

/** Where the text index is; null when PostgreSQL answers the searches. */
export async function openSearch(
  env: Env,
  ending: Ending,
  say: (sentence: string) => void,
): Promise<{ url: string; key: string } | null> {
  if (env.meilisearch === 'off') return null;
  if (env.meilisearch !== 'embedded') return env.meilisearch;
  const started = await startMeilisearch({ dataDir: env.dataDir, log: say });
  if ('absent' in started) {
    say(`Recherche : ${started.absent}. PostgreSQL répond à sa place.`);
    return null;
  }
  ending.add('Le moteur de recherche', started.stop);
  return { url: started.url, key: started.key };
}
