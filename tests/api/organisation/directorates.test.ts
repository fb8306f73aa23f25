import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { refusalOf } from '../../support/product.ts';
import { startWorld, type World } from '../contract/world.ts';

let world: World;
let buyerId: string;
let manager: Person;
let member: Person;
/** Two contracts of the buyer that our team follows, and one that it does not. */
let ids: string[];
let unfollowed: string;
let made = 0;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

beforeEach(async () => {
  made += 1;
  buyerId = await makeOrganisation(world.product, 'buyer', `Ville du Nord ${made}`);
  const at = { organisationId: buyerId, structureId: world.structureId };
  manager = await makePerson(world.product, 'buyer', { ...at, name: 'Anne Gère' });
  member = await makePerson(world.product, 'buyer', { ...at, name: 'Bruno Membre' });
  ids = [];
  for (const object of ['Bitume', 'Chaussée', 'Pavage'])
    ids.push((await world.contract({ object, buyerId })).contractId);
  unfollowed = ids.pop() ?? '';
  await world.product.system.client`delete from contract_structure where contract_id = ${unfollowed}`;
});

const of = (who: Person) => who.client.organisation;
const create = async (name: string, who = manager) =>
  (await of(who).createDirectorate.mutate({ ...(who === manager ? {} : { buyerId }), name })).directorateId;
const held = async (who = manager) => {
  const { rows } = await of(who).listDirectorates.query(who === manager || who === member ? {} : { buyerId });
  return rows.map(({ name, contracts, people, contacts, endedOn }) => [
    name,
    contracts,
    people,
    contacts,
    endedOn !== null,
  ]);
};
const inside = async (directorateId: string, place: 'inside' | 'nowhere' | 'elsewhere' | 'anywhere' = 'inside') => {
  const { contracts } = await of(manager).showDirectorate.query({ directorateId, place });
  return contracts.map(({ object }) => object);
};
const place = (
  who: Person,
  directorateId: string | null,
  some: string[],
  kind: 'contract' | 'person' | 'contact' = 'contract',
) => of(who).placeInDirectorate.mutate({ buyerId, directorateId, kind, ids: some });

