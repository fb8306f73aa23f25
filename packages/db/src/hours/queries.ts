import type { HourKind, HourPayer } from '@jonction/domain/hours/line';
import type { HourStatus } from '@jonction/domain/hours/outcome';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { closedBefore, currentLine, recordedBy, standingEntry } from './as-known.ts';

const standing = standingEntry();
const current = currentLine();

export interface LineFilter {
  clauseId?: string;
  contractId?: string;
  placementId?: string;
  employerId?: string;
  status?: HourStatus;
  /** What waits, as a group of the tray: hours pending on this rule, for this reason. */
  waiting?: { rule: string; reason: string };
  /** `2026-03`. */
  month?: string;
  /** As known at that instant: what stood, and what had become of it. */
  knownAt?: Date;
  /** Recorded after the closing of their month. */
  late?: boolean;
  page: number;
  pageSize: number;
}

export interface LineRow {
  id: string;
  placementId: string;
  placementNumber: number;
  workerName: string;
  employerName: string;
  contractId: string;
  contractNumber: number;
  contractObject: string;
  lotNumber: string | null;
  clauseId: string;
  from: Day;
  to: Day;
  kind: HourKind;
  payer: HourPayer | null;
  centihours: number;
  evidence: string[];
  receivedOn: Day;
  validated: number;
  pending: number;
  /** Part of the pending hours that misses a paper. */
  waiting: number;
  rejected: number;
  /** Since when its month was closed, where it was recorded after that: an instant. */
  lateSince: string | null;
  /** When it was recorded: an instant. */
  recordedAt: string;
  contested: boolean;
  papers: number;
}

const lineClosing = closedBefore({
  structureId: sql`l.structure_id`,
  day: sql`l.from_day`,
  recordedAt: sql`l.recorded_at`,
});

function conditions(filter: Omit<LineFilter, 'page' | 'pageSize'>): SQL {
  const parts: SQL[] = [currentLine(filter.knownAt), sql`l.centihours > 0`];
  if (filter.late) parts.push(sql`${lineClosing} is not null`);
  if (filter.clauseId) parts.push(sql`l.clause_id = ${filter.clauseId}`);
  if (filter.contractId) parts.push(sql`l.contract_id = ${filter.contractId}`);
  if (filter.placementId) parts.push(sql`l.placement_id = ${filter.placementId}`);
  if (filter.employerId) parts.push(sql`l.employer_id = ${filter.employerId}`);
  if (filter.month) {
    parts.push(
      sql`l.from_day between ${`${filter.month}-01`}::date and (${`${filter.month}-01`}::date + interval '1 month - 1 day')`,
    );
  }
  if (filter.status) {
    parts.push(
      sql`exists (select 1 from hour_entry e where e.line_id = l.id and e.status = ${filter.status} and ${standingEntry(filter.knownAt)})`,
    );
  }
  if (filter.waiting) {
    parts.push(
      sql`exists (select 1 from hour_entry e where e.line_id = l.id and e.status = 'pending' and e.rule = ${filter.waiting.rule}
        and e.reason = ${filter.waiting.reason} and ${standingEntry(filter.knownAt)})`,
    );
  }
  return sql.join(parts, sql` and `);
}

const lineColumns = sql`
  l.id, l.placement_id as "placementId", p.number::int as "placementNumber", p.worker_name as "workerName",
  o.name as "employerName", l.contract_id as "contractId", c.number::int as "contractNumber", c.object as "contractObject",
  t.number as "lotNumber", l.clause_id as "clauseId", l.from_day::text as "from", l.to_day::text as "to", l.kind, l.payer,
  l.centihours, l.evidence, l.received_on::text as "receivedOn",
  coalesce(s.validated, 0)::int as validated, coalesce(s.pending, 0)::int as pending, coalesce(s.waiting, 0)::int as waiting, coalesce(s.rejected, 0)::int as rejected,
  to_char(${lineClosing} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lateSince",
  to_char(l.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt",
  exists (select 1 from hour_contest k where k.outcome is null and k.line_id in (select app.line_versions(l.id))) as contested,
  (select count(*)::int from hour_paper a where a.withdrawn_at is null and a.line_id in (select app.line_versions(l.id))) as papers`;

