import { openStaging } from '@jonction/api/contract/decp-staging';
import type { DecpRecord } from '@jonction/documents/decp/record';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contractOf, rawContract } from '../documents/decp/fixtures.ts';
import { openRegister, type Register } from './register-state.ts';

let register: Register;
beforeAll(async () => {
  register = await openRegister();
});
afterAll(() => register.close());

async function staged(records: readonly DecpRecord[], heldAtMost: number) {
  const staging = await openStaging(register.database, heldAtMost);
  try {
    for (const record of records) await staging.add(record);
    const all = new Map<string, string[]>();
    for await (const batch of staging.batches()) {
      for (const [key, own] of batch) {
        // Each contract comes whole, in one batch.
        expect(all.has(key)).toBe(false);
        all.set(key, own.map((one) => JSON.stringify(one)).sort());
      }
    }
    return [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  } finally {
    await staging.close();
  }
}

it('gives back the records of each contract together, in memory or past it, the same', async () => {
  const raws = Array.from({ length: 23 }, (_, at) => rawContract({ id: `M-${at % 9}`, montant: 1000 + at }));
  const records = await Promise.all(raws.map(contractOf));
  const held = await staged(records, 100);
  expect(held.map(([key]) => key)).toEqual(Array.from({ length: 9 }, (_, at) => `21990001600011/M-${at}`));
  expect(held.flatMap(([, own]) => own)).toHaveLength(23);
  for (const heldAtMost of [0, 1, 22, 23]) expect(await staged(records, heldAtMost)).toEqual(held);
  expect(await staged([], 0)).toEqual([]);
});

it('lets two runs go one after the other, and leaves nothing behind', async () => {
  const record = await contractOf(rawContract());
  const first = await openStaging(register.database, 0);
  await first.add(record);
  let second: Awaited<ReturnType<typeof openStaging>> | null = null;
  const waiting = openStaging(register.database, 0).then((opened) => {
    second = opened;
    return opened;
  });
  await register.database.client`select 1`;
  expect(second).toBeNull();
  await first.close();
  await (await waiting).close();
  expect([...(await register.database.client`select to_regclass('pg_temp.decp_staged') as left`)]).toEqual([
    { left: null },
  ]);
});
