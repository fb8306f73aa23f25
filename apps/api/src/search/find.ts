import type { Tx } from '@jonction/db/client';
import { openMeilisearchIndex } from '@jonction/search/meilisearch';
import type { ParticipantQuestion } from '@jonction/search/port';
import { postgresIndex } from '@jonction/search/postgres';
import type { Context } from '../context.ts';

/**
 * Ids that the text index gives for words, best first. The engine answers where there is one; when it does not, PostgreSQL does, and
 * nobody waits for it longer than a moment.
 */
export async function findInIndex(ctx: Context & { tx: Tx }, question: ParticipantQuestion): Promise<string[]> {
  if (ctx.meilisearch !== null) {
    try {
      return await openMeilisearchIndex(ctx.meilisearch).find(ctx.tx, question);
    } catch (error) {
      ctx.log.warn({ err: error }, 'the search engine does not answer: PostgreSQL does');
    }
  }
  return postgresIndex.find(ctx.tx, question);
}
