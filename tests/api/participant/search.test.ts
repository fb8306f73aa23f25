import { cv } from '@jonction/db/cv/tables';
import { makeParticipant, type ParticipantTraits } from '@jonction/testing/participant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseRow } from '../../support/erase.ts';
import { startTestJobs } from '../../support/jobs.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

let product: Product;
let here: House;
let elsewhere: House;
const system = { kind: 'system' } as const;
const ids = new Map<string, string>();

const people: Record<string, Omit<ParticipantTraits, 'structureId'>> = {
  Ines: { licences: ['B', 'caces_r489_3'], frenchLevel: 4, availableFrom: '2026-05-01' },
  Loin: { postalCode: '13001', latitude: 43.2999, longitude: 5.3823, licences: ['B'], frenchLevel: 2 },
  Muet: { frenchLevel: null, licences: null, availableFrom: '2026-05-30' },
  Électre: { occupations: [{ code: 'F1602' }], skills: ['tirage de câbles'], availableFrom: '2026-09-01' },
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
        occupations: [{ code: 'K2204' }],
        recommendedByOrganisationId: lastName === 'Loin' ? here.partnerId : null,
        ...traits,
      });
      ids.set(lastName, id);
    }
    const { structureId } = here;
    const cvOf = (lastName: string, confirmedOn: string) => ({
      ...{ structureId, participantId: ids.get(lastName) ?? '', title: 'CV', confirmedOn },
      ...{ current: true, status: 'confirmed' as const },
    });
    // Sixty days before 4 May 2026 is 5 March.
    await tx.insert(cv).values([cvOf('Ines', '2026-03-06'), cvOf('Loin', '2026-03-05')]);
    await makeParticipant(tx, { structureId: elsewhere.structureId, firstName: 'Camille', lastName: 'Ailleurs' });
  });
  const jobs = await startTestJobs(product);
  await product.system
    .client`insert into outbox (type, subject_id) values ('participant.changed', ${ids.get('Ines') ?? ''})`;
  await jobs.settled();
  await jobs.close();
});
afterAll(() => product.close());

type Question = Parameters<House['facilitator']['client']['participant']['search']['query']>[0];
const search = (question: Question) => here.facilitator.client.participant.search.query(question);
const counted = (values: { value: string; count: number }[]) =>
  Object.fromEntries(values.map(({ value, count }) => [value, count]));

