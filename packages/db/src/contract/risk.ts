import { liveStatuses } from '@jonction/domain/contract/standing';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface WatchedClause {
  id: string;
  structureId: string;
  contractId: string;
  lotId: string;
  dueHours: number;
  startsOn: Day | null;
  endsOn: Day | null;
  notifiedOn: Day | null;
}

/** Clauses of contracts under way, some at a time by their ids. */
export async function listWatchedClauses(tx: Tx, after: string, limit: number): Promise<WatchedClause[]> {
  return rowsOf<WatchedClause>(
    await tx.execute(sql`
      select k.id, k.structure_id as "structureId", k.contract_id as "contractId", k.lot_id as "lotId", k.due_hours as "dueHours",
             k.starts_on::text as "startsOn", k.ends_on::text as "endsOn", c.notified_on::text as "notifiedOn"
      from clause k join contract c on c.id = k.contract_id
      where k.id > ${after} and c.status = any (${sql.param([...liveStatuses])}::contract_status[])
      order by k.id limit ${limit}`),
  );
}

/**
 * Writes down where these clauses stand the first time, then only those that came under what is due or came back; answers how many.
 * One statement.
 */
export async function recordRisks(
  tx: Tx,
  risks: readonly {
    clauseId: string;
    structureId: string;
    atRisk: boolean;
    forecastCentihours: number;
    dueHours: number;
  }[],
): Promise<number> {
  const each = <Value>(of: (risk: (typeof risks)[number]) => Value) => sql.param(risks.map(of));
  const rows = rowsOf<{ id: string }>(
    await tx.execute(sql`
      insert into clause_risk (clause_id, structure_id, at_risk, forecast_centihours, due_hours)
      select n.clause_id, n.structure_id, n.at_risk, n.forecast, n.due
      from unnest(${each(({ clauseId }) => clauseId)}::uuid[], ${each(({ structureId }) => structureId)}::uuid[],
        ${each(({ atRisk }) => String(atRisk))}::text[]::boolean[], ${each(({ forecastCentihours }) => forecastCentihours)}::bigint[],
        ${each(({ dueHours }) => dueHours)}::integer[]) as n(clause_id, structure_id, at_risk, forecast, due)
      where n.at_risk is distinct from
        (select r.at_risk from clause_risk r where r.clause_id = n.clause_id order by r.recorded_at desc limit 1)
      returning clause_id as id`),
  );
  return rows.length;
}

export interface RiskNews {
  id: string;
  contractId: string;
  object: string;
  lotNumber: string | null;
  atRisk: boolean;
  forecastCentihours: number;
  dueHours: number;
  since: Day;
}

/**
 * Clauses whose forecast came under what is due, or came back, since this user last looked at them; of the last thirty days. What is
 * as it was when she looked is not told again.
 */
export async function listRiskNews(tx: Tx, userId: string): Promise<RiskNews[]> {
  return rowsOf<RiskNews>(
    await tx.execute(sql`
      with last as (
        select distinct on (r.clause_id) r.clause_id, r.at_risk, r.forecast_centihours, r.due_hours, r.recorded_at
        from clause_risk r where r.recorded_at > now() - interval '30 days' order by r.clause_id, r.recorded_at desc)
      select k.id, c.id as "contractId", c.object, l.number as "lotNumber", a.at_risk as "atRisk",
             a.forecast_centihours::float8 as "forecastCentihours", a.due_hours as "dueHours",
             (a.recorded_at at time zone 'Europe/Paris')::date::text as since
      from last a join clause k on k.id = a.clause_id join contract c on c.id = k.contract_id join lot l on l.id = k.lot_id
      left join clause_seen s on s.clause_id = k.id and s.user_id = ${userId}
      where (s.seen_at is null or a.recorded_at > s.seen_at)
        -- where it stood at the first look is no change
        and exists (select from clause_risk f where f.clause_id = a.clause_id and f.recorded_at < a.recorded_at)
        -- what she never saw at risk need not be told to be so no more
        and (a.at_risk or exists (select from clause_risk p where p.clause_id = a.clause_id and p.at_risk and p.recorded_at <= s.seen_at))
      order by a.recorded_at limit 100`),
  );
}
