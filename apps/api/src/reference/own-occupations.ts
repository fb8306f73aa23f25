import { listOwnWords } from '@jonction/db/bank/words';
import type { Tx } from '@jonction/db/client';
import { withOwnWords } from '@jonction/domain/reference/occupation-search';
import { type OccupationTable, occupationTable } from './occupations.ts';

/** The table with the words of a structure's own: a title then means what the structure says it means, from the next request on. */
export async function ownOccupationTable(tx: Tx, structureId: string): Promise<OccupationTable> {
  const table = await occupationTable(tx);
  const words = (await listOwnWords(tx, structureId)).filter(({ code }) => table.has(code));
  return words.length === 0 ? table : { ...table, index: withOwnWords(table.index, words) };
}
