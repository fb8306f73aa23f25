import type { ReminderRung } from '@jonction/domain/positioning/ladder';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** A CV without an answer, with what was already done about it. Days are those of Paris. */
export interface SilentRow {
  id: string;
  structureId: string;
  status: 'sent' | 'seen';
  pushId: string;
  address: string;
  sentOn: Day;
  pausedUntil: Day | null;
  reminded: { rung: ReminderRung; on: Day; left: boolean }[];
  lastToAddressOn: Day | null;
  addressIsDead: boolean;
}

const day = (instant: ReturnType<typeof sql>) => sql`(${instant} at time zone 'Europe/Paris')::date::text`;

/** The oldest first: of two sendings to one address, the older is reminded of, the other waits its turn. One statement. */
export async function listSilences(tx: Tx, ids: readonly string[] | null = null): Promise<SilentRow[]> {
  const among = ids === null ? sql`true` : sql`g.id = any(${`{${ids.join(',')}}`}::uuid[])`;
  return rowsOf<SilentRow>(
    await tx.execute(sql`
      select g.id, g.structure_id as "structureId", g.status, g.push_id as "pushId", h.recipient_email as address,
             ${day(sql`g.sent_at`)} as "sentOn", g.paused_until::text as "pausedUntil",
             coalesce((
               select json_agg(json_build_object('rung', r.rung, 'on', ${day(sql`r.leaves_at`)},
                        'left', coalesce(m.status = 'sent', false)) order by r.leaves_at)
               from reminder r left join message m on m.id = r.message_id where r.positioning_id = g.id), '[]') as reminded,
             ${day(sql`app.last_reminder(h.recipient_email)`)} as "lastToAddressOn",
             coalesce((select m.status = 'failed' and m.returned_for is distinct from 'other' from message m where m.to_address = h.recipient_email
                       and m.status in ('sent', 'failed') order by m.id desc limit 1), false) as "addressIsDead"
      from positioning g join push h on h.id = g.push_id
      where g.status in ('sent', 'seen') and g.sent_at is not null and ${among}
      order by g.sent_at, g.id`),
  );
}

/** The CVs that a letter speaks of and that still wait. */
export async function listRemindedOf(tx: Tx, letterId: string) {
  return rowsOf<{ pushId: string; structureId: string; rung: ReminderRung; waiting: number; sentOn: Day }>(
    await tx.execute(sql`
      select r.push_id as "pushId", r.structure_id as "structureId", r.rung, count(*)::int as waiting,
             ${day(sql`min(g.sent_at)`)} as "sentOn"
      from reminder r join positioning g on g.id = r.positioning_id
      where r.letter_id = ${letterId} and r.message_id is null and g.status in ('sent', 'seen')
      group by r.push_id, r.structure_id, r.rung`),
  );
}
