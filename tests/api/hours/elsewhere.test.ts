import { type ActorSettings, type Database, openDatabase } from '@jonction/db/client';
import { makeContract } from '@jonction/testing/contract';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Declaring, makeDeclaring, makeWorker, row } from '../../support/declaring.ts';
import { system } from '../../support/hiring.ts';
import { type Product, startProduct } from '../../support/product.ts';

let product: Product;
let here: Declaring;
let stranger: Declaring;
let before: Date;
let application: Database;

beforeAll(async () => {
  product = await startProduct();
  application = openDatabase(product.base.appUrl);
  here = await makeDeclaring(product, 'du Val');
  stranger = await makeDeclaring(product, 'du Fort');
  const { structureId, employerId, participantId } = here;
  const other = await product.system.as(system, (tx) =>
    makeContract(tx, { structureId, holderId: employerId, notifiedOn: '2020-01-06', endsOn: '2022-12-31' }),
  );
  const { placementId } = await makeWorker(product, { structureId, employerId, made: other }, {}, { participantId });
  before = new Date();
  await here.employer.client.hours.declare.mutate({ month: '2020-03', rows: [row(placementId)] });
});
afterAll(async () => {
  await application.close();
  await product.close();
});

function claims(actor: ActorSettings, placements: readonly string[], knownAt: Date | null = null) {
  const database = actor.kind === 'system' ? product.system : application;
  return database.as(actor, (tx) =>
    tx.execute<{ placement_id: string; centihours: number }>(
      sql`select placement_id, centihours from app.hours_elsewhere(${sql.param([...placements])}::uuid[], ${knownAt?.toISOString() ?? null}::timestamptz)`,
    ),
  );
}

const facilitatorOf = ({ structureId }: Declaring): ActorSettings => ({
  ...{ kind: 'user', role: 'facilitator', structureId, organisationId: structureId },
});
const employerOf = ({ structureId, employerId }: Declaring): ActorSettings => ({
  ...{ kind: 'user', role: 'employer', structureId, organisationId: employerId },
});

it('tells what the same person was declared on another clause, of many hires at once', async () => {
  const both = [here.placementId, stranger.placementId];
  expect(await claims(system, both)).toEqual([{ placement_id: here.placementId, centihours: 15_167 }]);
});

it('tells the team and the employer of the hire, and nobody else', async () => {
  expect(await claims(facilitatorOf(here), [here.placementId])).toHaveLength(1);
  expect(await claims(employerOf(here), [here.placementId])).toHaveLength(1);
  for (const other of [facilitatorOf(stranger), employerOf(stranger), { kind: 'anonymous' } as const]) {
    expect(await claims(other, [here.placementId])).toEqual([]);
  }
});

it('looks back for the system alone: a past is never told by the present one', async () => {
  expect(await claims(system, [here.placementId], before)).toEqual([]);
  expect(await claims(system, [here.placementId], new Date(Date.now() + 1_000))).toHaveLength(1);
  expect(await claims(facilitatorOf(here), [here.placementId], new Date(Date.now() + 1_000))).toEqual([]);
});
