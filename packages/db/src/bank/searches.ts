import type { Day } from '@jonction/domain/shared/day';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { participant } from '../participant/tables.ts';
import { savedSearch, searchAlert, searchFind } from './tables.ts';

/** The searches that somebody may open, her own first, each with her alert and what it found that she has not seen. */
export async function listSearches(tx: Tx, userId: string) {
  return tx
    .select({
      id: savedSearch.id,
      name: savedSearch.name,
      shared: savedSearch.shared,
      ownerId: savedSearch.ownerId,
      ownerName: user.name,
      filters: savedSearch.filters,
      columns: savedSearch.columns,
      pace: searchAlert.pace,
      since: searchAlert.since,
      news: sql<number>`(select count(*)::int from search_find f where f.search_id = ${savedSearch.id} and f.user_id = ${userId}
        and not f.known and f.read_at is null)`,
    })
    .from(savedSearch)
    .leftJoin(user, eq(user.id, savedSearch.ownerId))
    .leftJoin(searchAlert, and(eq(searchAlert.searchId, savedSearch.id), eq(searchAlert.userId, userId)))
    .orderBy(sql`${savedSearch.ownerId} <> ${userId}`, sql`${savedSearch.name} collate "fr-x-icu"`, asc(savedSearch.id))
    .limit(500);
}

export async function findSearch(tx: Tx, id: string) {
  const [row] = await tx.select().from(savedSearch).where(eq(savedSearch.id, id));
  return row ?? null;
}

export async function countOwnSearches(tx: Tx, userId: string): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(savedSearch)
    .where(eq(savedSearch.ownerId, userId));
  return row?.count ?? 0;
}

/** Whether somebody already keeps a search of this name, another than `exceptId`. */
export async function isNameTaken(tx: Tx, of: { userId: string; name: string; exceptId: string | null }) {
  const [row] = await tx
    .select({ id: savedSearch.id })
    .from(savedSearch)
    .where(
      and(
        eq(savedSearch.ownerId, of.userId),
        sql`lower(${savedSearch.name}) = lower(${of.name})`,
        of.exceptId === null ? undefined : sql`${savedSearch.id} <> ${of.exceptId}`,
      ),
    )
    .limit(1);
  return row !== undefined;
}

export async function findAlert(tx: Tx, searchId: string, userId: string) {
  const [row] = await tx
    .select()
    .from(searchAlert)
    .where(and(eq(searchAlert.searchId, searchId), eq(searchAlert.userId, userId)));
  return row ?? null;
}

/** Whom an alert found and nobody has looked at yet, the last found first. */
export async function listNews(tx: Tx, searchId: string, userId: string) {
  return tx
    .select({
      participantId: participant.id,
      firstName: participant.firstName,
      lastName: participant.lastName,
      foundAt: searchFind.foundAt,
    })
    .from(searchFind)
    .innerJoin(participant, eq(participant.id, searchFind.participantId))
    .where(
      and(
        eq(searchFind.searchId, searchId),
        eq(searchFind.userId, userId),
        eq(searchFind.known, false),
        isNull(searchFind.readAt),
      ),
    )
    .orderBy(sql`${searchFind.foundAt} desc`, asc(participant.id))
    .limit(200);
}

export async function markSeen(tx: Tx, searchId: string, userId: string): Promise<number> {
  const rows = await tx
    .update(searchFind)
    .set({ readAt: sql`now()` })
    .where(
      and(
        eq(searchFind.searchId, searchId),
        eq(searchFind.userId, userId),
        eq(searchFind.known, false),
        isNull(searchFind.readAt),
      ),
    )
    .returning({ id: searchFind.participantId });
  return rows.length;
}

/** A line of the home for each search with news of whoever asks: how many people, since which day of Paris. */
export async function listSearchNews(tx: Tx): Promise<{ id: string; name: string; count: number; since: Day }[]> {
  return tx
    .select({
      id: savedSearch.id,
      name: savedSearch.name,
      count: sql<number>`count(*)::int`,
      since: sql<Day>`(min(${searchFind.foundAt}) at time zone 'Europe/Paris')::date::text`,
    })
    .from(searchFind)
    .innerJoin(savedSearch, eq(savedSearch.id, searchFind.searchId))
    .where(and(eq(searchFind.known, false), isNull(searchFind.readAt)))
    .groupBy(savedSearch.id, savedSearch.name)
    .orderBy(asc(savedSearch.id))
    .limit(100);
}
