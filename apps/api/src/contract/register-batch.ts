import type { Tx } from '@jonction/db/client';
import { refreshStanding } from '@jonction/db/contract/facts';
import { refreshWords } from '@jonction/db/contract/list';
import { type RegisterRow, readRegistered, registerContracts } from '@jonction/db/contract/register-contracts';
import { type RegisterLot, registerLots } from '@jonction/db/contract/register-lots';
import { bodyKey, type NamedBody, registerOrganisations } from '@jonction/db/contract/register-organisations';
import { type Changes, changesOf } from '@jonction/documents/decp/changes';
import { mergeContract } from '@jonction/documents/decp/merge';
import { openFactsOf } from '@jonction/documents/decp/open-facts';
import type { DecpRecord, Holder } from '@jonction/documents/decp/record';
import { type StoredContract, sameContract } from '@jonction/documents/decp/stored';
import { type ContractSummary, summaryOf } from '@jonction/documents/decp/summary';
import { standingOn } from '@jonction/domain/contract/standing';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';

type Records = [DecpRecord, ...DecpRecord[]];
interface Merged {
  contract: StoredContract;
  summary: ContractSummary;
  /** Its row is there. */
  isKnown: boolean;
}

/**
 * Merges the records of some contracts into the register, in the transaction given: a dozen statements whatever their
 * number. A contract of which nothing new is said is not written.
 */
export async function registerBatch(tx: Tx, batch: ReadonlyMap<string, Records>, today: Day): Promise<Changes> {
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
    const before = (known.get(key) ?? null) as StoredContract | null;
    const contract = mergeContract(before, own);
    const changes = changesOf(before, contract, own);
    counts.created += changes.created;
    counts.updated += changes.updated;
    counts.unchanged += changes.unchanged;
    if (!sameContract(before, contract)) {
      merged.push({ contract, summary: summaryOf(contract), isKnown: known.has(key) });
    }
  }
  // Every body that a record names, also in one that loses: what exists must not depend on who lost first.
  const kept = merged.flatMap(({ contract }) => contract.publications);
  const ids = await registerOrganisations(tx, [
    ...records.flat().flatMap(bodiesOf),
    ...kept.flatMap(({ record, holders }) => bodiesOf({ ...record, holders })),
  ]);
  await writeContracts(tx, merged, ids, today);
  return counts;
}

async function writeContracts(
  tx: Tx,
  merged: readonly Merged[],
  ids: ReadonlyMap<string, string>,
  today: Day,
): Promise<void> {
  const rows = merged.map(({ contract, summary: { lots, ...facts }, isKnown }): RegisterRow => {
    const buyerId = idOf(ids, buyerOf(contract));
    const openFacts = openFactsOf(contract);
    const said = openFacts.map((fact) => ({ ...fact, source: 'decp' as const }));
    return {
      ...{ ...facts, buyerId, reference: contract.contractId, openData: contract, openFacts },
      standing: isKnown ? null : standingOn({ facts: said, confirmations: [] }, today),
      holderIds: lots.flatMap(({ holders }) => holders.map((holder) => idOf(ids, bodyOf(holder, null)))),
      lotObjects: lots.map(({ object }) => object),
    };
  });
  const registered = new Map(
    (await registerContracts(tx, rows)).map((row) => [`${row.buyerId}/${row.reference}`, row]),
  );
  const handmade = new Set<string>();
  const lots: RegisterLot[] = [];
  for (const { contract, summary } of merged) {
    const buyerId = idOf(ids, buyerOf(contract));
    const row = registered.get(`${buyerId}/${contract.contractId}`);
    if (!row) throw new Error('a contract was not written');
    if (!row.fromOpenData) handmade.add(row.id);
    for (const { holders, ...lot } of summary.lots) {
      const holderIds = holders.map((holder) => idOf(ids, bodyOf(holder, null)));
      lots.push({ ...lot, contractId: row.id, buyerId, holderIds: [...new Set(holderIds)] });
    }
  }
  const all = [...registered.values()];
  const fresh = new Set(all.flatMap(({ id, isNew }) => (isNew ? [id] : [])));
  await registerLots(tx, lots, { contractIds: all.map(({ id }) => id), handmade, fresh });
  const older = all.flatMap(({ id, isNew }) => (isNew ? [] : [id]));
  if (older.length === 0) return;
  await refreshStanding(tx, older, today);
  await refreshWords(tx, older);
}

function idOf(ids: ReadonlyMap<string, string>, body: NamedBody): string {
  const id = ids.get(bodyKey(body));
  if (id === undefined) throw new Error('a body was not written');
  return id;
}

function bodiesOf(record: DecpRecord): NamedBody[] {
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
