import { randomUUID } from 'node:crypto';
import { occupationSpeech } from '@jonction/api/search/speech';
import { feedIndex } from '@jonction/search/feed';
import { openMeilisearchIndex } from '@jonction/search/meilisearch';
import { mostFound, type SearchIndex } from '@jonction/search/port';
import { postgresIndex } from '@jonction/search/postgres';
import { rebuildIndex } from '@jonction/search/rebuild';
import { makeParticipant } from '@jonction/testing/participant';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eraseRow } from '../support/erase.ts';
import { startTestJobs } from '../support/jobs.ts';
import { type Product, startProduct } from '../support/product.ts';
import { type KillableEngine, openKillableEngine } from '../support/search-engine.ts';
import { type House, makeHouse } from '../support/structure.ts';

const engine: KillableEngine | null = await openKillableEngine();
/** Whether it answers in time is another question: here, what it answers. */
const patience = 10_000;
const nowhere = { url: 'http://127.0.0.1:9', key: 'none' };
const system = { kind: 'system' } as const;

let product: Product;
let house: House;
let other: House;

beforeAll(async () => {
  product = await startProduct({ meilisearch: engine ?? nowhere });
  house = await makeHouse(product, 'du Val');
  other = await makeHouse(product, 'du Mont');
});
afterAll(async () => {
  await product.close();
  await engine?.close();
});

const indexes = (): SearchIndex[] =>
  engine ? [postgresIndex, openMeilisearchIndex(engine, patience)] : [postgresIndex];
const speech = () => product.system.as(system, occupationSpeech);
const add = (lastName: string, structureId = house.structureId) =>
  product.system.as(system, (tx) => makeParticipant(tx, { structureId, firstName: 'Camille', lastName }));

async function feedAll(): Promise<void> {
  for (const index of indexes()) await feedIndex(product.system, index, await speech());
}

async function idsIn(index: SearchIndex, text: string): Promise<string[]> {
  const { structureId } = house;
  const { ids } = await product.system.as(system, (tx) => index.find(tx, { structureId, text, limit: mostFound }));
  return ids.sort();
}

describe('every copy', () => {
  beforeEach(feedAll);

  it('follows a change of name and of CV, and keeps no word that was taken away', async () => {
    const { id } = await add('Premierdunom');
    await feedAll();
    for (const index of indexes()) expect(await idsIn(index, 'premierdunom'), index.name).toEqual([id]);
    await product.system.client`update participant set last_name = 'Seconddunom' where id = ${id}`;
    await product.system
      .client`insert into cv (structure_id, participant_id, title, status, current) values (${house.structureId}, ${id}, 'Souffleur de verre', 'confirmed', true)`;
    await feedAll();
    for (const index of indexes()) {
      expect(await idsIn(index, 'premierdunom'), index.name).toEqual([]);
      expect(await idsIn(index, 'seconddunom'), index.name).toEqual([id]);
      expect(await idsIn(index, 'soufleur de vere'), index.name).toEqual([id]);
    }
    const left = await product.system.client<
      { word: string }[]
    >`select word from search_word where word like '%dunom' order by word`;
    expect(left.map(({ word }) => word)).toEqual(['camilleseconddunom', 'seconddunom']);
  });

  it('forgets the words of a person with her row, and leaves those that others have', async () => {
    const gone = await makeSilent('Disparudici');
    await makeSilent('Restonsla');
    await feedAll();
    await eraseRow(product, gone);
    const words = await product.system.client<
      { word: string }[]
    >`select word from search_word where structure_id = ${house.structureId}`;
    expect(words.map(({ word }) => word)).not.toContain('disparudici');
    expect(words.map(({ word }) => word)).toContain('camille');
    await feedAll();
    for (const index of indexes()) expect(await idsIn(index, 'disparudici'), index.name).toEqual([]);
  });

  it.skipIf(!process.env.JONCTION_LONG)(
    'is made again beside the one that answers: searches meanwhile find everybody',
    async () => {
      await product.system.as(system, async (tx) => {
        for (let number = 0; number < 40; number++) {
          await makeParticipant(tx, { structureId: house.structureId, lastName: `Refait${number}` });
        }
      });
      await feedAll();
      for (const index of indexes()) await rebuildIndex(product.system, index, await speech());
      for (const index of indexes()) {
        expect((await idsIn(index, 'refait')).length, index.name).toBe(40);
        let over = false;
        const seen: number[] = [];
        const told: number[] = [];
        const rebuilding = rebuildIndex(product.system, index, await speech(), (done) => told.push(done)).finally(
          () => {
            over = true;
          },
        );
        while (!over) seen.push((await idsIn(index, 'refait')).length);
        await rebuilding;
        expect(new Set(seen), index.name).toEqual(new Set([40]));
        expect(told.at(-1)).toBeGreaterThanOrEqual(40);
      }
    },
  );

  it('starts anew after a rebuild that was killed, and leaves nothing of it', async () => {
    const { id } = await add('Apresunmort');
    await feedAll();
    for (const index of indexes()) {
      const half = randomUUID();
      await index.open(half);
      const document = { id, structureId: house.structureId, name: ['moitie'], titles: [], skills: [], also: [] };
      await product.system.as(system, (tx) => index.put(tx, half, [document]));
      await product.system.client`update search_copy set draft = ${half} where engine = ${index.name}`;
      expect(await idsIn(index, 'moitie'), index.name).toEqual([]);
      await rebuildIndex(product.system, index, await speech());
      expect(await product.system.as(system, (tx) => index.holds(tx, half))).toBe(index.name === 'postgres');
      expect(await idsIn(index, 'apresunmort'), index.name).toEqual([id]);
    }
    const drafts = await product.system
      .client`select 1 from search_document where 'moitie' = any(tsvector_to_array(terms))`;
    expect(drafts.length).toBe(0);
  });

  it('is made again by itself when the titles of the reference or what it holds have changed', async () => {
    const { id } = await add('Denouveau');
    await feedAll();
    const [before] = await product.system.client<
      { generation: string }[]
    >`select generation from search_copy where engine = 'postgres'`;
    await feedIndex(product.system, postgresIndex, { ...(await speech()), version: 'another' });
    const [after] = await product.system.client<
      { generation: string }[]
    >`select generation from search_copy where engine = 'postgres'`;
    expect(after?.generation).not.toBe(before?.generation);
    expect(await idsIn(postgresIndex, 'denouveau')).toEqual([id]);
  });

  async function makeSilent(lastName: string): Promise<string> {
    const { id } = await product.system.as(system, (tx) =>
      makeParticipant(tx, { structureId: house.structureId, firstName: 'Camille', lastName, consents: false }),
    );
    return id;
  }
});

