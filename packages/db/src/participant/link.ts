import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { offer } from '../offer/tables.ts';
import { organisation } from '../organisation/tables.ts';
import { offerProposal, participantLink, participantWord } from './link-tables.ts';

/** The link that lives for a person, locked or over included: the page says so. */
export async function findLivingLink(tx: Tx, participantId: string) {
  const [row] = await tx
    .select({
      way: participantLink.way,
      createdAt: participantLink.createdAt,
      expiresAt: participantLink.expiresAt,
      openedAt: participantLink.openedAt,
      lockedAt: participantLink.lockedAt,
      failures: participantLink.failures,
      madeByName: user.name,
    })
    .from(participantLink)
    .leftJoin(user, eq(user.id, participantLink.madeBy))
    .where(and(eq(participantLink.participantId, participantId), isNull(participantLink.revokedAt)));
  return row ?? null;
}

/** Kills the link that lives, if there is one. */
export async function revokeLivingLink(tx: Tx, participantId: string): Promise<boolean> {
  const rows = await tx
    .update(participantLink)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(participantLink.participantId, participantId), isNull(participantLink.revokedAt)))
    .returning({ id: participantLink.id });
  return rows.length > 0;
}

/** What a person said on her page and nobody has dealt with, the oldest first. */
export async function listWaitingWords(tx: Tx, participantId: string) {
  return tx
    .select({
      id: participantWord.id,
      field: participantWord.field,
      words: participantWord.words,
      applied: participantWord.applied,
      saidAt: participantWord.saidAt,
    })
    .from(participantWord)
    .where(and(eq(participantWord.participantId, participantId), isNull(participantWord.handledAt)))
    .orderBy(asc(participantWord.saidAt), asc(participantWord.id));
}

/** Offers a person was asked about, the latest first: for her team, and for herself on her page. */
export async function listProposalsOf(tx: Tx, participantId: string) {
  return tx
    .select({
      id: offerProposal.id,
      offerId: offer.id,
      title: offer.title,
      employerName: organisation.name,
      placeLabel: offer.placeLabel,
      startsOn: offer.startsOn,
      weeklyHoursMin: offer.weeklyHoursMin,
      weeklyHoursMax: offer.weeklyHoursMax,
      schedule: offer.schedule,
      offerStatus: offer.status,
      proposedAt: offerProposal.proposedAt,
      answer: offerProposal.answer,
      reason: offerProposal.reason,
      answeredAt: offerProposal.answeredAt,
      handled: sql<boolean>`${offerProposal.handledAt} is not null`,
    })
    .from(offerProposal)
    .innerJoin(offer, eq(offer.id, offerProposal.offerId))
    .innerJoin(organisation, eq(organisation.id, offer.employerId))
    .where(eq(offerProposal.participantId, participantId))
    .orderBy(desc(offerProposal.proposedAt), desc(offerProposal.id));
}
