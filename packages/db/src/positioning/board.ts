import type { BoardInput } from '@jonction/domain/positioning/board';
import type { PositioningStatus } from '@jonction/domain/positioning/lifecycle';
import type { Day } from '@jonction/domain/shared/day';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { occupationOf } from './occupation.ts';
import { open } from './open.ts';

export interface BoardQuery extends Pick<BoardInput, 'offerId' | 'employerId' | 'romeCode' | 'lateOnly'> {
  structureId: string;
  today: Day;
  /** What waits since this day, or longer, waits too long. */
  silentSince: Day;
}

export interface BoardRow {
  id: string;
  participantId: string;
  firstName: string;
  lastName: string;
  employerId: string;
  employerName: string;
  offerId: string | null;
  offerTitle: string | null;
  status: PositioningStatus;
  proposedOn: Day;
  sentOn: Day | null;
  seenOn: Day | null;
  answeredOn: Day | null;
  interviewAt: string | null;
  meetingOn: Day | null;
  pausedUntil: Day | null;
  placed: boolean;
  letter: string | null;
  late: boolean;
}

const day = (instant: string) => sql.raw(`(${instant} at time zone 'Europe/Paris')::date`);
const placed = sql.raw(`exists (select from placement l where l.positioning_id = g.id)`);

/** The rule `isLate` of the domain, for rows of `g`. */
function isLate({ today, silentSince }: BoardQuery): SQL {
  const waits = (instant: string) => sql`${day(instant)} <= ${silentSince}::date`;
  return sql`coalesce(case g.status::text
    when 'proposed' then ${waits('g.created_at')}
    when 'sent' then (g.paused_until is null or g.paused_until <= ${today}::date) and ${waits('g.sent_at')}
    when 'seen' then (g.paused_until is null or g.paused_until <= ${today}::date) and ${waits('g.sent_at')}
    when 'interview' then coalesce(${day('g.interview_at')} < ${today}::date, ${waits('g.answered_at')})
    when 'meeting_set' then coalesce(${day('g.interview_at')} < ${today}::date, ${waits('g.answered_at')})
    when 'hired' then ${waits('g.answered_at')} and not ${placed}
    else false end, false)`;
}

/**
 * What comes first in a column: the meeting that comes first, the CV that waits longest, the hire not yet written down.
 * What the team put off comes at its day, after what waits; what has ended, the last first.
 */
const urgency = (today: Day) => sql`case g.status::text
    when 'proposed' then g.created_at
    when 'interview' then coalesce(g.interview_at, '-infinity')
    when 'meeting_set' then coalesce(g.interview_at, '-infinity')
    when 'hired' then case when ${placed} then null else g.answered_at end
    when 'sent' then case when g.paused_until > ${today}::date then g.paused_until else g.sent_at end
    when 'seen' then case when g.paused_until > ${today}::date then g.paused_until else g.sent_at end
  end`;

// The structure is said again beside the policies: the index by structure and status answers.
function kept(query: BoardQuery): SQL {
  const { structureId, offerId, employerId, romeCode } = query;
  return sql.join(
    [
      sql`g.structure_id = ${structureId}::uuid`,
      ...(offerId === null ? [] : [sql`g.offer_id = ${offerId}::uuid`]),
      ...(employerId === null ? [] : [sql`g.employer_id = ${employerId}::uuid`]),
      ...(romeCode === null ? [] : [sql`${occupationOf} = ${romeCode}`]),
      ...(query.lateOnly ? [isLate(query)] : []),
    ],
    sql` and `,
  );
}

/** How many cards each column holds and how many of them wait too long. Columns without any are left out. */
export async function countBoard(tx: Tx, query: BoardQuery) {
  return rowsOf<{ status: PositioningStatus; total: number; late: number }>(
    await tx.execute(sql`
      select g.status, count(*)::int as total, count(*) filter (where ${isLate(query)})::int as late
      from positioning g left join offer o on o.id = g.offer_id
      where ${kept(query)} group by g.status`),
  );
}

/** The cards of some columns, each from its own offset: one statement whatever their number. */
export async function listBoard(
  tx: Tx,
  query: BoardQuery,
  columns: readonly { status: PositioningStatus; offset: number }[],
  atOnce: number,
): Promise<BoardRow[]> {
  const asked = JSON.stringify(columns.map((column, place) => ({ ...column, place })));
  return rowsOf<BoardRow>(
    await tx.execute(sql`
      select g.id, g.participant_id as "participantId", p.first_name as "firstName", p.last_name as "lastName",
             g.employer_id as "employerId", e.name as "employerName", g.offer_id as "offerId", o.title as "offerTitle",
             g.status, ${day('g.created_at')}::text as "proposedOn", ${day('g.sent_at')}::text as "sentOn",
             ${day('g.seen_at')}::text as "seenOn", ${day('g.answered_at')}::text as "answeredOn",
             to_char(g.interview_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "interviewAt",
             ${day('g.interview_at')}::text as "meetingOn", g.paused_until::text as "pausedUntil",
             g.status = 'hired' and ${placed} as placed,
             case when g.status = 'sent' then app.push_letter(g.push_id) end as letter, ${isLate(query)} as late
      from jsonb_to_recordset(${asked}::jsonb) as c(status text, "offset" int, place int)
      cross join lateral (
        select g.id, ${urgency(query.today)} as urgency
        from positioning g left join offer o on o.id = g.offer_id
        where g.status = c.status::positioning_status and ${kept(query)}
        order by 2 nulls last, g.id desc limit ${atOnce} offset c."offset"
      ) chosen
      join positioning g on g.id = chosen.id
      join participant p on p.id = g.participant_id
      join organisation e on e.id = g.employer_id
      left join offer o on o.id = g.offer_id
      order by c.place, chosen.urgency nulls last, g.id desc`),
  );
}

interface Choice {
  id: string;
  label: string;
}

/** The offers, companies and occupations of what still waits: what a board may be narrowed to. */
export async function listBoardChoices(tx: Tx, structureId: string) {
  const [row] = rowsOf<{ offers: Choice[]; companies: Choice[]; occupations: string[] }>(
    await tx.execute(sql`
      with waiting as (
        select g.offer_id, o.title, g.employer_id, e.name, ${occupationOf} as rome
        from positioning g join organisation e on e.id = g.employer_id left join offer o on o.id = g.offer_id
        where g.structure_id = ${structureId}::uuid and g.status in (${open})
      )
      select
        coalesce((select json_agg(json_build_object('id', offer_id, 'label', title || ' · ' || name) order by title collate "fr-x-icu", name)
          from (select distinct offer_id, title, name from waiting where offer_id is not null) q), '[]') as offers,
        coalesce((select json_agg(json_build_object('id', employer_id, 'label', name) order by name collate "fr-x-icu")
          from (select distinct employer_id, name from waiting) q), '[]') as companies,
        coalesce((select json_agg(distinct rome) from waiting where rome is not null), '[]') as occupations`),
  );
  return row ?? { offers: [], companies: [], occupations: [] };
}
