import { openMeilisearchIndex } from '@jonction/search/meilisearch';
import type { SearchIndex } from '@jonction/search/port';
import { postgresIndex } from '@jonction/search/postgres';

/** PostgreSQL is always fed, so that it can answer the day the engine does not. */
export function searchIndexes(meilisearch: { url: string; key: string } | null): SearchIndex[] {
  return meilisearch === null ? [postgresIndex] : [postgresIndex, openMeilisearchIndex(meilisearch)];
}
