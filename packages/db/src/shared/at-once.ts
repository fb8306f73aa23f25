import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from './rows.ts';

/**
 * Runs a statement with its values written into it, escaped. It leaves at once, behind those under way: one with parameters
 * waits until the base has described it, and every other statement with it, while this process may be at work on something else.
 */
export async function rowsAtOnce<Row>(tx: Tx, statement: SQL): Promise<Row[]> {
  return rowsOf<Row>(await tx.execute(statement.inlineParams()));
}

/** Ids as one value of a statement. */
export function uuids(ids: readonly string[]): SQL {
  return sql`${`{${ids.join(',')}}`}::uuid[]`;
}
