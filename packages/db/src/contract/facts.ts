import type { ContractEventType, ContractStatus } from '@jonction/domain/contract/lifecycle';
import type { ContractEventSource } from '@jonction/domain/contract/said';
import {
  type Confirmation,
  type Heard,
  type SaidFact,
  type Standing,
  standingOn,
} from '@jonction/domain/contract/standing';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsAtOnce, uuids } from '../shared/at-once.ts';
import { rowsOf } from '../shared/rows.ts';

/** One thing known of the life of a contract: recorded by somebody (`id`), or said by open data (`key`). */
export interface ContractFactRow {
  contractId: string;
  id: string | null;
  key: string | null;
  /** Null: the whole contract. */
  lotId: string | null;
  type: ContractEventType;
  on: Day;
  recordedOn: Day;
  recordedAt: string | null;
  endsOn: Day | null;
  source: ContractEventSource;
  saidBy: string | null;
  legalBasis: string | null;
  note: string | null;
  /** Null where there is none, or where it is not the reader's to open. */
  document: { id: string; name: string } | null;
  authorName: string | null;
  facts: Record<string, string | number | null>;
  /** The day it was taken back, by an undone change of many contracts. */
  withdrawnOn: Day | null;
}

/** Every fact of some contracts in the order given to the fold, by contract. One statement whatever their number. */
export async function readFacts(tx: Tx, contractIds: readonly string[]): Promise<Map<string, ContractFactRow[]>> {
  if (contractIds.length === 0) return new Map();
  const rows = rowsOf<ContractFactRow>(
    await tx.execute(sql`
      select f.contract_id as "contractId", f.id, f.key, f.lot_id as "lotId", f.type, f."on"::text as "on",
             f.recorded_on::text as "recordedOn", f.recorded_at as "recordedAt", f.ends_on::text as "endsOn", f.source,
             f.said_by as "saidBy", f.legal_basis as "legalBasis", f.note, case when d.id is not null then jsonb_build_object('id', d.id, 'name', d.name) end as document,
             u.name as "authorName", f.facts, f.withdrawn_on::text as "withdrawnOn"
      from contract_fact f left join "user" u on u.id = f.author_id
      left join stored_file d on d.id = f.document_id
      where f.contract_id = any (${sql.param([...contractIds])}::uuid[])
      order by f.contract_id, f.ordinal`),
  );
  return Map.groupBy(rows, (row) => row.contractId);
}

export type JudgedFact = SaidFact & { lotId: string | null };

/** Of these facts only what statuses and hours are judged on, for many contracts at once: names and papers take longer to find. */
export async function readJudgedFacts(tx: Tx, contractIds: readonly string[]): Promise<Map<string, JudgedFact[]>> {
  if (contractIds.length === 0) return new Map();
  const rows = await rowsAtOnce<JudgedFact & { contractId: string }>(
    tx,
    sql`
      select f.contract_id as "contractId", f.lot_id as "lotId", f.type, f."on"::text as "on", f.recorded_on::text as "recordedOn",
             f.ends_on::text as "endsOn", f.source, f.withdrawn_on::text as "withdrawnOn"
      from contract_fact f
      where f.contract_id = any (${uuids(contractIds)})
      order by f.contract_id, f.ordinal`,
  );
  return Map.groupBy(rows, ({ contractId }) => contractId);
}

/** Answers that nothing changed, by contract. */
export async function readConfirmations(
  tx: Tx,
  contractIds: readonly string[],
): Promise<Map<string, (Confirmation & { contractId: string })[]>> {
  const rows = rowsOf<Confirmation & { contractId: string }>(
    await tx.execute(sql`
      select contract_id as "contractId", source, recorded_on::text as "recordedOn", withdrawn_on::text as "withdrawnOn"
      from census_answer where event_id is null and contract_id = any (${sql.param([...contractIds])}::uuid[])
      order by recorded_at`),
  );
  return Map.groupBy(rows, ({ contractId }) => contractId);
}

/** What was said of some contracts as a whole, in the order of their ids given. Two statements. */
export async function readHeard(tx: Tx, contractIds: readonly string[]): Promise<(Heard & { id: string })[]> {
  const facts = await readJudgedFacts(tx, contractIds);
  const confirmations = await readConfirmations(tx, contractIds);
  return contractIds.map((id) => ({
    id,
    facts: wholeContract(facts.get(id) ?? []),
    confirmations: confirmations.get(id) ?? [],
  }));
}

/** What concerns the contract as a whole. */
export function wholeContract<Fact extends { lotId: string | null }>(facts: readonly Fact[]): Fact[] {
  return facts.filter((fact) => fact.lotId === null);
}

/** What concerns one lot: the facts of the contract, and its own. Hours are judged on these. */
export function ofLot<Fact extends { lotId: string | null }>(facts: readonly Fact[], lotId: string): Fact[] {
  return facts.filter((fact) => fact.lotId === null || fact.lotId === lotId);
}

/**
 * Folds again the status kept on the rows of `contract`, for lists to read. Returns how many changed. Lists of other
 * days fold by themselves.
 */
export async function refreshStanding(tx: Tx, contractIds: readonly string[], today: Day): Promise<number> {
  const heard = await readHeard(tx, contractIds);
  const standings = heard.map((contract) => ({ id: contract.id, ...standingOn(contract, today) }));
  return writeStandings(tx, standings);
}

/** Keeps where some contracts stand, as it was folded from all that is known of them. Returns how many changed. */
export async function writeStandings(tx: Tx, standings: readonly (Standing & { id: string })[]): Promise<number> {
  if (standings.length === 0) return 0;
  const rows = rowsOf<{ id: string; status: ContractStatus }>(
    await tx.execute(sql`
      update contract c set status = s.status, status_since = s.since, status_said_on = s."saidOn",
             status_said_by = s."saidBy", ends_on = s."endsOn", updated_at = now(), version = c.version + 1
      from jsonb_to_recordset(${JSON.stringify(standings)}::jsonb)
        as s (id uuid, status contract_status, since date, "endsOn" date, "saidOn" date, "saidBy" text)
      where c.id = s.id and (c.status, c.status_since, c.status_said_on, c.status_said_by, c.ends_on)
        is distinct from (s.status, s.since, s."saidOn", s."saidBy", s."endsOn")
      returning c.id, c.status`),
  );
  return rows.length;
}