describe('participant.search', () => {
  it('counts what each further choice would give, over readable people alone', async () => {
    const { total, facets, engine } = await search({ near: { postalCode: '75013', withinKm: 500 } });
    expect(total).toBe(3);
    expect(engine).toBeNull();
    expect(counted(facets.occupations)).toEqual({ K2204: 2, F1602: 1 });
    expect(counted(facets.licences)).toEqual({ B: 1, caces_r489_3: 1 });
    expect(counted(facets.french)).toEqual({ 1: 2, 2: 2, 3: 2, 4: 2 });
    expect(counted(facets.availability)).toEqual({ today: 1, month: 2 });
    expect(counted(facets.distance)).toEqual({ 5: 3, 10: 3, 20: 3, 50: 3 });
    expect(counted(facets.confirmed)).toEqual({ fresh: 1, none: 2 });
    expect(facets.partners).toEqual([]);
    const everywhere = await search({});
    expect(everywhere.facets.partners).toEqual([{ value: here.partnerId, label: 'Mission locale du Val', count: 1 }]);
    expect(counted(everywhere.facets.availability)).toEqual({ today: 2, month: 3 });
  });

  it('counts the other choices of a filter as if it were not set, and those of licences on top of it', async () => {
    const { total, facets } = await search({ occupations: ['F1602'], licences: ['B'] });
    expect(total).toBe(0);
    expect(counted(facets.occupations)).toEqual({ K2204: 2 });
    expect(counted(facets.licences)).toEqual({});
    expect(counted((await search({ licences: ['B'] })).facets.licences)).toEqual({ B: 2, caces_r489_3: 1 });
  });

  it('keeps CVs confirmed less than 60 days ago apart from those to confirm', async () => {
    expect((await search({ confirmed: 'fresh' })).rows.map(({ lastName }) => lastName)).toEqual(['Ines']);
    expect((await search({ confirmed: 'due' })).rows.map(({ lastName }) => lastName)).toEqual(['Loin']);
    expect((await search({ confirmed: 'none' })).rows.map(({ lastName }) => lastName)).toEqual(['Électre', 'Muet']);
  });

  it('finds words as they are typed, misspelt, or said every day, and says how', async () => {
    const names = async (text: string) => {
      const { rows, spelling, engine, fellBack } = await search({ text });
      return { names: rows.map(({ lastName }) => lastName).sort(), spelling, engine, fellBack };
    };
    const exact = { spelling: 'exact', engine: 'postgres', fellBack: false };
    expect(await names('ele')).toEqual({ ...exact, names: ['Électre'] });
    expect(await names('camille')).toMatchObject({ names: ['Ines', 'Loin', 'Muet', 'Électre'] });
    expect(await names('femme de ménage')).toEqual({ ...exact, names: ['Ines', 'Loin', 'Muet'] });
    expect(await names('cabels')).toEqual({ ...exact, spelling: 'near', names: ['Électre'] });
    expect(await names(String((await search({ text: 'ines' })).rows[0]?.number))).toMatchObject({ names: ['Ines'] });
  });

  it('says why nobody is found: the word, or the filter and how many are there without it', async () => {
    const word = await search({ text: 'camille zzqxw' });
    expect(word).toMatchObject({ total: 0, rows: [], nobody: { unknown: ['zzqxw'], unfiltered: 0 } });
    const filter = await search({ text: 'camille', licences: ['B'], frenchAtLeast: 5 });
    expect(filter.nobody).toMatchObject({ unknown: [], unfiltered: 4 });
    expect(filter.filters).toEqual([
      { filter: 'licences', without: 0 },
      { filter: 'frenchAtLeast', without: 2 },
    ]);
    expect((await search({ text: 'camille' })).nobody).toBeNull();
  });

  it('offers the nearest occupation, those that somebody holds first', async () => {
    const { nobody } = await search({ text: 'électricien zzqxw' });
    expect(nobody?.occupations[0]).toEqual({ code: 'F1602', label: 'Électricité du bâtiment', people: 1 });
  });

  it('offers the occupations near the one asked, when nobody holds it', async () => {
    const { nobody } = await search({ occupations: ['K2202'], status: 'available' });
    expect(nobody?.occupations).toContainEqual({ code: 'K2204', label: 'Nettoyage de locaux', people: 3 });
    expect(nobody?.occupations.map(({ code }) => code)).not.toContain('K2202');
  });

  it('gives exactly as many people as each choice promised, whatever is chosen already', async () => {
    const day = { today: '2026-05-04', month: '2026-06-03' } as const;
    const starts: Question[] = [
      {},
      { near: { postalCode: '75013', withinKm: 50 } },
      { licences: ['B'], frenchAtLeast: 2 },
      { occupations: ['K2204'], confirmed: 'due' },
      { text: 'camille', status: 'available' },
    ];
    for (const start of starts) {
      const { facets } = await search(start);
      const choices: [number, Question][] = [
        ...facets.occupations.map(({ value, count }) => [count, { occupations: [value] }] as [number, Question]),
        ...facets.licences.map(
          ({ value, count }) => [count, { licences: [...(start.licences ?? []), value] }] as [number, Question],
        ),
        ...facets.french.map(({ value, count }) => [count, { frenchAtLeast: Number(value) }] as [number, Question]),
        ...facets.availability.map(
          ({ value, count }) => [count, { availableOn: day[value as 'today' | 'month'] }] as [number, Question],
        ),
        ...facets.distance.map(
          ({ value, count }) =>
            [count, { near: { postalCode: '75013', withinKm: Number(value) } }] as [number, Question],
        ),
        ...facets.confirmed.map(
          ({ value, count }) => [count, { confirmed: value as 'fresh' | 'due' | 'none' }] as [number, Question],
        ),
        ...facets.partners.map(({ value, count }) => [count, { partnerId: value }] as [number, Question]),
      ];
      expect(choices.length).toBeGreaterThan(3);
      for (const [count, choice] of choices) {
        expect([choice, (await search({ ...start, ...choice })).total]).toEqual([choice, count]);
      }
    }
  });

  it('forgets whoever was erased at once, told of it or not', async () => {
    const { id } = await product.system.as(system, (tx) =>
      makeParticipant(tx, { structureId: here.structureId, lastName: 'Partante', consents: false }),
    );
    const jobs = await startTestJobs(product);
    await product.system.client`insert into outbox (type, subject_id) values ('participant.changed', ${id})`;
    await jobs.settled();
    await jobs.close();
    expect((await search({ text: 'partante' })).total).toBe(1);
    await eraseRow(product, id);
    expect(await search({ text: 'partante' })).toMatchObject({ total: 0, nobody: { unknown: ['partante'] } });
  });

  it('answers nobody of another structure, her words and her counts included', async () => {
    expect(await search({ text: 'ailleurs' })).toMatchObject({ total: 0, nobody: { unknown: ['ailleurs'] } });
    const theirs = await elsewhere.facilitator.client.participant.search.query({ text: 'electre' });
    expect(theirs).toMatchObject({ total: 0, nobody: { unknown: ['electre'] } });
    expect((await elsewhere.lead.client.participant.search.query({})).total).toBe(1);
  });

  it('refuses a postal code that no commune has, and words that are too long', async () => {
    expect(await refusalOf(search({ near: { postalCode: '99999', withinKm: 5 } }))).toBe('participant.place_unknown');
    expect(await refusalOf(search({ text: 'x'.repeat(201) }))).toBe('shared.fields_to_correct');
  });

  it('is for the team alone', async () => {
    for (const person of [here.partner, here.administrator]) {
      expect(await refusalOf(person.client.participant.search.query({ text: 'camille' }))).toBe('access.not_allowed');
    }
    expect(await refusalOf(product.client().participant.search.query({}))).toBe('access.sign_in_needed');
  });
});
