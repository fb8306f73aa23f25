import { askAfterDays } from '@jonction/domain/offer/silence';
import type { Day } from '@jonction/domain/shared/day';
import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { offer } from './tables.ts';

export interface SilentOffer {
  id: string;
  structureId: string;
  title: string;
  employerName: string;
  ownerId: string | null;
  ownerName: string | null;
  /** The day of the last news. */
  since: Day;
  /** The day the company was asked by a letter, within this silence. */
  askedOn: Day | null;
  /** Put aside by the silence already. */
  aside: boolean;
}

/**
 * Open offers without news for thirty days - no change, no CV moved, no answer of a partner, nobody said that it is still open - and
 * those put aside in the last two weeks. One statement.
 */
export async function listSilentOffers(tx: Tx, today: Day): Promise<SilentOffer[]> {
  return rowsOf<SilentOffer>(
    await tx.execute(sql`
      select s.*, case when s.asked >= s.since then s.asked end as "askedOn" from (
        select o.id, o.structure_id as "structureId", o.title, e.name as "employerName", u.id as "ownerId", u.name as "ownerName",
          case when o.status = 'open' then (greatest(o.updated_at, o.opened_at, o.still_open_at,
            (select max(v.at) from positioning n join positioning_event v on v.positioning_id = n.id where n.offer_id = o.id),
            (select max(b.answered_at) from offer_broadcast b where b.offer_id = o.id)) at time zone 'Europe/Paris')::date::text
          else o.set_aside_on::text end as since,
          (select max((l.created_at at time zone 'Europe/Paris')::date)::text from offer_link l where l.offer_id = o.id) as asked,
          o.status <> 'open' as aside
        from offer o join organisation e on e.id = o.employer_id left join "user" u on u.id = o.owner_id
        where o.status = 'open' or (o.status = 'closed' and o.set_aside_on > ${today}::date - 14)) s
      where s.aside or s.since::date <= ${today}::date - ${askAfterDays}::int
      order by s.since, s.id limit 1000`),
  );
}

export async function setAside(tx: Tx, ids: readonly string[], today: Day): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(offer)
    .set({ status: 'closed', setAsideOn: today, closedAt: new Date(), version: sql`${offer.version} + 1` })
    .where(inArray(offer.id, [...ids]));
}
