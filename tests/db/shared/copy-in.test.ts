import { type Database, openDatabase } from '@jonction/db/client';
import { copyIn } from '@jonction/db/shared/copy-in';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBase, type TestBase } from '../../support/base.ts';

let base: TestBase;
let database: Database;
const system = { kind: 'system' } as const;
beforeAll(async () => {
  base = await makeBase();
  database = openDatabase(base.ownerUrl, { max: 2 });
});
afterAll(async () => {
  await database.close();
  await base.drop();
});

/** What the base keeps: no zero character, no half of a pair. */
const text = fc
  .string({
    unit: fc.oneof(fc.constantFrom('\\', '\t', '\n', '\r', '"', '{', '}', ',', "'", 'N', 'é', '🏗'), fc.string()),
  })
  .map((any) => any.replaceAll('\0', '').toWellFormed());

async function laid(rows: readonly { text: string | null; list: string[] | null; json: unknown; number: number }[]) {
  return database.as(system, async (tx) => {
    await tx.execute(
      sql`create temporary table laid (place serial, t text, l text[], j jsonb, n bigint, b boolean) on commit drop`,
    );
    const cells = rows.values().map((row) => [row.text, row.list, { json: row.json }, row.number, row.number > 0]);
    await copyIn(tx, 'laid (t, l, j, n, b)', cells);
    return [...(await tx.execute(sql`select t, l, j, n::float8 as n, b from laid order by place`))];
  });
}

it('lays texts, lists and parts as they are, whatever their characters', async () => {
  const row = fc.record({
    text: fc.option(text),
    list: fc.option(fc.array(text)),
    json: fc.record({ said: text, among: fc.array(text) }),
    number: fc.integer(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 5 }), async (rows) => {
      expect(await laid(rows)).toEqual(
        rows.map(({ text: t, list: l, json: j, number: n }) => ({ t, l, j, n, b: n > 0 })),
      );
    }),
    { numRuns: 40 },
  );
});

it('lays more than one part of the text at once', async () => {
  const long = { text: 'Voirie\t'.repeat(5000), list: null, json: { said: '', among: [] }, number: 1 };
  expect(await laid(Array.from({ length: 40 }, () => long))).toHaveLength(40);
});

it('undoes its transaction when a value is none of its column', async () => {
  const work = database.as(system, async (tx) => {
    await tx.execute(sql`create temporary table laid (n bigint) on commit drop`);
    await copyIn(tx, 'laid', [['twelve']]);
  });
  await expect(work).rejects.toThrow(/bigint/);
  // The connection serves the next ones.
  expect(await laid([])).toEqual([]);
});
