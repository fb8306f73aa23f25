import type { AlertPace, Find } from '@jonction/domain/bank/alert';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { conditionsOf, idArray, type ParticipantFilters } from '../participant/filter.ts';
import { participant } from '../participant/tables.ts';
import { searchAlert, searchFind } from './tables.ts';

/** An alert watches so many people; a search that finds more is no search to be alerted on. */
export const mostWatched = 5_000;

/** Everybody of one structure whom a search finds. A job reads everything: it names the structure itself. */
export async function listFound(tx: Tx, structureId: string, filters: Omit<ParticipantFilters, 'page' | 'pageSize'>) {
  const { ids } = filters;
  const rows = await tx
    .select({ id: participant.id })
    .from(participant)
    .where(
      and(
        eq(participant.structureId, structureId),
        ids === null ? undefined : sql`${participant.id} = any(${idArray(ids)})`,
        ...conditionsOf(filters).map(({ holds }) => holds),
      ),
    )
    .orderBy(participant.id)
    .limit(mostWatched);
  return rows.map(({ id }) => id);
}

export interface DueAlert {
  searchId: string;
  userId: string;
  structureId: string;
  name: string;
  filters: unknown;
  email: string;
  userName: string;
  since: Date;
  [column: string]: unknown;
}

/**
 * Alerts of a pace, of people who are of the team today and may still open the search: access that ended, or a search that is no
 * longer shared, tells nothing more.
 */
export async function listAlerts(tx: Tx, pace: AlertPace): Promise<DueAlert[]> {
  return tx.execute<DueAlert>(sql`
    select a.search_id as "searchId", a.user_id as "userId", a.structure_id as "structureId", s.name, s.filters,
      u.email, u.name as "userName", a.since
    from search_alert a
    join saved_search s on s.id = a.search_id
    join "user" u on u.id = a.user_id
    where a.pace = ${pace} and (s.shared or s.owner_id = a.user_id)
      and exists (select from membership m where m.user_id = a.user_id and m.structure_id = a.structure_id
        and m.role in ('facilitator', 'lead') and m.ended_at is null)
    order by a.search_id, a.user_id`);
}

/** Holds an alert until the end of the transaction; false when another run has it, or it was stopped meanwhile. */
export async function holdAlert(tx: Tx, searchId: string, userId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: searchAlert.searchId })
    .from(searchAlert)
    .where(and(eq(searchAlert.searchId, searchId), eq(searchAlert.userId, userId)))
    .for('update', { skipLocked: true });
  return rows.length === 1;
}

export async function listFinds(tx: Tx, searchId: string, userId: string): Promise<Find[]> {
  return tx
    .select({
      participantId: searchFind.participantId,
      known: searchFind.known,
      told: sql<boolean>`${searchFind.toldAt} is not null`,
      read: sql<boolean>`${searchFind.readAt} is not null`,
    })
    .from(searchFind)
    .where(and(eq(searchFind.searchId, searchId), eq(searchFind.userId, userId)))
    .orderBy(searchFind.foundAt, searchFind.participantId);
}

export async function addFinds(
  tx: Tx,
  of: { searchId: string; userId: string; structureId: string },
  participantIds: readonly string[],
  known: boolean,
): Promise<void> {
  for (let from = 0; from < participantIds.length; from += 1000) {
    const some = participantIds.slice(from, from + 1000);
    await tx
      .insert(searchFind)
      .values(some.map((participantId) => ({ ...of, participantId, known })))
      .onConflictDoNothing();
  }
}

export async function endRun(tx: Tx, of: { searchId: string; userId: string }, told: readonly string[]): Promise<void> {
  await tx
    .update(searchAlert)
    .set({ runAt: sql`now()` })
    .where(and(eq(searchAlert.searchId, of.searchId), eq(searchAlert.userId, of.userId)));
  if (told.length === 0) return;
  await tx
    .update(searchFind)
    .set({ toldAt: sql`now()` })
    .where(
      and(
        eq(searchFind.searchId, of.searchId),
        eq(searchFind.userId, of.userId),
        inArray(searchFind.participantId, [...told]),
      ),
    );
}
