import { liveGeneration } from '@jonction/db/search/copy';
import { Meilisearch, MeilisearchApiError } from 'meilisearch';
import {
  CopyNotReady,
  type Found,
  mostFound,
  type ParticipantDocument,
  type ParticipantQuestion,
  type SearchIndex,
} from './port.ts';
import { readTyped } from './question.ts';

/** Whoever types does not wait longer: PostgreSQL answers then. */
const answerWithinMs = 300;
const writeWithinMs = 5_000;
const taskWithinMs = 120_000;
const opened = new Map<string, SearchIndex>();

const tolerant = ['name', 'titles', 'skills', 'also'];

/** Its own ways on: near spellings in the four fields, none in `all`, which holds the same words. */
const settings = {
  searchableAttributes: [...tolerant, 'all'],
  filterableAttributes: ['structureId'],
  displayedAttributes: ['id'],
  typoTolerance: { disableOnAttributes: ['all'], minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
  pagination: { maxTotalHits: mostFound },
};

/** The copy in a Meilisearch, which forgives slips. One client a process, address and patience (ms, of one answer). */
export function openMeilisearchIndex(
  { url, key }: { url: string; key: string },
  patience: number = answerWithinMs,
): SearchIndex {
  const name = `${patience} ${url}`;
  const known = opened.get(name);
  if (known) return known;
  const asked = new Meilisearch({
    host: url,
    apiKey: key,
    timeout: patience,
    // A compressed answer leaves in two pieces, and the second waits 40 ms for the first to be acknowledged.
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  });
  const written = new Meilisearch({ host: url, apiKey: key, timeout: writeWithinMs });
  const wait = { timeout: taskWithinMs, interval: 20 };
  const made: SearchIndex = {
    name: 'meilisearch',
    find: async (tx, { structureId, text, own = [], limit }) => {
      const generation = await liveGeneration(tx, 'meilisearch');
      if (generation === null) throw new CopyNotReady('the copy in Meilisearch is not made yet');
      const queries = questionsFor(generation, { structureId, text, own, limit });
      if (queries.length === 0) return { ids: [], spelling: 'exact' };
      const { results } = await asked.multiSearch({ queries });
      return readAnswers(
        results.map(({ hits }) => hits.map(({ id }) => String(id))),
        limit,
      );
    },
    open: async (generation) => {
      await written.createIndex(uidOf(generation), { primaryKey: 'id' }).waitTask(wait);
      await written.index(uidOf(generation)).updateSettings(settings).waitTask(wait);
    },
    holds: async (_tx, generation) => {
      try {
        await written.getRawIndex(uidOf(generation));
        return true;
      } catch (error) {
        if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return false;
        throw error;
      }
    },
    put: async (_tx, generation, documents) => {
      if (documents.length === 0) return;
      const index = written.index(uidOf(generation));
      await succeeded(index.addDocuments(documents.map(withAll)).waitTask(wait));
    },
    remove: async (_tx, generation, ids) => {
      if (ids.length === 0) return;
      await succeeded(
        written
          .index(uidOf(generation))
          .deleteDocuments([...ids])
          .waitTask(wait),
      );
    },
    drop: async (_tx, generation) => {
      // A generation that is gone already is what is wanted: that refusal is no failure.
      await written.deleteIndex(uidOf(generation)).waitTask(wait);
    },
  };
  opened.set(name, made);
  return made;
}

/**
 * As typed, the last word unfinished; as stems, all of them finished; as typed, near spellings too; then as the structure's own
 * words mean it. Asked at once.
 */
export function questionsFor(generation: string, { structureId, text, own, limit }: ParticipantQuestion) {
  const { words, stems, meant } = readTyped(text, own);
  if (words.length === 0) return [];
  const base = {
    indexUid: uidOf(generation),
    filter: `structureId = "${structureId.replaceAll('"', '')}"`,
    limit: Math.min(limit, mostFound),
    attributesToRetrieve: ['id'],
    matchingStrategy: 'all' as const,
  };
  const asTyped = words.join(' ');
  return [
    { ...base, q: asTyped, attributesToSearchOn: ['all'] },
    // The space says that the last word is finished.
    { ...base, q: `${stems.join(' ')} `, attributesToSearchOn: ['all'] },
    { ...base, q: asTyped, attributesToSearchOn: tolerant },
    ...meant.flatMap((one) => [
      { ...base, q: `${one.words.join(' ')}${one.unfinished ? '' : ' '}`, attributesToSearchOn: ['all'] },
      { ...base, q: `${one.stems.join(' ')} `, attributesToSearchOn: ['all'] },
    ]),
  ];
}

function readAnswers([typed = [], stemmed = [], near = [], ...meant]: readonly string[][], limit: number): Found {
  const exact = new Set([...typed, ...stemmed, ...meant.flat()]);
  if (exact.size === 0) return { ids: near, spelling: 'near' };
  // Its order of the whole answer is the better one: names before titles before skills.
  const ordered = [...near.filter((id) => exact.has(id)), ...exact];
  return { ids: [...new Set(ordered)].slice(0, limit), spelling: 'exact' };
}

function withAll(document: ParticipantDocument) {
  const { id, structureId, name, titles, skills, also } = document;
  const said = { name: name.join(' '), titles: titles.join(' '), skills: skills.join(' '), also: also.join(' ') };
  return { id, structureId, ...said, all: Object.values(said).join(' ') };
}

function uidOf(generation: string): string {
  return `participants_${generation}`;
}

async function succeeded(task: Promise<{ status: string; error: { message: string } | null }>): Promise<void> {
  const { status, error } = await task;
  if (status !== 'succeeded') throw new Error(`Meilisearch: ${error?.message ?? status}`);
}
