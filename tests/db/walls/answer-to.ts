import { type ActorSettings, sqlStateOf } from '@jonction/db/client';
import { type SQL, sql } from 'drizzle-orm';
import type { FilledStructure } from './filled-structure.ts';

class Undone extends Error {}

/** What the base answers to somebody, of whose changes the last counts; all is looked at as at the end, and nothing stays. */
export async function answerTo(
  world: FilledStructure,
  actor: ActorSettings,
  changes: readonly SQL[],
): Promise<string | number> {
  let rows = 0;
  const database = actor.kind === 'system' ? world.system : world.application;
  try {
    await database.as(actor, async (tx) => {
      for (const change of changes) rows = (await tx.execute(change)).count;
      await tx.execute(sql`set constraints all immediate`);
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) return sqlStateOf(error) ?? String(error);
  }
  return rows;
}
