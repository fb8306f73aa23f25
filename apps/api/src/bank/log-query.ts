import { deleteQuery, findLastQuery, insertQuery, replaceQuery } from '@jonction/db/bank/queries';
import type { Tx } from '@jonction/db/client';
import { goesOn, holdsNumberOrAddress } from '@jonction/domain/bank/query';
import { stemsKey } from '@jonction/domain/reference/plain-words';
import { stemOf } from '@jonction/domain/reference/title-words';
import { namesSomebody } from '@jonction/search/named';
import type { Context } from '../context.ts';
import type { OccupationTable } from '../reference/occupations.ts';
import type { Answered } from '../search/find.ts';
import { speaker } from '../speaker.ts';

export interface AskedQuery {
  text: string | null;
  /** Names of the filters that were set. */
  filters: readonly string[];
  results: number;
  unfiltered: number;
  found: Answered | null;
  page: number;
}

/**
 * Keeps what was asked of the bank, never who was found. Somebody who types is one query, as she ends it; words that name a person
 * are not written, and take those that she began with away. Another page is no other query, nor is the list as it opens.
 */
export async function logQuery(ctx: Context & { tx: Tx }, asked: AskedQuery, table: OccupationTable): Promise<void> {
  const { text, filters, results, unfiltered, found, page } = asked;
  if (page > 1 || (text === null && filters.length === 0)) return;
  const { tx } = ctx;
  const { userId, membership } = speaker(ctx);
  const before = await findLastQuery(tx, userId);
  const same = before !== null && goesOn(before, text) ? before : null;
  if (text !== null && (await isPersonal(tx, { text, structureId: membership.structureId, found, table }))) {
    if (same && !same.opened) await deleteQuery(tx, same.id);
    return;
  }
  const query = {
    structureId: membership.structureId,
    ...{ words: text, stems: text === null ? '' : stemsKey(text), filters: [...filters].sort() },
    ...{ results, unfiltered, engine: found?.engine ?? null, fellBack: found?.fellBack ?? false, askedBy: userId },
  };
  // What led to somebody's file is a query that ended.
  if (same && !same.opened) await replaceQuery(tx, same.id, query);
  else await insertQuery(tx, query);
}

async function isPersonal(
  tx: Tx,
  {
    text,
    structureId,
    found,
    table,
  }: { text: string; structureId: string; found: Answered | null; table: OccupationTable },
): Promise<boolean> {
  if (holdsNumberOrAddress(text)) return true;
  const isTrade = (word: string) => table.index.weightOfStem.has(stemOf(word));
  return namesSomebody(tx, { structureId, text, isTrade, near: found?.spelling === 'near' });
}
