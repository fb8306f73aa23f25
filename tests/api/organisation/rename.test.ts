import { registerOrganisations } from '@jonction/db/contract/register-organisations';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

/** A body as open data names it, or leaves it. */
async function published(identifier: string, name: string | null = null, namedOn = '2024-03-12'): Promise<string> {
  const body = { kind: 'buyer' as const, identifierKind: 'SIRET', identifier, name, namedOn };
  const bodies = await product.system.as({ kind: 'system' }, (tx) => registerOrganisations(tx, [body]));
  return [...bodies.values()][0]?.id ?? '';
}
const nameOf = async (organisationId: string) =>
  (await here.facilitator.client.organisation.show.query({ organisationId })).name;

describe('organisation.rename', () => {
  it('names once a body that open data leaves without a name, for every team, and open data never takes it back', async () => {
    const organisationId = await published('21990001600011');
    expect(await nameOf(organisationId)).toBe('Acheteur sans nom · SIRET 219 900 016 00011');
    await here.facilitator.client.organisation.rename.mutate({ organisationId, name: 'Commune de Montval' });
    const seen = await elsewhere.facilitator.client.organisation.show.query({ organisationId });
    expect(seen).toMatchObject({ name: 'Commune de Montval', named: true });
    await published('21990001600011', 'COMMUNE DE MONTVAL (MAIRIE)', '2024-09-01');
    expect(await nameOf(organisationId)).toBe('Commune de Montval');
  });

  it('finds those that nobody has named', async () => {
    const organisationId = await published('22990002200018');
    const found = await here.facilitator.client.organisation.search.query({ text: '', nameless: true });
    expect(found.map(({ id }) => id)).toEqual([organisationId]);
  });

  it('lets the team that named it correct itself, and refuses another team or a name that open data gives', async () => {
    const organisationId = await published('23990002200016');
    await here.facilitator.client.organisation.rename.mutate({ organisationId, name: 'Sindicat des eaux' });
    await here.administrator.client.organisation.rename.mutate({ organisationId, name: 'Syndicat des eaux' });
    const call = elsewhere.facilitator.client.organisation.rename.mutate({ organisationId, name: 'Autre' });
    expect(await refusalOf(call)).toBe('organisation.named_already');
    const known = await published('24990002200014', 'Office du logement');
    const again = here.facilitator.client.organisation.rename.mutate({ organisationId: known, name: 'Autre' });
    expect(await refusalOf(again)).toBe('organisation.named_already');
  });

  it('leaves structures alone, and is closed to partners', async () => {
    const organisationId = await published('25990002200012');
    const asked = { organisationId: here.structureId, name: 'Autre' };
    expect(await refusalOf(here.facilitator.client.organisation.rename.mutate(asked))).toBe('organisation.not_found');
    const call = here.partner.client.organisation.rename.mutate({ organisationId, name: 'Autre' });
    expect(await refusalOf(call)).toBe('access.not_allowed');
  });
});
