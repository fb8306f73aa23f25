import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Declaring, makeDeclaring, makeWorker, row } from '../../support/declaring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let at: Declaring;
let other: Declaring;

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  at = await makeDeclaring(product, 'du Val');
  other = await makeDeclaring(product, 'du Mont');
  await makeWorker(
    product,
    at,
    { firstName: 'Bruno', lastName: 'Évrard' },
    { startsOn: '2020-02-03', endsOn: '2020-04-30' },
  );
});
afterAll(() => product.close());

describe('placement.list', () => {
  it('finds by any spelling, by company, by contract and by number, and by where the work contract stands', async () => {
    const { placement } = at.facilitator.client;
    const names = async (input: Parameters<typeof placement.list.query>[0]) =>
      (await placement.list.query(input)).rows.map(({ workerName }) => workerName);
    expect(await names({})).toEqual(['Aïcha Benali', 'Bruno Évrard']);
    expect(await names({ text: 'evrard' })).toEqual(['Bruno Évrard']);
    expect(await names({ text: 'PROPRETE du val' })).toHaveLength(2);
    expect(await names({ text: '%' })).toHaveLength(2);
    expect(await names({ state: 'running' })).toEqual(['Aïcha Benali']);
    expect(await names({ state: 'ended' })).toEqual(['Bruno Évrard']);
    expect(await names({ state: 'upcoming' })).toEqual([]);
    expect(await names({ page: 2, pageSize: 1 })).toEqual(['Bruno Évrard']);
  });

  it('shows nothing of another structure', async () => {
    const { rows } = await other.facilitator.client.placement.list.query({ contractId: at.made.contractId });
    expect(rows).toEqual([]);
    expect(await refusalOf(other.facilitator.client.placement.show.query({ placementId: at.placementId }))).toBe(
      'placement.not_found',
    );
    expect(await refusalOf(at.employer.client.placement.list.query({}))).toBe('access.not_allowed');
    expect(await refusalOf(at.employer.client.placement.show.query({ placementId: at.placementId }))).toBe(
      'access.not_allowed',
    );
  });

  it('shows an employer its own workers, and neither who they are in the bank nor why they are eligible', async () => {
    const mine = await at.employer.client.placement.listMine.query();
    expect(mine.map(({ workerName }) => workerName)).toEqual(['Aïcha Benali', 'Bruno Évrard']);
    expect(Object.keys(mine[0] ?? {})).not.toContain('participantId');
    expect(await refusalOf(at.facilitator.client.placement.listMine.query())).toBe('access.not_allowed');
  });
});

describe('placement.end', () => {
  it('writes the last day, judges the hours after it again, and lets the person wait anew', async () => {
    const worker = await makeWorker(product, at, { status: 'placed' });
    await at.employer.client.hours.declare.mutate({
      month: '2020-03',
      rows: [row(worker.placementId, { centihours: 2200 })],
    });
    await at.facilitator.client.placement.end.mutate({ placementId: worker.placementId, endsOn: '2020-03-13' });
    const { rows } = await at.facilitator.client.hours.listLines.query({ placementId: worker.placementId });
    expect(rows).toMatchObject([{ centihours: 2200, validated: 1000, rejected: 1200 }]);
    const [person] = await product.system.client`
      select status, waiting_since::text from participant where id = ${worker.participantId}`;
    expect(person).toMatchObject({ status: 'available', waiting_since: '2020-03-13' });
  });

  it('leaves somebody placed who still works elsewhere, or works until a day to come', async () => {
    const worker = await makeWorker(product, at, { status: 'placed' });
    await makeWorker(product, at, {}, { participantId: worker.participantId, startsOn: '2020-05-04' });
    await at.facilitator.client.placement.end.mutate({ placementId: worker.placementId, endsOn: '2020-04-30' });
    const later = await makeWorker(product, at, { status: 'placed' });
    await at.facilitator.client.placement.end.mutate({ placementId: later.placementId, endsOn: '2020-06-30' });
    const people = await product.system.client`
      select status from participant where id in (${worker.participantId}, ${later.participantId})`;
    expect(people.map(({ status }) => status)).toEqual(['placed', 'placed']);
  });

  it('refuses an end before the start, another structure and an employer', async () => {
    const { placementId } = at;
    const end = (client: typeof at.facilitator.client, endsOn: string) =>
      refusalOf(client.placement.end.mutate({ placementId, endsOn }));
    expect(await end(at.facilitator.client, '2020-03-01')).toBe('placement.dates_reversed');
    expect(await end(other.facilitator.client, '2020-04-30')).toBe('placement.not_found');
    expect(await end(at.employer.client, '2020-04-30')).toBe('access.not_allowed');
  });
});
