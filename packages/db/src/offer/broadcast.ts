import type { EmploymentKind, OfferStatus } from '@jonction/domain/offer/offer';
import type { Day } from '@jonction/domain/shared/day';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { organisation } from '../organisation/tables.ts';
import { rowsOf } from '../shared/rows.ts';
import { committeeMember, offerBroadcast } from './broadcast-tables.ts';

const parisDay = (column: unknown) => sql<Day>`(${column} at time zone 'Europe/Paris')::date::text`;

/** Members of the committee, with how they answer: offers spread, answered, and people put forward. One statement. */
export async function listCommittee(tx: Tx) {
  const of = sql`from offer_broadcast b where b.partner_id = ${committeeMember.partnerId} and b.structure_id = ${committeeMember.structureId}`;
  return tx
    .select({
      partnerId: committeeMember.partnerId,
      name: organisation.name,
      spread: sql<number>`(select count(*)::int ${of})`,
      answered: sql<number>`(select count(*)::int ${of} and b.answer is not null)`,
      people: sql<number>`(select count(*)::int from positioning n join participant p on p.id = n.participant_id
        where n.structure_id = ${committeeMember.structureId} and p.recommended_by_organisation_id = ${committeeMember.partnerId})`,
    })
    .from(committeeMember)
    .innerJoin(organisation, eq(organisation.id, committeeMember.partnerId))
    .orderBy(sql`${organisation.name} collate "fr-x-icu"`);
}

/** To whom an offer was spread, who answered what, and how many of its people each put forward. One statement. */
export async function listBroadcastOf(tx: Tx, offerId: string) {
  return tx
    .select({
      partnerId: offerBroadcast.partnerId,
      name: organisation.name,
      sentOn: parisDay(offerBroadcast.sentAt),
      remindedOn: sql<Day | null>`(${offerBroadcast.remindedAt} at time zone 'Europe/Paris')::date::text`,
      answer: offerBroadcast.answer,
      answerNote: offerBroadcast.answerNote,
      answeredOn: sql<Day | null>`(${offerBroadcast.answeredAt} at time zone 'Europe/Paris')::date::text`,
      people: sql<number>`(select count(*)::int from positioning n join participant p on p.id = n.participant_id
        where n.offer_id = ${offerBroadcast.offerId} and p.recommended_by_organisation_id = ${offerBroadcast.partnerId})`,
    })
    .from(offerBroadcast)
    .innerJoin(organisation, eq(organisation.id, offerBroadcast.partnerId))
    .where(eq(offerBroadcast.offerId, offerId))
    .orderBy(sql`${organisation.name} collate "fr-x-icu"`);
}

/** Addresses of partners: who signs in for them with this structure, else their contacts that have not left. */
export async function listAddresses(tx: Tx, structureId: string, partnerIds: readonly string[]) {
  if (partnerIds.length === 0) return [];
  const ids = sql.join(
    partnerIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  return rowsOf<{ partnerId: string; email: string; name: string }>(
    await tx.execute(sql`
      with signed as (
        select m.organisation_id as "partnerId", u.email, u.name from membership m join "user" u on u.id = m.user_id
        where m.structure_id = ${structureId} and m.role = 'partner' and m.ended_at is null and m.organisation_id in (${ids})
      )
      select * from signed
      union
      select c.organisation_id, c.email, c.name from organisation_contact c
      where c.organisation_id in (${ids}) and c.email is not null and c.lowered_by is null
        and not exists (select 1 from signed s where s."partnerId" = c.organisation_id)`),
  );
}

export interface SpreadOffer {
  offerId: string;
  number: number;
  title: string;
  romeCode: string;
  positions: number;
  weeklyHoursMin: number;
  weeklyHoursMax: number;
  employmentKind: EmploymentKind;
  startsOn: Day;
  placeLabel: string;
  licences: string[];
  skills: { skill: string; label: string }[];
  monthsAsked: number;
  frenchLevel: number;
  schedule: string | null;
  status: OfferStatus;
  contractObject: string | null;
  dueHours: number | null;
  note: string | null;
  sentOn: Day;
  answer: 'people' | 'nobody' | null;
  mine: { participantId: string; name: string; status: string }[];
}

/** Offers spread to the partner that speaks, without the company, with which of its people it put forward. One statement. */
export async function listSpread(tx: Tx, partnerId: string): Promise<SpreadOffer[]> {
  return rowsOf<SpreadOffer>(
    await tx.execute(sql`
      select o.offer_id as "offerId", o.number::int, o.title, o.rome_code as "romeCode", o.positions,
        o.weekly_hours_min as "weeklyHoursMin", o.weekly_hours_max as "weeklyHoursMax", o.employment_kind as "employmentKind",
        o.starts_on::text as "startsOn", o.place_label as "placeLabel", o.licences, o.skills, o.months_asked as "monthsAsked",
        o.french_level as "frenchLevel", o.schedule, o.status, o.contract_object as "contractObject", o.due_hours as "dueHours",
        b.note, ${parisDay(sql`b.sent_at`)} as "sentOn", b.answer,
        coalesce((select jsonb_agg(jsonb_build_object('participantId', p.id, 'name', p.first_name || ' ' || p.last_name, 'status', n.status) order by n.id)
          from positioning n join participant p on p.id = n.participant_id where n.offer_id = o.offer_id), '[]') as mine
      from app.broadcast_offers() o join offer_broadcast b on b.offer_id = o.offer_id and b.partner_id = ${partnerId}
      order by (o.status = 'open') desc, (b.answer is null) desc, b.sent_at desc limit 200`),
  );
}

/** One of its people put forward by a partner; null when the offer is over or she is there already. */
export async function proposeOnBroadcast(tx: Tx, offerId: string, participantId: string): Promise<string | null> {
  const [row] = await tx.execute<{ id: string | null }>(
    sql`select app.propose_on_broadcast(${offerId}::uuid, ${participantId}::uuid) as id`,
  );
  return row?.id ?? null;
}

export async function markReminded(tx: Tx, offerId: string, partnerIds: readonly string[]): Promise<void> {
  await tx
    .update(offerBroadcast)
    .set({ remindedAt: new Date() })
    .where(and(eq(offerBroadcast.offerId, offerId), inArray(offerBroadcast.partnerId, [...partnerIds])));
}
