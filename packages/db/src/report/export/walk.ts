import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../client.ts';
import { rowsOf } from '../../shared/rows.ts';

export async function countOf(tx: Tx, ids: SQL): Promise<number> {
  const [row] = rowsOf<{ count: number }>(await tx.execute(sql`select count(*)::int as count from (${ids}) listed`));
  return row?.count ?? 0;
}

/** The ids that a statement gives, in its order and of one moment, some at a time: one cursor whatever their number. */
export async function* walk(tx: Tx, ids: SQL, size = 500): AsyncGenerator<string[]> {
  await tx.execute(sql`declare listed no scroll cursor for ${ids}`);
  for (;;) {
    const rows = rowsOf<{ id: string }>(await tx.execute(sql.raw(`fetch forward ${size} from listed`)));
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
  }
}

/** Rows that carry the id of the thing they are of, put back in the order of the ids. */
export function inOrder<Row extends { id: string }>(ids: readonly string[], rows: readonly Row[]): Row[] {
  const byId = Map.groupBy(rows, ({ id }) => id);
  return ids.flatMap((id) => byId.get(id) ?? []);
}
