import { listOwnWords } from '@jonction/db/bank/words';
import type { Tx } from '@jonction/db/client';
import type { SearchEngine } from '@jonction/db/search/copy';
import { meaningsIn, type OwnWord } from '@jonction/domain/reference/own-word';
import { openMeilisearchIndex } from '@jonction/search/meilisearch';
import { CopyNotReady, type Found, type ParticipantQuestion } from '@jonction/search/port';
import { postgresIndex } from '@jonction/search/postgres';
import type { Context } from '../context.ts';
import { Refuse } from '../refuse.ts';

export interface Answered extends Found {
  /** Words of the structure's own that the question holds, and the occupation that each means. */
  meant: OwnWord[];
  engine: SearchEngine;
  /** The engine that should have answered did not: PostgreSQL did, in the same request. */
  fellBack: boolean;
}

/** Once it was silent, nobody waits for it again before this: who types asks many times a second. */
const leftAloneMs = 3_000;
const silentUntil = new Map<string, number>();

/**
 * Ids that the text index gives for words, best first. The engine answers where there is one; when it does not, PostgreSQL does, and
 * nobody waits for it longer than a moment. Both obey the words of the structure's own.
 */
export async function findInIndex(
  ctx: Context & { tx: Tx },
  asked: Omit<ParticipantQuestion, 'own'>,
): Promise<Answered> {
  const { meilisearch } = ctx;
  const own = await listOwnWords(ctx.tx, asked.structureId);
  const question = { ...asked, own };
  const meant = meaningsIn(asked.text, own).map(({ words, code }) => ({ words, code }));
  if (meilisearch === null) {
    return { ...(await findInPostgres(ctx, question)), engine: 'postgres', fellBack: false, meant };
  }
  if ((silentUntil.get(meilisearch.url) ?? 0) < Date.now()) {
    try {
      const found = await openMeilisearchIndex(meilisearch).find(ctx.tx, question);
      return { ...found, engine: 'meilisearch', fellBack: false, meant };
    } catch (error) {
      silentUntil.set(meilisearch.url, Date.now() + leftAloneMs);
      ctx.log.warn({ err: error }, 'the search engine does not answer: PostgreSQL does');
    }
  }
  return { ...(await findInPostgres(ctx, question)), engine: 'postgres', fellBack: true, meant };
}

async function findInPostgres({ tx }: { tx: Tx }, question: ParticipantQuestion): Promise<Found> {
  try {
    return await postgresIndex.find(tx, question);
  } catch (error) {
    if (error instanceof CopyNotReady) throw new Refuse('participant.search_not_ready');
    throw error;
  }
}
