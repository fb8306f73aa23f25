import type { KitField } from '@jonction/domain/placement/arrival';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** A kit with what the hire says of it and whom to call. Nothing of eligibility is read. */
export interface ArrivalRow extends Record<KitField, string | null> {
  placementId: string;
  structureId: string;
  workerName: string;
  employerName: string;
  contractObject: string;
  startsOn: Day;
  endsOn: Day | null;
  weeklyHours: number | null;
  safety: string;
  checklist: string[];
  declaring: string;
  toldOn: Day | null;
  callName: string | null;
  callEmail: string | null;
  structureName: string;
  structurePhone: string | null;
}

export async function findArrival(tx: Tx, placementId: string): Promise<ArrivalRow | undefined> {
  const [row] = rowsOf<ArrivalRow>(
    await tx.execute(sql`
      select k.placement_id as "placementId", k.structure_id as "structureId", l.worker_name as "workerName",
             e.name as "employerName", c.object as "contractObject", l.starts_on::text as "startsOn",
             l.ends_on::text as "endsOn", l.weekly_hours as "weeklyHours",
             k.hour, k.place, k.welcomed_by as "welcomedBy", k.tutor, k.equipment, k.safety, k.checklist, k.declaring,
             (k.told_at at time zone 'Europe/Paris')::date::text as "toldOn",
             u.name as "callName", u.email as "callEmail", s.name as "structureName", s.phone as "structurePhone"
      from arrival_kit k
      join placement l on l.id = k.placement_id
      join organisation e on e.id = k.employer_id
      join organisation s on s.id = k.structure_id
      join contract c on c.id = l.contract_id
      left join "user" u on u.id = l.created_by
      where k.placement_id = ${placementId}`),
  );
  return row;
}

/** A hire of the structure for which no kit was laid. */
export async function findHireWithoutKit(tx: Tx, placementId: string) {
  const [row] = rowsOf<{ id: string; structureId: string; employerId: string }>(
    await tx.execute(sql`
      select l.id, l.structure_id as "structureId", l.employer_id as "employerId" from placement l
      where l.id = ${placementId} and not exists (select from arrival_kit k where k.placement_id = l.id)`),
  );
  return row ?? null;
}

/** Who arrives at a company from a day on, the next first. */
export async function listArrivals(tx: Tx, employerId: string, from: Day) {
  return rowsOf<{ placementId: string; workerName: string; startsOn: Day; hour: string | null; place: string | null }>(
    await tx.execute(sql`
      select k.placement_id as "placementId", l.worker_name as "workerName", l.starts_on::text as "startsOn", k.hour, k.place
      from arrival_kit k join placement l on l.id = k.placement_id
      where k.employer_id = ${employerId} and l.starts_on >= ${from}::date and (l.ends_on is null or l.ends_on >= ${from}::date)
      order by l.starts_on, l.worker_name limit 100`),
  );
}

/** What is known already of a first day: from the sheet of the meeting, then from the offer. */
export async function readArrivalStart(tx: Tx, placementId: string): Promise<Record<KitField, string | null>> {
  const [row] = rowsOf<Record<KitField, string | null>>(
    await tx.execute(sql`
      select coalesce(i.hours, o.schedule) as hour, coalesce(i.address, o.place_label) as place,
             coalesce(i.contact_name, o.contact_name) as "welcomedBy", i.tutor, i.equipment
      from placement l
      left join offer o on o.id = coalesce(l.offer_id, (select offer_id from positioning g where g.id = l.positioning_id))
      left join lateral (
        select hours, address, contact_name, tutor, equipment from interview i
        where i.positioning_id = l.positioning_id order by i.confirmed_at desc nulls last, i.created_at desc limit 1
      ) i on true
      where l.id = ${placementId}`),
  );
  return row ?? { hour: null, place: null, welcomedBy: null, tutor: null, equipment: null };
}

/** Who of the company is written to: whoever received the CV, the contact of the offer, or somebody with an account. */
export async function findArrivalAddress(
  tx: Tx,
  placementId: string,
): Promise<{ email: string; name: string | null } | null> {
  const [row] = rowsOf<{ email: string | null; name: string | null }>(
    await tx.execute(sql`
      select coalesce(h.recipient_email, o.contact_email, m.email) as email,
             case when h.recipient_email is not null then h.recipient_name
                  when o.contact_email is not null then o.contact_name else m.name end as name
      from placement l
      left join positioning g on g.id = l.positioning_id
      left join push h on h.id = g.push_id
      left join offer o on o.id = coalesce(l.offer_id, g.offer_id)
      left join lateral (
        select w.email, w.name from membership b join "user" w on w.id = b.user_id
        where b.organisation_id = l.employer_id and b.structure_id = l.structure_id and b.role = 'employer' and b.ended_at is null
        order by b.id limit 1
      ) m on true
      where l.id = ${placementId}`),
  );
  return row?.email ? { email: row.email, name: row.name } : null;
}
