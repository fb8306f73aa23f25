import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../new-id.ts';
import { rowsOf } from '../shared/rows.ts';
import type { NewAnswer } from './changes.ts';
import { censusAnswer, censusChange } from './tables.ts';

type NewChange = Omit<typeof censusChange.$inferInsert, 'id' | 'at' | 'chosen' | 'kept'>;

/** Several sayings at once, each with the contracts it is of. Two statements whatever their number. */
export async function insertChanges(
  tx: Tx,
  changes: readonly { change: NewChange; answers: readonly Omit<NewAnswer, 'changeId' | 'structureId'>[] }[],
): Promise<string[]> {
  const made = changes.map((one) => ({ ...one, id: newId() }));
  await tx
    .insert(censusChange)
    .values(made.map(({ id, change, answers }) => ({ ...change, id, chosen: answers.length, kept: answers.length })));
  await tx
    .insert(censusAnswer)
    .values(
      made.flatMap(({ id: changeId, change, answers }) =>
        answers.map((answer) => ({ ...answer, changeId, structureId: change.structureId })),
      ),
    );
  return made.map(({ id }) => id);
}

export interface CensusDoor {
  id: string;
  askId: string;
  campaignId: string;
  structureId: string;
  buyerId: string;
  address: string;
  title: string;
  dueOn: string;
  structureName: string;
  structurePhone: string | null;
  buyerName: string;
  directorateName: string | null;
}

/** The door of a letter's link: who writes, to which buyer. Null when it is dead. */
export async function findCensusDoor(tx: Tx, hash: string): Promise<CensusDoor | null> {
  const [row] = rowsOf<CensusDoor>(
    await tx.execute(sql`
      select id, ask_id as "askId", campaign_id as "campaignId", structure_id as "structureId", buyer_id as "buyerId", address, title,
        due_on::text as "dueOn", structure_name as "structureName", structure_phone as "structurePhone", buyer_name as "buyerName",
        directorate_name as "directorateName" from app.find_census_link(${hash})`),
  );
  return row ?? null;
}

export async function markCensusLink(tx: Tx, hash: string, { used }: { used: boolean }): Promise<void> {
  await tx.execute(sql`select app.mark_census_link(${hash}, ${used})`);
}
