import { liveGeneration } from '@jonction/db/search/copy';
import { findNearWords, findPeopleWithWords } from '@jonction/db/search/find';
import { searchDocument, searchWord } from '@jonction/db/search/tables';
import type { OwnWord } from '@jonction/domain/reference/own-word';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { slipsAllowed, slipsBetween } from './near-words.ts';
import { CopyNotReady, type ParticipantDocument, type SearchIndex } from './port.ts';
import { readTyped } from './question.ts';

const mostNearWords = 24;
const mostCandidates = 300;

/** Answers where there is no engine, or while it is down: a lexicon by trigrams, then a `tsvector` asked with every likely word. */
export const postgresIndex: SearchIndex = {
  name: 'postgres',
  find: async (tx, { structureId, text, own, limit }) => {
    const { words, stems } = readTyped(text);
    if ((await liveGeneration(tx, 'postgres')) === null)
      throw new CopyNotReady('the copy in PostgreSQL is not made yet');
    if (words.length === 0) return { ids: [], spelling: 'exact' };
    const exact = await findPeopleWithWords(tx, structureId, queryFor(text, own), limit);
    if (exact.length > 0) return { ids: exact, spelling: 'exact' };
    const near = await nearOf(words, (typed) => findNearWords(tx, structureId, typed, mostCandidates));
    const parts = words.map((word, index) => {
      const start = one(word, index === words.length - 1);
      return `(${[start, only(stems[index] ?? word), ...(near.get(word) ?? []).map(only)].join(' | ')})`;
    });
    return { ids: await findPeopleWithWords(tx, structureId, every(parts), limit), spelling: 'near' };
  },
  open: async () => undefined,
  holds: async () => true,
  put: async (tx, generation, documents) => {
    if (documents.length === 0) return;
    // Not an update: words that nobody has any more are forgotten with the old row.
    await postgresIndex.remove(
      tx,
      generation,
      documents.map(({ id }) => id),
    );
    await tx.insert(searchDocument).values(
      documents.map((document) => ({
        generation,
        participantId: document.id,
        structureId: document.structureId,
        terms: sql`${termsOf(document)}::tsvector`,
      })),
    );
  },
  remove: async (tx, generation, ids) => {
    if (ids.length === 0) return;
    const those = inArray(searchDocument.participantId, [...ids]);
    await tx.delete(searchDocument).where(and(eq(searchDocument.generation, generation), those));
  },
  drop: async (tx, generation) => {
    // Words first: rows that go would look for each of theirs.
    await tx.delete(searchWord).where(eq(searchWord.generation, generation));
    await tx.delete(searchDocument).where(eq(searchDocument.generation, generation));
  },
};

/** As typed, the last word unfinished; as stems; with two neighbours written as one; as the structure's own words mean it: a `tsquery`. */
export function queryFor(text: string, own: readonly OwnWord[] = []): string {
  const { words, stems, joined, meant } = readTyped(text, own);
  const asTyped = (variant: readonly string[], unfinished = true) =>
    every(variant.map((word, index) => one(word, unfinished && index === variant.length - 1)));
  return [
    ...[asTyped(words), every(stems.map(only)), ...joined.map((variant) => asTyped(variant))],
    ...meant.flatMap((one) => [asTyped(one.words, one.unfinished), every(one.stems.map(only))]),
  ].join(' | ');
}

/** For each typed word, those of the bank within its slips, the nearest first. */
async function nearOf(
  words: readonly string[],
  candidates: (typed: readonly string[]) => Promise<{ asked: string; word: string }[]>,
): Promise<Map<string, string[]>> {
  const near = new Map<string, { word: string; slips: number }[]>();
  const last = words.at(-1);
  for (const { asked, word } of await candidates(words.filter((typed) => slipsAllowed(typed) > 0))) {
    const slips = slipsBetween(asked, word, asked === last);
    if (slips > slipsAllowed(asked)) continue;
    near.set(asked, [...(near.get(asked) ?? []), { word, slips }]);
  }
  return new Map(
    [...near].map(([asked, found]) => [
      asked,
      found
        .sort((a, b) => a.slips - b.slips)
        .slice(0, mostNearWords)
        .map(({ word }) => word),
    ]),
  );
}

const weights = { name: 'A', titles: 'B', skills: 'C', also: 'D' } as const;

/** Words are letters and digits only: nothing in them can end the quotes. Positions are given so that weights hold. */
function termsOf(document: ParticipantDocument): string {
  let position = 0;
  return (['name', 'titles', 'skills', 'also'] as const)
    .flatMap((part) => document[part].map((word) => `${only(word)}:${Math.min(++position, 16_383)}${weights[part]}`))
    .join(' ');
}

function only(word: string): string {
  return `'${word}'`;
}

function one(word: string, unfinished: boolean): string {
  return unfinished ? `${only(word)}:*` : only(word);
}

function every(parts: readonly string[]): string {
  return `(${parts.join(' & ')})`;
}
