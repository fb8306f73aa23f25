import { sqlStateOf } from '@jonction/db/client';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FilledStructure, fillStructure, system } from './filled-structure.ts';

/** What the base says of a change: the SQLSTATE of its refusal. */
export const unique = '23505';
export const check = '23514';
export const missing = '23502';
export const stranger = '23503';
export const appendOnly = '23001';

export type Case = [rule: string, refusal: string, change: () => SQL];

class Undone extends Error {}

/** A copy of a row with other values, as the base would keep it. */
export function copy(table: string, where: SQL, values: Record<string, unknown>): SQL {
  const name = sql.identifier(table);
  return sql`insert into ${name} select (jsonb_populate_record(t, ${JSON.stringify(values)}::jsonb)).* from ${name} t where ${where}`;
}

export const fresh = () => crypto.randomUUID();

/** A filled structure for a file of tests, and what its base answers to changes of which nothing stays. */
export function constraintWorld() {
  let world: FilledStructure;
  beforeAll(async () => {
    world = await fillStructure();
  });
  afterAll(() => world.close());

  /** What the base answers to a change made by the system itself, whom no wall holds. */
  async function answer(change: SQL): Promise<string> {
    try {
      await world.system.as(system, async (tx) => {
        await tx.execute(change);
        throw new Undone();
      });
    } catch (error) {
      if (error instanceof Undone) return 'taken';
      return sqlStateOf(error) ?? String(error);
    }
    return 'taken';
  }

  return {
    get world() {
      return world;
    },
    answer,
    rules(cases: Case[]): void {
      it.each(cases)('%s', async (_, refusal, change) => {
        expect(await answer(change())).toBe(refusal);
      });
    },
  };
}
