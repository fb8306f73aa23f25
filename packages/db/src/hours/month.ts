import type { HoursOfDays } from '@jonction/domain/hours/by-week';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { standingEntry } from './as-known.ts';

export interface MonthFilter {
  from: Day;
  to: Day;
  contractId?: string;
  /** As known at that instant. */
  knownAt?: Date;
  page: number;
  pageSize: number;
}

export interface MonthPerson {
  placementId: string;
  placementNumber: number;
  workerName: string;
  employerName: string;
  contractNumber: number;
  contractObject: string;
}

function hoursOf({ from, to, contractId, knownAt }: MonthFilter): SQL {
  return sql`e.from_day between ${from} and ${to} and ${standingEntry(knownAt)}
    ${contractId ? sql`and e.contract_id = ${contractId}` : sql``}`;
}

/** The people of whom hours of a month stand in the ledger, by name, and how many they are. Two statements. */
export async function listMonthPeople(tx: Tx, filter: MonthFilter): Promise<{ people: MonthPerson[]; total: number }> {
  const people = rowsOf<MonthPerson>(
    await tx.execute(sql`
      select p.id as "placementId", p.number::int as "placementNumber", p.worker_name as "workerName", o.name as "employerName",
             c.number::int as "contractNumber", c.object as "contractObject"
      from placement p join organisation o on o.id = p.employer_id join contract c on c.id = p.contract_id
      where exists (select 1 from hour_entry e where e.placement_id = p.id and ${hoursOf(filter)})
      order by p.worker_name collate "fr-x-icu", p.id
      limit ${filter.pageSize} offset ${(filter.page - 1) * filter.pageSize}`),
  );
  const [count] = rowsOf<{ total: number }>(
    await tx.execute(
      sql`select count(distinct e.placement_id)::int as total from hour_entry e where ${hoursOf(filter)}`,
    ),
  );
  return { people, total: count?.total ?? 0 };
}

/** What stands in the ledger for a month, for these people, by placement; the whole month's sums by mark beside. Two statements. */
export async function readMonthHours(tx: Tx, filter: MonthFilter, placementIds: readonly string[]) {
  const rows = rowsOf<HoursOfDays & { placementId: string }>(
    await tx.execute(sql`
      select e.placement_id as "placementId", e.from_day::text as "from", e.to_day::text as "to", e.centihours, e.status, e.reason
      from hour_entry e
      where e.placement_id = any(${sql.param([...placementIds])}::uuid[]) and ${hoursOf(filter)}`),
  );
  const sums = rowsOf<{ status: HoursOfDays['status']; reason: HoursOfDays['reason']; centihours: number }>(
    await tx.execute(sql`
      select e.status, e.reason, sum(e.centihours)::int as centihours from hour_entry e where ${hoursOf(filter)} group by 1, 2`),
  );
  return { hours: Map.groupBy(rows, ({ placementId }) => placementId), sums };
}

export interface StandingPortion {
  lineId: string;
  from: Day;
  to: Day;
  centihours: number;
  status: HoursOfDays['status'];
  policy: string | null;
  rule: string | null;
  reason: string | null;
  decisionReason: string | null;
}

/** What stands of some lines, by line, in the order of the days. One statement. */
export async function readPortions(tx: Tx, lineIds: readonly string[]): Promise<Map<string, StandingPortion[]>> {
  const rows = rowsOf<StandingPortion>(
    await tx.execute(sql`
      select e.line_id as "lineId", e.from_day::text as "from", e.to_day::text as "to", e.centihours, e.status, e.policy, e.rule,
             e.reason, d.reason as "decisionReason"
      from hour_entry e left join hour_decision d on d.id = e.decision_id
      where e.line_id = any(${sql.param([...lineIds])}::uuid[]) and ${standingEntry()}
      order by e.from_day, e.status, e.id`),
  );
  return Map.groupBy(rows, ({ lineId }) => lineId);
}

export interface DeclaredMonth {
  month: string;
  /** People at work in the month, and those of whom hours were declared, or that there were none. */
  workers: number;
  declaredWorkers: number;
  validated: number;
  toDecide: number;
  waiting: number;
  rejected: number;
}

/** The months of an employer since its first hire, the latest first: who is missing, and how the hours came out. One statement. */
export async function listDeclaredMonths(
  tx: Tx,
  { employerId, today, months }: { employerId: string; today: Day; months: number },
): Promise<DeclaredMonth[]> {
  return rowsOf<DeclaredMonth>(
    await tx.execute(sql`
      with own as (select id, starts_on, ends_on from placement where employer_id = ${employerId}),
      month as (
        select m::date as first, (m + interval '1 month - 1 day')::date as last
        from generate_series(
          greatest(date_trunc('month', (select min(starts_on) from own)),
                   date_trunc('month', ${today}::date) - (${months - 1} || ' months')::interval),
          date_trunc('month', ${today}::date), interval '1 month') as m),
      spread as (
        select date_trunc('month', e.from_day)::date as first, e.status, e.reason, sum(e.centihours) as centihours
        from hour_entry e where e.employer_id = ${employerId} group by 1, 2, 3)
      select to_char(month.first, 'YYYY-MM') as month,
        (select count(*)::int from own where starts_on <= month.last and (ends_on is null or ends_on >= month.first)) as workers,
        (select count(distinct told.id)::int from (
           select l.placement_id as id from hour_line l
           where l.employer_id = ${employerId} and l.from_day between month.first and month.last and l.centihours > 0
             and not exists (select 1 from hour_line n where n.replaces_id = l.id)
           union all select z.placement_id from hour_none z where z.employer_id = ${employerId} and z.month = month.first) told) as "declaredWorkers",
        coalesce(sum(s.centihours) filter (where s.status = 'validated'), 0)::int as validated,
        coalesce(sum(s.centihours) filter (where s.status = 'pending' and s.reason is distinct from 'evidence-missing'), 0)::int as "toDecide",
        coalesce(sum(s.centihours) filter (where s.status = 'pending' and s.reason = 'evidence-missing'), 0)::int as waiting,
        coalesce(sum(s.centihours) filter (where s.status = 'rejected'), 0)::int as rejected
      from month left join spread s on s.first = month.first
      group by month.first, month.last order by month.first desc`),
  );
}
