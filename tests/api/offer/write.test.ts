import { makeContract } from '@jonction/testing/contract';
import { TRPCClientError } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeHiring, system } from '../../support/hiring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { need } from './need.ts';

let product: Product;
let here: Hiring;
let elsewhere: Hiring;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-01' });
  here = await makeHiring(product, 'Clauses du Val');
  elsewhere = await makeHiring(product, 'Clauses du Mont');
});
afterAll(() => product.close());

const create = (traits = {}) =>
  here.facilitator.client.offer.create.mutate({
    clauseId: here.made.clauseId,
    employerId: here.employerId,
    offer: need(),
    ...traits,
  });

/** The sentences of a refused form, by field. */
async function fieldsOf(call: Promise<unknown>): Promise<Record<string, string>> {
  const error: unknown = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TRPCClientError)) throw new Error('the call was not refused');
  return error.data.fields;
}

describe('offer.create', () => {
  it('opens an offer on the clause, placed by its postal code, with the categories that count on the day of the hire', async () => {
    const { offerId } = await create();
    const shown = await here.facilitator.client.offer.show.query({ offerId });
    expect(shown).toMatchObject({
      status: 'open',
      version: 1,
      clauseId: here.made.clauseId,
      contractId: here.made.contractId,
      employerId: here.employerId,
      placeLabel: 'Paris',
      romeLabel: 'Nettoyage de locaux',
      dueHours: 420,
      contractStatus: 'active',
      clauseHours: { validatedCentihours: 0 },
    });
    expect(shown.categories).toContain('RSA');
    const [row] = await product.system.client<{ owner_id: string; latitude: number }[]>`
      select owner_id, latitude from offer where id = ${offerId}`;
    expect(row?.owner_id).toBe(here.facilitator.userId);
    expect(row?.latitude).toBeCloseTo(48.83, 1);
  });

  it('keeps a draft closed to sendings', async () => {
    const { offerId } = await create({ draft: true });
    expect(await here.facilitator.client.offer.show.query({ offerId })).toMatchObject({ status: 'draft' });
  });

  it('says at each field what is missing, in words', async () => {
    const wrong = need({ title: '', romeCode: 'métier', weeklyHoursMin: 0, postalCode: '750', startsOn: '2026-02-30' });
    const fields = await fieldsOf(create({ offer: wrong }));
    expect(Object.keys(fields).sort()).toEqual([
      'offer.postalCode',
      'offer.romeCode',
      'offer.startsOn',
      'offer.title',
      'offer.weeklyHoursMin',
    ]);
    for (const sentence of Object.values(fields)) expect(sentence).toMatch(/^[A-ZÉ].*\.$/);
  });

  it('refuses hours the wrong way round, and a postal code that is nowhere', async () => {
    const reversed = need({ weeklyHoursMin: 30, weeklyHoursMax: 20 });
    expect(Object.keys(await fieldsOf(create({ offer: reversed })))).toEqual(['offer.weeklyHoursMax']);
    expect(await refusalOf(create({ offer: need({ postalCode: '99999' }) }))).toBe('offer.place_unknown');
  });

  it('refuses a contract that expects nobody', async () => {
    const ended = await product.system.as(system, (tx) =>
      makeContract(tx, {
        structureId: here.structureId,
        holderId: here.employerId,
        events: [
          { type: 'notify', on: '2024-01-08' },
          { type: 'start', on: '2024-01-08' },
          { type: 'terminate', on: '2025-06-30' },
        ],
      }),
    );
    expect(await refusalOf(create({ clauseId: ended.clauseId }))).toBe('offer.contract_not_live');
  });

  it('refuses the clause of another structure and an employer that is none', async () => {
    expect(await refusalOf(create({ clauseId: elsewhere.made.clauseId }))).toBe('offer.clause_not_found');
    expect(await refusalOf(create({ employerId: here.structureId }))).toBe('offer.employer_not_found');
  });

  it('refuses an employer who speaks for itself', async () => {
    const call = here.employer.client.offer.create.mutate({
      clauseId: here.made.clauseId,
      employerId: here.employerId,
      offer: need(),
    });
    expect(await refusalOf(call)).toBe('access.not_allowed');
  });
});

