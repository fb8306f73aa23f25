import type { OfferStatus } from '@jonction/domain/offer/offer';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../../client.ts';
import { idArray } from '../../participant/filter.ts';
import { rowsOf } from '../../shared/rows.ts';
import { inOrder } from './walk.ts';

export interface ExportedOffer {
  id: string;
  number: number;
  title: string;
  rome: string;
  employer: string;
  status: OfferStatus;
  positions: number;
  weeklyHoursMin: number;
  weeklyHoursMax: number;
  startsOn: Day;
  place: string;
  object: string | null;
  owner: string | null;
  createdOn: Day;
  /** CVs that wait for an answer, meetings asked for or set, hires: as the list counts them. */
  sent: number;
  interviews: number;
  hired: number;
}

/** Offers as a file shows them, in the order of their ids. One statement. */
export async function exportedOffers(tx: Tx, ids: readonly string[]): Promise<ExportedOffer[]> {
  const rows = rowsOf<ExportedOffer>(
    await tx.execute(sql`
      select f.id, f.number::int as number, f.title, f.rome_code as rome, o.name as employer, f.status, f.positions,
             f.weekly_hours_min as "weeklyHoursMin", f.weekly_hours_max as "weeklyHoursMax", f.starts_on::text as "startsOn",
             f.place_label as place, c.object, u.name as owner,
             (f.created_at at time zone 'Europe/Paris')::date::text as "createdOn",
             coalesce(k.sent, 0)::int as sent, coalesce(k.interviews, 0)::int as interviews, coalesce(k.hired, 0)::int as hired
      from offer f join organisation o on o.id = f.employer_id
      left join contract c on c.id = f.contract_id
      left join "user" u on u.id = f.owner_id
      left join lateral (
        select count(*) filter (where status in ('sent', 'seen')) as sent,
               count(*) filter (where status in ('interview', 'meeting_set')) as interviews,
               count(*) filter (where status = 'hired') as hired
        from positioning where offer_id = f.id) k on true
      where f.id = any (${idArray(ids)})`),
  );
  return inOrder(ids, rows);
}
