import { type Database, openDatabase, sqlStateOf } from '@jonction/db/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeBase, type TestBase } from '../../support/base.ts';

let base: TestBase;
let database: Database;
const [town, county, mason, contract, lot] = Array.from({ length: 5 }, () => crypto.randomUUID()) as [
  ...[string, string, string, string, string],
];
beforeAll(async () => {
  base = await makeBase();
  database = openDatabase(base.ownerUrl, { max: 1, connection: { 'app.actor_kind': 'system' } });
  const { client } = database;
  await client`insert into organisation (id, kind, name) values
    (${town}, 'buyer', 'Ville de Montval'), (${county}, 'buyer', 'Département du Val'), (${mason}, 'employer', 'Maçonnerie du Val')`;
  await client`insert into contract (id, buyer_id, reference, object, source) values (${contract}, ${town}, 'M1', 'Voirie', 'decp')`;
  await client`insert into lot (id, contract_id, buyer_id, key, object) values (${lot}, ${contract}, ${town}, '1', 'Voirie')`;
});
afterAll(async () => {
  await database.close();
  await base.drop();
});

const refused = (work: Promise<unknown>) => work.then(() => null, sqlStateOf);
const foreignKey = '23503';

it('refuses a lot of another buyer than its contract, or of no contract', async () => {
  const { client } = database;
  const added = (contractId: string, buyerId: string) =>
    client`insert into lot (contract_id, buyer_id, key, object) values (${contractId}, ${buyerId}, '2', 'Voirie')`;
  expect(await refused(added(contract, county))).toBe(foreignKey);
  expect(await refused(added(crypto.randomUUID(), town))).toBe(foreignKey);
  expect(await refused(client`update lot set buyer_id = ${county} where id = ${lot}`)).toBe(foreignKey);
  expect(await refused(client`update contract set buyer_id = ${county} where id = ${contract}`)).toBe(foreignKey);
});

it('refuses a company of a lot under another contract or buyer than the lot’s', async () => {
  const { client } = database;
  const added = (holderId: string, contractId: string, buyerId: string) =>
    client`insert into lot_holder (lot_id, organisation_id, contract_id, buyer_id) values (${lot}, ${holderId}, ${contractId}, ${buyerId})`;
  expect(await refused(added(mason, contract, county))).toBe(foreignKey);
  expect(await refused(added(mason, crypto.randomUUID(), town))).toBe(foreignKey);
  expect(await refused(added(crypto.randomUUID(), contract, town))).toBe(foreignKey);
  expect(await refused(added(mason, contract, town))).toBeNull();
});

it('takes lots and their companies away with their contract', async () => {
  const { client } = database;
  const left = client`select (select count(*)::int from lot) as lots, (select count(*)::int from lot_holder) as holders`;
  await client
    .begin(async (tx) => {
      await tx`alter table contract no force row level security`;
      await tx`delete from contract where id = ${contract}`;
      expect([
        ...(await tx.unsafe(
          'select (select count(*)::int from lot) as lots, (select count(*)::int from lot_holder) as holders',
        )),
      ]).toEqual([{ lots: 0, holders: 0 }]);
      throw new Error('as it was');
    })
    .catch((error: unknown) => {
      if (!(error instanceof Error) || error.message !== 'as it was') throw error;
    });
  expect([...(await left)]).toEqual([{ lots: 1, holders: 1 }]);
});
