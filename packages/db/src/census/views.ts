import type { CensusColumn } from '@jonction/domain/census/columns';
import { and, asc, eq, sql } from 'drizzle-orm';
import { user } from '../access/tables.ts';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { censusColumnsOf, censusView } from './tables.ts';

export interface Owner {
  structureId: string;
  userId: string;
}

/** The views of somebody and those that the team shares, by their names. */
export async function listViews(tx: Tx, { structureId, userId }: Owner) {
  return tx
    .select({
      id: censusView.id,
      name: censusView.name,
      shared: censusView.shared,
      search: censusView.search,
      own: sql<boolean>`${censusView.userId} = ${userId}`,
      userName: user.name,
    })
    .from(censusView)
    .innerJoin(user, eq(user.id, censusView.userId))
    .where(eq(censusView.structureId, structureId))
    .orderBy(sql`${censusView.name} collate "fr-x-icu"`, asc(censusView.id));
}

/** Saved under a name: it takes the place of one's view of that name. */
export async function saveView(
  tx: Tx,
  view: Owner & { name: string; shared: boolean; search: string },
): Promise<string> {
  const { shared, search } = view;
  const [row] = await tx
    .insert(censusView)
    .values(view)
    .onConflictDoUpdate({
      target: [censusView.structureId, censusView.userId, censusView.name],
      set: { shared, search, savedAt: sql`now()` },
    })
    .returning({ id: censusView.id });
  return row?.id ?? '';
}

/** Whether there was one within reach to take away. */
export async function dropView(tx: Tx, { structureId, userId }: Owner, viewId: string): Promise<boolean> {
  const own = and(eq(censusView.structureId, structureId), eq(censusView.userId, userId));
  const rows = await tx
    .delete(censusView)
    .where(and(eq(censusView.id, viewId), own))
    .returning({ id: censusView.id });
  return rows.length > 0;
}

/** The directorates to which contracts of a team were given, by buyer and name. */
export async function listDirectorates(tx: Tx, structureId: string) {
  return rowsOf<{ id: string; name: string; buyerName: string }>(
    await tx.execute(sql`
      select d.id, d.name, b.name as "buyerName" from directorate d join organisation b on b.id = d.buyer_id
      where d.id in (select c.directorate_id from contract_structure s join contract c on c.id = s.contract_id where s.structure_id = ${structureId})
      order by b.name collate "fr-x-icu", d.name collate "fr-x-icu", d.id`),
  );
}

export async function findColumns(tx: Tx, { structureId, userId }: Owner): Promise<CensusColumn[]> {
  const [row] = await tx
    .select({ columns: censusColumnsOf.columns })
    .from(censusColumnsOf)
    .where(and(eq(censusColumnsOf.structureId, structureId), eq(censusColumnsOf.userId, userId)));
  return row?.columns ?? [];
}

export async function keepColumns(tx: Tx, owner: Owner, columns: readonly CensusColumn[]): Promise<void> {
  const kept = [...columns];
  await tx
    .insert(censusColumnsOf)
    .values({ ...owner, columns: kept })
    .onConflictDoUpdate({ target: [censusColumnsOf.structureId, censusColumnsOf.userId], set: { columns: kept } });
}
