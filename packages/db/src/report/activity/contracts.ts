import type { ContractStatus } from '@jonction/domain/contract/lifecycle';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../client.ts';
import { recordedBy } from '../../hours/as-known.ts';
import { rowsOf } from '../../shared/rows.ts';
import { dayOf, during, endOf, type Within } from './within.ts';

/** What a report asks of the base. */
export interface ActivityQuestion extends Within {
  structureId: string;
  /** How each contract stood at the end of the period, as it was known; null: what is kept on its row, which is how it stands now. */
  standings: readonly { id: string; status: ContractStatus }[] | null;
}

/** The contracts that a structure followed at the end of a day. */
export async function listFollowed(tx: Tx, { structureId, to }: { structureId: string; to: Day }): Promise<string[]> {
  const rows = rowsOf<{ id: string }>(
    await tx.execute(sql`select contract_id as id from contract_structure
      where structure_id = ${structureId} and attached_at < ${endOf(to)} order by contract_id`),
  );
  return rows.map(({ id }) => id);
}

/** The rows behind the figures of contracts; see `activityRelation` for their shape. */
export function contractRelations({ structureId, standings, from, to, knownAt }: ActivityQuestion) {
  const select = (on: SQL, key: SQL) => sql`
    select c.id, ${on} as "on", concat_ws(' ', 'n°', c.number::text, c.object) as label, b.name as detail, 1 as amount, ${key} as key, null::text as key_label
    from contract_structure s join contract c on c.id = s.contract_id left join organisation b on b.id = c.buyer_id`;
  const followed = sql`s.structure_id = ${structureId} and s.attached_at < ${endOf(to)} and ${recordedBy(sql`s.attached_at`, knownAt)}`;
  // What people said: open data and imports are no answer, nor is what was taken back.
  const heard = sql`
    select e.contract_id, e.recorded_on, e.recorded_at from contract_event e left join census_answer w on w.event_id = e.id
    where e.source not in ('decp', 'import') and w.withdrawn_on is null
    union all
    select a.contract_id, a.recorded_on, a.recorded_at from census_answer a where a.event_id is null and a.withdrawn_on is null`;
  return {
    contracts_followed:
      standings === null
        ? sql`${select(sql`c.status_since`, sql`c.status::text`)} where ${followed}`
        : sql`${select(sql`null::date`, sql`h.status`)}
            left join jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) as h (id uuid, status text) on h.id = c.id where ${followed}`,
    contracts_heard: sql`${select(sql`u."on"`, sql`null::text`)} join (
        select h.contract_id, max(h.recorded_on) as "on" from (${heard}) h
        where h.recorded_on between ${from}::date and ${to}::date and ${recordedBy(sql`h.recorded_at`, knownAt)}
        group by h.contract_id) u on u.contract_id = c.id
      where ${followed}`,
    clauses_written: sql`select c.id, ${dayOf(sql`k.created_at`)} as "on", concat_ws(' ', 'n°', c.number::text, c.object) as label,
        k.due_hours::text as detail, 1 as amount, null::text as key, null::text as key_label
      from clause k join contract c on c.id = k.contract_id
      where k.structure_id = ${structureId} and ${during(sql`k.created_at`, { from, to, knownAt })}`,
  };
}
