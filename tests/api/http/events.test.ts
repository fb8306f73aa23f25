import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, publicUrl, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

let product: Product;
let here: House;

beforeAll(async () => {
  product = await startProduct({ today: '2026-05-04' });
  here = await makeHouse(product, 'du Val');
});
afterAll(() => product.close());

/** How the stream of live updates answers somebody; it is left at once. */
async function answerTo(who: Person | null): Promise<number> {
  const leaving = new AbortController();
  const response = await product.app.fetch(
    new Request(`${publicUrl}/api/events`, { headers: who?.headers ?? {}, signal: leaving.signal }),
  );
  await response.body?.cancel();
  leaving.abort();
  return response.status;
}

describe('the stream of live updates', () => {
  it('opens to the team of the structure', async () => {
    expect(await answerTo(here.facilitator)).toBe(200);
  });

  it.each(['employer', 'buyer', 'partner'] as const)(
    'tells a %s nothing of who was recommended, nor when',
    async (role) => {
      const organisationId = await makeOrganisation(product, role, `Organisation ${role}`);
      const outsider = await makePerson(product, role, { organisationId, structureId: here.structureId });
      expect(await answerTo(outsider)).toBe(403);
    },
  );

  it('tells the administrator nothing: files of people are not theirs', async () => {
    expect(await answerTo(here.administrator)).toBe(403);
  });

  it('opens to nobody who is not signed in', async () => {
    expect(await answerTo(null)).toBe(401);
  });
});
