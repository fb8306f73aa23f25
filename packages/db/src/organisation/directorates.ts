import type { ContractStatus } from '@jonction/domain/contract/lifecycle';
import type { DirectoratePlace } from '@jonction/domain/organisation/directorate-place';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface DirectorateRow {
  id: string;
  buyerId: string;
  name: string;
  endedOn: Day | null;
  contracts: number;
  people: number;
  contacts: number;
}

/** The directorates of a buyer, those that run first, each with what it holds; one of them when it is named. One statement. */
export async function listDirectorates(tx: Tx, buyerId: string): Promise<DirectorateRow[]> {
  return readDirectorates(tx, sql`d.buyer_id = ${buyerId}`);
}

export async function findDirectorate(tx: Tx, id: string): Promise<DirectorateRow | null> {
  const [row] = await readDirectorates(tx, sql`d.id = ${id}`);
  return row ?? null;
}

async function readDirectorates(tx: Tx, which: SQL): Promise<DirectorateRow[]> {
  return rowsOf<DirectorateRow>(
    await tx.execute(sql`
      with d as materialized (select d.* from directorate d where ${which})
      select d.id, d.buyer_id as "buyerId", d.name, d.ended_on::text as "endedOn", h.contracts, h.people, h.contacts
      from d join app.directorate_holds(array(select id from d)) h on h.directorate_id = d.id
      order by d.ended_on is not null, d.name collate "fr-x-icu", d.id`),
  );
}

/** How many contracts of a buyer are in no directorate, among those that whoever asks may put into one. */
export async function countWithout(tx: Tx, buyerId: string, attachedTo: string | null): Promise<number> {
  const [row] = rowsOf<{ count: number }>(
    await tx.execute(sql`
      select count(*)::int as count from contract c
      where c.buyer_id = ${buyerId} and c.directorate_id is null and ${attached(attachedTo)}`),
  );
  return row?.count ?? 0;
}

const attached = (structureId: string | null) =>
  structureId === null
    ? sql`true`
    : sql`exists (select 1 from contract_structure s where s.contract_id = c.id and s.structure_id = ${structureId})`;

export interface PlacedContract {
  id: string;
  number: number;
  reference: string;
  object: string;
  status: ContractStatus;
  directorateId: string | null;
  directorateName: string | null;
  total: number;
}

/** A page of contracts of a buyer by where they stand: in a directorate, in none, or in any. One statement. */
export async function listPlacedContracts(
  tx: Tx,
  asked: {
    buyerId: string;
    directorateId: string;
    place: DirectoratePlace;
    /** The team that asks: only what it follows may be moved by it. */
    attachedTo: string | null;
    text: string;
    limit: number;
    offset: number;
  },
): Promise<PlacedContract[]> {
  const { buyerId, directorateId, place, text } = asked;
  const conditions = [sql`c.buyer_id = ${buyerId}`, attached(asked.attachedTo)];
  if (place === 'inside') conditions.push(sql`c.directorate_id = ${directorateId}`);
  if (place === 'nowhere') conditions.push(sql`c.directorate_id is null`);
  if (place === 'elsewhere') conditions.push(sql`c.directorate_id <> ${directorateId}`);
  for (const token of text.split(/\s+/).filter(Boolean)) {
    conditions.push(sql`c.words like '%' || app.like_literal(app.plain(${token})) || '%'`);
  }
  return rowsOf<PlacedContract>(
    await tx.execute(sql`
      select c.id, c.number::int as number, c.reference, c.object, c.status, c.directorate_id as "directorateId", d.name as "directorateName",
        count(*) over ()::int as total
      from contract c left join directorate d on d.id = c.directorate_id
      where ${sql.join(conditions, sql` and `)}
      order by left(c.object, 80) collate "fr-x-icu", c.id limit ${asked.limit} offset ${asked.offset}`),
  );
}

export interface PlacedPerson {
  id: string;
  name: string;
  email: string | null;
  directorateId: string | null;
  directorateName: string | null;
}

/** The people of a buyer with an access that runs. */
export async function listPlacedPeople(tx: Tx, of: { buyerId: string; structureId: string }): Promise<PlacedPerson[]> {
  return rowsOf<PlacedPerson>(
    await tx.execute(sql`
      select m.id, u.name, u.email, m.directorate_id as "directorateId", d.name as "directorateName"
      from membership m join "user" u on u.id = m.user_id left join directorate d on d.id = m.directorate_id
      where m.organisation_id = ${of.buyerId} and m.structure_id = ${of.structureId} and m.role = 'buyer' and m.ended_at is null
      order by u.name collate "fr-x-icu", m.id`),
  );
}

/** Those whom a team knows at a buyer without an access: the base shows them to the team alone. */
export async function listPlacedContacts(tx: Tx, buyerId: string): Promise<PlacedPerson[]> {
  return rowsOf<PlacedPerson>(
    await tx.execute(sql`
      select o.id, o.name, o.email, o.directorate_id as "directorateId", d.name as "directorateName"
      from organisation_contact o left join directorate d on d.id = o.directorate_id
      where o.organisation_id = ${buyerId} order by o.name collate "fr-x-icu", o.id`),
  );
}

const tableOf = {
  contract: { table: sql`contract`, buyer: sql`buyer_id` },
  person: { table: sql`membership`, buyer: sql`organisation_id` },
  contact: { table: sql`organisation_contact`, buyer: sql`organisation_id` },
} as const;

/** Puts contracts, accesses or contacts of a buyer into one of its directorates, or into none. Answers how many were there to put. */
export async function placeInDirectorate(
  tx: Tx,
  asked: { kind: keyof typeof tableOf; ids: readonly string[]; buyerId: string; directorateId: string | null },
): Promise<number> {
  const { table, buyer } = tableOf[asked.kind];
  const rows = await tx.execute(sql`
    update ${table} set directorate_id = ${asked.directorateId}::uuid
    where id = any (${sql.param([...asked.ids])}::uuid[]) and ${buyer} = ${asked.buyerId} returning id`);
  return rows.length;
}

/** Ends a directorate, what it held going to another or to none. False when it does not run, or is not of whoever asks. */
export async function endDirectorate(
  tx: Tx,
  asked: { directorateId: string; into: string | null; today: Day },
): Promise<boolean> {
  const [row] = rowsOf<{ ended: boolean }>(
    await tx.execute(
      sql`select app.end_directorate(${asked.directorateId}, ${asked.into}::uuid, ${asked.today}::date) as ended`,
    ),
  );
  return row?.ended ?? false;
}

/** Whether somebody keeps the directorates of a buyer: the base answers as it will when a row is written. */
export async function keepsDirectorates(tx: Tx, buyerId: string): Promise<boolean> {
  const [row] = rowsOf<{ keeps: boolean }>(await tx.execute(sql`select app.keeps_directorates(${buyerId}) as keeps`));
  return row?.keeps ?? false;
}
