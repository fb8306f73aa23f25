import { makeOffer } from '@jonction/testing/offer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let elsewhere: Hiring;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-01' });
  here = await makeHiring(product, 'Clauses du Val');
  elsewhere = await makeHiring(product, 'Clauses du Mont');
  const { structureId, employerId } = here;
  await product.system.as(system, async (tx) => {
    await makeOffer(tx, { structureId, employerId, title: 'Élagueur', startsOn: '2026-04-01', placeLabel: 'Évry' });
    await makeOffer(tx, { structureId, employerId, title: 'Zingueur', startsOn: '2026-06-01', status: 'filled' });
    await makeOffer(tx, { structureId, employerId, title: 'Maçon', startsOn: '2026-05-15', status: 'draft' });
  });
});
afterAll(() => product.close());

const titles = (list: { rows: { title: string }[] }) => list.rows.map(({ title }) => title);

describe('offer.list', () => {
  it('gives the offers of the structure and nobody else’s, with the count of each status', async () => {
    const list = await here.facilitator.client.offer.list.query({});
    expect(list.total).toBe(4);
    expect(Object.fromEntries(list.counts.map(({ status, count }) => [status, count]))).toEqual({
      open: 2,
      filled: 1,
      draft: 1,
    });
    expect(titles(await elsewhere.facilitator.client.offer.list.query({}))).toEqual(['Agent de propreté']);
  });

  it('counts every status whatever the view, and the total of the view', async () => {
    const list = await here.facilitator.client.offer.list.query({ statuses: ['open'] });
    expect(list.total).toBe(2);
    expect(list.counts.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  });

  it('finds words without accents, in the title, the company or the place', async () => {
    expect(titles(await here.facilitator.client.offer.list.query({ words: 'elagueur' }))).toEqual(['Élagueur']);
    expect(titles(await here.facilitator.client.offer.list.query({ words: 'EVRY' }))).toEqual(['Élagueur']);
    expect((await here.facilitator.client.offer.list.query({ words: 'proprete clauses' })).total).toBe(4);
  });

  it('sorts as French does, both ways, and by start', async () => {
    const by = (sort: 'title' | 'start', descending: boolean) =>
      here.facilitator.client.offer.list.query({ sort, descending }).then(titles);
    const french = ['Agent de propreté', 'Élagueur', 'Maçon', 'Zingueur'];
    expect(await by('title', false)).toEqual(french);
    expect(await by('title', true)).toEqual(french.toReversed());
    expect(await by('start', false)).toEqual(['Élagueur', 'Agent de propreté', 'Maçon', 'Zingueur']);
  });

  it('cuts pages on the server', async () => {
    const page = (number: number) =>
      here.facilitator.client.offer.list.query({ sort: 'title', descending: false, page: number, pageSize: 3 });
    expect(titles(await page(1))).toHaveLength(3);
    expect(titles(await page(2))).toEqual(['Zingueur']);
  });

  it('takes two statements whatever its length', async () => {
    const counter = countStatements(product, here.facilitator);
    const short = await counter.count((procedures) => procedures.offer.list({ pageSize: 1 }));
    const long = await counter.count((procedures) => procedures.offer.list({ pageSize: 200 }));
    await counter.close();
    expect([short, long]).toEqual([2, 2]);
  });

  it('refuses an employer, who has her own list', async () => {
    expect(await refusalOf(here.employer.client.offer.list.query({}))).toBe('access.not_allowed');
  });
});

describe('offer.show', () => {
  it('does not know the offer of another structure', async () => {
    const call = elsewhere.facilitator.client.offer.show.query({ offerId: here.offerId });
    expect(await refusalOf(call)).toBe('offer.not_found');
  });
});

describe('offer.listMine', () => {
  it("gives an employer its own offers with what came of them, and no facilitator's name", async () => {
    const participantId = await makeCandidate(product, here.structureId);
    await here.facilitator.client.positioning.push.mutate({
      offerId: here.offerId,
      participantIds: [participantId],
      recipientEmail: 'recrutement@entreprise.test',
      idempotencyKey: crypto.randomUUID(),
    });
    const mine = await here.employer.client.offer.listMine.query();
    expect(mine.rows.find(({ id }) => id === here.offerId)).toMatchObject({ sent: 1, interviews: 0, hired: 0 });
    expect(JSON.stringify(mine)).not.toContain('ownerName');
    expect((await elsewhere.employer.client.offer.listMine.query()).rows.map(({ id }) => id)).toEqual([
      elsewhere.offerId,
    ]);
  });

  it('refuses a facilitator', async () => {
    expect(await refusalOf(here.facilitator.client.offer.listMine.query())).toBe('access.not_allowed');
  });
});
