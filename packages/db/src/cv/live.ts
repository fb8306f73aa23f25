import type { LiveCv } from '@jonction/domain/cv/live';
import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { participant } from '../participant/tables.ts';
import { cv } from './tables.ts';

/** The confirmed CVs of one person, held until the end of the transaction; the content as it is stored. */
export async function lockLiveCvs(tx: Tx, participantId: string): Promise<(LiveCv & { content: unknown })[]> {
  const rows = await tx
    .select()
    .from(cv)
    .where(and(eq(cv.participantId, participantId), eq(cv.status, 'confirmed')))
    .orderBy(cv.id)
    .for('update');
  return rows.map((row) => ({
    id: row.id,
    main: row.romeCode,
    occupations: occupationsIn(row.content),
    current: row.current,
    confirmedOn: row.confirmedOn,
    content: row.content,
  }));
}

function occupationsIn(content: unknown): string[] {
  const held = content !== null && typeof content === 'object' ? Reflect.get(content, 'occupations') : null;
  return Array.isArray(held) ? held.flatMap((one) => (typeof one?.code === 'string' ? [one.code] : [])) : [];
}

/** What the confirmed CVs of a person say, or all but one of them, as it is stored. */
export async function listLiveContents(tx: Tx, participantId: string, exceptId: string | null): Promise<unknown[]> {
  const rows = await tx
    .select({ content: cv.content })
    .from(cv)
    .where(
      and(
        eq(cv.participantId, participantId),
        eq(cv.status, 'confirmed'),
        exceptId === null ? undefined : ne(cv.id, exceptId),
      ),
    )
    .orderBy(cv.id);
  return rows.map(({ content }) => content);
}

/** The CVs named are no more shown. */
export async function replaceCvs(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(cv)
    .set({ current: false, status: 'replaced' })
    .where(inArray(cv.id, [...ids]));
}

/** One CV of a person is the current one, or none: the mark leaves the one that had it first, since there is only one. */
export async function markCurrent(tx: Tx, participantId: string, id: string | null): Promise<void> {
  await tx
    .update(cv)
    .set({ current: false })
    .where(and(eq(cv.participantId, participantId), eq(cv.current, true)));
  if (id !== null) await tx.update(cv).set({ current: true }).where(eq(cv.id, id));
}

export interface ListedCv {
  id: string;
  title: string;
  current: boolean;
  confirmedOn: string | null;
  occupations: string[];
}

/** The confirmed CVs of the person of a row, for a choice between them. */
export const liveCvsOf: SQL<ListedCv[]> = sql<
  ListedCv[]
>`(select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'title', c.title, 'current', c.current, 'confirmedOn', c.confirmed_on,
    'occupations', coalesce(jsonb_path_query_array(c.content, '$.occupations[*].code'), '[]'))), '[]')
  from cv c where c.participant_id = "participant"."id" and c.status = 'confirmed')`;

/** The confirmed CVs of people, by person. One statement whatever their number. */
export async function listLiveCvs(tx: Tx, participantIds: readonly string[]): Promise<Map<string, ListedCv[]>> {
  if (participantIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: participant.id, cvs: liveCvsOf })
    .from(participant)
    .where(inArray(participant.id, [...participantIds]));
  return new Map(rows.map(({ id, cvs }) => [id, cvs]));
}
