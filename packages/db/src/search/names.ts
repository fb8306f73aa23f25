import { inArray } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { organisation } from '../organisation/tables.ts';

export async function namesOfOrganisations(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(inArray(organisation.id, [...ids]));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
