import { type Database, openDatabase } from '@jonction/db/client';
import { contractFact } from '@jonction/db/contract/tables';
import { organisation } from '@jonction/db/organisation/tables';
import { makeContract } from '@jonction/testing/contract';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBase, type TestBase } from '../../support/base.ts';

let base: TestBase;
let database: Database;
const system = { kind: 'system' } as const;
const structureId = crypto.randomUUID();

beforeAll(async () => {
  base = await makeBase();
  database = openDatabase(base.ownerUrl);
  await database.as(system, (tx) =>
    tx.insert(organisation).values({ id: structureId, kind: 'structure', name: 'Clauses du Val', slug: 'val' }),
  );
});
afterAll(async () => {
  await database.close();
  await base.drop();
});

it('makes a contract that runs, whose recorded events read beside those of open data', async () => {
  const made = await database.as(system, (tx) => makeContract(tx, { structureId }));
  expect(made.status).toBe('active');
  await database.client`update contract set open_facts = ${JSON.stringify([
    { key: 'notify', type: 'notify', on: '2024-01-05', recordedOn: '2024-01-20', endsOn: '2026-01-04' },
  ])}::jsonb where id = ${made.contractId}`;
  const facts = await database.as(system, (tx) =>
    tx
      .select({ type: contractFact.type, source: contractFact.source, on: contractFact.on })
      .from(contractFact)
      .where(eq(contractFact.contractId, made.contractId))
      .orderBy(contractFact.ordinal),
  );
  expect(facts).toEqual([
    { type: 'notify', source: 'decp', on: '2024-01-05' },
    { type: 'notify', source: 'facilitator', on: '2024-01-08' },
    { type: 'start', source: 'facilitator', on: '2024-01-08' },
  ]);
});
