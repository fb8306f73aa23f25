import type { Day } from '@jonction/domain/shared/day';
import { sameContent } from './canonical.ts';
import type { DecpRecord, Holder } from './record.ts';

/**
 * All that is kept of a contract to go on merging, as plain JSON: per lot, the publication that won. A contract is a
 * buyer and a contract id. The order of `publications` is canonical, so that two states are the same when their
 * canonical JSON is (`sameContract`); a JSON column of a database may reorder keys without harm.
 */
export interface StoredContract {
  buyerId: string;
  contractId: string;
  publications: Publication[];
}

export interface Publication {
  /** What the publication is about: `lot:7`, or `holder:...` where the object names no lot. */
  about: string;
  /** What parts lots published the same day: the amount; without a lot number also the establishments. */
  apart: string;
  publishedOn: Day | null;
  /** The winning record, with the amendments and subcontracts of every record that tied with it. */
  record: DecpRecord;
  /**
   * Every holder named by the records that tied: a lot shared by several holders is often published as one record
   * for each, with one number, one day and one amount.
   */
  holders: Holder[];
}

/** A lot as a person sees it. `key` is unique within the contract and stable while the lot is published as one. */
export interface ContractLot {
  key: string;
  number: string | null;
  record: DecpRecord;
  holders: Holder[];
  /** The publication that gave the record. */
  madeBy: Publication;
}

export function sameContract(a: StoredContract | null, b: StoredContract | null): boolean {
  return sameContent(a, b);
}

/** What names a contract: its buyer and its id. */
export function contractKey(record: DecpRecord): string {
  return `${record.buyer.id}/${record.contractId}`;
}

/** What a record is about: the lot its object names, else its holders as legal persons (an establishment may move). */
export function aboutOf(record: DecpRecord): string {
  return record.lotNumber === null ? `holder:${legalPersons(record.holders)}` : `lot:${record.lotNumber}`;
}

export function apartOf(record: DecpRecord): string {
  const amount = record.amountCents === null ? '' : String(record.amountCents);
  if (record.lotNumber !== null) return amount;
  const establishments = record.holders.map((holder) => holder.id).sort();
  return [amount, ...establishments].join(' ');
}

export function legalPersons(holders: readonly Holder[]): string {
  return [...new Set(holders.map(legalPerson))].sort().join('+');
}

function legalPerson(holder: Holder): string {
  if (holder.id === '') return holder.name ?? '';
  return holder.idKind === 'SIRET' ? holder.id.slice(0, 9) : holder.id;
}
