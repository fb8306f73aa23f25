import type { BoughtHours } from '@jonction/domain/report/bought-hours';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface BoughtHoursRow extends BoughtHours {
  contractId: string;
  reference: string;
  object: string;
  directorateId: string | null;
  directorateName: string | null;
  dueHours: number;
}

/** The contracts of a buyer with a clause, and the hours of a year on each, as far as whoever asks may know them. One statement. */
export async function listBoughtHours(tx: Tx, of: { buyerId: string; year: number }): Promise<BoughtHoursRow[]> {
  const rows = rowsOf<Record<keyof BoughtHours, string> & Omit<BoughtHoursRow, keyof BoughtHours>>(
    await tx.execute(sql`
      with k as materialized (select id, contract_id, due_hours from clause where buyer_id = ${of.buyerId}),
      h as (select k.contract_id,
          coalesce(sum(h.centihours) filter (where h.status = 'validated'), 0) as validated,
          coalesce(sum(h.centihours) filter (where h.status = 'validated' and h.exceptional), 0) as exceptional,
          coalesce(sum(h.centihours) filter (where h.status = 'pending'), 0) as pending,
          coalesce(sum(h.centihours) filter (where h.status = 'rejected'), 0) as rejected
        from app.clause_hours(array(select id from k), clock_timestamp()) h join k on k.id = h.clause_id
        where extract(year from h.month) = ${of.year} group by 1),
      d as (select contract_id, sum(due_hours)::int as due from k group by 1)
      select c.id as "contractId", c.reference, c.object, c.directorate_id as "directorateId", t.name as "directorateName", d.due as "dueHours",
        coalesce(h.validated, 0)::text as validated, coalesce(h.exceptional, 0)::text as exceptional, coalesce(h.pending, 0)::text as pending,
        coalesce(h.rejected, 0)::text as rejected, coalesce(p.people, 0)::text as people
      from d join contract c on c.id = d.contract_id left join directorate t on t.id = c.directorate_id
        left join h on h.contract_id = c.id left join app.bought_people(${of.buyerId}, ${of.year}) p on p.contract_id = c.id
      order by coalesce(h.validated, 0) desc, left(c.object, 80) collate "fr-x-icu", c.id`),
  );
  return rows.map(({ validated, exceptional, pending, rejected, people, ...row }) => ({
    ...row,
    ...{ validated: Number(validated), exceptional: Number(exceptional), pending: Number(pending) },
    ...{ rejected: Number(rejected), people: Number(people) },
  }));
}

/** How many people in all worked validated hours of the year for a buyer, each once. */
export async function countBoughtPeople(tx: Tx, of: { buyerId: string; year: number }): Promise<number> {
  const [row] = rowsOf<{ people: number }>(
    await tx.execute(sql`select people from app.bought_people(${of.buyerId}, ${of.year}) where contract_id is null`),
  );
  return row?.people ?? 0;
}