describe.skipIf(engine === null)('when the engine was down', () => {
  const search = (text: string) => house.facilitator.client.participant.search.query({ text });

  it('answers from PostgreSQL in the same request, says so, and is fed what it missed once it is back', async () => {
    if (!engine) return;
    const jobs = await startTestJobs(product, { meilisearch: engine });
    const kept = await house.facilitator.client.participant.create.mutate({ firstName: 'Ada', lastName: 'Panneau' });
    const gone = await house.facilitator.client.participant.create.mutate({ firstName: 'Ada', lastName: 'Panneaux' });
    await jobs.settled();
    expect(await search('panneau')).toMatchObject({ engine: 'meilisearch', fellBack: false, total: 2 });

    await engine.kill();
    const added = await house.facilitator.client.participant.create.mutate({ firstName: 'Zoé', lastName: 'Panneaud' });
    await product.system.client`update participant set last_name = 'Autrement' where id = ${gone.participantId}`;
    await jobs.settled();
    const startedMs = Date.now();
    const down = await search('panneau');
    expect(Date.now() - startedMs).toBeLessThan(3_000);
    expect(down).toMatchObject({ engine: 'postgres', fellBack: true });
    expect(down.rows.map(({ id }) => id).sort()).toContain(added.participantId);

    await engine.start();
    const wanted = [kept.participantId, added.participantId].sort();
    const meilisearch = openMeilisearchIndex(engine, patience);
    await expect
      .poll(() => idsIn(meilisearch, 'panneau').catch(() => []), { timeout: 60_000, interval: 500 })
      .toEqual(wanted);
    await expect
      .poll(async () => (await search('panneau')).engine, { timeout: 60_000, interval: 500 })
      .toBe('meilisearch');
    expect((await search('panneau')).rows.map(({ id }) => id).sort()).toEqual(wanted);
    await jobs.close();
  });

  it('is filled again by itself when its files were lost', async () => {
    if (!engine) return;
    await feedAll();
    const before = await idsIn(openMeilisearchIndex(engine, patience), 'panneau');
    expect(before.length).toBe(2);
    await engine.kill();
    await engine.start('lost');
    const jobs = await startTestJobs(product, { meilisearch: engine });
    const meilisearch = openMeilisearchIndex(engine, patience);
    await expect
      .poll(() => idsIn(meilisearch, 'panneau').catch(() => []), { timeout: 60_000, interval: 500 })
      .toEqual(before);
    await jobs.close();
  });

  it('never counts or shows somebody of another structure, even if she were filed under this one', async () => {
    if (!engine) return;
    const { id } = await add('Intruse', other.structureId);
    await feedAll();
    const meilisearch = openMeilisearchIndex(engine, patience);
    const [copy] = await product.system.client<
      { generation: string }[]
    >`select generation from search_copy where engine = 'meilisearch'`;
    const document = { id, structureId: house.structureId, name: ['intruse'], titles: [], skills: [], also: [] };
    await product.system.as(system, (tx) => meilisearch.put(tx, copy?.generation ?? '', [document]));
    expect(await idsIn(meilisearch, 'intruse')).toEqual([id]);
    const answer = await search('intruse');
    expect(answer).toMatchObject({ engine: 'meilisearch', total: 0, rows: [] });
    expect(Object.values(answer.facets).flat()).toEqual([]);
    expect(answer.nobody?.unknown).toEqual(['intruse']);
  });
});
