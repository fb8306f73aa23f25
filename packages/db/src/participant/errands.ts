import type { ErrandKind } from '@jonction/domain/participant/errand';
import type { PreferredChannel } from '@jonction/domain/participant/status';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

export interface WaitingErrand {
  id: string;
  kind: ErrandKind;
  subject: string;
  body: string;
  since: Day;
  tries: number;
  lastTryOn: Day | null;
  mailFailed: boolean;
  /** The day of the meeting that it is about. */
  meetingOn: Day | null;
}

/** Somebody to be told, how she may be reached, and what of. */
export interface PersonToTell {
  participantId: string;
  structureId: string;
  firstName: string;
  lastName: string;
  phone: string | null;
  email: string | null;
  preferredChannel: PreferredChannel | null;
  safeContactOnly: boolean;
  hasPostal: boolean;
  hasThird: boolean;
  ownerId: string | null;
  ownerName: string | null;
  structureName: string;
  structurePhone: string | null;
  since: Day;
  errands: WaitingErrand[];
}

/**
 * Who waits to be told something, the longest first. What is over says nothing any more: a meeting gone by or given up, an offer
 * answered or closed, a lead over for a month. One statement.
 */
export async function listPeopleToTell(
  tx: Tx,
  today: Day,
  participantId: string | null = null,
): Promise<PersonToTell[]> {
  return rowsOf<PersonToTell>(
    await tx.execute(sql`
      select p.id as "participantId", p.structure_id as "structureId", p.first_name as "firstName", p.last_name as "lastName",
        p.phone, p.email, p.preferred_channel as "preferredChannel", p.safe_contact_only as "safeContactOnly",
        exists (select 1 from participant_postal a where a.participant_id = p.id) as "hasPostal",
        exists (select 1 from participant_third t where t.participant_id = p.id) as "hasThird",
        u.id as "ownerId", u.name as "ownerName", s.name as "structureName", s.phone as "structurePhone",
        min((e.created_at at time zone 'Europe/Paris')::date)::text as since,
        json_agg(json_build_object('id', e.id, 'kind', e.kind, 'subject', e.subject, 'body', e.body,
          'since', (e.created_at at time zone 'Europe/Paris')::date::text, 'tries', e.tries,
          'lastTryOn', (e.last_try_at at time zone 'Europe/Paris')::date::text, 'mailFailed', e.mail_failed,
          'meetingOn', case when e.kind in ('meeting', 'meeting_reminder') then (g.interview_at at time zone 'Europe/Paris')::date::text end
        ) order by e.created_at, e.id) as errands
      from participant_errand e
      join participant p on p.id = e.participant_id
      join organisation s on s.id = p.structure_id
      left join "user" u on u.id = p.owner_id
      left join positioning g on g.id = e.about_id
      left join offer_proposal a on a.id = e.about_id
      left join offer o on o.id = a.offer_id
      where e.done_at is null and (${participantId}::uuid is null or p.id = ${participantId}::uuid)
        and case
          when e.kind in ('meeting', 'meeting_reminder') then
            g.status = 'meeting_set' and (g.interview_at at time zone 'Europe/Paris')::date >= ${today}::date
          when e.kind in ('offer', 'offer_reminder') then a.answer is null and o.status = 'open'
          else (e.created_at at time zone 'Europe/Paris')::date > ${today}::date - 30 end
      group by p.id, u.id, s.id
      order by min(e.created_at), p.id limit 2000`),
  );
}

/** What she was told of late, the last first. */
export async function listTold(tx: Tx, participantId: string) {
  return rowsOf<{
    id: string;
    kind: ErrandKind;
    subject: string;
    channel: PreferredChannel;
    on: Day;
    byName: string | null;
  }>(
    await tx.execute(sql`
      select e.id, e.kind, e.subject, e.done_channel as channel, (e.done_at at time zone 'Europe/Paris')::date::text as "on",
        u.name as "byName"
      from participant_errand e left join "user" u on u.id = e.done_by
      where e.participant_id = ${participantId} and e.done_at is not null order by e.done_at desc limit 10`),
  );
}

/** Offers asked about and not answered, said once and not a second time. */
export async function listUnansweredAskings(tx: Tx) {
  return rowsOf<{
    id: string;
    structureId: string;
    participantId: string;
    askedOn: Day;
    title: string;
    placeLabel: string;
    structurePhone: string | null;
  }>(
    await tx.execute(sql`
      select a.id, a.structure_id as "structureId", a.participant_id as "participantId",
        (a.proposed_at at time zone 'Europe/Paris')::date::text as "askedOn", o.title, o.place_label as "placeLabel",
        s.phone as "structurePhone"
      from offer_proposal a join offer o on o.id = a.offer_id join organisation s on s.id = a.structure_id
      where a.answer is null and o.status = 'open'
        and not exists (select 1 from participant_errand e where e.about_id = a.id and e.kind = 'offer_reminder')
        -- what was never said is not said once more
        and exists (select 1 from participant_errand e where e.about_id = a.id and e.kind = 'offer' and e.done_at is not null)`),
  );
}

/** Meetings that stand, from tomorrow on, not said a second time yet. */
export async function listMeetingsAhead(tx: Tx, today: Day, until: Day) {
  return rowsOf<{
    id: string;
    structureId: string;
    participantId: string;
    employerName: string;
    at: string;
    meetingOn: Day;
    toldOn: Day;
    address: string | null;
  }>(
    await tx.execute(sql`
      select g.id, g.structure_id as "structureId", g.participant_id as "participantId", c.name as "employerName", g.interview_at as at,
        (g.interview_at at time zone 'Europe/Paris')::date::text as "meetingOn",
        (e.done_at at time zone 'Europe/Paris')::date::text as "toldOn", i.address
      from positioning g join organisation c on c.id = g.employer_id
      join participant_errand e on e.about_id = g.id and e.kind = 'meeting' and e.done_at is not null
      left join interview i on i.positioning_id = g.id and i.outcome is null
      where g.status = 'meeting_set'
        and (g.interview_at at time zone 'Europe/Paris')::date > ${today}::date
        and (g.interview_at at time zone 'Europe/Paris')::date <= ${until}::date`),
  );
}
