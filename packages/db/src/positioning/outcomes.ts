import { desc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { offer } from '../offer/tables.ts';
import { organisation } from '../organisation/tables.ts';
import { letterOf } from './queries.ts';
import { positioning } from './tables.ts';

/** What became of people put forward, newest first: the company and the step. The offer's title shows to those who may see it. */
export async function listOutcomesOf(tx: Tx, participantIds: readonly string[]) {
  if (participantIds.length === 0) return [];
  return tx
    .select({
      id: positioning.id,
      participantId: positioning.participantId,
      employerName: organisation.name,
      offerId: positioning.offerId,
      offerTitle: offer.title,
      status: positioning.status,
      refusalReason: positioning.refusalReason,
      closeReason: positioning.closeReason,
      letter: letterOf(positioning.pushId),
      interviewAt: positioning.interviewAt,
      sentAt: positioning.sentAt,
      answeredAt: positioning.answeredAt,
      createdAt: positioning.createdAt,
    })
    .from(positioning)
    .innerJoin(organisation, eq(organisation.id, positioning.employerId))
    .leftJoin(offer, eq(offer.id, positioning.offerId))
    .where(inArray(positioning.participantId, [...participantIds]))
    .orderBy(desc(positioning.createdAt), desc(positioning.id));
}
