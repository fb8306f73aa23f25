import type { HoursOfDays } from '@jonction/domain/hours/by-week';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface MonthFilter {
  from: Day;
  to: Day;
  contractId?: string;
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

const standing = sql`e.reverses_id is null and not exists (select 1 from hour_entry r where r.reverses_id = e.id)`;

function hoursOf({ from, to, contractId }: MonthFilter): SQL {
  return sql`e.from_day between ${from} and ${to} and ${standing}
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
