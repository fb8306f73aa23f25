import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let administrator: Person;
let participantId: string;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  here = await makeHiring(product, 'du Val');
  elsewhere = await makeHiring(product, 'du Mont');
  const { structureId } = here;
  administrator = await makePerson(product, 'administrator', { organisationId: structureId, structureId });
  participantId = await makeCandidate(product, structureId);
  for (const status of ['sent', 'seen', 'refused', 'hired', 'closed']) {
    const employerId = await makeOrganisation(product, 'employer', `Entreprise ${status}`);
    await product.system.client`insert into positioning (structure_id, participant_id, employer_id, status)
      values (${structureId}, ${participantId}, ${employerId}, ${status}::positioning_status)`;
  }
});
afterAll(() => product.close());

const row = async () =>
  (await here.facilitator.client.participant.search.query({ pageSize: 200 })).rows.find(
    ({ id }) => id === participantId,
  );
const ranked = async () =>
  (await here.facilitator.client.matching.rank.query({ offerId: here.offerId, limit: 200 })).ranked.find(
    (one) => one.participantId === participantId,
  );

describe('the flag of a person with many open proposals', () => {
  it('counts those that are open, and says so from the cap on, in the list as in the ranking', async () => {
    expect(await row()).toMatchObject({ openProposals: 2, crowded: false });
    expect(await ranked()).toMatchObject({ openProposals: 2, crowded: false });
    await administrator.client.bank.setOpenCap.mutate({ most: 2 });
    expect(await row()).toMatchObject({ openProposals: 2, crowded: true });
    expect(await ranked()).toMatchObject({ openProposals: 2, crowded: true });
  });

  it('is a setting of the structure: read by its team, set by its administrator, none of another’s business', async () => {
    await administrator.client.bank.setOpenCap.mutate({ most: 4 });
    expect(await here.facilitator.client.bank.showOpenCap.query()).toEqual({ most: 4 });
    expect(await elsewhere.facilitator.client.bank.showOpenCap.query()).toEqual({ most: 3 });
    expect(await refusalOf(here.facilitator.client.bank.setOpenCap.mutate({ most: 1 }))).toBe('access.not_allowed');
    expect(await refusalOf(here.employer.client.bank.showOpenCap.query())).toBe('access.not_allowed');
  });

  it('leaves the other settings of the structure as they are', async () => {
    await product.system.client`update organisation set settings = settings || '{"other": {"kept": true}}'
      where id = ${here.structureId}`;
    await administrator.client.bank.setOpenCap.mutate({ most: 5 });
    const [structure] = await product.system.client`select settings from organisation where id = ${here.structureId}`;
    expect(structure?.settings).toMatchObject({ other: { kept: true }, openProposals: 5 });
  });

  it('refuses a number that is none', async () => {
    expect(await refusalOf(administrator.client.bank.setOpenCap.mutate({ most: 0 }))).toBe('shared.fields_to_correct');
  });
});
