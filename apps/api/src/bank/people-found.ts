import { listFound } from '@jonction/db/bank/alerts';
import { listOwnWords } from '@jonction/db/bank/words';
import type { Tx } from '@jonction/db/client';
import { askedBy, readSavedFilters } from '@jonction/domain/bank/search';
import type { Day } from '@jonction/domain/shared/day';
import { postgresIndex } from '@jonction/search/postgres';
import { placeAsked } from '../participant/place-asked.ts';

const mostWords = 5_000;

/**
 * Ids of everybody whom a saved search finds today, of its structure alone. Words are asked of PostgreSQL, whose copy is always
 * fed: an alert must not tell of people because an engine came back.
 */
export async function peopleFound(
  tx: Tx,
  search: { structureId: string; userId: string; filters: unknown; today: Day },
): Promise<string[]> {
  const { structureId, today } = search;
  const { text, near, ...filters } = askedBy(readSavedFilters(search.filters), search.userId);
  const place = await placeAsked(tx, near);
  const own = text ? await listOwnWords(tx, structureId) : [];
  const ids = text ? (await postgresIndex.find(tx, { structureId, text, own, limit: mostWords })).ids : null;
  return listFound(tx, structureId, { ...filters, ids, near: place, today });
}