describe('offer.update', () => {
  it('changes the offer and counts the version', async () => {
    const { offerId } = await create();
    await here.facilitator.client.offer.update.mutate({ offerId, version: 1, offer: need({ positions: 5 }) });
    expect(await here.facilitator.client.offer.show.query({ offerId })).toMatchObject({ positions: 5, version: 2 });
  });

  it('never overwrites what somebody else changed in between', async () => {
    const { offerId } = await create();
    await here.facilitator.client.offer.update.mutate({ offerId, version: 1, offer: need({ positions: 3 }) });
    const late = here.facilitator.client.offer.update.mutate({ offerId, version: 1, offer: need({ positions: 9 }) });
    expect(await refusalOf(late)).toBe('shared.changed_meanwhile');
    expect(await here.facilitator.client.offer.show.query({ offerId })).toMatchObject({ positions: 3, version: 2 });
  });

  it('does not know the offer of another structure', async () => {
    const call = elsewhere.facilitator.client.offer.update.mutate({ offerId: here.offerId, version: 1, offer: need() });
    expect(await refusalOf(call)).toBe('offer.not_found');
  });
});

describe('offer.act', () => {
  it('fills, opens again and closes', async () => {
    const { offerId } = await create();
    const act = (name: 'open' | 'fill' | 'close') => here.facilitator.client.offer.act.mutate({ offerId, act: name });
    expect(await act('fill')).toEqual({ status: 'filled' });
    expect(await act('open')).toEqual({ status: 'open' });
    expect(await act('close')).toEqual({ status: 'closed' });
    expect(await refusalOf(act('fill'))).toBe('offer.act_not_allowed');
    const entries = await product.system.client<{ action: string }[]>`
      select action from audit_entry where subject_id = ${offerId} order by id`;
    expect(entries.map(({ action }) => action)).toEqual(['offer.create', 'offer.fill', 'offer.open', 'offer.close']);
  });

  it('does not know the offer of another structure, nor obey an employer', async () => {
    const input = { offerId: here.offerId, act: 'close' as const };
    expect(await refusalOf(elsewhere.facilitator.client.offer.act.mutate(input))).toBe('offer.not_found');
    expect(await refusalOf(here.employer.client.offer.act.mutate(input))).toBe('access.not_allowed');
  });
});

describe('offer.propose', () => {
  it('asks on a clause the employer works for; a facilitator opens it and becomes its owner', async () => {
    const { offerId } = await here.employer.client.offer.propose.mutate({
      clauseId: here.made.clauseId,
      offer: need({ title: 'Laveur de vitres' }),
    });
    const asked = await here.facilitator.client.offer.show.query({ offerId });
    expect(asked).toMatchObject({ status: 'proposed', ownerName: null, employerId: here.employerId });
    await here.facilitator.client.offer.act.mutate({ offerId, act: 'open' });
    const opened = await here.facilitator.client.offer.show.query({ offerId });
    expect(opened.status).toBe('open');
    expect(opened.ownerName).not.toBeNull();
    expect(opened.categories).toContain('RSA');
  });

  it("refuses another company's clause as if it did not exist", async () => {
    const call = here.employer.client.offer.propose.mutate({ clauseId: elsewhere.made.clauseId, offer: need() });
    expect(await refusalOf(call)).toBe('offer.clause_not_found');
  });

  it('refuses a facilitator, who creates instead', async () => {
    const call = here.facilitator.client.offer.propose.mutate({ clauseId: here.made.clauseId, offer: need() });
    expect(await refusalOf(call)).toBe('access.not_allowed');
  });
});
