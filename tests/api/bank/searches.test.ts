import { mostSearches } from '@jonction/domain/bank/search';
import { makeParticipant } from '@jonction/testing/participant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { system } from '../../support/hiring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

let product: Product;
let here: House;
let elsewhere: House;
let colleague: Person;

beforeAll(async () => {
  product = await startProduct({ today: '2026-05-04' });
  here = await makeHouse(product, 'du Val');
  elsewhere = await makeHouse(product, 'du Mont');
  const { structureId } = here;
  colleague = await makePerson(product, 'facilitator', { organisationId: structureId, structureId });
});
afterAll(() => product.close());

const filters = { occupations: ['K2204'], frenchAtLeast: 2, mine: true, sort: 'waiting' as const, descending: true };
const keep = (who: Person, name: string, shared = false) =>
  who.client.bank.saveSearch.mutate({ name, shared, filters, columns: ['cv', 'attente'] });
const listed = async (who: Person) => (await who.client.bank.listSearches.query()).map(({ name }) => name);

describe('bank.saveSearch and bank.listSearches', () => {
  it('keeps filters, sort and columns, and gives them back to open in one click', async () => {
    const { searchId } = await keep(here.facilitator, 'Propreté');
    const [search] = await here.facilitator.client.bank.listSearches.query();
    expect(search).toMatchObject({
      id: searchId,
      name: 'Propreté',
      shared: false,
      mine: true,
      mayChange: true,
      filters: { occupations: ['K2204'], frenchAtLeast: 2, mine: true, sort: 'waiting', descending: true },
      columns: ['cv', 'attente'],
      pace: null,
      news: 0,
    });
  });

  it('shows a private search to nobody else, the team lead included, and a shared one to the team alone', async () => {
    await keep(here.facilitator, 'À moi');
    await keep(here.facilitator, 'À nous', true);
    expect(await listed(here.facilitator)).toEqual(expect.arrayContaining(['À moi', 'À nous']));
    for (const other of [colleague, here.lead]) {
      expect(await listed(other)).toContain('À nous');
      expect(await listed(other)).not.toContain('À moi');
    }
    expect(await listed(elsewhere.facilitator)).toEqual([]);
    expect(await listed(elsewhere.lead)).toEqual([]);
  });

  it('refuses a name that she already has, however it is written; a colleague may have the same', async () => {
    await keep(here.facilitator, 'Cuisine');
    expect(await refusalOf(keep(here.facilitator, 'CUISINE'))).toBe('bank.name_taken');
    await keep(colleague, 'Cuisine');
    expect(await listed(colleague)).toContain('Cuisine');
  });

  it('refuses more than somebody can look through', async () => {
    const { structureId } = elsewhere;
    const keeper = await makePerson(product, 'facilitator', { organisationId: structureId, structureId });
    await product.system.client`insert into saved_search (structure_id, owner_id, name, filters)
      select ${structureId}, ${keeper.userId}, 'n° ' || n, '{}' from generate_series(1, ${mostSearches}) n`;
    expect(await refusalOf(keep(keeper, 'Une de plus'))).toBe('bank.too_many_searches');
  });

  it('is for the team: a partner keeps none and sees none', async () => {
    expect(await refusalOf(keep(here.partner, 'Mes gens'))).toBe('access.not_allowed');
    expect(await refusalOf(here.administrator.client.bank.listSearches.query())).toBe('access.not_allowed');
  });
});

describe('bank.renameSearch and bank.deleteSearch', () => {
  it('are for whoever kept it', async () => {
    const { searchId } = await keep(here.facilitator, 'Bâtiment');
    await here.facilitator.client.bank.renameSearch.mutate({ searchId, name: 'Gros œuvre', shared: true });
    expect(await listed(colleague)).toContain('Gros œuvre');
    await here.facilitator.client.bank.deleteSearch.mutate({ searchId });
    expect(await listed(colleague)).not.toContain('Gros œuvre');
  });

  it('put in order by the lead where it is shared, by no colleague', async () => {
    const { searchId } = await keep(here.facilitator, 'Partagée', true);
    const rename = (who: Person) => who.client.bank.renameSearch.mutate({ searchId, name: 'Rangée', shared: true });
    expect(await refusalOf(rename(colleague))).toBe('bank.search_not_yours');
    expect(await refusalOf(colleague.client.bank.deleteSearch.mutate({ searchId }))).toBe('bank.search_not_yours');
    await rename(here.lead);
    expect(await listed(here.facilitator)).toContain('Rangée');
    await here.lead.client.bank.deleteSearch.mutate({ searchId });
    expect(await listed(here.facilitator)).not.toContain('Rangée');
  });

  it('find nothing in another structure, nor a private search of a colleague', async () => {
    const { searchId } = await keep(here.facilitator, 'Cachée');
    for (const other of [colleague, here.lead, elsewhere.facilitator]) {
      expect(await refusalOf(other.client.bank.deleteSearch.mutate({ searchId }))).toBe('bank.search_not_found');
      expect(await refusalOf(other.client.bank.setAlert.mutate({ searchId, pace: 'daily' }))).toBe(
        'bank.search_not_found',
      );
      expect(await refusalOf(other.client.bank.showNews.query({ searchId }))).toBe('bank.search_not_found');
    }
  });

  it('refuse a name that she already has', async () => {
    await keep(here.facilitator, 'Un');
    const { searchId } = await keep(here.facilitator, 'Deux');
    const taken = here.facilitator.client.bank.renameSearch.mutate({ searchId, name: 'un', shared: false });
    expect(await refusalOf(taken)).toBe('bank.name_taken');
    await here.facilitator.client.bank.renameSearch.mutate({ searchId, name: 'DEUX', shared: false });
  });
});

describe('the base itself', () => {
  it('lets nobody keep a search in the name of somebody else, nor read the alert of a colleague', async () => {
    const { searchId } = await keep(here.facilitator, 'Surveillée', true);
    await here.facilitator.client.bank.setAlert.mutate({ searchId, pace: 'daily' });
    const [search] = (await colleague.client.bank.listSearches.query()).filter(({ id }) => id === searchId);
    expect(search).toMatchObject({ pace: null, news: 0, mayChange: false });
  });

  it('forgets with an erased person what was found of her', async () => {
    const { searchId } = await keep(here.facilitator, 'Effacement');
    const { id } = await product.system.as(system, (tx) =>
      makeParticipant(tx, { structureId: here.structureId, lastName: 'Partante', consents: false }),
    );
    await here.facilitator.client.bank.setAlert.mutate({ searchId, pace: 'daily' });
    await product.system.client`insert into search_find (search_id, user_id, structure_id, participant_id)
      values (${searchId}, ${here.facilitator.userId}, ${here.structureId}, ${id}) on conflict do nothing`;
    const [rule] = await product.system.client`select confdeltype from pg_constraint
      where conrelid = 'search_find'::regclass and confrelid = 'participant'::regclass`;
    expect(rule?.confdeltype).toBe('c');
  });
});
