import { expiringDays, type PaperState, wantedStates } from '@jonction/domain/paper/asked';
import type { PaperKind } from '@jonction/domain/paper/categories';
import { type LineMonths, monthsOfLine } from '@jonction/domain/paper/validity';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { declaringAddress } from '../hours/late.ts';
import { rowsOf } from '../shared/rows.ts';

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);
const parisDay = (at: SQL) => sql`(${at} at time zone 'Europe/Paris')::date::text`;

/** Each line with its last piece, and where it stands on a day: the same fold as `stateOf`, which a test compares. */
const lines = (today: Day, where: SQL) => sql`(
  select i.*, app.paper_months(i.structure_id, i.kind, r.asked_at) as months_then,
    app.paper_months(i.structure_id, i.kind, 'infinity') as months_now, r.asked_at, r.due_on, r.note, r.contract_id, r.asked_by, p.id as piece_id, p.file_id, p.issued_on, p.valid_until,
    p.source, p.brought_by, p.brought_at, p.decision, p.decision_reason, p.decided_at, p.decided_by,
    case when i.cancelled_at is not null then 'cancelled'
      when p.id is null then case when r.due_on < ${today}::date then 'late' else 'asked' end
      when p.decision is null then 'received'
      when p.decision = 'refused' then 'refused'
      when p.valid_until < ${today}::date then 'expired'
      when p.valid_until <= ${today}::date + ${expiringDays}::int then 'expiring'
      else 'accepted' end as state,
    case when p.decision = 'refused' then p.decided_at else r.asked_at end as since
  from paper_item i join paper_request r on r.id = i.request_id
  left join lateral (select * from paper_piece b where b.item_id = i.id order by b.brought_at desc, b.id desc limit 1) p on true
  where ${where})`;

const wanted = sql.raw(`(${wantedStates.map((state) => `'${state}'`).join(', ')})`);

const months = sql`l.valid_months as "validMonths", l.months_then as "monthsThen", l.months_now as "monthsNow"`;

/** A line with the months of a paper that comes now. */
function withMonths<Row extends LineMonths>({ monthsThen, monthsNow, ...row }: Row) {
  return { ...row, validMonths: monthsOfLine({ ...row, monthsThen, monthsNow }) };
}

export interface AskedRow {
  id: string;
  kind: PaperKind;
  label: string | null;
  validMonths: number | null;
  state: PaperState;
  askedOn: Day;
  askedByName: string | null;
  dueOn: Day | null;
  note: string | null;
  contractObject: string | null;
  piece: {
    id: string;
    fileId: string;
    name: string;
    unread: boolean;
    issuedOn: Day | null;
    validUntil: Day | null;
    source: 'account' | 'link' | 'team';
    broughtByName: string | null;
    broughtAt: string;
    decision: 'accepted' | 'refused' | null;
    reason: string | null;
    decidedByName: string | null;
  } | null;
}

/** What is asked of a company, the most pressing first; lines no longer asked are left out. One statement. */
export async function listAsked(
  tx: Tx,
  company: { structureId: string; employerId: string },
  today: Day,
): Promise<AskedRow[]> {
  const { structureId, employerId } = company;
  const rows = rowsOf<AskedRow & LineMonths>(
    await tx.execute(sql`
      select l.id, l.kind, l.label, ${months}, l.state, ${parisDay(sql`l.asked_at`)} as "askedOn",
        a.name as "askedByName", l.due_on::text as "dueOn", l.note, k.object as "contractObject",
        case when l.piece_id is null then null else json_build_object('id', l.piece_id, 'fileId', l.file_id, 'name', coalesce(f.name, ''),
          'unread', coalesce(f.unread, true), 'issuedOn', l.issued_on, 'validUntil', l.valid_until, 'source', l.source,
          'broughtByName', b.name, 'broughtAt', ${instant('l.brought_at')}, 'decision', l.decision, 'reason', l.decision_reason,
          'decidedByName', d.name) end as piece
      from ${lines(today, sql`i.structure_id = ${structureId} and i.employer_id = ${employerId} and i.cancelled_at is null`)} l
      left join "user" a on a.id = l.asked_by left join "user" b on b.id = l.brought_by left join "user" d on d.id = l.decided_by
      left join stored_file f on f.id = l.file_id left join contract k on k.id = l.contract_id
      order by array_position(array['expired', 'refused', 'late', 'expiring', 'asked', 'received', 'accepted'], l.state), l.due_on nulls last, l.id`),
  );
  return rows.map(withMonths);
}

export interface LineRow {
  id: string;
  structureId: string;
  employerId: string;
  kind: PaperKind;
  validMonths: number | null;
  state: PaperState;
  pieceId: string | null;
  fileId: string | null;
}

