import type { CorrectedField, CorrectedValue } from '@jonction/domain/contract/correct';
import type { ContractEventSource } from '@jonction/domain/contract/said';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { contractCorrection } from './tables.ts';

export interface ContractWritten {
  object: string;
  cpv: string | null;
  place_code: string | null;
  place_kind: string | null;
  place_name: string | null;
  amount_cents: number | null;
  notified_on: Day | null;
}

/** Writes what somebody says of a contract. `saidFields`: the columns that open data no longer changes. */
export async function writeContract(
  tx: Tx,
  contractId: string,
  values: ContractWritten,
  saidFields: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    update contract set object = ${values.object}, cpv = ${values.cpv}, place_code = ${values.place_code},
      place_kind = ${values.place_kind}, place_name = ${values.place_name}, amount_cents = ${values.amount_cents},
      notified_on = ${values.notified_on}::date, said_fields = ${sql.param([...saidFields])}::text[],
      updated_at = now(), version = version + 1
    where id = ${contractId}`);
}

/** Writes what somebody says of a lot; its companies in the order given, the first one leads. Shares of those that stay are kept. */
export async function writeLot(
  tx: Tx,
  lot: { id: string; contractId: string; buyerId: string; object: string; amountCents: number | null },
  holderIds: readonly string[] | null,
  saidFields: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    update lot set object = ${lot.object}, amount_cents = ${lot.amountCents}, said_fields = ${sql.param([...saidFields])}::text[]
    where id = ${lot.id}`);
  if (holderIds === null) return;
  await tx.execute(sql`
    delete from lot_holder where lot_id = ${lot.id} and organisation_id <> all (${sql.param([...holderIds])}::uuid[])`);
  await tx.execute(sql`
    insert into lot_holder (lot_id, organisation_id, contract_id, buyer_id, lead)
    select ${lot.id}, id, ${lot.contractId}, ${lot.buyerId}, place = 1
    from unnest(${sql.param([...holderIds])}::uuid[]) with ordinality as n (id, place)
    on conflict (lot_id, organisation_id) do update set lead = excluded.lead`);
}

export interface NewCorrection {
  contractId: string;
  buyerId: string;
  lotId: string | null;
  field: CorrectedField;
  before: CorrectedValue;
  after: CorrectedValue;
  source: ContractEventSource;
  saidBy: string | null;
  recordedOn: Day;
  authorId: string;
}

export async function insertCorrections(tx: Tx, corrections: readonly NewCorrection[]): Promise<void> {
  if (corrections.length > 0) await tx.insert(contractCorrection).values([...corrections]);
}

export interface CorrectionRow {
  id: string;
  lotId: string | null;
  field: CorrectedField;
  before: CorrectedValue;
  after: CorrectedValue;
  source: ContractEventSource;
  saidBy: string | null;
  recordedOn: Day;
  authorName: string | null;
}

/** What was corrected of a contract and of its lots, latest first. */
export async function readCorrections(tx: Tx, contractId: string): Promise<CorrectionRow[]> {
  return rowsOf<CorrectionRow>(
    await tx.execute(sql`
      select k.id, k.lot_id as "lotId", k.field, k.before, k.after, k.source, k.said_by as "saidBy",
             k.recorded_on::text as "recordedOn", u.name as "authorName"
      from contract_correction k left join "user" u on u.id = k.author_id
      where k.contract_id = ${contractId} order by k.id desc limit 200`),
  );
}

export interface LotToCorrect {
  id: string;
  contractId: string;
  key: string;
  object: string;
  amountCents: number | null;
  saidFields: string[];
  holders: Company[];
}

export interface Company {
  id: string;
  name: string;
  identifier: string | null;
}

/** A lot as it stands, its row held; null when it is not the actor's to see. */
export async function findLot(tx: Tx, lotId: string): Promise<LotToCorrect | null> {
  const [row] = rowsOf<LotToCorrect>(
    await tx.execute(sql`
      select l.id, l.contract_id as "contractId", l.key, l.object, l.amount_cents::float8 as "amountCents",
             l.said_fields as "saidFields",
             coalesce((select jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'identifier', o.identifier) order by h.lead desc, o.name collate "fr-x-icu")
                       from lot_holder h join organisation o on o.id = h.organisation_id where h.lot_id = l.id), '[]') as holders
      from lot l where l.id = ${lotId}`),
  );
  return row ?? null;
}

/** The columns of a contract that somebody corrected. */
export async function readSaidFields(tx: Tx, contractId: string): Promise<string[]> {
  const [row] = rowsOf<{ saidFields: string[] }>(
    await tx.execute(sql`select said_fields as "saidFields" from contract where id = ${contractId} for update`),
  );
  return row?.saidFields ?? [];
}

/** Companies of the register, in the order asked; those that are none are left out. */
export async function readCompanies(tx: Tx, organisationIds: readonly string[]): Promise<Company[]> {
  return rowsOf<Company>(
    await tx.execute(sql`
      select o.id, o.name, o.identifier from unnest(${sql.param([...organisationIds])}::uuid[]) with ordinality as n (id, place)
      join organisation o on o.id = n.id where o.kind = 'employer' order by n.place`),
  );
}
