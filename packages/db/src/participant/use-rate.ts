import type { UseCounts } from '@jonction/domain/participant/use-rate';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

/**
 * What became of the people a partner recommended since a day. Met: a company asked for a meeting, or hired; hired: it said so, or a
 * work contract followed. A proposal that was not sent is the team's own.
 */
export async function countUse(tx: Tx, partnerId: string, since: Day): Promise<UseCounts> {
  const [row] = await tx.execute<UseCounts & Record<string, unknown>>(sql`
    with people as (
      select distinct participant_id as id from recommendation
      where partner_id = ${partnerId} and created_at >= ${since}::timestamp at time zone 'Europe/Paris'
    ), steps as (
      select p.id,
        exists (select from positioning g where g.participant_id = p.id and g.status <> 'proposed') as sent,
        exists (select from positioning g where g.participant_id = p.id
          and (g.interview_at is not null or g.status::text in ('interview', 'meeting_set', 'hired'))) as met,
        exists (select from positioning g where g.participant_id = p.id and g.status = 'hired')
          or exists (select from placement l where l.participant_id = p.id) as hired
      from people p
    )
    select count(*)::int as recommended, count(*) filter (where sent or met or hired)::int as "putForward",
      count(*) filter (where met or hired)::int as met, count(*) filter (where hired)::int as hired
    from steps`);
  return row ?? { recommended: 0, putForward: 0, met: 0, hired: 0 };
}
