import type { InterviewOutcome } from '@jonction/domain/positioning/interview-outcome';
import type { PositioningStatus } from '@jonction/domain/positioning/lifecycle';
import type { FunnelStep } from '@jonction/domain/positioning/stopwatch';
import type { Day } from '@jonction/domain/shared/day';
import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { contract } from '../contract/tables.ts';
import { offer } from '../offer/tables.ts';
import { organisation } from '../organisation/tables.ts';
import { participant } from '../participant/tables.ts';
import { occupationFor } from './occupation.ts';
import { hasReached } from './reached.ts';
import { disclosure, positioning, positioningEvent, positioningNote, push } from './tables.ts';
import { transferOf } from './transfers.ts';

export interface PositioningFilter {
  statuses?: readonly PositioningStatus[];
  positioningId?: string;
  /** As far as this, now or before it ended. */
  step?: FunnelStep;
  offerId?: string;
  participantId?: string;
  employerId?: string;
  /** The offer's occupation, or the first of the person without one. */
  romeCode?: string;
  pushId?: string;
  /** Days of Paris. */
  sentFrom?: Day;
  sentTo?: Day;
  /** A person, a company or an offer, in any spelling. */
  text?: string;
  page: number;
  pageSize: number;
}

/** What became of the letter of a sending; null when there is none. */
export const letterOf = (pushId: typeof positioning.pushId) => sql<string | null>`app.push_letter(${pushId})`;

/** What a filter asks of a positioning, its person, its company and its offer. */
function conditionsOf(filter: Omit<PositioningFilter, 'page' | 'pageSize'>): SQL | undefined {
  return and(
    filter.statuses && filter.statuses.length > 0 ? inArray(positioning.status, [...filter.statuses]) : undefined,
    filter.step ? hasReached(filter.step) : undefined,
    filter.positioningId ? eq(positioning.id, filter.positioningId) : undefined,
    filter.offerId ? eq(positioning.offerId, filter.offerId) : undefined,
    filter.participantId ? eq(positioning.participantId, filter.participantId) : undefined,
    filter.employerId ? eq(positioning.employerId, filter.employerId) : undefined,
    filter.romeCode
      ? sql`${occupationFor(sql`${offer.romeCode}`, sql`${positioning.participantId}`)} = ${filter.romeCode}`
      : undefined,
    filter.pushId ? eq(positioning.pushId, filter.pushId) : undefined,
    filter.sentFrom
      ? sql`${positioning.sentAt} >= ${filter.sentFrom}::date::timestamp at time zone 'Europe/Paris'`
      : undefined,
    filter.sentTo
      ? sql`${positioning.sentAt} < (${filter.sentTo}::date + 1)::timestamp at time zone 'Europe/Paris'`
      : undefined,
    filter.text
      ? sql`app.plain(${participant.firstName} || ' ' || ${participant.lastName} || ' ' || ${participant.firstName} || ' '
          || ${organisation.name} || ' ' || coalesce(${offer.title}, '')) like '%' || app.like_literal(app.plain(${filter.text})) || '%'`
      : undefined,
  );
}

/** The ids of all of them, in the order of their list. */
export function positioningsInOrder(tx: Tx, filter: Omit<PositioningFilter, 'page' | 'pageSize'>): SQL {
  return tx
    .select({ id: positioning.id })
    .from(positioning)
    .innerJoin(participant, eq(participant.id, positioning.participantId))
    .innerJoin(organisation, eq(organisation.id, positioning.employerId))
    .leftJoin(offer, eq(offer.id, positioning.offerId))
    .where(conditionsOf(filter))
    .orderBy(desc(positioning.id))
    .getSQL();
}

/** The structure's positionings, the latest first. */
export async function listPositionings(tx: Tx, filter: PositioningFilter) {
  const where = conditionsOf(filter);
  const rows = await tx
    .select({
      id: positioning.id,
      participantId: positioning.participantId,
      firstName: participant.firstName,
      lastName: participant.lastName,
      employerId: positioning.employerId,
      employerName: organisation.name,
      offerId: positioning.offerId,
      offerTitle: offer.title,
      pushId: positioning.pushId,
      status: positioning.status,
      interviewAt: positioning.interviewAt,
      refusalReason: positioning.refusalReason,
      closeReason: positioning.closeReason,
      answerNote: positioningNote.note,
      sentAt: positioning.sentAt,
      seenAt: positioning.seenAt,
      answeredAt: positioning.answeredAt,
      sentByName: user.name,
      version: positioning.version,
      pausedUntil: positioning.pausedUntil,
      letter: letterOf(positioning.pushId),
    })
    .from(positioning)
    .innerJoin(participant, eq(participant.id, positioning.participantId))
    .innerJoin(organisation, eq(organisation.id, positioning.employerId))
    .leftJoin(offer, eq(offer.id, positioning.offerId))
    .leftJoin(user, eq(user.id, positioning.createdBy))
    .leftJoin(positioningNote, eq(positioningNote.positioningId, positioning.id))
    .where(where)
    .orderBy(desc(positioning.id))
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize);
  const [total] = await tx
    .select({ count: count() })
    .from(positioning)
    .innerJoin(participant, eq(participant.id, positioning.participantId))
    .innerJoin(organisation, eq(organisation.id, positioning.employerId))
    .leftJoin(offer, eq(offer.id, positioning.offerId))
    .where(where);
  return { rows, total: total?.count ?? 0 };
}

