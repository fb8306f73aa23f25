import { eligibilityCode } from '@jonction/db/eligibility/tables';
import { makeParticipant, type ParticipantTraits } from '@jonction/testing/participant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestJobs } from '../../support/jobs.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

let product: Product;
let here: House;
let elsewhere: House;
const system = { kind: 'system' } as const;
const ids = new Map<string, string>();

/** Everybody differs from Ines in the one thing that a filter looks at. */
const people: Record<string, Omit<ParticipantTraits, 'structureId'>> = {
  Ines: { lastContactOn: '2026-04-25', licences: ['B', 'caces_r489_3'], frenchLevel: 4, availableFrom: '2026-05-10' },
  Loin: { postalCode: '13001', latitude: 43.2999, longitude: 5.3823, lastContactOn: '2026-03-01' },
  Muet: { consents: false, frenchLevel: null, lastContactOn: null, licences: null, availableFrom: null },
  Ancien: { lastContactOn: '2025-10-01', status: 'unavailable', frenchLevel: 2, availableFrom: '2026-09-01' },
  Électre: { occupations: [{ code: 'F1602', months: 40 }], skills: ['tirage de câbles'], lastContactOn: '2026-05-01' },
};

beforeAll(async () => {
  product = await startProduct({ today: '2026-05-04' });
  here = await makeHouse(product, 'du Val');
  elsewhere = await makeHouse(product, 'du Mont');
  await product.system.as(system, async (tx) => {
    for (const [lastName, traits] of Object.entries(people)) {
      const { id } = await makeParticipant(tx, {
        structureId: here.structureId,
        firstName: 'Camille',
        lastName,
        occupations: [{ code: 'K2204', months: 12 }],
        ...traits,
      });
      ids.set(id, lastName);
    }
    await makeParticipant(tx, { structureId: elsewhere.structureId, firstName: 'Camille', lastName: 'Ailleurs' });
    const [first] = [...ids].filter(([, name]) => name === 'Ines');
    await tx.insert(eligibilityCode).values({
      participantId: first?.[0] ?? '',
      structureId: here.structureId,
      code: 'keyed',
      provenFrom: '2026-01-01',
      provenTo: '2026-05-04',
    });
  });
});
afterAll(() => product.close());

async function namesFor(filters: Parameters<typeof here.facilitator.client.participant.list.query>[0]) {
  const { rows } = await here.facilitator.client.participant.list.query(filters);
  return rows.map(({ lastName }) => lastName);
}

describe('participant.list', () => {
  it('shows the whole bank of the structure by name, as French sorts names, and nobody of another one', async () => {
    expect(await namesFor({})).toEqual(['Ancien', 'Électre', 'Ines', 'Loin', 'Muet']);
    expect((await elsewhere.facilitator.client.participant.list.query({})).total).toBe(1);
  });

  it('pages without losing or repeating anybody', async () => {
    const pages = [];
    for (const page of [1, 2, 3]) pages.push(...(await namesFor({ page, pageSize: 2 })));
    expect(pages).toEqual(['Ancien', 'Électre', 'Ines', 'Loin', 'Muet']);
    const { total } = await here.facilitator.client.participant.list.query({ page: 2, pageSize: 2 });
    expect(total).toBe(5);
  });

  it.each([
    ['a licence', { licences: ['caces_r489_3'] }, ['Ines']],
    ['an occupation', { occupations: ['F1602'] }, ['Électre']],
    ['a level of French, those whose level nobody knows left out', { frenchAtLeast: 3 }, ['Électre', 'Ines', 'Loin']],
    ['a day, those whose day nobody knows kept', { availableOn: '2026-05-15' }, ['Électre', 'Ines', 'Loin', 'Muet']],
    ['a status', { status: 'unavailable' as const }, ['Ancien']],
    ['consent', { consents: false }, ['Muet']],
    ['eligibility on that day', { eligible: true }, ['Ines']],
    ['no eligibility', { eligible: false }, ['Ancien', 'Électre', 'Loin', 'Muet']],
    ['a talk of the last 15 days', { freshness: 'recent' as const }, ['Électre', 'Ines']],
    ['a talk to have', { freshness: 'due' as const }, ['Loin']],
    ['silence for 180 days', { freshness: 'stale' as const }, ['Ancien']],
    ['no talk ever', { freshness: 'never' as const }, ['Muet']],
    ['a distance', { near: { postalCode: '75013', withinKm: 20 } }, ['Ancien', 'Électre', 'Ines', 'Muet']],
  ])('filters by %s', async (_, filters, expected) => {
    expect(await namesFor(filters)).toEqual(expected);
  });

  it('sorts on the server, what is unknown last either way', async () => {
    expect(await namesFor({ sort: 'lastContact' })).toEqual(['Ancien', 'Loin', 'Ines', 'Électre', 'Muet']);
    expect(await namesFor({ sort: 'lastContact', descending: true })).toEqual([
      'Électre',
      'Ines',
      'Loin',
      'Ancien',
      'Muet',
    ]);
  });

  it('says how far each lives from the postal code asked', async () => {
    const { rows } = await here.facilitator.client.participant.list.query({
      near: { postalCode: '75013', withinKm: 500 },
      sort: 'distance',
      descending: true,
    });
    expect(rows[0]).toMatchObject({ lastName: 'Ancien' });
    const lyon = await refusalOf(
      here.facilitator.client.participant.list.query({ near: { postalCode: '99999', withinKm: 5 } }),
    );
    expect(lyon).toBe('participant.place_unknown');
  });

  it('finds words however they are written, once the job has indexed them', async () => {
    const jobs = await startTestJobs(product);
    for (const id of ids.keys()) {
      await product.system.client`insert into outbox (type, subject_id) values ('participant.changed', ${id})`;
    }
    await jobs.settled();
    await jobs.close();
    expect(await namesFor({ text: 'electre' })).toEqual(['Électre']);
    expect(await namesFor({ text: 'cables' })).toEqual(['Électre']);
    expect(await namesFor({ text: 'netoyage', consents: false })).toEqual(['Muet']);
    expect(await namesFor({ text: 'zzzzz' })).toEqual([]);
    expect((await elsewhere.facilitator.client.participant.list.query({ text: 'electre' })).total).toBe(0);
  });

  it('is for the team alone', async () => {
    expect(await refusalOf(here.partner.client.participant.list.query({}))).toBe('access.not_allowed');
    expect(await refusalOf(here.administrator.client.participant.list.query({}))).toBe('access.not_allowed');
  });
});
