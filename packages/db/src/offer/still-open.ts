import type { OfferStatus } from '@jonction/domain/offer/offer';
import type { AskFacts, StillOpenAnswer } from '@jonction/domain/offer/still-open';
import type { Day } from '@jonction/domain/shared/day';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';

/** What a letter that asks needs, and whether it may leave. */
export interface OfferToAsk extends AskFacts {
  id: string;
  structureId: string;
  title: string;
  positions: number;
  placeLabel: string;
  openedOn: Day;
  contactName: string | null;
  senderName: string | null;
  structureName: string;
  structurePhone: string | null;
}

const day = (instant: ReturnType<typeof sql>) => sql`(${instant} at time zone 'Europe/Paris')::date::text`;

/**
 * Open offers with the day of their last news and whom to write to: the address of the offer, else whoever of the company answered
 * last. An address that came back, or whose owner has left, is none. One statement.
 */
export async function listOffersToAsk(tx: Tx, offerId: string | null = null): Promise<OfferToAsk[]> {
  return rowsOf<OfferToAsk>(
    await tx.execute(sql`
      select o.id, o.structure_id as "structureId", o.title, o.positions, o.place_label as "placeLabel", o.status,
        ${day(sql`coalesce(o.opened_at, o.created_at)`)} as "openedOn",
        ${day(sql`greatest(o.updated_at, o.opened_at, o.still_open_at,
          (select max(v.at) from positioning n join positioning_event v on v.positioning_id = n.id where n.offer_id = o.id),
          (select max(b.answered_at) from offer_broadcast b where b.offer_id = o.id))`)} as since,
        k.email as address, k.name as "contactName", u.name as "senderName", s.name as "structureName", s.phone as "structurePhone",
        (select ${day(sql`max(l.created_at)`)} from offer_link l where l.offer_id = o.id) as "askedOn",
        ${day(sql`greatest(app.last_reminder(k.email), app.last_question(k.email))`)} as "lastToAddressOn"
      from offer o join organisation s on s.id = o.structure_id left join "user" u on u.id = o.owner_id
      left join lateral (
        select email, name from (
          select lower(o.contact_email) as email, o.contact_name as name, 0 as rank, null::timestamptz as proved
          where o.contact_email is not null
          union all
          select c.email, c.name, 1, c.last_proof_at from organisation_contact c
          where c.structure_id = o.structure_id and c.organisation_id = o.employer_id and c.email is not null) known
        where not exists (
          select 1 from organisation_contact g where g.structure_id = o.structure_id and g.organisation_id = o.employer_id
            and g.email = known.email and g.lowered_by is not null)
        order by rank, proved desc nulls last, email limit 1) k on true
      where ${offerId === null ? sql`o.status = 'open'` : sql`o.id = ${offerId}::uuid`}
      order by since, o.id limit 1000`),
  );
}

/** Holds an offer until the end of what is done with it: of two who ask at once, the second sees the letter of the first. */
export async function lockOffer(tx: Tx, offerId: string): Promise<void> {
  await tx.execute(sql`select 1 from offer where id = ${offerId}::uuid for update`);
}

/** The door of a link: who asks, and about what. Null when it is dead. */
export async function findOfferDoor(tx: Tx, hash: string) {
  const [row] = rowsOf<{
    structureName: string;
    structurePhone: string | null;
    ownerName: string | null;
    employerName: string;
    title: string;
    positions: number;
    placeLabel: string;
    openedOn: Day;
    status: OfferStatus;
    answer: StillOpenAnswer | null;
    answeredOn: Day | null;
  }>(
    await tx.execute(sql`
      select structure_name as "structureName", structure_phone as "structurePhone", owner_name as "ownerName",
        employer_name as "employerName", title, positions, place_label as "placeLabel", opened_on::text as "openedOn",
        offer_status as status, answer, answered_on::text as "answeredOn" from app.find_offer_link(${hash})`),
  );
  return row ?? null;
}

/** The same, held until the end of the answer. */
export async function holdOfferDoor(tx: Tx, hash: string) {
  const [row] = rowsOf<{ offerId: string; structureId: string; status: OfferStatus; answer: StillOpenAnswer | null }>(
    await tx.execute(sql`
      select offer_id as "offerId", structure_id as "structureId", offer_status as status, answer
      from app.hold_offer_link(${hash})`),
  );
  return row ?? null;
}

export async function answerByLink(tx: Tx, hash: string, answer: StillOpenAnswer): Promise<void> {
  await tx.execute(sql`select app.answer_offer_link(${hash}, ${answer})`);
}

/** Offers that a company ended by its answer, in the last week, and that nobody has opened again. */
export async function listEndedByCompany(tx: Tx, today: Day) {
  return rowsOf<{
    id: string;
    title: string;
    employerName: string;
    answer: 'filled' | 'closed';
    since: Day;
    ownerId: string | null;
    ownerName: string | null;
  }>(
    await tx.execute(sql`
      select distinct on (o.id) o.id, o.title, e.name as "employerName", l.answer, ${day(sql`l.answered_at`)} as since,
        u.id as "ownerId", u.name as "ownerName"
      from offer_link l join offer o on o.id = l.offer_id join organisation e on e.id = o.employer_id
      left join "user" u on u.id = o.owner_id
      where l.answer in ('filled', 'closed') and o.status::text = l.answer and l.answered_at > ${today}::date - 7
      order by o.id, l.answered_at desc`),
  );
}