/** One positioning and where it went, locked when it is about to move. */
export async function findPositioning(tx: Tx, positioningId: string, options: { lock?: boolean } = {}) {
  const query = tx.select().from(positioning).where(eq(positioning.id, positioningId));
  const [row] = options.lock ? await query.for('update') : await query;
  return row;
}

export async function listPositioningEvents(tx: Tx, positioningId: string) {
  return tx
    .select({
      at: positioningEvent.at,
      fromStatus: positioningEvent.fromStatus,
      toStatus: positioningEvent.toStatus,
      act: positioningEvent.act,
      actor: positioningEvent.actor,
      actorKind: positioningEvent.actorKind,
      userName: user.name,
      facts: positioningEvent.facts,
    })
    .from(positioningEvent)
    .leftJoin(user, eq(user.id, positioningEvent.userId))
    .where(eq(positioningEvent.positioningId, positioningId))
    .orderBy(positioningEvent.id);
}

/** What became of the meeting that `findInterview` finds; null while nobody said. */
const lastOutcome = sql<InterviewOutcome | null>`(select i.outcome from interview i where i.positioning_id = ${positioning.id}
  order by (i.outcome is null) desc, i.created_at desc, i.id limit 1)`;

/** What a company was sent: positionings with the card where it still stands (none once withdrawn). */
export async function listSent(
  tx: Tx,
  where: { pushId?: string; employerId?: string; positioningId?: string; positioningIds?: readonly string[] },
) {
  return tx
    .select({
      id: positioning.id,
      participantId: positioning.participantId,
      structureId: positioning.structureId,
      status: positioning.status,
      interviewAt: positioning.interviewAt,
      outcome: lastOutcome,
      refusalReason: positioning.refusalReason,
      closeReason: positioning.closeReason,
      answerNote: positioningNote.note,
      sentAt: positioning.sentAt,
      seenAt: positioning.seenAt,
      version: positioning.version,
      offerTitle: offer.title,
      contractObject: contract.object,
      transfer: transferOf,
      card: disclosure.card,
      eligibleUntil: disclosure.eligibleUntil,
    })
    .from(positioning)
    .leftJoin(push, eq(push.id, positioning.pushId))
    .leftJoin(offer, eq(offer.id, positioning.offerId))
    .leftJoin(contract, eq(contract.id, push.contractId))
    .leftJoin(disclosure, eq(disclosure.positioningId, positioning.id))
    .leftJoin(positioningNote, eq(positioningNote.positioningId, positioning.id))
    .where(
      and(
        where.pushId ? eq(positioning.pushId, where.pushId) : undefined,
        where.employerId ? eq(positioning.employerId, where.employerId) : undefined,
        where.positioningId ? eq(positioning.id, where.positioningId) : undefined,
        where.positioningIds ? inArray(positioning.id, [...where.positioningIds]) : undefined,
        sql`${positioning.status} <> 'proposed'`,
      ),
    )
    .orderBy(desc(positioning.sentAt), positioning.id);
}

/** Who wrote, for what: the first page of a link says nothing else. */
export async function findPush(tx: Tx, pushId: string) {
  const [row] = await tx
    .select({
      id: push.id,
      employerId: push.employerId,
      employerName: organisation.name,
      recipientName: push.recipientName,
      recipientEmail: push.recipientEmail,
      message: push.message,
      sentAt: push.sentAt,
      sentByName: user.name,
      sentByEmail: user.email,
      offerTitle: offer.title,
      offerId: push.offerId,
      contractObject: contract.object,
      structureName: sql<string>`(select name from organisation where id = ${push.structureId})`,
      structurePhone: sql<string | null>`(select phone from organisation where id = ${push.structureId})`,
      cvs: sql<number>`(select count(*)::int from positioning where push_id = ${push.id})`,
    })
    .from(push)
    .innerJoin(organisation, eq(organisation.id, push.employerId))
    .leftJoin(user, eq(user.id, push.sentBy))
    .leftJoin(offer, eq(offer.id, push.offerId))
    .leftJoin(contract, eq(contract.id, push.contractId))
    .where(eq(push.id, pushId));
  return row;
}
