import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface DueNews {
  id: string;
  contractId: string;
  object: string;
  lotNumber: string | null;
  before: number;
  after: number;
  since: Day;
}

/**
 * Clauses that owe other hours than the last time this user looked, or than when they were written; of the last thirty days, and by
 * somebody else. What was seen is not told again.
 */
export async function listDueNews(tx: Tx, userId: string): Promise<DueNews[]> {
  return rowsOf<DueNews>(
    await tx.execute(sql`
      with last as (
        select distinct on (v.clause_id) v.clause_id, v.version, v.due_hours, v.recorded_at, v.recorded_by
        from clause_version v where v.recorded_at > now() - interval '30 days' and v.version > 1
        order by v.clause_id, v.version desc)
      select k.id, c.id as "contractId", c.object, l.number as "lotNumber", p.due_hours as before, a.due_hours as after,
             (a.recorded_at at time zone 'Europe/Paris')::date::text as since
      from last a join clause k on k.id = a.clause_id join contract c on c.id = k.contract_id join lot l on l.id = k.lot_id
      left join clause_seen s on s.clause_id = k.id and s.user_id = ${userId}
      join clause_version p on p.clause_id = k.id and p.version = coalesce(s.version, 1)
      where a.version > p.version and a.due_hours <> p.due_hours and a.recorded_by is distinct from ${userId}
      order by a.recorded_at limit 100`),
  );
}

/** Months that somebody of the team proposed to close, still open; the latest proposal of each. */
export async function listProposedClosings(
  tx: Tx,
): Promise<{ id: string; month: string; by: string | null; since: Day }[]> {
  return rowsOf<{ id: string; month: string; by: string | null; since: Day }>(
    await tx.execute(sql`
      select distinct on (a.month) a.id, to_char(a.month, 'YYYY-MM') as month, u.name as by,
             (a.at at time zone 'Europe/Paris')::date::text as since
      from month_act a left join "user" u on u.id = a.by_user
      where a.act = 'proposed'
        and not exists (select 1 from closed_month k where k.structure_id = a.structure_id and k.month = a.month and k.closed_at > a.at)
      order by a.month, a.at desc limit 100`),
  );
}
