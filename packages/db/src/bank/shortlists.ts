import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { liveCvsOf } from '../cv/live.ts';
import { offer } from '../offer/tables.ts';
import { participant } from '../participant/tables.ts';
import { shortlist, shortlistMember } from './tables.ts';

/** The lists of a structure, the last touched first, with how many people of each are available. */
export async function listShortlists(tx: Tx) {
  return tx
    .select({
      id: shortlist.id,
      name: shortlist.name,
      offerTitle: offer.title,
      createdByName: user.name,
      updatedAt: shortlist.updatedAt,
      people: sql<number>`(select count(*)::int from shortlist_member m where m.shortlist_id = ${shortlist.id})`,
      available: sql<number>`(select count(*)::int from shortlist_member m join participant p on p.id = m.participant_id
        where m.shortlist_id = ${shortlist.id} and p.status = 'available')`,
    })
    .from(shortlist)
    .leftJoin(offer, eq(offer.id, shortlist.offerId))
    .leftJoin(user, eq(user.id, shortlist.createdBy))
    .orderBy(desc(shortlist.updatedAt), asc(shortlist.id))
    .limit(500);
}

export async function findShortlist(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      id: shortlist.id,
      structureId: shortlist.structureId,
      name: shortlist.name,
      offerId: shortlist.offerId,
      offerTitle: offer.title,
      offerStatus: offer.status,
      romeCode: offer.romeCode,
      createdByName: user.name,
    })
    .from(shortlist)
    .leftJoin(offer, eq(offer.id, shortlist.offerId))
    .leftJoin(user, eq(user.id, shortlist.createdBy))
    .where(eq(shortlist.id, id));
  return row ?? null;
}

/** The same, held until the end of the transaction: two additions come one after the other. */
export async function lockShortlist(tx: Tx, id: string) {
  const [row] = await tx.select().from(shortlist).where(eq(shortlist.id, id)).for('update');
  return row ?? null;
}

export async function isListNameTaken(tx: Tx, name: string, exceptId: string | null): Promise<boolean> {
  const [row] = await tx
    .select({ id: shortlist.id })
    .from(shortlist)
    .where(
      and(
        sql`lower(${shortlist.name}) = lower(${name})`,
        exceptId === null ? undefined : sql`${shortlist.id} <> ${exceptId}`,
      ),
    )
    .limit(1);
  return row !== undefined;
}

export async function listMembers(tx: Tx, shortlistId: string) {
  return tx
    .select({
      participantId: participant.id,
      firstName: participant.firstName,
      lastName: participant.lastName,
      phone: participant.phone,
      city: participant.city,
      status: participant.status,
      availableFrom: participant.availableFrom,
      consents: participant.diffusionConsent,
      lastContactOn: participant.lastContactOn,
      cvs: liveCvsOf,
      note: shortlistMember.note,
      addedAt: shortlistMember.addedAt,
      addedByName: user.name,
    })
    .from(shortlistMember)
    .innerJoin(participant, eq(participant.id, shortlistMember.participantId))
    .leftJoin(user, eq(user.id, shortlistMember.addedBy))
    .where(eq(shortlistMember.shortlistId, shortlistId))
    .orderBy(
      sql`${participant.lastName} collate "fr-x-icu"`,
      sql`${participant.firstName} collate "fr-x-icu"`,
      participant.id,
    );
}

export async function listMemberIds(tx: Tx, shortlistId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: shortlistMember.participantId })
    .from(shortlistMember)
    .where(eq(shortlistMember.shortlistId, shortlistId));
  return rows.map(({ id }) => id);
}

/** Those of some ids that whoever asks may see: somebody of another structure is simply not among them. */
export async function listReadable(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: participant.id })
    .from(participant)
    .where(inArray(participant.id, [...ids]));
  return rows.map(({ id }) => id);
}

export async function addMembers(
  tx: Tx,
  of: { shortlistId: string; structureId: string; addedBy: string },
  participantIds: readonly string[],
): Promise<void> {
  if (participantIds.length > 0) {
    await tx.insert(shortlistMember).values(participantIds.map((participantId) => ({ ...of, participantId })));
  }
  await touch(tx, of.shortlistId);
}

export async function removeMembers(tx: Tx, shortlistId: string, participantIds: readonly string[]): Promise<number> {
  const rows = await tx
    .delete(shortlistMember)
    .where(
      and(eq(shortlistMember.shortlistId, shortlistId), inArray(shortlistMember.participantId, [...participantIds])),
    )
    .returning({ id: shortlistMember.participantId });
  await touch(tx, shortlistId);
  return rows.length;
}

export async function writeNote(tx: Tx, of: { shortlistId: string; participantId: string }, note: string | null) {
  const rows = await tx
    .update(shortlistMember)
    .set({ note })
    .where(and(eq(shortlistMember.shortlistId, of.shortlistId), eq(shortlistMember.participantId, of.participantId)))
    .returning({ id: shortlistMember.participantId });
  return rows.length === 1;
}

async function touch(tx: Tx, shortlistId: string): Promise<void> {
  await tx.update(shortlist).set({ updatedAt: sql`now()` }).where(eq(shortlist.id, shortlistId));
}
