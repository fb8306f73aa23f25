import { refreshContracts } from '@jonction/api/jobs/refresh-contracts';
import { addDays, parisDayOf } from '@jonction/domain/shared/day';
import pino from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

it('folds the kept status again once the day of an announced event has come', async () => {
  const { system } = world.product;
  const today = parisDayOf(new Date());
  const monthAgo = addDays(today, -40);
  const { contractId } = await world.contract({
    today: monthAgo,
    events: [
      { type: 'notify', on: '2024-01-08' },
      { type: 'suspend', on: addDays(today, -1), recordedOn: monthAgo },
    ],
  });
  await system.client`update contract set updated_at = now() - interval '40 days' where id = ${contractId}`;
  const status = async () =>
    (await system.client`select status, version from contract where id = ${contractId}`)[0] ?? {};
  expect(await status()).toMatchObject({ status: 'notified' });
  const job = { database: system, log: pino({ level: 'silent' }) };
  await refreshContracts(job);
  const after = await status();
  expect(after).toMatchObject({ status: 'suspended' });
  await refreshContracts(job);
  expect(await status()).toEqual(after);
});
