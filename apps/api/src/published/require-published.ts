import type { Tx } from '@jonction/db/client';
import { contract } from '@jonction/db/contract/tables';
import { inArray } from 'drizzle-orm';
import { Refuse } from '../refuse.ts';

/** Each of them must be a contract that came by open data, and by nobody's hand. */
export async function requirePublished(tx: Tx, openIds: readonly string[]): Promise<void> {
  const rows = await tx
    .select({ source: contract.source })
    .from(contract)
    .where(inArray(contract.id, [...openIds]));
  if (rows.length < new Set(openIds).size) throw new Refuse('published.not_found');
  if (rows.some(({ source }) => source !== 'decp')) throw new Refuse('published.not_published');
}
