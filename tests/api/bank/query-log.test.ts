import { forgetQueries } from '@jonction/api/jobs/forget-queries';
import { type Database, openDatabase } from '@jonction/db/client';
import { makeParticipant } from '@jonction/testing/participant';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { system } from '../../support/hiring.ts';
import { startTestJobs } from '../../support/jobs.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

let product: Product;
let reader: Database;
let here: House;
let elsewhere: House;
let ids: Record<string, string>;

beforeAll(async () => {
  product = await startProduct();
  reader = openDatabase(product.base.appUrl, { max: 1 });
  here = await makeHouse(product, 'du Val');
  elsewhere = await makeHouse(product, 'du Mont');
  ids = await product.system.as(system, async (tx) => {
    const person = async (firstName: string, lastName: string, code = 'K2204') => {
      const { id } = await makeParticipant(tx, {
        structureId: here.structureId,
        ...{ firstName, lastName, occupations: [{ code }] },
      });
      return [lastName, id] as const;
    };
    return Object.fromEntries([
      await person('Ninoxka', 'Vartugal'),
      await person('Zelmire', 'Boulanger', 'D1102'),
      await person('Orphise', 'Peintre'),
    ]);
  });
  const jobs = await startTestJobs(product);
  await product.system
    .client`insert into outbox (type, subject_id) select 'participant.changed', id from participant limit 1`;
  await jobs.settled();
  await jobs.close();
});
afterAll(async () => {
  await reader.close();
  await product.close();
});
beforeEach(() => product.system.client`delete from bank_query`);

type Question = Parameters<House['facilitator']['client']['participant']['search']['query']>[0];
const search = (question: Question, who = here.facilitator) => who.client.participant.search.query(question);
const logged = () =>
  product.system.client<
    {
      words: string | null;
      filters: string[];
      results: number;
      unfiltered: number;
      opened: boolean;
      engine: string | null;
    }[]
  >`select words, filters, results, unfiltered, opened, engine, fell_back from bank_query order by asked_at`;
/** As if so long had passed since the last query. */
const later = (seconds: number) =>
  product.system.client`update bank_query set asked_at = asked_at - make_interval(secs => ${seconds})`;
const list = (input: Parameters<House['lead']['client']['bank']['listQueries']['query']>[0] = {}, at = here) =>
  at.lead.client.bank.listQueries.query(input);

