import { permissions } from '@jonction/api/permissions';
import { appRouter } from '@jonction/api/router';
import { isAllowed, type Permissions } from '@jonction/domain/access/permission';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Declaring, makeDeclaring, makeWorker, row } from '../../support/declaring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, publicUrl, refusalOf, startProduct } from '../../support/product.ts';
import { readInputs } from '../walls/inputs.ts';

let product: Product;
let at: Declaring;
let other: Declaring;
let buyer: Person;
let buyerId: string;
const names = ['Aïcha', 'Benali', 'Bakary', 'Coulibaly', 'Célestine', 'Dubreuil'];

beforeAll(async () => {
  product = await startProduct({ today: '2020-06-08' });
  at = await makeDeclaring(product, 'du Réseau');
  other = await makeDeclaring(product, 'd’à côté');
  ({ buyerId } = at.made);
  buyer = await makePerson(product, 'buyer', { organisationId: buyerId, structureId: at.structureId });
  const workers = [at.placementId];
  for (const [firstName, lastName] of [
    ['Bakary', 'Coulibaly'],
    ['Célestine', 'Dubreuil'],
  ] as const)
    workers.push((await makeWorker(product, at, { firstName, lastName })).placementId);
  await at.employer.client.hours.declare.mutate({
    month: '2020-03',
    rows: workers.map((id) => row(id, { centihours: 10_000 })),
  });
});
afterAll(() => product.close());

const show = (who: Person, given: { buyerId?: string; year?: number; directorateId?: string } = {}) =>
  who.client.report.showBoughtHours.query({ year: 2020, ...given });

describe('report.showBoughtHours', () => {
  it('tells the hours of each contract and keeps a number of people below five', async () => {
    const seen = await show(buyer);
    expect(seen.rows).toMatchObject([{ object: 'Nettoyage du Réseau', validated: 30_000, pending: 0, people: null }]);
    expect(seen).toMatchObject({ total: 1, sums: { validated: 30_000 }, people: null });
    expect((await show(buyer, { year: 2019 })).rows).toMatchObject([{ validated: 0, people: 0 }]);
  });

  it('tells how many they are from five on, each once', async () => {
    const more = await Promise.all([1, 2].map(() => makeWorker(product, at)));
    await at.employer.client.hours.declare.mutate({
      month: '2020-04',
      rows: more.map(({ placementId }) =>
        row(placementId, { from: '2020-04-01', to: '2020-04-30', centihours: 5_000 }),
      ),
    });
    expect(await show(buyer)).toMatchObject({ rows: [{ people: 5, validated: 40_000 }], people: 5 });
    const scheme = await buyer.client.report.showScheme.query({ year: 2020 });
    expect(scheme.hours).toMatchObject({ validated: 40_000, people: 5, contracts: 1, fteHundredths: 25 });
  });

  it('gives no number of people for a directorate as a whole: two readings would tell one by subtraction', async () => {
    const { directorateId } = await buyer.client.organisation.createDirectorate.mutate({ name: 'Écoles' });
    expect(await show(buyer, { directorateId })).toMatchObject({
      rows: [],
      total: 0,
      people: null,
      sums: { validated: 0 },
    });
  });

  it('is for the buyer itself and the team of its clauses', async () => {
    expect((await show(at.facilitator, { buyerId })).sums.validated).toBe(40_000);
    expect(await refusalOf(show(other.facilitator, { buyerId }))).toBe('organisation.not_found');
    const stranger = await makePerson(product, 'buyer', {
      organisationId: other.made.buyerId,
      structureId: other.structureId,
    });
    expect(await refusalOf(show(stranger, { buyerId }))).toBe('organisation.not_found');
    expect((await show(stranger)).sums.validated).toBe(0);
    expect(await refusalOf(show(at.employer, { buyerId }))).toBe('access.not_allowed');
  });
});

describe('whatever a buyer may ask', () => {
  it('is answered without the name of anybody who works on its contracts, nor why she may', async () => {
    const inputs = await readInputs();
    const rows: Permissions = permissions;
    const actor = {
      ...{ kind: 'user' as const, userId: buyer.userId, sessionId: '', name: '', email: '' },
      membership: {
        id: buyer.membershipId,
        role: 'buyer' as const,
        organisationId: buyerId,
        structureId: at.structureId,
        companyRole: null,
      },
    };
    const queries = Object.entries(appRouter._def.procedures).filter(
      ([name, procedure]) =>
        rows[name] &&
        isAllowed(rows[name], actor) &&
        (procedure as unknown as { _def: { type: string } })._def.type === 'query',
    );
    expect(queries.length).toBeGreaterThan(20);
    const { contractId, lotId, clauseId } = at.made;
    const world = {
      ...{ buyerId, contractId, lotId, clauseId, employerId: at.employerId, structureId: at.structureId },
      ...{ participantId: at.participantId, placementId: at.placementId, membershipId: buyer.membershipId },
    } as unknown as Parameters<NonNullable<(typeof inputs)[string]>>[0];
    const told: string[] = [];
    let answered = 0;
    for (const [name] of queries) {
      const input = inputs[name]?.(world);
      const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(withYear(input)))}`;
      const request = new Request(`${publicUrl}/api/trpc/${name}${query}`, { headers: buyer.headers });
      const response = await product.app.fetch(request);
      const text = await response.text();
      if (response.status === 200) answered += 1;
      const secrets = [...names, at.participantId, 'DELD', 'RSA', 'QPV', 'minima'];
      told.push(...secrets.filter((word) => text.includes(word)).map((word) => `${name} tells ${word}`));
    }
    expect(told.filter((line) => !line.startsWith('eligibility.'))).toEqual([]);
    expect(answered).toBeGreaterThan(15);
  });
});

/** The walk of the walls asks about 2026; the hours of this test are of 2020. */
function withYear(input: unknown): unknown {
  return input && typeof input === 'object' && 'year' in input ? { ...input, year: 2020 } : input;
}
