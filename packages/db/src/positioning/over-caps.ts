import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { open } from './open.ts';

/** A company, an offer or a person at its cap or beyond. `detail`: whose offer it is. */
export interface CappedRow {
  kind: 'company' | 'offer' | 'person';
  id: string;
  name: string;
  detail: string | null;
  count: number;
}

/** What stands at its cap or beyond, the fullest first, so many of each kind. One statement. */
export async function listOverCaps(
  tx: Tx,
  structureId: string,
  caps: { company: number; offer: number; person: number },
  most: number,
): Promise<CappedRow[]> {
  return rowsOf<CappedRow>(
    await tx.execute(sql`
      with waiting as (
        select employer_id, offer_id from positioning
        where structure_id = ${structureId}::uuid and status in ('sent', 'seen')
      ), open as (
        select participant_id, count(*)::int as count from positioning
        where structure_id = ${structureId}::uuid and status in (${open})
        group by participant_id having count(*) >= ${caps.person}
      )
      (select 'company' as kind, e.id, e.name, null as detail, count(*)::int as count
       from waiting w join organisation e on e.id = w.employer_id
       group by e.id, e.name having count(*) >= ${caps.company}
       order by 5 desc, e.name collate "fr-x-icu" limit ${most})
      union all
      (select 'offer', o.id, o.title, e.name, count(*)::int
       from waiting w join offer o on o.id = w.offer_id join organisation e on e.id = o.employer_id
       group by o.id, o.title, e.name having count(*) >= ${caps.offer}
       order by 5 desc, o.title collate "fr-x-icu" limit ${most})
      union all
      (select 'person', p.id, p.first_name || ' ' || p.last_name, null, w.count
       from open w join participant p on p.id = w.participant_id
       order by 5 desc, p.last_name collate "fr-x-icu", p.first_name limit ${most})`),
  );
}
