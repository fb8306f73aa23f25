import { offer } from '@jonction/db/offer/tables';
import { makeOffer } from '@jonction/testing/offer';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let someone: string;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-01' });
  here = await makeHiring(product, 'Clauses du Val');
  elsewhere = await makeHiring(product, 'Clauses du Mont');
  someone = await makeCandidate(product, here.structureId);
});
afterAll(() => product.close());

const offersFor = (participantId = someone) => here.facilitator.client.matching.offersFor.query({ participantId });
const makeOther = (traits: Partial<Parameters<typeof makeOffer>[1]> = {}) =>
  product.system.as(system, (tx) =>
    makeOffer(tx, { structureId: here.structureId, employerId: here.employerId, ...traits }),
  );

describe('matching.offersFor', () => {
  it('gives the score that the ranking of the offer gives the person', async () => {
    const { ranked } = await offersFor();
    const there = await here.facilitator.client.matching.rank.query({ offerId: here.offerId });
    expect(ranked.find(({ offerId }) => offerId === here.offerId)?.score).toBe(
      there.ranked.find(({ participantId }) => participantId === someone)?.score,
    );
    expect(ranked[0]?.why).toMatch(/^même métier/);
  });

  it('says what leaves the person out of the others', async () => {
    const { id } = await makeOther({ licences: ['CE'] });
    const { id: other } = await makeOther({ romeCode: 'M1801' });
    const { excluded } = await offersFor();
    const reasons = Object.fromEntries(excluded.map(({ offerId, reason }) => [offerId, reason]));
    expect(reasons[other]).toBe('occupation');
    expect([undefined, 'licences']).toContain(reasons[id]);
  });

  it('names the skills asked that the person does not hold', async () => {
    const { id } = await makeOther({ skills: [{ skill: 'monobrosse', label: 'monobrosse' }] });
    const { ranked } = await offersFor();
    expect(ranked.find(({ offerId }) => offerId === id)?.missing).toEqual(['monobrosse']);
  });

  it('forgets an offer once it is closed', async () => {
    const { id } = await makeOther();
    const ids = async () => (await offersFor()).ranked.map(({ offerId }) => offerId);
    expect(await ids()).toContain(id);
    await product.system.as(system, (tx) => tx.update(offer).set({ status: 'closed' }).where(eq(offer.id, id)));
    expect(await ids()).not.toContain(id);
  });

  it('takes the same number of statements for three offers and for thirty', async () => {
    const counting = countStatements(product, here.facilitator);
    const ask = () => counting.count((procedures) => procedures.matching.offersFor({ participantId: someone }));
    // The first time also fills the caches.
    await ask();
    const few = await ask();
    for (let made = 0; made < 27; made++) await makeOther();
    expect(await ask()).toBe(few);
    await counting.close();
  });

  it('shows no offer of another structure, and finds nobody of another one', async () => {
    const stranger = await makeCandidate(product, elsewhere.structureId);
    expect((await offersFor()).ranked.map(({ offerId }) => offerId)).not.toContain(elsewhere.offerId);
    expect(await refusalOf(offersFor(stranger))).toBe('participant.not_found');
  });

  it('is refused to a company', async () => {
    expect(await refusalOf(here.employer.client.matching.offersFor.query({ participantId: someone }))).toBe(
      'access.not_allowed',
    );
  });

  it('writes in the journal who asked', async () => {
    await offersFor();
    const [entry] = await product.system.client`
      select action, subject_id from audit_entry where action = 'matching.offersFor' order by id desc limit 1`;
    expect(entry).toMatchObject({ subject_id: someone });
  });
});
