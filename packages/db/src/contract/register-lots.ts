import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { type CopyCell, copyIn } from '../shared/copy-in.ts';
import { rowsOf } from '../shared/rows.ts';

export interface RegisterLot {
  contractId: string;
  buyerId: string;
  key: string;
  number: string | null;
  object: string;
  amountCents: number | null;
  /** Ids of the companies, the one that leads first. */
  holderIds: string[];
}

interface KnownLot {
  id: string;
  contractId: string;
  key: string;
  number: string | null;
  holderIds: string[];
  /** A clause, an event, a correction, an offer or a hire stands on it: it is never removed. */
  used: boolean;
  /** What somebody corrected of it, which open data no longer changes. */
  saidFields: string[];
}

/**
 * Makes the lots of some contracts those of open data. A lot that changes key (published first without its number, then
 * with it) keeps its row and what stands on it. One that is published no more goes, unless something stands on it.
 * `handmade`: contracts that somebody wrote by hand, whose lots are completed and never changed. `older`: those that were there, and may have lots.
 */
export async function registerLots(
  tx: Tx,
  lots: readonly RegisterLot[],
  of: { contractIds: readonly string[]; older: readonly string[]; handmade: ReadonlySet<string> },
): Promise<void> {
  const { contractIds, older, handmade } = of;
  const known = Map.groupBy(await readKnown(tx, older), (lot) => lot.contractId);
  const wanted = Map.groupBy(lots, (lot) => lot.contractId);
  const written: Written[] = [];
  const gone: string[] = [];
  for (const contractId of contractIds) {
    const before = known.get(contractId) ?? [];
    const pairs = pair(before, wanted.get(contractId) ?? []);
    for (const { lot, row } of pairs) {
      const ownHolders = row?.saidFields.includes('holders') ?? false;
      if (!row) written.push({ ...lot, id: newId(), as: 'new', ownHolders });
      else if (!handmade.has(contractId)) written.push({ ...lot, id: row.id, as: 'published', ownHolders });
      else if (row.holderIds.length === 0 && !ownHolders)
        written.push({ ...lot, id: row.id, as: 'completed', ownHolders });
    }
    if (handmade.has(contractId)) continue;
    const paired = new Set(pairs.map(({ row }) => row?.id));
    gone.push(...before.filter((lot) => !paired.has(lot.id) && !lot.used).map(({ id }) => id));
  }
  if (gone.length > 0) await tx.execute(sql`delete from lot where id = any (${sql.param(gone)}::uuid[])`);
  await writeLots(tx, written);
}

async function readKnown(tx: Tx, contractIds: readonly string[]): Promise<KnownLot[]> {
  if (contractIds.length === 0) return [];
  return rowsOf<KnownLot>(
    await tx.execute(sql`
      select l.id, l.contract_id as "contractId", l.key, l.number,
             array(select h.organisation_id::text from lot_holder h where h.lot_id = l.id) as "holderIds",
             exists (select 1 from clause k where k.lot_id = l.id) or exists (select 1 from contract_event e where e.lot_id = l.id)
               or exists (select 1 from contract_correction x where x.lot_id = l.id)
               or exists (select 1 from offer o where o.lot_id = l.id) or exists (select 1 from placement p where p.lot_id = l.id) as used,
             l.said_fields as "saidFields"
      from lot l where l.contract_id = any (${sql.param([...contractIds])}::uuid[]) order by l.contract_id, l.key`),
  );
}

/** Each published lot with the row it continues: same key, else same number, else the same companies. */
function pair(known: readonly KnownLot[], lots: readonly RegisterLot[]): { lot: RegisterLot; row: KnownLot | null }[] {
  const left = new Map(known.map((row) => [row.id, row]));
  const found = new Map<RegisterLot, KnownLot>();
  const ways: ((row: KnownLot, lot: RegisterLot) => boolean)[] = [
    (row, lot) => row.key === lot.key,
    (row, lot) => row.number !== null && row.number === lot.number,
    (row, lot) => lot.holderIds.length > 0 && sameIds(row.holderIds, lot.holderIds),
    // An amount that was not in the key, or came into it: `holder:x` and `holder:x#100`.
    (row, lot) => row.key.replace(/#[^#]*$/, '') === lot.key.replace(/#[^#]*$/, ''),
  ];
  for (const same of ways) {
    for (const lot of lots) {
      if (found.has(lot)) continue;
      // What something stands on is continued first.
      const candidates = [...left.values()]
        .filter((row) => same(row, lot))
        .sort((a, b) => Number(b.used) - Number(a.used));
      const [row] = candidates;
      if (!row) continue;
      found.set(lot, row);
      left.delete(row.id);
    }
  }
  return lots.map((lot) => ({ lot, row: found.get(lot) ?? null }));
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

interface Written extends RegisterLot {
  id: string;
  /** It is added; its row is there and becomes what is published; its row stays and gets the companies that it has not. */
  as: 'new' | 'published' | 'completed';
  /** Somebody said which companies hold it. */
  ownHolders: boolean;
}

async function writeLots(tx: Tx, lots: readonly Written[]): Promise<void> {
  if (lots.length === 0) return;
  await tx.execute(sql`
    create temporary table registered_lot (id uuid, contract_id uuid, buyer_id uuid, key text, number text, object text,
      amount_cents bigint, written text, holder_ids uuid[]) on commit drop`);
  const cells = lots.values().map((lot): CopyCell[] => {
    const { id, contractId, buyerId, key, number, object, amountCents, as, holderIds, ownHolders } = lot;
    return [id, contractId, buyerId, key, number, object, amountCents, as, ownHolders ? null : holderIds];
  });
  await copyIn(tx, 'registered_lot', cells);
  if (lots.some((lot) => lot.as === 'published')) {
    await tx.execute(sql`
      update lot l set key = n.key, number = n.number,
        object = case when 'object' = any (l.said_fields) then l.object else n.object end,
        amount_cents = case when 'amount_cents' = any (l.said_fields) then l.amount_cents else n.amount_cents end
      from registered_lot n
      where n.written = 'published' and l.id = n.id and (l.key, l.number, l.object, l.amount_cents) is distinct from (n.key, n.number, n.object, n.amount_cents)`);
    await tx.execute(sql`
      delete from lot_holder h using registered_lot n
      where n.written = 'published' and h.lot_id = n.id and h.organisation_id <> all (n.holder_ids)`);
  }
  await tx.execute(sql`
    insert into lot (id, contract_id, buyer_id, key, number, object, amount_cents)
    select id, contract_id, buyer_id, key, number, object, amount_cents from registered_lot where written = 'new'`);
  await tx.execute(sql`
    insert into lot_holder (lot_id, organisation_id, contract_id, buyer_id, lead)
    select n.id, o.id, n.contract_id, n.buyer_id, o.place = 1
    from registered_lot n, unnest(n.holder_ids) with ordinality as o (id, place) where n.written = 'new'`);
  if (lots.some((lot) => lot.as !== 'new')) {
    await tx.execute(sql`
      insert into lot_holder as h (lot_id, organisation_id, contract_id, buyer_id, lead)
      select n.id, o.id, n.contract_id, n.buyer_id, o.place = 1
      from registered_lot n, unnest(n.holder_ids) with ordinality as o (id, place) where n.written <> 'new'
      on conflict (lot_id, organisation_id) do update set lead = excluded.lead where h.lead <> excluded.lead`);
  }
  await tx.execute(sql`drop table registered_lot`);
}
