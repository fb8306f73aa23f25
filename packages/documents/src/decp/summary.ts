import type { Day } from '@jonction/domain/shared/day';
import { amendmentsOf, startOf } from './amended-lot.ts';
import { contractObject, lotsOf } from './lots.ts';
import type { Considerations, ContractKind, DecpRecord, Holder } from './record.ts';
import type { ContractLot, StoredContract } from './stored.ts';

/** The contract as a register shows it: what its lots say together, amendments applied. */
export interface ContractSummary {
  kind: ContractKind;
  nature: string | null;
  object: string;
  cpv: string | null;
  procedure: string | null;
  ccag: string | null;
  groupKind: string | null;
  techniques: string[] | null;
  modalities: string[] | null;
  placeCode: string | null;
  placeKind: string | null;
  placeName: string | null;
  durationMonths: number | null;
  notifiedOn: Day | null;
  publishedOn: Day | null;
  /** The sum of the lots; null where one of them is not known. */
  amountCents: number | null;
  /** Null: nobody says. Empty: the buyer says that there is none. */
  social: string[] | null;
  environmental: string[] | null;
  lots: SummaryLot[];
}

export interface SummaryLot {
  key: string;
  number: string | null;
  object: string;
  amountCents: number | null;
  /** The first one leads. */
  holders: Holder[];
}

export function summaryOf(contract: StoredContract): ContractSummary {
  const lots = lotsOf(contract);
  const records = lots.map((lot) => lot.record);
  const shown = lots.map(summaryLot);
  const amounts = shown.map((lot) => lot.amountCents);
  const place = first(records, (record) => record.place);
  return {
    kind: records.some((record) => record.kind === 'concession') ? 'concession' : 'contract',
    nature: first(records, (record) => record.nature),
    object: contractObject(lots),
    cpv: first(records, (record) => record.cpv),
    procedure: first(records, (record) => record.procedure),
    ccag: first(records, (record) => record.ccag),
    groupKind: first(records, (record) => record.groupKind),
    techniques: union(records.map((record) => record.techniques)),
    modalities: union(records.map((record) => record.modalities)),
    placeCode: place?.code ?? null,
    placeKind: place?.typeCode ?? null,
    placeName: place?.name ?? null,
    durationMonths: greatest(records.map((record) => record.durationMonths)),
    notifiedOn: days(lots.map(startOf))[0] ?? null,
    publishedOn: days(records.map((record) => record.publishedOn)).at(-1) ?? null,
    amountCents: amounts.every((cents) => cents !== null) ? amounts.reduce((sum, cents) => sum + cents, 0) : null,
    social: together(records.map((record) => record.social)),
    environmental: together(records.map((record) => record.environmental)),
    lots: shown,
  };
}

function summaryLot(lot: ContractLot): SummaryLot {
  const { last } = amendmentsOf(lot);
  const { key, number, record } = lot;
  return {
    key,
    number,
    object: record.object,
    amountCents: last.amountCents,
    holders: leadFirst(last.holders, record.holders[0]),
  };
}

/** The holder published first leads a group; each one once, whatever the spellings of its name. */
function leadFirst(holders: readonly Holder[], lead: Holder | undefined): Holder[] {
  const ranked = lead ? [...holders.filter((one) => sameBody(one, lead)), ...holders] : holders;
  return ranked.filter((one, index) => ranked.findIndex((other) => sameBody(one, other)) === index);
}

function sameBody(a: Holder, b: Holder): boolean {
  return a.idKind === b.idKind && a.id === b.id && (a.id !== '' || a.name === b.name);
}

/** What the lots say of a matter: a lot that says nothing takes nothing from what another says. */
function together(all: readonly Considerations[]): string[] | null {
  const said = all.filter((one) => one !== 'unknown');
  if (said.length === 0) return null;
  return [...new Set(said.flatMap((one) => (one === 'none' ? [] : one)))].sort();
}

function union(lists: readonly (string[] | null)[]): string[] | null {
  const known = lists.filter((list) => list !== null);
  return known.length === 0 ? null : [...new Set(known.flat())].sort();
}

function first<Value>(records: readonly DecpRecord[], of: (record: DecpRecord) => Value | null): Value | null {
  for (const record of records) {
    const value = of(record);
    if (value !== null) return value;
  }
  return null;
}

function greatest(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((number) => number !== null);
  return known.length === 0 ? null : Math.max(...known);
}

function days(all: readonly (Day | null)[]): Day[] {
  return all.filter((day) => day !== null).sort();
}
