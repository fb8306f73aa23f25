import { searchDocument } from '@jonction/db/search/tables';
import { inArray, lt, sql } from 'drizzle-orm';
import type { SearchIndex } from './port.ts';

/** How near a typed word must be to a word of the document: lets "netoyage" find "nettoyage". */
const nearEnough = 0.5;

/** Answers searches where there is no engine, or while it is down: trigrams over the same words. */
export const postgresIndex: SearchIndex = {
  name: 'postgres',
  find: async (tx, { structureId, text, limit }) => {
    const words = text
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, 8);
    if (words.length === 0) return [];
    const likeness = words.map((word) => sql`word_similarity(app.plain(${word}), ${searchDocument.words})`);
    const starts = words.map((word) => sql`(' ' || ${searchDocument.words}) like app.plain(${`% ${escaped(word)}%`})`);
    const every = words.map((_, index) => sql`(${starts[index]} or ${likeness[index]} >= ${nearEnough})`);
    // What begins as typed comes before what only looks alike; a name before a title.
    const rank = sql.join(
      words.map(
        (word, index) =>
          sql`${likeness[index]} + (${starts[index]})::int + word_similarity(app.plain(${word}), ${searchDocument.name})`,
      ),
      sql` + `,
    );
    const rows = await tx
      .select({ id: searchDocument.participantId })
      .from(searchDocument)
      .where(sql`${searchDocument.structureId} = ${structureId} and ${sql.join(every, sql` and `)}`)
      .orderBy(sql`${rank} desc`, searchDocument.participantId)
      .limit(limit);
    return rows.map(({ id }) => id);
  },
  put: async (tx, documents) => {
    if (documents.length === 0) return;
    await tx
      .insert(searchDocument)
      .values(
        documents.map((document) => ({
          participantId: document.id,
          structureId: document.structureId,
          indexedAt: new Date(document.indexedAtMs),
          name: sql`app.plain(${document.name})`,
          words: sql`app.plain(${[document.name, `n ${document.number}`, ...document.titles, ...document.skills].join(' ')})`,
        })),
      )
      .onConflictDoUpdate({
        target: searchDocument.participantId,
        set: {
          structureId: sql`excluded.structure_id`,
          name: sql`excluded.name`,
          words: sql`excluded.words`,
          indexedAt: sql`excluded.indexed_at`,
        },
      });
  },
  removeOlderThan: async (tx, instantMs) => {
    await tx.delete(searchDocument).where(lt(searchDocument.indexedAt, new Date(instantMs)));
  },
  remove: async (tx, ids) => {
    if (ids.length > 0) await tx.delete(searchDocument).where(inArray(searchDocument.participantId, [...ids]));
  },
};

function escaped(word: string): string {
  return word.replaceAll(/[%_\\]/g, (sign) => `\\${sign}`);
}