describe('the log of queries', () => {
  it('keeps the words, the names of the filters, how many were found and who answered: never whom', async () => {
    await search({ text: 'nettoyage', licences: ['B'], frenchAtLeast: 2 });
    expect(await logged()).toEqual([
      {
        ...{ words: 'nettoyage', filters: ['frenchAtLeast', 'licences'], results: 0, unfiltered: 2 },
        ...{ opened: false, engine: 'postgres', fell_back: false },
      },
    ]);
    const [row] = await product.system.client`select to_jsonb(q) as row from bank_query q`;
    for (const id of Object.values(ids)) expect(JSON.stringify(row)).not.toContain(id);
    expect(JSON.stringify(row)).not.toContain('"B"');
  });

  it('keeps filters alone, with the engine that nobody asked left out', async () => {
    await search({ frenchAtLeast: 6 });
    expect(await logged()).toMatchObject([{ words: null, filters: ['frenchAtLeast'], results: 0, engine: null }]);
  });

  it('keeps neither the list as it opens, nor its other pages', async () => {
    await search({});
    await search({ text: 'nettoyage', page: 2 });
    expect(await logged()).toEqual([]);
  });

  it('keeps one query of somebody who types, as she ends it', async () => {
    for (const text of ['zo', 'zorb', 'zorbeu', 'zorbeur', 'zorbeur de nuit']) await search({ text });
    expect((await logged()).map(({ words }) => words)).toEqual(['zorbeur de nuit']);
    await search({ text: 'plombier' }, here.lead);
    await later(10);
    await search({ text: 'cariste' });
    expect((await logged()).map(({ words }) => words)).toEqual(['zorbeur de nuit', 'plombier', 'cariste']);
    await later(10);
    await search({ text: 'caristes zorbeurs' });
    expect((await logged()).map(({ words }) => words)).toEqual(
      ['zorbeur de nuit', 'plombier', 'cariste', 'caristes zorbeurs'].toSpliced(2, 1),
    );
  });

  it.each([
    ['a name', 'Vartugal'],
    ['a whole name', 'ninoxka VARTUGAL'],
    ['the beginning of a name', 'vartu'],
    ['a name spelt nearly so', 'Vartugale'],
    ['a name beside a trade', 'nettoyage vartugal'],
    ['a name that is a trade', 'Boulanger'],
    ['a first name of somebody who is not there', 'Fatoumata'],
    ['a first name beside words nobody knows', 'fatoumata zorbeuse'],
    ['a number', '06 11 22 33 44'],
    ['an address', 'v@courriel.test'],
  ])('does not keep %s', async (_, text) => {
    await search({ text });
    expect(await logged()).toEqual([]);
  });

  it('does not keep the number of somebody’s file', async () => {
    const { rows } = await search({ text: 'vartugal' });
    await search({ text: String(rows[0]?.number) });
    expect((await logged()).filter(({ words }) => words !== null)).toEqual([]);
  });

  it('takes away what she began with when it ends as a name', async () => {
    for (const text of ['zorb', 'zorbeuse vartugal']) await search({ text });
    expect(await logged()).toEqual([]);
  });

  it('keeps a trade that somebody has as a name, beside other words', async () => {
    await search({ text: 'peintre zorbant' });
    expect((await logged()).map(({ words }) => words)).toEqual(['peintre zorbant']);
  });

  it('notes that a file was opened next, by whoever asked, within ten minutes', async () => {
    const opened = async () => (await logged()).map((row) => row.opened);
    await search({ text: 'nettoyage' });
    await here.lead.client.participant.show.query({ participantId: ids.Vartugal ?? '' });
    expect(await opened()).toEqual([false]);
    await here.facilitator.client.participant.show.query({ participantId: ids.Vartugal ?? '' });
    expect(await opened()).toEqual([true]);
    await search({ text: 'nettoyage du soir' });
    expect(await opened()).toEqual([true, false]);
    await later(601);
    await here.facilitator.client.participant.show.query({ participantId: ids.Vartugal ?? '' });
    expect(await opened()).toEqual([true, false]);
  });

  it('is not moved by a query that found nobody', async () => {
    await search({ text: 'zorbeuse' });
    await here.facilitator.client.participant.show.query({ participantId: ids.Vartugal ?? '' });
    expect((await logged()).map((row) => row.opened)).toEqual([false]);
  });

  it('forgets who asked after a day and the query after twelve months', async () => {
    await search({ text: 'zorbeuse' });
    await search({ text: 'plombier' }, here.lead);
    await search({ frenchAtLeast: 6 }, here.lead);
    const age = (words: string, by: string) =>
      product.system.client.unsafe(
        `update bank_query set asked_at = now() - interval '${by}' where words = '${words}'`,
      );
    await age('zorbeuse', '25 hours');
    await age('plombier', '12 months 1 day');
    await forgetQueries({ database: product.system });
    const rows = await product.system
      .client`select words, asked_by is null as nobody from bank_query order by asked_at`;
    expect(rows).toEqual([
      { words: 'zorbeuse', nobody: true },
      { words: null, nobody: false },
    ]);
  });

  it('is nobody’s to read but the lead’s, even in the base', async () => {
    await search({ text: 'zorbeuse' });
    const seen = (userId: string, role: string, structureId: string) =>
      reader.as({ kind: 'user', userId, role, structureId, organisationId: structureId }, async (tx) => {
        const rows = await tx.execute('select words from bank_query');
        return rows.length;
      });
    const { structureId } = here;
    expect(await seen(here.lead.userId, 'lead', structureId)).toBe(1);
    expect(await seen(here.facilitator.userId, 'facilitator', structureId)).toBe(1);
    expect(await seen(here.administrator.userId, 'facilitator', structureId)).toBe(0);
    expect(await seen(here.partner.userId, 'partner', structureId)).toBe(0);
    expect(await seen(elsewhere.lead.userId, 'lead', elsewhere.structureId)).toBe(0);
  });
});

