import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** The most rows of one kind that a home shows; older ones come up as these are done. */
const most = sql`100`;
const parisDay = (instant: ReturnType<typeof sql>) => sql`(${instant} at time zone 'Europe/Paris')::date::text`;
const utc = (instant: ReturnType<typeof sql>) =>
  sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** What partners sent and nobody answered, by partner. */
export async function listWaitingRecommendations(tx: Tx) {
  return rowsOf<{
    id: string;
    partnerName: string;
    count: number;
    names: string[];
    since: Day;
    silentSince: Day | null;
  }>(
    await tx.execute(sql`
      select o.id, o.name as "partnerName", count(*)::int as count,
             array_agg(p.first_name || ' ' || p.last_name order by r.created_at) as names,
             ${parisDay(sql`min(r.created_at)`)} as since,
             ${parisDay(sql`min(r.created_at) filter (where r.status = 'received')`)} as "silentSince"
      from recommendation r
      join organisation o on o.id = r.partner_id
      join participant p on p.id = r.participant_id
      where r.status in ('received', 'in_review')
      group by o.id, o.name order by min(r.created_at) limit ${most}`),
  );
}

/** Sendings that still have a CV without an answer, sent on `until` or before, of offers still open or without one. */
export async function listUnansweredPushes(tx: Tx, until: Day) {
  return rowsOf<{
    id: string;
    employerName: string;
    offerId: string | null;
    offerTitle: string | null;
    phone: string | null;
    cvs: number;
    waiting: number;
    ownerId: string | null;
    ownerName: string | null;
    since: Day;
  }>(
    await tx.execute(sql`
      select s.id, e.name as "employerName", o.id as "offerId", o.title as "offerTitle",
             coalesce(o.contact_phone, e.phone) as phone,
             count(*)::int as cvs, count(*) filter (where n.status in ('sent', 'seen'))::int as waiting,
             u.id as "ownerId", u.name as "ownerName", ${parisDay(sql`s.sent_at`)} as since
      from push s
      join positioning n on n.push_id = s.id
      join organisation e on e.id = s.employer_id
      left join offer o on o.id = s.offer_id
      left join "user" u on u.id = s.sent_by
      where s.sent_at < (${until}::date + 1)::timestamp at time zone 'Europe/Paris' and (o.id is null or o.status = 'open')
      group by s.id, e.name, e.phone, o.id, o.title, o.contact_phone, u.id, u.name
      having count(*) filter (where n.status in ('sent', 'seen')) > 0
      order by s.sent_at limit ${most}`),
  );
}

/** Answers "hired" that no work contract follows yet, meetings asked for, and those set up to the end of a day. */
export async function listMovingPositionings(tx: Tx, interviewsUntil: Day) {
  return rowsOf<{
    id: string;
    status: 'hired' | 'interview' | 'meeting_set';
    participantId: string;
    name: string;
    phone: string | null;
    employerName: string;
    offerId: string | null;
    offerTitle: string | null;
    at: string | null;
    day: Day | null;
    ownerId: string | null;
    ownerName: string | null;
    since: Day;
  }>(
    await tx.execute(sql`
      select n.id, n.status, p.id as "participantId", p.first_name || ' ' || p.last_name as name, p.phone,
             e.name as "employerName", o.id as "offerId", o.title as "offerTitle",
             ${utc(sql`n.interview_at`)} as at, ${parisDay(sql`n.interview_at`)} as day,
             u.id as "ownerId", u.name as "ownerName", ${parisDay(sql`coalesce(n.answered_at, n.created_at)`)} as since
      from positioning n
      join participant p on p.id = n.participant_id
      join organisation e on e.id = n.employer_id
      left join offer o on o.id = n.offer_id
      left join "user" u on u.id = coalesce(o.owner_id, n.created_by)
      where (n.status = 'hired' and not exists (select 1 from placement l where l.positioning_id = n.id))
         or n.status = 'interview'
         or (n.status = 'meeting_set' and n.interview_at < (${interviewsUntil}::date + 1)::timestamp at time zone 'Europe/Paris')
      order by coalesce(n.interview_at, n.answered_at) limit ${most}`),
  );
}

/** Positions that employers ask for and nobody has opened. */
export async function listProposedOffers(tx: Tx) {
  return rowsOf<{ id: string; title: string; employerName: string; positions: number; placeLabel: string; since: Day }>(
    await tx.execute(sql`
      select o.id, o.title, e.name as "employerName", o.positions, o.place_label as "placeLabel",
             ${parisDay(sql`o.created_at`)} as since
      from offer o join organisation e on e.id = o.employer_id
      where o.status = 'proposed' order by o.created_at limit ${most}`),
  );
}

/** What was noted to be done with a person, by a day. */
export async function listNextActions(tx: Tx, until: Day) {
  return rowsOf<{
    id: string;
    name: string;
    phone: string | null;
    nextAction: string | null;
    since: Day;
    ownerId: string | null;
    ownerName: string | null;
  }>(
    await tx.execute(sql`
      select p.id, p.first_name || ' ' || p.last_name as name, p.phone, p.next_action as "nextAction",
             p.next_action_on::text as since, u.id as "ownerId", u.name as "ownerName"
      from participant p left join "user" u on u.id = p.owner_id
      where p.next_action_on <= ${until}::date
      order by p.next_action_on, p.id limit ${most}`),
  );
}

/** The figures of the head: offers open, people hired and CVs sent since a day, people without a conversation since another, people whose CV is to be confirmed. */
export async function readTodayFigures(
  tx: Tx,
  { since, staleBefore, dueSince }: { since: Day; staleBefore: Day; dueSince: Day },
) {
  const [row] = rowsOf<{ openOffers: number; hires: number; cvsSent: number; stale: number; cvsDue: number }>(
    await tx.execute(sql`select
      (select count(*)::int from offer where status = 'open') as "openOffers",
      (select count(*)::int from placement where starts_on >= ${since}::date
        and starts_on < (${since}::date + interval '1 month')) as hires,
      (select count(*)::int from positioning where sent_at >= ${since}::timestamp at time zone 'Europe/Paris') as "cvsSent",
      (select count(*)::int from participant where status = 'available'
        and (last_contact_on is null or last_contact_on < ${staleBefore}::date)) as stale,
      (select count(*)::int from participant p where p.status = 'available' and exists (select from cv c
        where c.participant_id = p.id and c.status = 'confirmed' and (c.confirmed_on is null or c.confirmed_on <= ${dueSince}::date))) as "cvsDue"`),
  );
  return row ?? { openOffers: 0, hires: 0, cvsSent: 0, stale: 0, cvsDue: 0 };
}
