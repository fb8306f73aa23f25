import { asc, gt, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { participant } from '../participant/tables.ts';

/** What the text index is made of, before codes become words. */
export interface IndexedRow {
  id: string;
  structureId: string;
  number: number;
  firstName: string;
  lastName: string;
  occupations: string[];
  skills: string[];
  /** Titles of her confirmed CVs. */
  cvTitle: string | null;
  /** Titles of the jobs of these CVs. */
  jobs: string[];
}

const columns = {
  id: participant.id,
  structureId: participant.structureId,
  number: participant.number,
  firstName: participant.firstName,
  lastName: participant.lastName,
  occupations: sql<
    string[]
  >`array(select o.rome_code from participant_occupation o where o.participant_id = "participant"."id" order by o.position)`,
  skills: sql<
    string[]
  >`array(select s.label from participant_skill s where s.participant_id = "participant"."id" order by s.label)`,
  cvTitle: sql<
    string | null
  >`(select string_agg(c.title, ' ' order by c.current desc, c.id) from cv c where c.participant_id = "participant"."id" and c.status = 'confirmed')`,
  jobs: sql<
    string[]
  >`array(select j ->> 'label' from cv c, jsonb_array_elements(coalesce(c.content -> 'experience', '[]')) j where c.participant_id = "participant"."id" and c.status = 'confirmed')`,
};

export async function listIndexedRows(tx: Tx, ids: readonly string[]): Promise<IndexedRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select(columns)
    .from(participant)
    .where(inArray(participant.id, [...ids]));
}

/** The next people after an id, for a rebuild that goes on where it stopped. */
export async function listIndexedRowsAfter(tx: Tx, after: string | null, limit: number): Promise<IndexedRow[]> {
  return tx
    .select(columns)
    .from(participant)
    .where(after === null ? undefined : gt(participant.id, after))
    .orderBy(asc(participant.id))
    .limit(limit);
}

export async function countIndexedRows(tx: Tx): Promise<number> {
  const [row] = await tx.select({ people: sql<number>`count(*)::int` }).from(participant);
  return row?.people ?? 0;
}
