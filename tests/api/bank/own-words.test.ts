import { runAlerts } from '@jonction/api/bank/run-alerts';
import { makeParticipant } from '@jonction/testing/participant';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlaces, system } from '../../support/hiring.ts';
import { startTestJobs } from '../../support/jobs.ts';
import { type Product, publicUrl, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

let product: Product;
let here: House;
let elsewhere: House;

beforeAll(async () => {
  product = await startProduct();
  here = await makeHouse(product, 'du Val');
  elsewhere = await makeHouse(product, 'du Mont');
  await makePlaces(product);
  await product.system.as(system, async (tx) => {
    const person = (structureId: string, lastName: string, code: string) =>
      makeParticipant(tx, { structureId, firstName: 'Sacha', lastName, occupations: [{ code }] });
    await person(here.structureId, 'Balai', 'K2303');
    await person(here.structureId, 'Autre', 'F1703');
    await person(elsewhere.structureId, 'Ailleurs', 'K2303');
  });
  const jobs = await startTestJobs(product);
  await product.system
    .client`insert into outbox (type, subject_id) select 'participant.changed', id from participant limit 1`;
  await jobs.settled();
  await jobs.close();
});
afterAll(() => product.close());

const find = async (text: string, at = here) => {
  const { rows, meant, nobody } = await at.facilitator.client.participant.search.query({ text });
  return { names: rows.map(({ lastName }) => lastName), meant, nobody };
};
const add = (words: string, code = 'K2303', at = here) => at.lead.client.bank.addWord.mutate({ words, code });
const topOf = async (title: string, at = here) =>
  (await at.partner.client.reference.occupations.query({ title }))[0]?.code;

describe('bank.addWord', () => {
  it('holds at once where nobody was ever searched for yet, without a count', async () => {
    const { client } = product.system;
    await client`create table kept_copy as select * from search_copy`;
    await client`delete from search_copy`;
    try {
      const { wordId, label, people } = await add('zébulard');
      expect(people).toBeNull();
      expect(await here.lead.client.bank.listWords.query()).toContainEqual(
        expect.objectContaining({ id: wordId, label }),
      );
      expect(await topOf('zébulards')).toBe('K2303');
      await here.lead.client.bank.removeWord.mutate({ wordId });
    } finally {
      await client`insert into search_copy select * from kept_copy`;
      await client`drop table kept_copy`;
    }
  });

  it('is obeyed at once by the search of the bank, which says so, and taken back at once', async () => {
    expect((await find('zébulonne')).names).toEqual([]);
    const { wordId, label, people } = await add('Zébulonne');
    expect(people).toBe(1);
    const found = await find('zébulons sacha');
    expect(found.names).toEqual(['Balai']);
    expect(found.meant).toEqual([{ words: 'Zébulonne', code: 'K2303', label }]);
    expect((await find('sacha')).meant).toEqual([]);
    expect(await here.lead.client.bank.removeWord.mutate({ wordId })).toEqual({ words: 'Zébulonne', code: 'K2303' });
    expect((await find('zébulonne')).names).toEqual([]);
  });

  it('is obeyed by the titles that forms propose, for everybody of the structure and nobody else', async () => {
    const { wordId } = await add('zébuleur de rue', 'A1203');
    expect(await topOf('Zébuleuse de rues')).toBe('A1203');
    expect(await topOf('Zébuleuse de rues', elsewhere)).not.toBe('A1203');
    expect((await find('zébuleur de rue', elsewhere)).names).toEqual([]);
    await here.lead.client.bank.removeWord.mutate({ wordId });
    expect(await topOf('Zébuleuse de rues')).not.toBe('A1203');
  });

  it('is obeyed by an alert', async () => {
    const { wordId } = await add('zébuleuse');
    const { searchId } = await here.facilitator.client.bank.saveSearch.mutate({
      name: 'Zébuleuses',
      filters: { text: 'zébuleuse' },
      shared: false,
    });
    await here.facilitator.client.bank.setAlert.mutate({ searchId, pace: 'daily' });
    const { id } = await product.system.as(system, (tx) =>
      makeParticipant(tx, { structureId: here.structureId, lastName: 'Nouveau', occupations: [{ code: 'K2303' }] }),
    );
    const jobs = await startTestJobs(product);
    await product.system.client`insert into outbox (type, subject_id) values ('participant.changed', ${id})`;
    await jobs.settled();
    await jobs.close();
    await runAlerts({ database: product.system, publicUrl, log: pino({ level: 'silent' }) }, 'daily');
    const { people } = await here.facilitator.client.bank.showNews.query({ searchId });
    expect(people.map(({ lastName }) => lastName)).toEqual(['Nouveau']);
    await here.lead.client.bank.removeWord.mutate({ wordId });
  });

  it('may mean two occupations, and each of them once', async () => {
    const first = await add('toutes mains zébu', 'K2303');
    const second = await add('toutes mains zébu', 'F1703');
    expect(second.people).toBe(3);
    expect((await find('toutes mains zébus')).names.sort()).toEqual(['Autre', 'Balai', 'Nouveau']);
    expect(await refusalOf(add('Toute main zébu', 'F1703'))).toBe('bank.word_known');
    for (const { wordId } of [first, second]) await here.lead.client.bank.removeWord.mutate({ wordId });
  });

  it('refuses what is no word and no occupation', async () => {
    expect(await refusalOf(add('zébulon', 'A9999'))).toBe('participant.occupation_unknown');
    expect(await refusalOf(add('de la'))).toBe('shared.fields_to_correct');
    expect(await refusalOf(add('06 12 345'))).toBe('shared.fields_to_correct');
  });

  it('refuses one word too many', async () => {
    const { structureId } = elsewhere;
    await product.system.client`insert into bank_word (structure_id, words, stems, rome_code)
      select ${structureId}, 'mot ' || n, 'mot ' || n, 'K2303' from generate_series(1, 500) n`;
    expect(await refusalOf(add('un de trop', 'K2303', elsewhere))).toBe('bank.too_many_words');
    await product.system.client`delete from bank_word where structure_id = ${structureId}`;
  });

  it('is the lead’s alone, and written in the journal', async () => {
    for (const who of [here.facilitator, here.partner, here.administrator]) {
      expect(await refusalOf(who.client.bank.addWord.mutate({ words: 'zébulon', code: 'K2303' }))).toBe(
        'access.not_allowed',
      );
      expect(await refusalOf(who.client.bank.listWords.query())).toBe('access.not_allowed');
    }
    const { wordId } = await add('zébulesse');
    const written = await product.system.client`select action, facts from audit_entry
      where action = 'bank.addWord' and facts ->> 'words' = 'zébulesse'`;
    expect(written).toHaveLength(1);
    await here.lead.client.bank.removeWord.mutate({ wordId });
  });
});

describe('bank.listWords', () => {
  it('lists the words of the structure alone, by the alphabet, with who added each', async () => {
    const ids = [await add('zèbre'), await add('abeillère'), await add('elsewhere', 'K2303', elsewhere)];
    const rows = await here.lead.client.bank.listWords.query();
    expect(rows.map(({ words, code, addedByName }) => [words, code, typeof addedByName])).toEqual([
      ['abeillère', 'K2303', 'string'],
      ['zèbre', 'K2303', 'string'],
    ]);
    for (const { wordId } of ids.slice(0, 2)) await here.lead.client.bank.removeWord.mutate({ wordId });
  });
});

describe('bank.removeWord', () => {
  it('refuses the word of another structure, one that is gone, and whoever is no lead', async () => {
    const { wordId } = await add('zébrette');
    expect(await refusalOf(elsewhere.lead.client.bank.removeWord.mutate({ wordId }))).toBe('bank.word_not_found');
    expect(await refusalOf(here.facilitator.client.bank.removeWord.mutate({ wordId }))).toBe('access.not_allowed');
    await here.lead.client.bank.removeWord.mutate({ wordId });
    expect(await refusalOf(here.lead.client.bank.removeWord.mutate({ wordId }))).toBe('bank.word_not_found');
  });
});
