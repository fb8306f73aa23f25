import { runAlerts } from '@jonction/api/bank/run-alerts';
import { makeParticipant, type ParticipantTraits } from '@jonction/testing/participant';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePlaces, system } from '../../support/hiring.ts';
import { startTestJobs } from '../../support/jobs.ts';
import { makePerson, type Person } from '../../support/people.ts';
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
});
afterAll(() => product.close());

const run = (pace: 'daily' | 'at_once') =>
  runAlerts({ database: product.system, publicUrl, log: pino({ level: 'silent' }) }, pace);
const add = (lastName: string, traits: Partial<ParticipantTraits> = {}, structureId = here.structureId) =>
  product.system.as(system, (tx) =>
    makeParticipant(tx, { structureId, lastName, occupations: [{ code: 'N4105' }], ...traits }),
  );
const lettersTo = (who: Person) => product.system.client<{ subject: string; body_text: string; body_html: string }[]>`
  select m.subject, m.body_text, m.body_html from message m join "user" u on u.email = m.to_address
  where u.id = ${who.userId} and m.template = 'search_alert' order by m.id`;

/** Somebody new with an alert on drivers. */
async function watching(pace: 'daily' | 'at_once', filters: object = { occupations: ['N4105'] }) {
  const { structureId } = here;
  const who = await makePerson(product, 'facilitator', { organisationId: structureId, structureId });
  const { searchId } = await who.client.bank.saveSearch.mutate({ name: 'Chauffeurs', filters, shared: true });
  await who.client.bank.setAlert.mutate({ searchId, pace });
  return { who, searchId };
}
const newsOf = async (who: Person, searchId: string) =>
  (await who.client.bank.showNews.query({ searchId })).people.map(({ lastName }) => lastName);

