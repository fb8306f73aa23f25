import { sameContent } from './canonical.ts';
import { lotsOf } from './lots.ts';
import type { DecpRecord } from './record.ts';
import { aboutOf, apartOf, type ContractLot, type StoredContract } from './stored.ts';

/** How many of the records read made a lot, changed one, or said nothing new. Their sum is the number of records. */
export interface Changes {
  created: number;
  updated: number;
  unchanged: number;
}

/**
 * Counts by comparing the contract before the whole run with the contract after it, so that the order of the files
 * changes nothing: `records` must be all the records of this contract in the run, and `before` the state before it.
 */
export function changesOf(
  before: StoredContract | null,
  after: StoredContract,
  records: readonly DecpRecord[],
): Changes {
  const read = new Set(records.map((record) => mark(aboutOf(record), apartOf(record))));
  const olds = groups(before ? lotsOf(before) : []);
  let created = 0;
  let updated = 0;
  for (const [about, lots] of groups(lotsOf(after))) {
    const known = olds.get(about) ?? [];
    const changed = lots.filter(
      (lot) => !known.some((one) => sameLot(one, lot)) && read.has(mark(lot.madeBy.about, lot.madeBy.apart)),
    ).length;
    const added = Math.min(changed, Math.max(0, lots.length - known.length));
    created += added;
    updated += changed - added;
  }
  return { created, updated, unchanged: records.length - created - updated };
}

function groups(lots: readonly ContractLot[]): Map<string, ContractLot[]> {
  return Map.groupBy(lots, (lot) => lot.key.replace(/#[^#]*$/, ''));
}

function sameLot(a: ContractLot, b: ContractLot): boolean {
  return a.number === b.number && sameContent(a.record, b.record) && sameContent(a.holders, b.holders);
}

function mark(about: string, apart: string): string {
  return `${about}\n${apart}`;
}
