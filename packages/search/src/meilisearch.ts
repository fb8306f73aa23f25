import { Meilisearch } from 'meilisearch';
import type { ParticipantDocument, SearchIndex } from './port.ts';

const uid = 'participants';
const answerWithinMs = 1_500;
const opened = new Map<string, SearchIndex>();

/** The index in a Meilisearch, typo-tolerant. One client a process and address. */
export function openMeilisearchIndex({ url, key }: { url: string; key: string }): SearchIndex {
  const known = opened.get(url);
  if (known) return known;
  const client = new Meilisearch({ host: url, apiKey: key, timeout: answerWithinMs });
  const index = client.index<ParticipantDocument>(uid);
  let ready: Promise<void> | null = null;
  /** The index and its settings are made before the first document, once. */
  const prepared = (): Promise<void> => {
    ready ??= prepare(client).catch((error: unknown) => {
      ready = null;
      throw error;
    });
    return ready;
  };
  const made: SearchIndex = {
    name: 'meilisearch',
    find: async (_tx, { structureId, text, limit }) => {
      const answer = await index.search(text, {
        filter: `structureId = "${structureId.replaceAll('"', '')}"`,
        limit,
        attributesToRetrieve: ['id'],
        matchingStrategy: 'all',
      });
      return answer.hits.map(({ id }) => id);
    },
    put: async (_tx, documents) => {
      await prepared();
      for (let from = 0; from < documents.length; from += 1000) {
        await index.addDocuments(documents.slice(from, from + 1000)).waitTask({ timeout: 60_000 });
      }
    },
    removeOlderThan: async (_tx, instantMs) => {
      await prepared();
      await index.deleteDocuments({ filter: `indexedAtMs < ${Math.floor(instantMs)}` }).waitTask({ timeout: 60_000 });
    },
    remove: async (_tx, ids) => {
      await prepared();
      if (ids.length > 0) await index.deleteDocuments([...ids]).waitTask({ timeout: 60_000 });
    },
  };
  opened.set(url, made);
  return made;
}

async function prepare(client: Meilisearch): Promise<void> {
  // An index that is there already is what is wanted: the refusal of the second making is no failure.
  await client.createIndex(uid, { primaryKey: 'id' }).waitTask({ timeout: 30_000 });
  await client
    .index(uid)
    .updateSettings({
      searchableAttributes: ['name', 'titles', 'skills', 'number'],
      filterableAttributes: ['structureId', 'indexedAtMs'],
      displayedAttributes: ['id'],
      // In French and English alike: words that say nothing.
      stopWords: ['de', 'du', 'des', 'le', 'la', 'les', 'en', 'et', 'à', 'd', 'l'],
    })
    .waitTask({ timeout: 30_000 });
}