describe('an alert', () => {
  it('tells in one letter of whoever is new, and names nobody in it', async () => {
    await add('Dejala');
    const { who, searchId } = await watching('daily');
    await run('daily');
    expect(await lettersTo(who)).toEqual([]);
    await add('Nouvelle');
    await add('Seconde');
    await add('Ailleurs', {}, elsewhere.structureId);
    await run('daily');
    const [letter, ...others] = await lettersTo(who);
    expect(others).toEqual([]);
    expect(letter?.subject).toBe('2 nouvelles personnes : « Chauffeurs »');
    expect(letter?.body_text).toContain(`/facilitateur/participants/recherches/${searchId}`);
    expect(`${letter?.body_text} ${letter?.body_html}`).not.toMatch(/Nouvelle\b(?!s)|Seconde|Dejala|Ailleurs/);
    expect((await newsOf(who, searchId)).sort()).toEqual(['Nouvelle', 'Seconde']);
  });

  it('says why one reads it, and how to stop it', async () => {
    const { who } = await watching('daily');
    await add('Pourquoi');
    await run('daily');
    const [letter] = await lettersTo(who);
    expect(letter?.body_text).toContain('Pourquoi ce courriel');
    expect(letter?.body_text).toContain('chaque matin');
    expect(letter?.body_text).toContain('arrête ces courriels en un clic');
  });

  it('run twice, or twice at once, tells once', async () => {
    const { who } = await watching('at_once');
    await add('Unique');
    await Promise.all([run('at_once'), run('at_once')]);
    await run('at_once');
    expect(await lettersTo(who)).toHaveLength(1);
  });

  it('is silent while nothing changes, and when somebody leaves and comes back', async () => {
    const { who } = await watching('at_once');
    const { id } = await add('Vaetvient');
    await run('at_once');
    await product.system.client`update participant_occupation set rome_code = 'K2204' where participant_id = ${id}`;
    await run('at_once');
    await product.system.client`update participant_occupation set rome_code = 'N4105' where participant_id = ${id}`;
    await run('at_once');
    expect(await lettersTo(who)).toHaveLength(1);
  });

  it('runs at its own pace alone', async () => {
    const { who } = await watching('at_once');
    await add('Rythme');
    await run('daily');
    expect(await lettersTo(who)).toEqual([]);
  });

  it('stops in one call, and what it had found goes with it', async () => {
    const { who, searchId } = await watching('daily');
    await add('Avant');
    await run('daily');
    await who.client.bank.setAlert.mutate({ searchId, pace: null });
    await add('Apres');
    await run('daily');
    expect(await lettersTo(who)).toHaveLength(1);
    expect(await newsOf(who, searchId)).toEqual([]);
  });

  it('tells nobody whose access ended, nor about a search that is shared with her no more', async () => {
    const { who, searchId } = await watching('daily');
    const { structureId } = here;
    const other = await makePerson(product, 'facilitator', { organisationId: structureId, structureId });
    await other.client.bank.setAlert.mutate({ searchId, pace: 'daily' });
    await who.client.bank.renameSearch.mutate({ searchId, name: 'Privée', shared: false });
    await product.system.client`update membership set ended_at = now() where id = ${who.membershipId}`;
    await add('Tardive');
    await run('daily');
    expect(await lettersTo(who)).toEqual([]);
    expect(await lettersTo(other)).toEqual([]);
  });

  it('follows words and distance as the list does', async () => {
    const { who, searchId } = await watching('at_once', { near: { postalCode: '75013', withinKm: 10 } });
    await add('Proche', { latitude: 48.83, longitude: 2.36 });
    await add('Lointaine', { latitude: 43.3, longitude: 5.37 });
    await run('at_once');
    expect(await newsOf(who, searchId)).toEqual(['Proche']);
    const jobs = await startTestJobs(product);
    await jobs.settled();
    const words = await watching('at_once', { text: 'zéphyrin' });
    const { id } = await add('Zéphyrin');
    await product.system.client`insert into outbox (type, subject_id) values ('participant.changed', ${id})`;
    await jobs.settled();
    await jobs.close();
    await run('at_once');
    expect(await newsOf(words.who, words.searchId)).toEqual(['Zéphyrin']);
  });

  it('goes on with the others when one cannot be run', async () => {
    const { who } = await watching('at_once');
    await product.system.client`update saved_search set filters = '{"near": {"postalCode": "00000", "withinKm": 5}}'
      where owner_id = ${(await watching('at_once')).who.userId}`;
    await add('Malgretout');
    await run('at_once');
    expect(await lettersTo(who)).toHaveLength(1);
  });
});

describe('bank.markSeen and the home', () => {
  it('shows a line for each search with news, until she has looked', async () => {
    const { who, searchId } = await watching('daily');
    await add('Accueil');
    await run('daily');
    const lines = async () => (await who.client.report.today.query()).items.filter(({ kind }) => kind === 'found');
    expect(await lines()).toMatchObject([{ id: searchId, name: 'Chauffeurs', count: 1, isNew: true }]);
    expect(await who.client.bank.markSeen.mutate({ searchId })).toEqual({ seen: 1 });
    expect(await lines()).toEqual([]);
    expect(await newsOf(who, searchId)).toEqual([]);
  });

  it('writes no letter about whom she has already looked at', async () => {
    const { who, searchId } = await watching('daily');
    const { id } = await add('Lue');
    await product.system.client`insert into search_find (search_id, user_id, structure_id, participant_id)
      values (${searchId}, ${who.userId}, ${here.structureId}, ${id})`;
    await who.client.bank.markSeen.mutate({ searchId });
    await run('daily');
    expect(await lettersTo(who)).toEqual([]);
  });

  it('is nobody else’s: a colleague sees no news of hers', async () => {
    const { searchId } = await watching('daily');
    await add('Discrete');
    await run('daily');
    expect(await newsOf(here.lead, searchId)).toEqual([]);
    expect(await refusalOf(elsewhere.lead.client.bank.markSeen.mutate({ searchId }))).toBe('bank.search_not_found');
    expect(await refusalOf(here.partner.client.bank.markSeen.mutate({ searchId }))).toBe('access.not_allowed');
  });
});