/** One line that whoever asks may read, held until the end of what is done with it. */
export async function lockLine(tx: Tx, itemId: string, today: Day): Promise<LineRow | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('paper:' || ${itemId}, 0))`);
  const [row] = rowsOf<LineRow & LineMonths>(
    await tx.execute(sql`
      select l.id, l.structure_id as "structureId", l.employer_id as "employerId", l.kind, ${months}, l.state,
        l.piece_id as "pieceId", l.file_id as "fileId" from ${lines(today, sql`i.id = ${itemId}`)} l`),
  );
  return row ? withMonths(row) : null;
}

/** Kinds already asked of a company and still wanted, with their label. */
export async function listWantedKinds(tx: Tx, company: { structureId: string; employerId: string }) {
  return rowsOf<{ kind: PaperKind; label: string | null }>(
    await tx.execute(sql`
      select kind, label from paper_item
      where structure_id = ${company.structureId} and employer_id = ${company.employerId} and cancelled_at is null`),
  );
}

export interface CompanyPapers {
  employerId: string;
  employerName: string;
  wanted: number;
  received: number;
  accepted: number;
  /** By state, those that are there. */
  states: Partial<Record<PaperState, number>>;
  /** The first end to come of what counts today. */
  nextEnd: Day | null;
  lastLetterOn: Day | null;
}

/** Every company that papers are asked of: those with something to check or to get first. Two statements. */
export async function listCompanies(
  tx: Tx,
  structureId: string,
  today: Day,
  { page, pageSize, only }: { page: number; pageSize: number; only: 'wanted' | 'received' | null },
) {
  const grouped = sql`
    select l.employer_id, count(*) filter (where l.state in ${wanted})::int as wanted,
      count(*) filter (where l.state = 'received')::int as received, count(*) filter (where l.state = 'accepted')::int as accepted,
      min(l.valid_until) filter (where l.state in ('accepted', 'expiring')) as next_end,
      max(array_position(array['accepted', 'asked', 'expiring', 'late', 'refused', 'expired'], l.state)) as worst
    from ${lines(today, sql`i.structure_id = ${structureId} and i.cancelled_at is null`)} l group by 1`;
  const kept = only === null ? sql`true` : sql.raw(`g.${only} > 0`);
  const rows = rowsOf<CompanyPapers>(
    await tx.execute(sql`
      with g as (${grouped}),
        s as (select employer_id, json_object_agg(state, count) as states from (
          select l.employer_id, l.state, count(*)::int as count
          from ${lines(today, sql`i.structure_id = ${structureId} and i.cancelled_at is null`)} l group by 1, 2) c group by 1)
      select g.employer_id as "employerId", o.name as "employerName", g.wanted, g.received, g.accepted, s.states,
        g.next_end::text as "nextEnd",
        (select ${parisDay(sql`max(m.sent_at)`)} from paper_reminder m where m.employer_id = g.employer_id and m.structure_id = ${structureId}) as "lastLetterOn"
      from g join s on s.employer_id = g.employer_id join organisation o on o.id = g.employer_id where ${kept}
      order by g.received > 0 desc, g.worst desc nulls last, g.wanted desc, o.name collate "fr-x-icu", g.employer_id
      limit ${pageSize} offset ${(page - 1) * pageSize}`),
  );
  const [counted] = rowsOf<{ total: number; wanted: number; received: number }>(
    await tx.execute(sql`
      with g as (${grouped})
      select count(*) filter (where ${kept})::int as total, count(*) filter (where g.wanted > 0)::int as wanted,
        count(*) filter (where g.received > 0)::int as received from g`),
  );
  return { rows, ...(counted ?? { total: 0, wanted: 0, received: 0 }) };
}

export interface AwaitedRow {
  structureId: string;
  employerId: string;
  employerName: string;
  structureName: string;
  structurePhone: string | null;
  senderName: string | null;
  address: string | null;
  contactName: string | null;
  lastToAddressOn: Day | null;
  lastLetterOn: Day | null;
  papers: {
    kind: PaperKind;
    label: string | null;
    state: PaperState;
    since: Day;
    validUntil: Day | null;
    dueOn: Day | null;
  }[];
}

/** What is awaited, by company, with whom to write to and when one was written to. One statement. */
export async function listAwaited(
  tx: Tx,
  today: Day,
  only?: { structureId: string; employerId: string },
): Promise<AwaitedRow[]> {
  const where = only
    ? sql`i.structure_id = ${only.structureId} and i.employer_id = ${only.employerId} and i.cancelled_at is null`
    : sql`i.cancelled_at is null`;
  return rowsOf<AwaitedRow>(
    await tx.execute(sql`
      with g as (
        select l.structure_id, l.employer_id, json_agg(json_build_object('kind', l.kind, 'label', l.label, 'state', l.state,
          'since', ${parisDay(sql`l.since`)}, 'validUntil', l.valid_until, 'dueOn', l.due_on) order by l.due_on nulls last, l.id) as papers,
          (array_agg(l.asked_by order by l.asked_at desc))[1] as asked_by
        from ${lines(today, where)} l where l.state in ${wanted} group by 1, 2)
      select g.structure_id as "structureId", g.employer_id as "employerId", o.name as "employerName", s.name as "structureName",
        s.phone as "structurePhone", u.name as "senderName", k.email as address, k.name as "contactName", g.papers,
        ${parisDay(sql`greatest(app.last_reminder(k.email), app.last_question(k.email))`)} as "lastToAddressOn",
        (select ${parisDay(sql`max(m.sent_at)`)} from paper_reminder m where m.employer_id = g.employer_id and m.structure_id = g.structure_id) as "lastLetterOn"
      from g join organisation o on o.id = g.employer_id join organisation s on s.id = g.structure_id
      left join "user" u on u.id = g.asked_by left join ${declaringAddress} k on true
      order by g.structure_id, g.employer_id limit 5000`),
  );
}

/** The door of a letter's link: who writes, and to which company. Null when it is dead. */
export async function findPaperDoor(tx: Tx, hash: string) {
  const [row] = rowsOf<{
    id: string;
    structureId: string;
    employerId: string;
    structureName: string;
    structurePhone: string | null;
    employerName: string;
  }>(
    await tx.execute(sql`
      select id, structure_id as "structureId", employer_id as "employerId", structure_name as "structureName",
        structure_phone as "structurePhone", employer_name as "employerName" from app.find_paper_link(${hash})`),
  );
  return row ?? null;
}

export async function markPaperLink(tx: Tx, hash: string, { used }: { used: boolean }): Promise<void> {
  await tx.execute(sql`select app.mark_paper_link(${hash}, ${used})`);
}
