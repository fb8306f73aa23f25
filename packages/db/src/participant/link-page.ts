import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** Who opened her CV, as she reads it: the organisation and the day, once a day. */
export async function listOwnOpenings(tx: Tx, participantId: string) {
  return rowsOf<{ organisation: string; on: Day }>(
    await tx.execute(sql`
      select o.name as organisation, (c.at at time zone 'Europe/Paris')::date::text as "on"
      from cv_opening c join organisation o on o.id = c.employer_id
      where c.participant_id = ${participantId}
      group by o.id, o.name, (c.at at time zone 'Europe/Paris')::date
      order by (c.at at time zone 'Europe/Paris')::date desc, o.name limit 200`),
  );
}

/** Who follows her, by her first name, and the team that does. */
export async function findOwnTeam(tx: Tx, participantId: string) {
  const [row] = rowsOf<{ structureName: string; structurePhone: string | null; referentName: string | null }>(
    await tx.execute(sql`
      select s.name as "structureName", s.phone as "structurePhone", u.name as "referentName"
      from participant p join organisation s on s.id = p.structure_id left join "user" u on u.id = p.owner_id
      where p.id = ${participantId}`),
  );
  return row ?? null;
}