describe('the directorates of a buyer', () => {
  it('are created by whoever manages it and by its team, and seen by all of it', async () => {
    await create('Voirie');
    await create('Parcs', world.facilitator);
    expect(await held(member)).toEqual([
      ['Parcs', 0, 0, null, false],
      ['Voirie', 0, 0, null, false],
    ]);
    // Contacts are counted for the team that knows them alone.
    expect((await held(world.facilitator)).map(([, , , contacts]) => contacts)).toEqual([0, 0]);
  });

  it('are neither made nor seen by its other members, by another buyer, by a team that does not work with it', async () => {
    const directorateId = await create('Voirie');
    const name = 'Espaces verts';
    expect(await refusalOf(of(member).createDirectorate.mutate({ name }))).toBe('access.manager_only');
    expect(await refusalOf(of(world.stranger).createDirectorate.mutate({ buyerId, name }))).toBe(
      'organisation.not_found',
    );
    expect(await refusalOf(of(world.stranger).listDirectorates.query({ buyerId }))).toBe('organisation.not_found');
    const elsewhere = await makeOrganisation(world.product, 'buyer', `Ville du Sud ${made}`);
    const other = await makePerson(world.product, 'buyer', {
      organisationId: elsewhere,
      structureId: world.structureId,
    });
    expect(await refusalOf(of(other).listDirectorates.query({ buyerId }))).toBe('organisation.not_found');
    expect(await refusalOf(of(other).showDirectorate.query({ directorateId }))).toBe(
      'organisation.directorate_not_found',
    );
    expect(await refusalOf(of(other).createDirectorate.mutate({ buyerId, name }))).toBe('organisation.not_found');
  });

  it('have each a name of their own, corrected everywhere', async () => {
    const directorateId = await create('Voirie');
    expect(await refusalOf(create('VOIRIE'))).toBe('organisation.directorate_known');
    await of(manager).renameDirectorate.mutate({ directorateId, name: 'Voirie et réseaux' });
    expect((await held())[0]?.[0]).toBe('Voirie et réseaux');
    expect(await refusalOf(of(member).renameDirectorate.mutate({ directorateId, name: 'X' }))).toBe(
      'access.manager_only',
    );
  });

  it('are filled with contracts, by the page that shows those in none', async () => {
    const directorateId = await create('Voirie');
    expect(await inside(directorateId, 'nowhere')).toEqual(['Bitume', 'Chaussée', 'Pavage']);
    expect(await place(manager, directorateId, [ids[0] ?? '', unfollowed])).toEqual({ placed: 2 });
    expect(await inside(directorateId)).toEqual(['Bitume', 'Pavage']);
    expect(await inside(directorateId, 'nowhere')).toEqual(['Chaussée']);
    const parcs = await create('Parcs');
    expect(await inside(parcs, 'elsewhere')).toEqual(['Bitume', 'Pavage']);
    await place(manager, null, [unfollowed]);
    expect(await inside(directorateId)).toEqual(['Bitume']);
    const bought = await manager.client.contract.listBought.query({ directorateId });
    expect(bought.rows.map(({ object, directorateName }) => [object, directorateName])).toEqual([['Bitume', 'Voirie']]);
    expect((await manager.client.contract.listBought.query({ directorateId: 'none' })).total).toBe(2);
  });

  it('take from a team the contracts that it follows, all of them or nothing', async () => {
    const directorateId = await create('Voirie');
    expect(await refusalOf(place(world.facilitator, directorateId, [ids[0] ?? '', unfollowed]))).toBe(
      'organisation.placed_not_found',
    );
    expect(await inside(directorateId)).toEqual([]);
    await place(world.facilitator, directorateId, ids);
    expect(await inside(directorateId)).toEqual(['Bitume', 'Chaussée']);
    const { contracts } = await of(world.facilitator).showDirectorate.query({ directorateId, place: 'anywhere' });
    expect(contracts.map(({ object }) => object)).toEqual(['Bitume', 'Chaussée']);
  });

  it('take no contract of another buyer, and refuse whoever does not keep them', async () => {
    const directorateId = await create('Voirie');
    const { contractId } = await world.contract({ object: 'Ailleurs' });
    expect(await refusalOf(place(manager, directorateId, [contractId]))).toBe('organisation.placed_not_found');
    expect(await refusalOf(place(member, directorateId, ids))).toBe('access.manager_only');
    expect(await refusalOf(place(world.stranger, directorateId, ids))).toBe('organisation.not_found');
  });

  it('hold people and contacts, who answer the census for them', async () => {
    const directorateId = await create('Voirie');
    await place(world.facilitator, directorateId, [member.membershipId], 'person');
    const { contactId } = await of(world.facilitator).saveContact.mutate({
      ...{ organisationId: buyerId, contactId: null, name: 'M. Voirie', email: `voirie${made}@nord.test` },
    });
    await place(world.facilitator, directorateId, [contactId], 'contact');
    await place(world.facilitator, directorateId, [ids[0] ?? '']);
    expect(await held(world.facilitator)).toEqual([['Voirie', 1, 1, 1, false]]);
    const letter = { title: 'Recensement', letter: 'Où en êtes-vous ?', dueOn: '2024-06-24' };
    const { census } = world.facilitator.client;
    const { campaignId } = await census.openCampaign.mutate({ which: { ids }, letter, asked: 2 });
    const { asks, directorates } = await census.showCampaign.query({ campaignId });
    expect(asks.map(({ directorateName, address }) => [directorateName, address])).toEqual([
      [null, `${manager.membershipId}@exemple.test`],
      ['Voirie', `${member.membershipId}@exemple.test`],
    ]);
    expect(directorates.map(({ directorateName, rows }) => [directorateName, rows])).toEqual([
      ['Voirie', 1],
      [null, 1],
    ]);
    // A buyer neither moves nor reads those whom a team knows there.
    expect(await refusalOf(place(manager, null, [contactId], 'contact'))).toBe('organisation.placed_not_found');
    expect((await of(manager).showDirectorate.query({ directorateId })).contacts).toEqual([]);
  });

  it('end once, what they held going where it is sent, other teams’ contracts included', async () => {
    const [voirie, parcs] = [await create('Voirie'), await create('Parcs')];
    await place(manager, voirie, [...ids, unfollowed]);
    await place(manager, voirie, [member.membershipId], 'person');
    expect(await refusalOf(of(member).endDirectorate.mutate({ directorateId: voirie, into: null }))).toBe(
      'access.manager_only',
    );
    expect(await refusalOf(of(manager).endDirectorate.mutate({ directorateId: voirie, into: voirie }))).toBe(
      'organisation.directorate_into_wrong',
    );
    const ended = await of(world.facilitator).endDirectorate.mutate({ directorateId: voirie, into: parcs });
    expect(ended).toEqual({ buyerId, contracts: 3, people: 1 });
    expect(await held()).toEqual([
      ['Parcs', 3, 1, null, false],
      ['Voirie', 0, 0, null, true],
    ]);
    const again = { directorateId: voirie, into: null };
    expect(await refusalOf(of(manager).endDirectorate.mutate(again))).toBe('organisation.directorate_ended');
    expect(await refusalOf(place(manager, voirie, ids))).toBe('organisation.directorate_ended');
    expect(await refusalOf(of(manager).renameDirectorate.mutate({ directorateId: voirie, name: 'Z' }))).toBe(
      'organisation.directorate_ended',
    );
    // Its name is free.
    await create('Voirie');
    const [line] = await world.product.system.client<{ facts: unknown }[]>`
      select facts from audit_entry where subject_id = ${voirie} and action = 'organisation.endDirectorate'`;
    expect(line?.facts).toMatchObject({ into: parcs, contracts: 3, people: 1 });
  });

  it('are read by as many statements however much they hold', async () => {
    const directorateId = await create('Voirie');
    const counted = countStatements(world.product, manager, 'buyer');
    const read = () => counted.count((procedures) => procedures.organisation.showDirectorate({ directorateId }));
    const list = () => counted.count((procedures) => procedures.organisation.listDirectorates({}));
    const [few, listed] = [await read(), await list()];
    await place(manager, directorateId, [...ids, unfollowed]);
    await create('Parcs');
    expect([await read(), await list()]).toEqual([few, listed]);
    await counted.close();
  });
});
