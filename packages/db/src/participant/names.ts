import { inArray } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { participant } from './tables.ts';

/** "Last First" of some people, by id: those out of reach are absent. */
export async function listNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: participant.id, firstName: participant.firstName, lastName: participant.lastName })
    .from(participant)
    .where(inArray(participant.id, [...ids]));
  return new Map(rows.map(({ id, firstName, lastName }) => [id, `${lastName} ${firstName}`]));
}
