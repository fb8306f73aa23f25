import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { offer } from '../offer/tables.ts';
import { organisation } from '../organisation/tables.ts';
import { participant } from '../participant/tables.ts';
import { positioning } from '../positioning/tables.ts';
import { placement } from './tables.ts';

/** A positioning as the beginning of a hire: who, where, on which clause, and whether it has its hire. */
export async function findHire(tx: Tx, positioningId: string) {
  const [row] = await tx
    .select({
      positioningId: positioning.id,
      status: positioning.status,
      participantId: positioning.participantId,
      personName: sql<string>`${participant.firstName} || ' ' || ${participant.lastName}`,
      employerId: positioning.employerId,
      employerName: organisation.name,
      offerTitle: offer.title,
      clauseId: offer.clauseId,
      romeCode: offer.romeCode,
      employmentKind: offer.employmentKind,
      weeklyHours: offer.weeklyHoursMax,
      startsOn: offer.startsOn,
      placementId: placement.id,
    })
    .from(positioning)
    .innerJoin(participant, eq(participant.id, positioning.participantId))
    .innerJoin(organisation, eq(organisation.id, positioning.employerId))
    .leftJoin(offer, eq(offer.id, positioning.offerId))
    .leftJoin(placement, eq(placement.positioningId, positioning.id))
    .where(eq(positioning.id, positioningId));
  return row;
}
