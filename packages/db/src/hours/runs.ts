import type { HoursChange } from '@jonction/domain/hours/ledger';
import type { PolicyReach } from '@jonction/domain/hours/policy-reach';
import { desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { hourRun, hourRunLine } from './policy-tables.ts';

export type RunRow = typeof hourRun.$inferSelect;

/** The hires with a line that a change of policy may judge otherwise; `knownAt`: of those recorded by then. */
export interface Reached {
  structureId: string;
  reach: PolicyReach;
  knownAt: Date | null;
}

const reached = ({ structureId, reach, knownAt }: Reached): SQL => sql`
  l.structure_id = ${structureId}
  and (${knownAt?.toISOString() ?? null}::timestamptz is null or l.recorded_at <= ${knownAt?.toISOString() ?? null}::timestamptz)
  and l.kind = any(${sql.param(reach.kinds)}::hour_kind[])
  and (${reach.from}::date is null or l.to_day >= ${reach.from}::date)
  and (${reach.to}::date is null or l.from_day <= ${reach.to}::date)`;

export async function countReached(tx: Tx, of: Reached): Promise<number> {
  const [row] = rowsOf<{ count: number }>(
    await tx.execute(sql`select count(distinct l.placement_id)::int as count from hour_line l where ${reached(of)}`),
  );
  return row?.count ?? 0;
}

/** The next hires to judge, in the order of their ids. */
export async function nextReached(tx: Tx, of: Reached, after: string | null, most: number): Promise<string[]> {
  const rows = rowsOf<{ id: string }>(
    await tx.execute(sql`
      select distinct l.placement_id as id from hour_line l
      where ${reached(of)} and (${after}::uuid is null or l.placement_id > ${after}::uuid)
      order by 1 limit ${most}`),
  );
  return rows.map(({ id }) => id);
}

/** A run, locked until the end of the transaction: two workers on it take turns. */
export async function lockHourRun(tx: Tx, runId: string): Promise<RunRow | undefined> {
  const [row] = await tx.select().from(hourRun).where(eq(hourRun.id, runId)).for('update');
  return row;
}

export async function findRun(tx: Tx, runId: string): Promise<RunRow | undefined> {
  const [row] = await tx.select().from(hourRun).where(eq(hourRun.id, runId));
  return row;
}

/** The runs of a draft, the latest first. */
export async function listRuns(tx: Tx, draftId: string): Promise<RunRow[]> {
  return tx.select().from(hourRun).where(eq(hourRun.draftId, draftId)).orderBy(desc(hourRun.askedAt), desc(hourRun.id));
}

export interface LineChange extends HoursChange {
  lineId: string;
  contractId: string;
  clauseId: string;
}

/** Keeps what judging some lines moves, or would move. */
export async function keepChanges(
  tx: Tx,
  run: Pick<RunRow, 'id' | 'structureId'>,
  changes: readonly LineChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx
    .insert(hourRunLine)
    .values(changes.map((change) => ({ ...change, runId: run.id, structureId: run.structureId })))
    .onConflictDoNothing();
}

export interface ContractEffect extends HoursChange {
  contractId: string;
  number: number;
  object: string;
  lines: number;
  people: number;
}

/** What a run moves by contract, the most moved first; in one statement. */
export async function readEffect(tx: Tx, runId: string): Promise<ContractEffect[]> {
  return rowsOf<ContractEffect>(
    await tx.execute(sql`
      select r.contract_id as "contractId", c.number::int as number, c.object, count(*)::int as lines,
             count(distinct l.participant_id)::int as people, sum(r.moved)::int as moved,
             sum(r.validated)::int as validated, sum(r.pending)::int as pending, sum(r.rejected)::int as rejected
      from hour_run_line r join contract c on c.id = r.contract_id join hour_line l on l.id = r.line_id
      where r.run_id = ${runId} group by r.contract_id, c.number, c.object order by sum(r.moved) desc, c.number`),
  );
}

export interface MovedLine extends HoursChange {
  lineId: string;
  workerName: string;
  employerName: string;
  kind: string;
  from: string;
  to: string;
  centihours: number;
}

/** The lines of a contract that a run moves, by worker and day; some at a time. */
export async function listMovedLines(
  tx: Tx,
  of: { runId: string; contractId: string; page: number; pageSize: number },
): Promise<MovedLine[]> {
  return rowsOf<MovedLine>(
    await tx.execute(sql`
      select r.line_id as "lineId", p.worker_name as "workerName", o.name as "employerName", l.kind, l.from_day::text as "from",
             l.to_day::text as "to", l.centihours, r.moved, r.validated, r.pending, r.rejected
      from hour_run_line r join hour_line l on l.id = r.line_id join placement p on p.id = l.placement_id
        join organisation o on o.id = l.employer_id
      where r.run_id = ${of.runId} and r.contract_id = ${of.contractId}
      order by p.worker_name collate "fr-x-icu", l.from_day, l.id limit ${of.pageSize} offset ${(of.page - 1) * of.pageSize}`),
  );
}