describe('bank.listQueries', () => {
  it('lists the words that found nobody, one line for all their spellings, with what they may mean', async () => {
    for (const text of ['zorbeuse', 'Zorbeur', 'zorbeurs', 'netoyeur de zorb']) {
      await search({ text });
      await later(200);
    }
    const { total, rows } = await list();
    expect(total).toBe(2);
    expect(rows[0]).toMatchObject({ words: 'zorbeurs', times: 3, results: 0, unfiltered: 0 });
    expect(rows[1]?.guesses.map(({ code }) => code)).toContain('K2204');
    expect((await list({}, elsewhere)).total).toBe(0);
  });

  it('leaves out what is found the last time, and what a word of the structure’s own answers', async () => {
    await search({ text: 'zorbeuse' });
    const [row] = (await list()).rows;
    const { wordId } = await here.lead.client.bank.addWord.mutate({ words: row?.words ?? '', code: 'K2204' });
    expect((await list()).total).toBe(0);
    await here.lead.client.bank.removeWord.mutate({ wordId });
    expect((await list()).total).toBe(1);
    await product.system.client`update bank_query set results = 2, unfiltered = 2`;
    expect((await list()).total).toBe(0);
    expect((await list({ view: 'unopened' })).rows).toMatchObject([{ words: 'zorbeuse', results: 2, guesses: [] }]);
  });

  it('lists what was found and never opened', async () => {
    await search({ text: 'nettoyage' });
    expect((await list({ view: 'unopened' })).rows).toMatchObject([{ words: 'nettoyage', results: 2 }]);
    await here.facilitator.client.participant.show.query({ participantId: ids.Vartugal ?? '' });
    expect((await list({ view: 'unopened' })).total).toBe(0);
  });

  it('tells filters alone apart by their names, and words that filters excluded from words that nobody has', async () => {
    await search({ frenchAtLeast: 6 });
    await later(200);
    await search({ licences: ['FIMO'], frenchAtLeast: 6 });
    await later(200);
    await search({ text: 'nettoyage', frenchAtLeast: 6 });
    const { rows } = await list();
    expect(rows.map(({ words, filters, unfiltered }) => [words, filters.join('+'), unfiltered])).toEqual([
      ['nettoyage', 'frenchAtLeast', 2],
      [null, 'licences+frenchAtLeast', 3],
      [null, 'frenchAtLeast', 3],
    ]);
    expect(rows.every(({ guesses }) => guesses.length === 0)).toBe(true);
  });

  it('goes back as far as asked, page by page', async () => {
    await product.system.client`insert into bank_query (structure_id, words, stems, results, unfiltered, asked_at)
      select ${here.structureId}, 'mot ' || n, 'mot ' || n, 0, 0, now() - make_interval(days => 100) from generate_series(1, 30) n`;
    expect((await list()).total).toBe(0);
    const first = await list({ months: 12 });
    expect([first.total, first.rows.length, first.pageSize]).toEqual([30, 25, 25]);
    const second = await list({ months: 12, page: 2 });
    expect(second.rows).toHaveLength(5);
    expect(new Set([...first.rows, ...second.rows].map(({ words }) => words)).size).toBe(30);
  });

  it('is the lead’s alone', async () => {
    for (const who of [here.facilitator, here.administrator, here.partner]) {
      expect(await refusalOf(who.client.bank.listQueries.query({}))).toBe('access.not_allowed');
    }
  });
});

describe('bank.forgetQuery', () => {
  it('erases every asking of the same words, and says how many', async () => {
    for (const text of ['zorbeuse', 'Zorbeur']) {
      await search({ text });
      await later(200);
    }
    const [row] = (await list()).rows;
    expect(await here.lead.client.bank.forgetQuery.mutate({ stems: row?.stems ?? '' })).toEqual({ forgotten: 2 });
    expect(await logged()).toEqual([]);
    const written = await product.system.client`select facts from audit_entry where action = 'bank.forgetQuery'`;
    expect(JSON.stringify(written)).not.toContain('zorb');
  });

  it('refuses what is not kept, what another structure keeps, and whoever is no lead', async () => {
    await search({ text: 'zorbeuse' });
    const [row] = (await list()).rows;
    const stems = row?.stems ?? '';
    expect(await refusalOf(elsewhere.lead.client.bank.forgetQuery.mutate({ stems }))).toBe('bank.query_not_found');
    expect(await refusalOf(here.lead.client.bank.forgetQuery.mutate({ stems: 'rien' }))).toBe('bank.query_not_found');
    expect(await refusalOf(here.facilitator.client.bank.forgetQuery.mutate({ stems }))).toBe('access.not_allowed');
  });
});