const lineTables = (knownAt?: Date) => sql`
  from hour_line l
  join placement p on p.id = l.placement_id
  join organisation o on o.id = l.employer_id
  join contract c on c.id = l.contract_id
  join lot t on t.id = p.lot_id
  left join lateral (
    select sum(e.centihours) filter (where e.status = 'validated') as validated,
           sum(e.centihours) filter (where e.status = 'pending') as pending,
           sum(e.centihours) filter (where e.status = 'pending' and e.reason = 'evidence-missing') as waiting,
           sum(e.centihours) filter (where e.status = 'rejected') as rejected
    from hour_entry e where e.line_id = l.id and ${recordedBy(sql`e.recorded_at`, knownAt)}) s on true`;

const lineOrder = sql`l.from_day desc, p.worker_name, l.kind, l.id`;

/** The ids of all of them, in the order of their list. */
export function linesInOrder(filter: Omit<LineFilter, 'page' | 'pageSize'>): SQL {
  return sql`select l.id from hour_line l join placement p on p.id = l.placement_id
    where ${conditions(filter)} order by ${lineOrder}`;
}

/** Some of them, as known at an instant. One statement. */
export async function readLines(tx: Tx, ids: readonly string[], knownAt?: Date): Promise<LineRow[]> {
  return rowsOf<LineRow>(
    await tx.execute(sql`select ${lineColumns} ${lineTables(knownAt)}
      where l.id = any (${sql.param([...ids])}::uuid[]) order by ${lineOrder}`),
  );
}

/** Declared lines that stand, with how their hours came out. Two statements whatever their number. */
export async function listLines(tx: Tx, filter: LineFilter): Promise<{ rows: LineRow[]; total: number }> {
  const where = conditions(filter);
  const rows = rowsOf<LineRow>(
    await tx.execute(sql`select ${lineColumns} ${lineTables(filter.knownAt)} where ${where}
      order by ${lineOrder}
      limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}`),
  );
  const [total] = rowsOf<{ count: number }>(
    await tx.execute(sql`select count(*)::int as count from hour_line l where ${where}`),
  );
  return { rows, total: total?.count ?? 0 };
}

export async function findLine(tx: Tx, lineId: string): Promise<LineRow | undefined> {
  const [row] = rowsOf<LineRow>(await tx.execute(sql`select ${lineColumns} ${lineTables()} where l.id = ${lineId}`));
  return row;
}

/** The line in force that took the place of another; itself when nothing did. */
export async function findStandingLine(tx: Tx, lineId: string): Promise<string | null> {
  const [row] = rowsOf<{ id: string | null }>(await tx.execute(sql`select app.standing_line(${lineId}) as id`));
  return row?.id ?? null;
}

export interface EntryRow {
  id: string;
  from: Day;
  to: Day;
  centihours: number;
  status: HourStatus;
  policy: string | null;
  rule: string | null;
  reason: string | null;
  recordedAt: string;
  reversesId: string | null;
  holds: boolean;
  decidedByName: string | null;
  decidedOn: Day | null;
  decisionReason: string | null;
  /** Recorded after the closing of its month. */
  late: boolean;
}

/** The whole story of a line in the ledger, oldest first. `holds`: still counts today. */
export async function listEntries(tx: Tx, lineId: string): Promise<EntryRow[]> {
  return rowsOf<EntryRow>(
    await tx.execute(sql`
      select e.id, e.from_day::text as "from", e.to_day::text as "to", e.centihours, e.status, e.policy, e.rule, e.reason,
             to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt", e.reverses_id as "reversesId",
             (${standing}) as holds, u.name as "decidedByName", d.decided_on::text as "decidedOn", d.reason as "decisionReason",
             ${closedBefore({ structureId: sql`e.structure_id`, day: sql`e.from_day`, recordedAt: sql`e.recorded_at` })} is not null as late
      from hour_entry e
      left join hour_decision d on d.id = e.decision_id
      left join "user" u on u.id = d.decided_by
      where e.line_id = ${lineId} order by e.recorded_at, e.id`),
  );
}

