import type { ContractStatus } from '@jonction/domain/contract/lifecycle';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface KnownLot {
  id: string;
  key: string;
  held: boolean;
  /** Of the structure's clause; null: it has none there. */
  dueHours: number | null;
}

/** A contract of the register that a list names. */
export interface KnownContract {
  id: string;
  buyerId: string;
  reference: string;
  /** As the list names it: the number of a published contract may be another name of one of the team. */
  named: { buyerId: string; reference: string };
  cpv: string | null;
  amountCents: number | null;
  notifiedOn: Day | null;
  status: ContractStatus;
  attached: boolean;
  lots: KnownLot[];
}

/** The contracts of the register with these buyers and references, whoever follows them. One statement. */
export async function findListed(
  tx: Tx,
  structureId: string,
  named: readonly { buyerId: string; reference: string }[],
): Promise<KnownContract[]> {
  return rowsOf<KnownContract>(
    await tx.execute(sql`
      select c.id, c.buyer_id as "buyerId", c.reference, jsonb_build_object('buyerId', n."buyerId", 'reference', n.reference) as named, c.cpv, c.amount_cents::float8 as "amountCents",
             c.notified_on::text as "notifiedOn", c.status,
             exists (select 1 from contract_structure s where s.contract_id = c.id and s.structure_id = ${structureId}) as attached,
             coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'key', l.key, 'dueHours', k.due_hours,
                         'held', exists (select 1 from lot_holder h where h.lot_id = l.id)) order by l.key)
                       from lot l left join clause k on k.lot_id = l.id and k.structure_id = ${structureId}
                       where l.contract_id = c.id), '[]') as lots
      from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as n ("buyerId" uuid, reference text)
      join contract k on k.buyer_id = n."buyerId" and k.reference = n.reference
      left join published_pair p on p.open_id = k.id and p.structure_id = ${structureId} and p.verdict = 'same' and p.undone_at is null
      join contract c on c.id = coalesce(p.contract_id, k.id)
      order by c.id`),
  );
}

/** What a list says of contracts known already, where nothing was known: nothing said is ever written over. */
export async function fillContracts(
  tx: Tx,
  filled: readonly { id: string; cpv: string | null; amountCents: number | null; notifiedOn: Day | null }[],
): Promise<void> {
  if (filled.length === 0) return;
  await tx.execute(sql`
    update contract c set cpv = coalesce(c.cpv, n.cpv), amount_cents = coalesce(c.amount_cents, n."amountCents"),
      notified_on = coalesce(c.notified_on, n."notifiedOn"), updated_at = now(), version = c.version + 1
    from jsonb_to_recordset(${JSON.stringify(filled)}::jsonb) as n (id uuid, cpv text, "amountCents" bigint, "notifiedOn" date)
    where c.id = n.id`);
}

export interface RowResult {
  record: number;
  outcome: string;
  subjectId: string | null;
  problems: unknown;
  made: boolean;
}

/** Results of rows of a run, with its progress. */
export async function keepListResults(tx: Tx, runId: string, results: readonly RowResult[]): Promise<void> {
  await tx.execute(sql`
    update import_row r set outcome = v.outcome, subject_id = v."subjectId", problems = v.problems, made_contract = v.made
    from jsonb_to_recordset(${JSON.stringify(results)}::text::jsonb)
      as v (record int, outcome text, "subjectId" uuid, problems jsonb, made boolean)
    where r.run_id = ${runId} and r.record = v.record`);
  await tx.execute(sql`update import_run set rows_done = rows_done + ${results.length} where id = ${runId}`);
}

/** Takes out what a list made and nobody touched since; the ids of the contracts that went, and how many of its making stayed. */
export async function undoList(tx: Tx, runId: string): Promise<{ undone: number; left: number }> {
  const [row] = rowsOf<{ undone: number; left: number }>(
    await tx.execute(sql`
      with gone as materialized (select contract_id from app.undo_contract_list(${runId}))
      select (select count(*)::int from gone) as undone,
        (select count(distinct subject_id)::int from import_row
         where run_id = ${runId} and outcome in ('created', 'updated') and subject_id not in (select contract_id from gone)) as "left"`),
  );
  return row ?? { undone: 0, left: 0 };
}
