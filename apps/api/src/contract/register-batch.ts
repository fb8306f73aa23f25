import type { Tx } from '@jonction/db/client';
import { refreshStanding } from '@jonction/db/contract/facts';
import { refreshWords } from '@jonction/db/contract/list';
import { type RegisterRow, readRegistered, registerContracts } from '@jonction/db/contract/register-contracts';
import { type RegisterLot, registerLots } from '@jonction/db/contract/register-lots';
import {
  bestNamed,
  bodyKey,
  type KnownBody,
  type NamedBody,
  registerOrganisations,
} from '@jonction/db/contract/register-organisations';
import { newId } from '@jonction/db/new-id';
import { type Changes, changesOf } from '@jonction/documents/decp/changes';
import { mergeContract } from '@jonction/documents/decp/merge';
import { openFactsOf } from '@jonction/documents/decp/open-facts';
import type { DecpRecord, Holder } from '@jonction/documents/decp/record';
import { type StoredContract, sameContract } from '@jonction/documents/decp/stored';
import { type ContractSummary, summaryOf } from '@jonction/documents/decp/summary';
import { standingOn } from '@jonction/domain/contract/standing';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';

type Bodies = ReadonlyMap<string, KnownBody>;
type Records = [DecpRecord, ...DecpRecord[]];
interface Merged {
  contract: StoredContract;
  summary: ContractSummary;
  id: string;
  /** Its row is there. */
  isKnown: boolean;
  fromOpenData: boolean;
}

/**
 * Merges the records of some contracts into the register, in the transaction given: a dozen statements whatever their
 * number. A contract of which nothing new is said is not written. `bodies`: those of these records, registered already.
 */
export async function registerBatch(
  tx: Tx,
  batch: ReadonlyMap<string, Records>,
  today: Day,
  bodies: Bodies | null = null,
): Promise<Changes> {
  const counts: Changes = { created: 0, updated: 0, unchanged: 0 };
  // Rows read out of JSON are estimated dear: compiling such statements takes longer than running them.
  await tx.execute(sql`set local jit = off`);
  const records = [...batch.values()];
  const known = await readRegistered(
    tx,
    records.map(([record]) => ({ buyer: record.buyer.id, reference: record.contractId })),
  );
  const merged: Merged[] = [];
  for (const [key, own] of batch) {
    // The column is written below and nowhere else.
    const there = known.get(key);
    const before = (there?.openData ?? null) as StoredContract | null;
    const contract = mergeContract(before, own);
    const changes = changesOf(before, contract, own);
    counts.created += changes.created;
    counts.updated += changes.updated;
    counts.unchanged += changes.unchanged;
    if (!sameContract(before, contract)) {
      const { id, fromOpenData } = there ?? { id: newId(), fromOpenData: true };
      merged.push({ id, isKnown: there !== undefined, fromOpenData, contract, summary: summaryOf(contract) });
    }
  }
  // Every body that a record names, also in one that loses: what exists must not depend on who lost first.
  const here = bodies ?? (await registerOrganisations(tx, bestNamed(records.flat().flatMap(bodiesOf))));
  const kept = bestNamed(merged.filter(({ isKnown }) => isKnown).flatMap(({ contract }) => publishedBefore(contract)));
  const before = kept.filter((body) => !here.has(bodyKey(body)));
  await writeContracts(tx, merged, new Map([...here, ...(await registerOrganisations(tx, before))]), today);
  return counts;
}

function publishedBefore({ publications }: StoredContract): NamedBody[] {
  return publications.flatMap(({ record, holders }) => bodiesOf({ ...record, holders }));
}

async function writeContracts(tx: Tx, merged: readonly Merged[], bodies: Bodies, today: Day): Promise<void> {
  const rows: RegisterRow[] = [];
  const lots: RegisterLot[] = [];
  for (const { id, isKnown, contract, summary } of merged) {
    const buyerId = found(bodies, buyerOf(contract)).id;
    const openFacts = openFactsOf(contract);
    const said = openFacts.map((fact) => ({ ...fact, source: 'decp' as const }));
    const { lots: published, ...facts } = summary;
    rows.push({
      ...{ ...facts, id, known: isKnown, buyerId, reference: contract.contractId, openData: contract, openFacts },
      standing: isKnown ? null : standingOn({ facts: said, confirmations: [] }, today),
      words: wordsOf(contract, summary, bodies),
    });
    for (const { holders, ...lot } of published) {
      const holderIds = holders.map((holder) => found(bodies, bodyOf(holder, null)).id);
      lots.push({ ...lot, contractId: id, buyerId, holderIds: [...new Set(holderIds)] });
    }
  }
  await registerContracts(tx, rows);
  const known = merged.filter(({ isKnown }) => isKnown);
  const older = known.map(({ id }) => id);
  const handmade = new Set(known.filter(({ fromOpenData }) => !fromOpenData).map(({ id }) => id));
  await registerLots(tx, lots, { contractIds: merged.map(({ id }) => id), older, handmade });
  if (older.length === 0) return;
  await refreshStanding(tx, older, today);
  await refreshWords(tx, older);
}

/** A contract that is there already has its words written again by the base, which knows what people wrote of it. */
function wordsOf(contract: StoredContract, { object, lots }: ContractSummary, bodies: Bodies): string {
  const holders = lots.flatMap((lot) => lot.holders.map((holder) => found(bodies, bodyOf(holder, null)).name));
  const objects = lots.map((lot) => lot.object).filter((one) => one !== object);
  const buyer = found(bodies, buyerOf(contract)).name;
  return [object, contract.contractId, buyer, ...[...new Set(holders)].sort(), ...[...new Set(objects)].sort()].join(
    ' ',
  );
}

function found(bodies: Bodies, body: NamedBody): KnownBody {
  const known = bodies.get(bodyKey(body));
  if (!known) throw new Error('a body was not written');
  return known;
}

/** Buyer and companies that a record names. */
export function bodiesOf(record: DecpRecord): NamedBody[] {
  const { buyer, publishedOn } = record;
  const amended = record.modifications.flatMap((modification) => modification.holders ?? []);
  return [
    {
      kind: 'buyer',
      identifierKind: buyer.idKind,
      identifier: buyer.id,
      name: buyer.name,
      namedOn: publishedOn ?? '',
    },
    ...[...record.holders, ...amended].map((holder) => bodyOf(holder, publishedOn)),
  ];
}

/** A holder published with a name and no number is known by its name. */
function bodyOf(holder: Holder, publishedOn: Day | null): NamedBody {
  const nameless = holder.id === '';
  return {
    kind: 'employer',
    identifierKind: nameless ? 'NAME' : holder.idKind,
    identifier: nameless ? (holder.name ?? '').toLowerCase() : holder.id,
    name: holder.name,
    namedOn: publishedOn ?? '',
  };
}

function buyerOf({ buyerId }: StoredContract): NamedBody {
  const identifierKind = buyerId.length === 9 ? 'SIREN' : 'SIRET';
  return { kind: 'buyer', identifierKind, identifier: buyerId, name: null, namedOn: '' };
}