/** A line and those it corrected, latest first. */
export async function listCorrections(tx: Tx, lineId: string) {
  return rowsOf<{ id: string; centihours: number; recordedAt: string }>(
    await tx.execute(sql`
      with recursive story as (
        select id, centihours, recorded_at, replaces_id from hour_line where id = ${lineId}
        union all select l.id, l.centihours, l.recorded_at, l.replaces_id from hour_line l join story s on l.id = s.replaces_id)
      select id, centihours, to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt" from story`),
  );
}

export interface TrayRow {
  contractId: string;
  contractNumber: number;
  contractObject: string;
  employerNames: string[];
  /** Of those employers, where known. */
  phones: string[];
  policy: string;
  rule: string;
  reason: string;
  from: Day;
  to: Day;
  lines: number;
  people: number;
  centihours: number;
  /** When the oldest of them began to wait. */
  since: string;
}

/** What waits, by contract, rule and what is missing: one decision or one request answers a row. The oldest first. */
export async function readTray(tx: Tx): Promise<TrayRow[]> {
  return rowsOf<TrayRow>(
    await tx.execute(sql`
      select e.contract_id as "contractId", c.number::int as "contractNumber", c.object as "contractObject",
             array_agg(distinct o.name) as "employerNames",
             coalesce(array_agg(distinct o.phone) filter (where o.phone is not null), '{}') as phones, e.policy, e.rule, e.reason, min(e.from_day)::text as "from", max(e.to_day)::text as "to",
             count(distinct e.line_id)::int as lines, count(distinct e.placement_id)::int as people, sum(e.centihours)::int as centihours,
             to_char(min(e.recorded_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
      from hour_entry e
      join contract c on c.id = e.contract_id
      join organisation o on o.id = e.employer_id
      where e.status = 'pending' and ${standing}
      group by e.contract_id, c.number, c.object, e.policy, e.rule, e.reason
      order by min(e.recorded_at), e.contract_id, e.rule`),
  );
}

/** What one decision may hold at once: the days of each contract on which a rule waits. */
export interface DecisionBatch {
  rule: string;
  contracts: readonly { contractId: string; from: Day; to: Day }[];
}

/**
 * Lines that a decision would touch. A batch: what waits for a decision on a rule, on some days of some contracts. Lines: those
 * that wait for one or have one, since a later decision takes the place of the first.
 */
export async function findDecidable(
  tx: Tx,
  of: { lineIds: readonly string[] } | DecisionBatch,
): Promise<{ placementId: string; lineId: string; contractId: string }[]> {
  const which =
    'lineIds' in of
      ? sql`e.line_id = any(${sql.param([...of.lineIds])}::uuid[]) and e.reason in ('decision-needed', 'decided')`
      : sql`e.rule = ${of.rule} and e.reason = 'decision-needed' and exists (
            select 1 from unnest(${sql.param(of.contracts.map(({ contractId }) => contractId))}::uuid[],
              ${sql.param(of.contracts.map(({ from }) => from))}::text[], ${sql.param(of.contracts.map(({ to }) => to))}::text[]
            ) as b(contract_id, from_day, to_day)
            where b.contract_id = e.contract_id and e.from_day <= b.to_day::date and e.to_day >= b.from_day::date)`;
  return rowsOf<{ placementId: string; lineId: string; contractId: string }>(
    await tx.execute(sql`
      select distinct e.placement_id as "placementId", e.line_id as "lineId", e.contract_id as "contractId" from hour_entry e
      join hour_line l on l.id = e.line_id
      where ${current} and ${standing} and ${which}
      order by 1, 2`),
  );
}

/** Which of these lines are there for whoever asks: corrected ones are not any more. */
export async function countCurrentLines(tx: Tx, lineIds: readonly string[]): Promise<number> {
  const [row] = rowsOf<{ count: number }>(
    await tx.execute(sql`select count(*)::int as count from hour_line l
      where l.id = any(${sql.param([...lineIds])}::uuid[]) and ${current}`),
  );
  return row?.count ?? 0;
}

/** On how many of these contracts somebody was hired through the structure of whoever asks. */
export async function countPlacedContracts(tx: Tx, contractIds: readonly string[]): Promise<number> {
  const [row] = rowsOf<{ count: number }>(
    await tx.execute(sql`select count(distinct contract_id)::int as count from placement
      where contract_id = any(${sql.param([...contractIds])}::uuid[])`),
  );
  return row?.count ?? 0;
}
