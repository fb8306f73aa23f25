import type { CrisisCadence } from '@jonction/domain/crisis/cadence';
import type { CrisisState } from '@jonction/domain/crisis/crisis';
import type { CrisisChoice } from '@jonction/domain/crisis/plan';
import type { Day } from '@jonction/domain/shared/day';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rowsOf } from '../shared/rows.ts';
import { crisis, crisisChoice } from './tables.ts';

export type CrisisRow = typeof crisis.$inferSelect;

/** An emergency of the reader's team. `held`: until the end of the transaction, one act after the other. */
export async function findCrisis(tx: Tx, crisisId: string, held = false): Promise<CrisisRow | null> {
  const query = tx.select().from(crisis).where(eq(crisis.id, crisisId));
  const [row] = held ? await query.for('update') : await query;
  return row ?? null;
}

/** Those in force first, then the latest. */
export async function listCrises(tx: Tx, structureId: string, states?: readonly CrisisState[]): Promise<CrisisRow[]> {
  const own = eq(crisis.structureId, structureId);
  return tx
    .select()
    .from(crisis)
    .where(states ? and(own, inArray(crisis.state, [...states])) : own)
    .orderBy(desc(sql`${crisis.state} = 'in_force'`), desc(sql`${crisis.state} = 'draft'`), desc(crisis.writtenAt));
}

export async function insertCrisis(tx: Tx, row: typeof crisis.$inferInsert): Promise<void> {
  await tx.insert(crisis).values(row);
}

export async function changeCrisis(
  tx: Tx,
  crisisId: string,
  change: Partial<typeof crisis.$inferInsert>,
): Promise<void> {
  await tx.update(crisis).set(change).where(eq(crisis.id, crisisId));
}

export async function deleteDraft(tx: Tx, crisisId: string): Promise<void> {
  await tx.delete(crisis).where(eq(crisis.id, crisisId));
}

/** What was chosen for single contracts, by contract. */
export async function readChoices(
  tx: Tx,
  crisisId: string,
): Promise<Map<string, (CrisisChoice & { contractId: string })[]>> {
  const { contractId, measure, chosen, endsOn } = crisisChoice;
  const rows = await tx
    .select({ contractId, measure, chosen, endsOn })
    .from(crisisChoice)
    .where(eq(crisisChoice.crisisId, crisisId));
  return Map.groupBy(rows, (row) => row.contractId);
}

/** Keeps choices, each in the place of the one before. One statement. */
export async function saveChoices(
  tx: Tx,
  of: { crisisId: string; structureId: string; userId: string },
  choices: readonly (CrisisChoice & { contractId: string })[],
): Promise<void> {
  if (choices.length === 0) return;
  await tx.execute(sql`
    insert into crisis_choice (crisis_id, structure_id, chosen_by, contract_id, measure, chosen, ends_on)
    select ${of.crisisId}, ${of.structureId}, ${of.userId}, "contractId", measure, chosen, "endsOn"
    from jsonb_to_recordset(${JSON.stringify(choices)}::jsonb) as c ("contractId" uuid, measure text, chosen boolean, "endsOn" date)
    on conflict (crisis_id, contract_id, measure)
      do update set chosen = excluded.chosen, ends_on = excluded.ends_on, chosen_by = excluded.chosen_by`);
}

/** The letters of the morning that are held back on a day, by team. One statement for all of them. */
export async function readPauses(tx: Tx, today: Day): Promise<Map<string, ReadonlySet<CrisisCadence>>> {
  const rows = rowsOf<{ structureId: string; cadences: CrisisCadence[] }>(
    await tx.execute(sql`
      select c.structure_id as "structureId", array_agg(distinct k.cadence) as cadences
      from crisis c cross join unnest(c.cadences) as k (cadence)
      where c.state = 'in_force' and c.from_day <= ${today} and coalesce(c.to_day >= ${today}, true)
      group by c.structure_id`),
  );
  return new Map(rows.map(({ structureId, cadences }) => [structureId, new Set(cadences)]));
}
