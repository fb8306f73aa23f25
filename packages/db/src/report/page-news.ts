import type { PageNews } from '@jonction/domain/report/today';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** What people did on their own pages and nobody has dealt with, and links that too many wrong answers locked. */
export async function listPageNews(tx: Tx) {
  return rowsOf<{
    id: string;
    participantId: string;
    name: string;
    phone: string | null;
    what: PageNews;
    count: number;
    offerTitle: string | null;
    since: Day;
    ownerId: string | null;
    ownerName: string | null;
  }>(
    await tx.execute(sql`
      with news as (
        select participant_id, case when field like 'consent%' then field when applied then 'changed' else 'said' end as what,
               null::uuid as offer_id, said_at as at
        from participant_word where handled_at is null
        union all
        select participant_id, answer, offer_id, answered_at from offer_proposal where answer is not null and handled_at is null
        union all
        select participant_id, 'locked', null, locked_at from participant_link where locked_at is not null and revoked_at is null
      ), summed as (
        select participant_id, what, offer_id, count(*)::int as count, min(at) as at from news group by 1, 2, 3
      )
      select p.id || ' ' || n.what || coalesce(' ' || n.offer_id, '') as id, p.id as "participantId",
             p.first_name || ' ' || p.last_name as name, p.phone, n.what, n.count, o.title as "offerTitle",
             (n.at at time zone 'Europe/Paris')::date::text as since, u.id as "ownerId", u.name as "ownerName"
      from summed n join participant p on p.id = n.participant_id
      left join offer o on o.id = n.offer_id left join "user" u on u.id = p.owner_id
      order by n.at, p.id limit 100`),
  );
}
