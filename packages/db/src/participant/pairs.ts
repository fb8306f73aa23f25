import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { countedPage } from '../shared/counted-page.ts';

/** A key that more people than this share says nothing of anybody: the address of an adviser, the telephone of a hostel. */
export const mostSharing = 12;

export interface PairRow extends Record<string, unknown> {
  id: string;
  otherId: string;
  firstName: string;
  lastName: string;
  birthDate: string | null;
  phone: string | null;
  email: string | null;
  postalCode: string | null;
  otherFirstName: string;
  otherLastName: string;
  otherBirthDate: string | null;
  otherPhone: string | null;
  otherEmail: string | null;
  otherPostalCode: string | null;
}

/**
 * Pairs of a structure that share at least one key: birth date, telephone, e-mail, name in any order, or the beginning of a name
 * with a birth date or a postal code. One statement, and never everybody against everybody: a key shared by too many is left out.
 */
export async function listCandidatePairs(tx: Tx, structureId: string): Promise<PairRow[]> {
  const rows = await tx.execute<PairRow>(sql`
    with people as materialized (
      select p.id, app.plain(p.first_name) as first, app.plain(p.last_name) as last, p.birth_date, p.phone, p.email, p.postal_code
      from participant p where p.structure_id = ${structureId}
    ), keyed as (
      select p.id, k.key from people p cross join lateral (values
        ('birth ' || p.birth_date),
        ('phone ' || p.phone),
        ('email ' || p.email),
        ('name ' || array_to_string(array(
          select w from regexp_split_to_table(p.first || ' ' || p.last, '[^a-z0-9]+') w where w <> '' order by w collate "C"), ' ')),
        ('start ' || left(p.last, 2) || ' ' || p.birth_date),
        ('place ' || left(p.last, 3) || ' ' || left(p.first, 1) || ' ' || p.postal_code),
        -- first and last name swapped
        ('place ' || left(p.first, 3) || ' ' || left(p.last, 1) || ' ' || p.postal_code)
      ) k (key) where k.key is not null
    ), shared as (
      select array_agg(distinct id) as ids from keyed group by key having count(distinct id) between 2 and ${mostSharing}
    ), pairs as (
      select distinct a.id as a, b.id as b from shared s, unnest(s.ids) a (id), unnest(s.ids) b (id) where a.id < b.id
    )
    select a.id, b.id as "otherId",
      a.first_name as "firstName", a.last_name as "lastName", a.birth_date::text as "birthDate", a.phone, a.email, a.postal_code as "postalCode",
      b.first_name as "otherFirstName", b.last_name as "otherLastName", b.birth_date::text as "otherBirthDate", b.phone as "otherPhone",
      b.email as "otherEmail", b.postal_code as "otherPostalCode"
    from pairs join participant a on a.id = pairs.a join participant b on b.id = pairs.b`);
  return [...rows];
}

export interface FoundPair {
  id: string;
  otherId: string;
  score: number;
  why: string;
}

/**
 * Writes what a look at a structure found: new pairs come in, known ones take their new points, and a suspicion that nothing says
 * any more goes. What a person said are two people stays so. One statement, whatever their number.
 */
export async function keepPairs(tx: Tx, structureId: string, pairs: readonly FoundPair[]): Promise<number> {
  const [row] = await tx.execute<{ found: number }>(sql`
    with found as (
      select * from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as f (id uuid, "otherId" uuid, score int, why text)
    ), known as (
      update duplicate_suspicion d set score = f.score, why = f.why from found f
      where d.structure_id = ${structureId} and ${isPair()} returning f.id, f."otherId"
    ), over as (
      delete from duplicate_suspicion d where d.structure_id = ${structureId} and d.dismissed_at is null
        and not exists (select from found f where ${isPair()})
    ), fresh as (
      insert into duplicate_suspicion (participant_id, other_id, structure_id, score, why)
      select f.id, f."otherId", ${structureId}::uuid, f.score, f.why from found f
      where not exists (select from known k where k.id = f.id and k."otherId" = f."otherId")
      on conflict do nothing returning 1
    )
    select count(*)::int as found from fresh`);
  return row?.found ?? 0;
}

function isPair(): SQL {
  return sql`((d.participant_id = f.id and d.other_id = f."otherId") or (d.participant_id = f."otherId" and d.other_id = f.id))`;
}

export type SuspicionRow = {
  score: number;
  why: string;
  foundAt: string;
  total: number;
  id: string;
  number: number;
  firstName: string;
  lastName: string;
  birthDate: string | null;
  city: string | null;
  otherId: string;
  otherNumber: number;
  otherFirstName: string;
  otherLastName: string;
  otherBirthDate: string | null;
  otherCity: string | null;
};

/** A page of the pairs that nobody judged yet, the likeliest first, with how many there are. One statement. */
export async function listSuspicions(tx: Tx, page: { page: number; pageSize: number; leastScore: number }) {
  return countedPage(page, (limit, offset) =>
    tx.execute<SuspicionRow>(sql`
    select d.score, d.why, d.found_at as "foundAt", count(*) over ()::int as total,
      a.id, a.number::int, a.first_name as "firstName", a.last_name as "lastName", a.birth_date::text as "birthDate", a.city,
      b.id as "otherId", b.number::int as "otherNumber", b.first_name as "otherFirstName", b.last_name as "otherLastName",
      b.birth_date::text as "otherBirthDate", b.city as "otherCity"
    from duplicate_suspicion d
    join participant a on a.id = d.participant_id
    join participant b on b.id = d.other_id
    where d.dismissed_at is null and d.score >= ${page.leastScore}
    order by d.score desc, d.participant_id, d.other_id
    limit ${limit} offset ${offset}`),
  );
}
