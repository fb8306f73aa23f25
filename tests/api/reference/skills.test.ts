import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let facilitator: Person;

beforeAll(async () => {
  product = await startProduct();
  const structureId = await makeOrganisation(product, 'structure', 'Clauses du Val');
  facilitator = await makePerson(product, 'facilitator', { organisationId: structureId, structureId });
});
afterAll(() => product.close());

describe('reference.skills', () => {
  it('offers the skills of our own table while no other is loaded', async () => {
    const skills = await facilitator.client.reference.skills.query({ occupation: 'K2204' });
    expect(skills).toContainEqual({ skill: 'monobrosse', label: 'monobrosse' });
    expect(await facilitator.client.reference.skills.query({ occupation: 'Z9999' })).toEqual([]);
  });

  it('offers those of the official table once it is loaded, of that occupation alone', async () => {
    await product.system.client`insert into reference_load (name, version, counts) values ('rome', 'v3-test', '{}')`;
    await product.system.client`insert into rome_code (code, label, source)
      values ('K2204', 'Nettoyage de locaux', 'rome'), ('F1703', 'Maçonnerie', 'rome') on conflict do nothing`;
    await product.system
      .client`insert into rome_skill (item, label) values ('100', 'Désinfecter un local'), ('200', 'Monter un mur')`;
    await product.system.client`insert into rome_code_skill (code, item) values ('K2204', '100'), ('F1703', '200')`;
    expect(await facilitator.client.reference.skills.query({ occupation: 'K2204' })).toEqual([
      { skill: '100', label: 'Désinfecter un local' },
    ]);
  });

  it('answers nobody who is not signed in', async () => {
    expect(await refusalOf(product.client().reference.skills.query({ occupation: 'K2204' }))).toBe(
      'access.sign_in_needed',
    );
  });
});
