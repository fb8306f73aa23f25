import { lateMonths, type ReminderFacts } from '@jonction/domain/hours/late';
import { addMonths, type Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { takesLetters } from '../organisation/address.ts';
import { rowsOf } from '../shared/rows.ts';

const parisDay = (instant: SQL) => sql`(${instant} at time zone 'Europe/Paris')::date::text`;

/**
 * Whom to write to about the hours of a company: whoever declared last, else somebody with an account, else a contact. An address
 * that came back, or whose owner has left, is none. `g` has a structure and an employer.
 */
export const declaringAddress = sql`lateral (
  select known.email, known.name from (
    select lower(s.email) as email, s.name, 0 as rank,
      (select max(d.declared_at) from hour_declaration d where d.declared_by = s.id and d.employer_id = g.employer_id) as proved
    from membership m join "user" s on s.id = m.user_id
    where m.organisation_id = g.employer_id and m.structure_id = g.structure_id and m.role = 'employer' and m.ended_at is null
    union all
    select lower(c.email), c.name, 1, c.last_proof_at from organisation_contact c
    where c.structure_id = g.structure_id and c.organisation_id = g.employer_id and c.email is not null) known
  where ${takesLetters(sql`g.structure_id`, sql`g.employer_id`)}
  order by known.rank, known.proved desc nulls last, known.email limit 1)`;

export interface LateRow extends Omit<ReminderFacts, 'kind'> {
  structureId: string;
  employerId: string;
  employerName: string;
  employerPhone: string | null;
  /** Of the month that misses, people of whom nothing was said, and those at work. */
  missing: number;
  contactName: string | null;
  lastRemindedOn: Day | null;
  senderName: string | null;
  structureName: string;
  structurePhone: string | null;
}

interface LateWanted {
  /** The first day of the first and of the last month looked at. */
  first: Day;
  last: Day;
  employerId?: string;
  limit: number;
  offset: number;
}

/** Months that miss hours, by company, the oldest first, with whom to write to and what was written. One statement. */
async function readLate(tx: Tx, { first, last, employerId, limit, offset }: LateWanted): Promise<LateRow[]> {
  return rowsOf<LateRow>(
    await tx.execute(sql`
      with g as (
        select structure_id, employer_id, month, count(*)::int as missing from app.undeclared(${first}::date, ${last}::date)
        ${employerId ? sql`where employer_id = ${employerId}` : sql``}
        group by 1, 2, 3)
      select g.structure_id as "structureId", g.employer_id as "employerId", g.month::text as period, g.missing,
        o.name as "employerName", o.phone as "employerPhone", k.email as address, k.name as "contactName",
        coalesce(r.rung, 0)::int as "sentRung", r."lastRemindedOn",
        ${parisDay(sql`greatest(app.last_reminder(k.email), app.last_question(k.email))`)} as "lastToAddressOn",
        s.name as "structureName", s.phone as "structurePhone",
        (select u.name from placement p join contract_structure a on a.contract_id = p.contract_id and a.structure_id = p.structure_id
         join "user" u on u.id = a.facilitator_id
         where p.employer_id = g.employer_id and p.structure_id = g.structure_id order by p.starts_on desc, p.id limit 1) as "senderName"
      from g join organisation o on o.id = g.employer_id join organisation s on s.id = g.structure_id
      left join ${declaringAddress} k on true
      left join lateral (
        select max(rung) as rung, ${parisDay(sql`max(sent_at)`)} as "lastRemindedOn" from hour_reminder h
        where h.structure_id = g.structure_id and h.employer_id = g.employer_id and h.kind = 'month' and h.period = g.month) r on true
      order by g.month, o.name collate "fr-x-icu", g.employer_id limit ${limit} offset ${offset}`),
  );
}

/** The months that are over: those of the last year. */
function over(today: Day): { first: Day; last: Day } {
  const current = `${today.slice(0, 7)}-01`;
  return { first: addMonths(current, -lateMonths), last: addMonths(current, -1) };
}

/** A page of what misses in a structure, and how much there is in all. Two statements. */
export async function listLate(tx: Tx, today: Day, { page, pageSize }: { page: number; pageSize: number }) {
  const { first, last } = over(today);
  const rows = await readLate(tx, { first, last, limit: pageSize, offset: (page - 1) * pageSize });
  const [counted] = rowsOf<{ total: number; employers: number }>(
    await tx.execute(sql`
      select count(distinct (employer_id, month))::int as total, count(distinct employer_id)::int as employers
      from app.undeclared(${first}::date, ${last}::date)`),
  );
  return { rows, total: counted?.total ?? 0, employers: counted?.employers ?? 0 };
}

/** What misses of a company for one month; null when nothing does. */
export async function findLate(tx: Tx, employerId: string, period: Day): Promise<LateRow | null> {
  const [row] = await readLate(tx, { first: period, last: period, employerId, limit: 1, offset: 0 });
  return row ?? null;
}

/** What misses of the month before, over every structure: what a morning writes about. */
export async function listLateOfMonth(tx: Tx, period: Day): Promise<LateRow[]> {
  return readLate(tx, { first: period, last: period, limit: 5000, offset: 0 });
}

/** Who of a company was said to have no hours in a month. */
export async function listNone(tx: Tx, employerId: string, month: Day): Promise<string[]> {
  const rows = rowsOf<{ id: string }>(
    await tx.execute(
      sql`select placement_id as id from hour_none where employer_id = ${employerId} and month = ${month} order by 1`,
    ),
  );
  return rows.map(({ id }) => id);
}

/** Placements of which hours stand in a month. */
export async function listDeclaredOf(tx: Tx, placementIds: readonly string[], from: Day, to: Day): Promise<string[]> {
  const rows = rowsOf<{ id: string }>(
    await tx.execute(sql`
      select distinct l.placement_id as id from hour_line l
      where l.placement_id = any(${sql.param([...placementIds])}::uuid[]) and l.from_day between ${from} and ${to} and l.centihours > 0
        and not exists (select 1 from hour_line n where n.replaces_id = l.id)`),
  );
  return rows.map(({ id }) => id);
}

/** The door of a link to declare: who writes, and about which month. Null when it is dead. */
export async function findHourDoor(tx: Tx, hash: string) {
  const [row] = rowsOf<{
    id: string;
    structureId: string;
    employerId: string;
    period: Day;
    kind: 'month' | 'quarter';
    structureName: string;
    structurePhone: string | null;
    employerName: string;
    address: string;
  }>(
    await tx.execute(sql`
      select id, structure_id as "structureId", employer_id as "employerId", period::text, kind, structure_name as "structureName",
        structure_phone as "structurePhone", employer_name as "employerName", address from app.find_hour_link(${hash})`),
  );
  return row ?? null;
}

export async function markHourLink(tx: Tx, hash: string, { used }: { used: boolean }): Promise<void> {
  await tx.execute(sql`select app.mark_hour_link(${hash}, ${used})`);
}
