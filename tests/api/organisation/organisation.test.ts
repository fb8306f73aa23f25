import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

let product: Product;
let here: House;
let elsewhere: House;

beforeAll(async () => {
  product = await startProduct();
  here = await makeHouse(product, 'du Val');
  elsewhere = await makeHouse(product, 'du Mont');
});
afterAll(() => product.close());

const company = { kind: 'employer', name: 'Propreté Étincelle SARL' } as const;

describe('organisation.create', () => {
  it('puts a company in the register that every team shares', async () => {
    const { organisationId } = await here.facilitator.client.organisation.create.mutate({
      ...company,
      identifier: '999 120 009 00017',
      postalCode: '75013',
      phone: '01 23 45 67 89',
    });
    const seen = await elsewhere.facilitator.client.organisation.show.query({ organisationId });
    expect(seen).toMatchObject({ identifier: '99912000900017', phone: '+33123456789', city: 'Paris' });
  });

  it('refuses a SIRET that is already there, and names whose it is', async () => {
    const call = elsewhere.facilitator.client.organisation.create.mutate({ ...company, identifier: '99912000900017' });
    await expect(call).rejects.toMatchObject({
      data: { code: 'organisation.known_already', fields: { identifier: expect.stringContaining('Étincelle') } },
    });
  });

  it('refuses a SIRET whose key is wrong, and who may not record', async () => {
    const wrong = here.facilitator.client.organisation.create.mutate({ ...company, identifier: '99912000900018' });
    await expect(wrong).rejects.toMatchObject({ data: { fields: { identifier: expect.stringContaining('SIRET') } } });
    expect(await refusalOf(here.partner.client.organisation.create.mutate(company))).toBe('access.not_allowed');
  });
});

describe('organisation.search', () => {
  it('finds by words however they are written, by the first digits, and by kind', async () => {
    await makeOrganisation(product, 'buyer', 'Ville d’Étincelles');
    const names = async (question: { text: string; kinds?: ('buyer' | 'employer')[] }) => {
      const found = await here.facilitator.client.organisation.search.query(question);
      return found.map(({ name }) => name);
    };
    expect(await names({ text: 'etincelle', kinds: ['employer'] })).toEqual(['Propreté Étincelle SARL']);
    expect(await names({ text: 'etincele', kinds: ['buyer'] })).toEqual(['Ville d’Étincelles']);
    expect(await names({ text: '999120009' })).toEqual(['Propreté Étincelle SARL']);
    expect(await names({ text: '%%%', kinds: ['buyer'] })).toEqual(['Ville d’Étincelles']);
  });

  it('shows no other structure’s team as a partner, and nothing to those who may not search', async () => {
    expect(await refusalOf(here.partner.client.organisation.search.query({ text: '' }))).toBe('access.not_allowed');
    const call = here.facilitator.client.organisation.show.query({ organisationId: crypto.randomUUID() });
    expect(await refusalOf(call)).toBe('organisation.not_found');
  });
});
