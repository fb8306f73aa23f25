import { aliasedTable, and, desc, eq, isNull, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { contact } from '../contact/tables.ts';
import { cv } from '../cv/tables.ts';
import { storedFile } from '../file/tables.ts';
import { organisation } from '../organisation/tables.ts';
import { consentEvent, duplicateSuspicion, participant, recommendation } from './tables.ts';

const other = aliasedTable(participant, 'other');

export async function listCvsOf(tx: Tx, participantId: string) {
  return tx
    .select({
      id: cv.id,
      title: cv.title,
      status: cv.status,
      current: cv.current,
      fileId: cv.fileId,
      fileName: storedFile.name,
      createdAt: cv.createdAt,
      confirmedOn: cv.confirmedOn,
    })
    .from(cv)
    .leftJoin(storedFile, eq(storedFile.id, cv.fileId))
    .where(eq(cv.participantId, participantId))
    .orderBy(desc(cv.current), desc(cv.createdAt));
}

export async function listConsentsOf(tx: Tx, participantId: string) {
  return tx
    .select({
      type: consentEvent.type,
      on: consentEvent.on,
      way: consentEvent.way,
      textVersion: consentEvent.textVersion,
      recordedByName: user.name,
    })
    .from(consentEvent)
    .leftJoin(user, eq(user.id, consentEvent.recordedBy))
    .where(eq(consentEvent.participantId, participantId))
    .orderBy(desc(consentEvent.id));
}

export async function listContactsOf(tx: Tx, participantId: string, limit = 100) {
  return tx
    .select({
      id: contact.id,
      at: contact.at,
      channel: contact.channel,
      outcome: contact.outcome,
      purpose: contact.purpose,
      note: contact.note,
      madeByName: user.name,
    })
    .from(contact)
    .leftJoin(user, eq(user.id, contact.madeBy))
    .where(eq(contact.participantId, participantId))
    .orderBy(desc(contact.at), desc(contact.id))
    .limit(limit);
}

export async function listRecommendationsOf(tx: Tx, participantId: string) {
  return tx
    .select({
      id: recommendation.id,
      status: recommendation.status,
      message: recommendation.message,
      answer: recommendation.answer,
      reviewedAt: recommendation.reviewedAt,
      answeredAt: recommendation.answeredAt,
      createdAt: recommendation.createdAt,
      partnerName: organisation.name,
      recommendedByName: user.name,
    })
    .from(recommendation)
    .innerJoin(organisation, eq(organisation.id, recommendation.partnerId))
    .leftJoin(user, eq(user.id, recommendation.recommendedBy))
    .where(eq(recommendation.participantId, participantId))
    .orderBy(desc(recommendation.createdAt));
}

/** Others of the structure who may be the same person, whichever of the two was recorded last. */
export async function listDuplicatesOf(tx: Tx, participantId: string) {
  return tx
    .select({
      id: other.id,
      number: other.number,
      firstName: other.firstName,
      lastName: other.lastName,
      why: duplicateSuspicion.why,
      score: duplicateSuspicion.score,
    })
    .from(duplicateSuspicion)
    .innerJoin(
      other,
      sql`${other.id} = case when ${duplicateSuspicion.participantId} = ${participantId} then ${duplicateSuspicion.otherId} else ${duplicateSuspicion.participantId} end`,
    )
    .where(
      and(
        sql`${participantId} in (${duplicateSuspicion.participantId}, ${duplicateSuspicion.otherId})`,
        isNull(duplicateSuspicion.dismissedAt),
      ),
    );
}

/** The name of who owns a record and of the partner who sent her. */
export async function namesOf(tx: Tx, participantId: string) {
  const [row] = await tx
    .select({ ownerName: user.name, partnerName: organisation.name })
    .from(participant)
    .leftJoin(user, eq(user.id, participant.ownerId))
    .leftJoin(organisation, eq(organisation.id, participant.recommendedByOrganisationId))
    .where(eq(participant.id, participantId));
  return row ?? { ownerName: null, partnerName: null };
}
