import { contract } from '@jonction/db/contract/tables';
import { organisation } from '@jonction/db/organisation/tables';
import { makeContract } from '@jonction/testing/contract';
import { makeParticipant } from '@jonction/testing/participant';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Hiring, makeHiring, system } from '../../support/hiring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let elsewhere: Hiring;

async function people(count: number, postalCode: string | null): Promise<void> {
  await product.system.as(system, async (tx) => {
    for (let at = 0; at < count; at++) await makeParticipant(tx, { structureId: here.structureId, postalCode });
  });
}

beforeAll(async () => {
  product = await startProduct({ today: '2026-05-04' });
  here = await makeHiring(product, 'de la Carte');
  elsewhere = await makeHiring(product, 'd’ailleurs');
  await product.system.client`insert into commune (insee, postal_code, name, latitude, longitude)
    values ('93066', '93200', 'SAINT-DENIS', 48.93, 2.36), ('93010', '93140', 'BONDY', 48.90, 2.48)`;
  await people(8, '75013');
  await people(7, '93200');
  await people(2, '93140');
  await people(1, null);
  await product.system.as(system, async (tx) => {
    await tx.update(organisation).set({ postalCode: '75013' }).where(eq(organisation.id, here.employerId));
    const { contractId } = await makeContract(tx, {
      structureId: here.structureId,
      holderId: here.employerId,
      clause: false,
    });
    // Open data names a commune by its own code.
    await tx.update(contract).set({ placeCode: '93010' }).where(eq(contract.id, contractId));
  });
});
afterAll(() => product.close());

describe('report.showMap', () => {
  it('counts contracts, companies and people by commune, whichever code names it', async () => {
    const { places, off } = await here.facilitator.client.report.showMap.query();
    const at = (code: string) => places.find((place) => place.code === code);
    expect(at('75013')).toMatchObject({ companies: 1, people: 8 });
    expect(at('93010')).toMatchObject({ name: 'BONDY', contracts: 1, latitude: 48.9 });
    expect(off.contracts).toBeGreaterThanOrEqual(0);
    // Two of Bondy are hidden, the seven of Saint-Denis with them, and the one without a place.
    expect(at('93200')).toBeUndefined();
    expect(places.filter(({ people }) => people !== null && people > 0 && people < 5)).toEqual([]);
    expect(off.people).toBe(10);
  });

  it('draws the communes around, and no address of anybody', async () => {
    const answer = await here.facilitator.client.report.showMap.query();
    expect(answer.dots.length).toBeGreaterThan(0);
    for (const place of answer.places)
      expect(Object.keys(place).sort()).toEqual(
        ['code', 'companies', 'contracts', 'latitude', 'longitude', 'name', 'partners', 'people'].sort(),
      );
  });

  it('shows another team nothing of ours, and a company nothing at all', async () => {
    const { places } = await elsewhere.facilitator.client.report.showMap.query();
    expect(places.every(({ people }) => !people)).toBe(true);
    expect(await refusalOf(here.employer.client.report.showMap.query())).toBe('access.not_allowed');
  });

  it('takes as many statements for many people as for few', async () => {
    const asked = countStatements(product, here.facilitator);
    const few = await asked.count((procedures) => procedures.report.showMap());
    await people(20, '75013');
    expect(await asked.count((procedures) => procedures.report.showMap())).toBe(few);
  });
});
