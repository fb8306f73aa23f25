import type { NoticeKind } from '@jonction/domain/positioning/notice';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** CVs that stopped waiting by themselves, or whose letters come back, that nobody of the team has said to have seen. */
export async function listPositioningNews(tx: Tx) {
  return rowsOf<{
    id: string;
    news: NoticeKind;
    participantId: string;
    name: string;
    phone: string | null;
    employerName: string;
    offerId: string | null;
    offerTitle: string | null;
    ownerId: string | null;
    ownerName: string | null;
    since: Day;
  }>(
    await tx.execute(sql`
      select distinct on (g.id) g.id, n.kind as news, p.id as "participantId", p.first_name || ' ' || p.last_name as name,
             p.phone, e.name as "employerName", o.id as "offerId", o.title as "offerTitle",
             u.id as "ownerId", u.name as "ownerName", (n.at at time zone 'Europe/Paris')::date::text as since
      from positioning_notice n
      join positioning g on g.id = n.positioning_id
      join participant p on p.id = g.participant_id
      join organisation e on e.id = g.employer_id
      left join offer o on o.id = g.offer_id
      left join "user" u on u.id = coalesce(o.owner_id, g.created_by)
      where n.done_at is null
      order by g.id, n.at desc limit 100`),
  );
}
