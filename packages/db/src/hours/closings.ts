import type { HoursByMark } from '@jonction/domain/hours/by-week';
import { addDays, addMonths, type Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { rowsOf } from '../shared/rows.ts';
import { recordedBy, workedKinds } from './as-known.ts';
import { closedMonth } from './closing-tables.ts';

/** The two ends of a month, `2020-03`. */
export function daysOfMonth(month: string): { from: Day; to: Day } {
  const from = `${month}-01`;
  return { from, to: addDays(addMonths(from, 1), -1) };
}

/** A month of a structure, held until the end of the transaction: two people who close it take turns. */
export async function lockMonth(tx: Tx, structureId: string, month: string): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('month:' || ${structureId}::text || ':' || ${`${month}-01`}::text, 0))`,
  );
}

const waits = sql`(e.status = 'pending' and e.reason is not distinct from 'evidence-missing')`;

/**
 * Closes a month: what stands in the ledger of its days, kept as sums by hire and outcome. Reads the entries of the month and no
 * others. The caller holds the judgements of the structure back until it is done.
 */
export async function freezeMonth(
  tx: Tx,
  { structureId, month, userId }: { structureId: string; month: string; userId: string },
): Promise<string> {
  const { from, to } = daysOfMonth(month);
  const closingId = newId();
  await tx.insert(closedMonth).values({ id: closingId, structureId, month: from, closedBy: userId });
  await tx.execute(sql`
    insert into closed_month_hours (closing_id, structure_id, contract_id, clause_id, employer_id, placement_id, status, waiting, exceptional, centihours)
    select ${closingId}, e.structure_id, e.contract_id, e.clause_id, e.employer_id, e.placement_id, e.status, ${waits},
           l.kind not in ${workedKinds}, sum(e.centihours)
    from hour_entry e join hour_line l on l.id = e.line_id
    where e.structure_id = ${structureId} and e.from_day between ${from} and ${to}
    group by 2, 3, 4, 5, 6, 7, 8, 9 having sum(e.centihours) <> 0`);
  return closingId;
}

export interface ClosingRow {
  id: string;
  month: string;
  closedBy: string;
  closedAt: string;
  reopenedBy: string | null;
  reopenedAt: string | null;
  reason: string | null;
}

const utc = (at: SQL) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Every closing of some months, as known at an instant, the first one first; its reopening where one ended it. */
export async function listClosings(
  tx: Tx,
  { from, to, structureId, knownAt }: { from: Day; to: Day; structureId?: string; knownAt?: Date | undefined },
): Promise<ClosingRow[]> {
  return rowsOf<ClosingRow>(
    await tx.execute(sql`
      select k.id, to_char(k.month, 'YYYY-MM') as month, k.closed_by as "closedBy", ${utc(sql`k.closed_at`)} as "closedAt",
             a.by_user as "reopenedBy", ${utc(sql`a.at`)} as "reopenedAt", a.reason
      from closed_month k left join month_act a on a.closing_id = k.id and ${recordedBy(sql`a.at`, knownAt)}
      where k.month between ${from} and ${to} and ${recordedBy(sql`k.closed_at`, knownAt)}
        ${structureId ? sql`and k.structure_id = ${structureId}` : sql``}
      order by k.month, k.closed_at`),
  );
}

export interface ProposalRow {
  month: string;
  by: string;
  at: string;
  reason: string | null;
}

/** Who proposed to close which months, the first one first. */
export async function listProposals(
  tx: Tx,
  { from, to, knownAt }: { from: Day; to: Day; knownAt?: Date | undefined },
): Promise<ProposalRow[]> {
  return rowsOf<ProposalRow>(
    await tx.execute(sql`
      select to_char(a.month, 'YYYY-MM') as month, a.by_user as by, ${utc(sql`a.at`)} as at, a.reason
      from month_act a where a.act = 'proposed' and a.month between ${from} and ${to} and ${recordedBy(sql`a.at`, knownAt)}
      order by a.at, a.id`),
  );
}

/** Sums by mark of rows that have `status`, `waiting` and a column of hours. */
function marksOf(column: SQL): SQL {
  return sql`jsonb_build_object(
    'validated', coalesce(sum(${column}) filter (where status = 'validated'), 0),
    'toDecide', coalesce(sum(${column}) filter (where status = 'pending' and not waiting), 0),
    'waiting', coalesce(sum(${column}) filter (where waiting), 0),
    'rejected', coalesce(sum(${column}) filter (where status = 'rejected'), 0))`;
}

/** Rows of hours frozen by some closings, and of the ledger of their months, side by side. */
function bothSides(of: { from: Day; to: Day; closingIds: readonly string[]; knownAt?: Date | undefined }): SQL {
  return sql`
    select k.month, h.contract_id, h.clause_id, h.placement_id, h.status, h.waiting, h.centihours as frozen, 0 as now, true as closed
    from closed_month_hours h join closed_month k on k.id = h.closing_id
    where h.closing_id = any(${sql.param([...of.closingIds])}::uuid[])
    union all
    select date_trunc('month', e.from_day)::date, e.contract_id, e.clause_id, e.placement_id, e.status, ${waits}, 0, e.centihours, false
    from hour_entry e where e.from_day between ${of.from} and ${of.to} and ${recordedBy(sql`e.recorded_at`, of.knownAt)}`;
}

export interface MonthSums {
  month: string;
  frozen: HoursByMark;
  now: HoursByMark;
  people: number;
  /** Of how many people the hours are no longer those of the closing; none where there is no closing. */
  moved: number;
}

/** The sums of some months, frozen and as they stand; of those that have hours. One statement. */
export async function readMonthSums(
  tx: Tx,
  of: { from: Day; to: Day; closingIds: readonly string[]; knownAt?: Date | undefined },
): Promise<MonthSums[]> {
  return rowsOf<MonthSums>(
    await tx.execute(sql`
      with both_sides as (${bothSides(of)}),
      closed as (select month from closed_month where id = any(${sql.param([...of.closingIds])}::uuid[])),
      moved as (
        select month, placement_id from (
          select month, placement_id, status, waiting from both_sides where month in (select month from closed)
          group by 1, 2, 3, 4 having sum(frozen) <> sum(now)) d group by 1, 2)
      select to_char(b.month, 'YYYY-MM') as month, ${marksOf(sql`frozen`)} as frozen, ${marksOf(sql`now`)} as now,
             count(distinct placement_id)::int as people,
             (select count(*)::int from moved m where m.month = b.month) as moved
      from both_sides b group by b.month order by b.month desc`),
  );
}

export interface LotSums {
  contractId: string;
  contractNumber: number;
  contractObject: string;
  lotNumber: string | null;
  clauseId: string;
  frozen: HoursByMark;
  now: HoursByMark;
}

type MonthQuestion = { month: string; closingId: string | null; knownAt?: Date | undefined };

const oneMonth = ({ month, closingId, knownAt }: MonthQuestion) =>
  bothSides({ ...daysOfMonth(month), closingIds: closingId === null ? [] : [closingId], knownAt });

/** A month by lot, frozen and as it stands. One statement. */
export async function listLotSums(tx: Tx, of: MonthQuestion): Promise<LotSums[]> {
  return rowsOf<LotSums>(
    await tx.execute(sql`
      with both_sides as (${oneMonth(of)}),
      sums as (select clause_id, ${marksOf(sql`frozen`)} as frozen, ${marksOf(sql`now`)} as now from both_sides group by 1)
      select c.id as "contractId", c.number::int as "contractNumber", c.object as "contractObject", t.number as "lotNumber",
             s.clause_id as "clauseId", s.frozen, s.now
      from sums s join clause k on k.id = s.clause_id join contract c on c.id = k.contract_id join lot t on t.id = k.lot_id
      order by c.number, lpad(coalesce(t.number, '~'), 12, '0'), s.clause_id`),
  );
}

export interface PersonMoved {
  placementId: string;
  workerName: string;
  employerName: string;
  contractObject: string;
  frozen: HoursByMark;
  now: HoursByMark;
}

/** Of whom the hours are no longer those of the closing, by name; some at a time, with how many they are. Two statements. */
export async function listPeopleMoved(
  tx: Tx,
  of: MonthQuestion & { page: number; pageSize: number },
): Promise<{ rows: PersonMoved[]; total: number }> {
  if (of.closingId === null) return { rows: [], total: 0 };
  const moved = sql`
    with both_sides as (${oneMonth(of)}),
    moved as (select distinct placement_id from (
      select placement_id from both_sides group by placement_id, status, waiting having sum(frozen) <> sum(now)) d)`;
  const rows = rowsOf<PersonMoved>(
    await tx.execute(sql`${moved}
      select p.id as "placementId", p.worker_name as "workerName", o.name as "employerName", c.object as "contractObject",
             s.frozen, s.now
      from (select placement_id, ${marksOf(sql`frozen`)} as frozen, ${marksOf(sql`now`)} as now from both_sides
            where placement_id in (select placement_id from moved) group by 1) s
      join placement p on p.id = s.placement_id join organisation o on o.id = p.employer_id join contract c on c.id = p.contract_id
      order by p.worker_name collate "fr-x-icu", p.id limit ${of.pageSize} offset ${(of.page - 1) * of.pageSize}`),
  );
  const [count] = rowsOf<{ total: number }>(await tx.execute(sql`${moved} select count(*)::int as total from moved`));
  return { rows, total: count?.total ?? 0 };
}
