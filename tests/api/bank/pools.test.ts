import { makeCv } from '@jonction/testing/cv';
import { makeOffer } from '@jonction/testing/offer';
import { makeParticipant, type ParticipantTraits } from '@jonction/testing/participant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeHiring, system } from '../../support/hiring.ts';
import { makePerson } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let elsewhere: Hiring;

beforeAll(async () => {
  product = await startProduct();
  here = await makeHiring(product, 'du Val');
  elsewhere = await makeHiring(product, 'du Mont');
  // One offer of cleaning came with the structure: one more makes it recurrent.
  await offerOf('K2204', 3);
  await offerOf('F1703', 2);
  await offerOf('G1602', 1, 13);
  await offerOf('G1602', 1, 13);
  await offerOf('N4105', 5, 0, elsewhere);
  await offerOf('N4105', 5, 0, elsewhere);
  await person('Fraiche', 'K2204', 1);
  await person('Due', 'K2204', 90);
  await person('Sans', 'K2204', null);
  await person('Prise', 'K2204', 1, { status: 'placed' });
  await person('Macon', 'F1703', 1);
});
afterAll(() => product.close());

async function offerOf(romeCode: string, positions: number, monthsAgo = 0, at = here) {
  const { structureId, employerId } = at;
  const { id } = await product.system.as(system, (tx) =>
    makeOffer(tx, { structureId, employerId, romeCode, positions }),
  );
  await product.system
    .client`update offer set created_at = now() - make_interval(months => ${monthsAgo}) where id = ${id}`;
}

async function person(lastName: string, code: string, daysAgo: number | null, traits: Partial<ParticipantTraits> = {}) {
  const { structureId } = here;
  const { id } = await product.system.as(system, (tx) =>
    makeParticipant(tx, { structureId, lastName, occupations: [{ code }], ...traits }),
  );
  if (daysAgo === null) return;
  await product.system.as(system, (tx) => makeCv(tx, { participantId: id, structureId }));
  await product.system.client`update cv set confirmed_on = current_date - ${daysAgo}::int where participant_id = ${id}`;
}

const pools = async () => (await here.facilitator.client.bank.listPools.query()).pools;
const poolOf = async (code: string) => (await pools()).find((pool) => pool.code === code);

describe('bank.listPools', () => {
  it('shows the occupations that its own offers asked for at least twice in twelve months', async () => {
    expect((await pools()).map(({ code }) => code)).toEqual(['K2204']);
  });

  it('counts who is there, by what is known of their CVs, whoever is at work left out', async () => {
    expect(await poolOf('K2204')).toMatchObject({
      label: 'Nettoyage de locaux',
      offers: 2,
      pinned: false,
      ...{ fresh: 1, due: 1, none: 1 },
    });
  });

  it('counts as the list that it opens', async () => {
    const pool = await poolOf('K2204');
    const total = async (confirmed: 'fresh' | 'due' | 'none') =>
      (
        await here.facilitator.client.participant.search.query({
          occupations: ['K2204'],
          status: 'available',
          confirmed,
        })
      ).total;
    expect([pool?.fresh, pool?.due, pool?.none]).toEqual([
      await total('fresh'),
      await total('due'),
      await total('none'),
    ]);
  });

  it('holds nothing of another structure', async () => {
    const theirs = await elsewhere.facilitator.client.bank.listPools.query();
    expect(theirs.pools.map(({ code, fresh, due, none }) => [code, fresh, due, none])).toEqual([['N4105', 0, 0, 0]]);
  });

  it('is for the team alone', async () => {
    expect(await refusalOf(here.employer.client.bank.listPools.query())).toBe('access.not_allowed');
  });
});

describe('bank.pinPool', () => {
  it('keeps an occupation whatever was asked, once, and lets it go', async () => {
    const pin = (pinned: boolean) => here.facilitator.client.bank.pinPool.mutate({ code: 'F1703', pinned });
    await pin(true);
    await pin(true);
    expect(await poolOf('F1703')).toMatchObject({ pinned: true, offers: 1, positions: 2, fresh: 1 });
    const lead = await makePerson(product, 'lead', { organisationId: here.structureId, structureId: here.structureId });
    await lead.client.bank.pinPool.mutate({ code: 'F1703', pinned: false });
    expect(await poolOf('F1703')).toBeUndefined();
  });

  it('is the team’s own: another structure does not see it', async () => {
    await here.facilitator.client.bank.pinPool.mutate({ code: 'G1602', pinned: true });
    const theirs = await elsewhere.facilitator.client.bank.listPools.query();
    expect(theirs.pools.map(({ code }) => code)).not.toContain('G1602');
    await elsewhere.facilitator.client.bank.pinPool.mutate({ code: 'G1602', pinned: false });
    expect(await poolOf('G1602')).toMatchObject({ pinned: true, offers: 0 });
  });

  it('refuses an occupation that does not exist', async () => {
    const wrong = here.facilitator.client.bank.pinPool.mutate({ code: 'A9999', pinned: true });
    expect(await refusalOf(wrong)).toBe('participant.occupation_unknown');
  });
});
