import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Tx } from '@jonction/db/client';
import { startMeilisearch } from '@jonction/search/embedded-meilisearch';
import { openMeilisearchIndex } from '@jonction/search/meilisearch';
import type { ParticipantDocument, SearchIndex } from '@jonction/search/port';
import { postgresIndex } from '@jonction/search/postgres';
import { makeParticipant } from '@jonction/testing/participant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestJobs } from '../support/jobs.ts';
import { makeOrganisation } from '../support/people.ts';
import { type Product, startProduct } from '../support/product.ts';
import { makeHouse } from '../support/structure.ts';

let product: Product;
let here: string;
let elsewhere: string;
const folder = mkdtempSync(path.join(tmpdir(), 'jonction-search-'));
const engine = await startMeilisearch({ dataDir: folder });
const absent = 'absent' in engine ? engine.absent : null;

const people: Record<string, Pick<ParticipantDocument, 'name' | 'titles' | 'skills'>> = {
  cleaner: { name: 'Aïcha Ben-Haddou', titles: ['Nettoyage de locaux'], skills: ['monobrosse'] },
  mason: { name: 'Bruno Maçonnet', titles: ['Maçonnerie'], skills: ['coffrage', 'lecture de plans'] },
  driver: { name: 'Célia Roux', titles: ['Conduite de chariots'], skills: ['inventaire'] },
};
const idOf = new Map<string, string>();

beforeAll(async () => {
  product = await startProduct();
  here = await makeOrganisation(product, 'structure', 'Clauses du Val');
  elsewhere = await makeOrganisation(product, 'structure', 'Clauses du Mont');
  await product.system.as({ kind: 'system' }, async (tx) => {
    for (const name of [...Object.keys(people), 'stranger']) {
      const { id } = await makeParticipant(tx, { structureId: name === 'stranger' ? elsewhere : here });
      idOf.set(name, id);
    }
  });
});
afterAll(async () => {
  if ('stop' in engine) await engine.stop();
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});

function documents(indexedAtMs = Date.now()): ParticipantDocument[] {
  const mine = Object.entries(people).map(([name, words], number) => ({
    ...words,
    id: idOf.get(name) ?? '',
    structureId: here,
    number,
    indexedAtMs,
  }));
  const theirs = { name: 'Aïcha Ailleurs', titles: ['Nettoyage de locaux'], skills: [], number: 9, indexedAtMs };
  return [...mine, { ...theirs, id: idOf.get('stranger') ?? '', structureId: elsewhere }];
}

const asSystem = <Result>(work: (tx: Tx) => Promise<Result>) => product.system.as({ kind: 'system' }, work);

describe.each([
  ['postgres', () => postgresIndex],
  ['meilisearch', () => ('url' in engine ? openMeilisearchIndex(engine) : null)],
])('the index in %s', (name, open) => {
  const skip = name === 'meilisearch' && absent !== null;
  const index = (): SearchIndex => open() ?? postgresIndex;

  async function find(text: string, structureId = here): Promise<string[]> {
    const ids = await asSystem((tx) => index().find(tx, { structureId, text, limit: 10 }));
    return ids.map((id) => [...idOf].find(([, known]) => known === id)?.[0] ?? id);
  }

  it.skipIf(skip)('finds a name, a title or a skill however it is written', async () => {
    await asSystem((tx) => index().put(tx, documents()));
    expect(await find('aicha')).toEqual(['cleaner']);
    expect(await find('BEN HADDOU')).toEqual(['cleaner']);
    expect(await find('netoyage')).toEqual(['cleaner']);
    expect(await find('chariot')).toEqual(['driver']);
    expect(await find('coffrage')).toEqual(['mason']);
  });

  it.skipIf(skip)('asks for every word', async () => {
    expect(await find('bruno coffrage')).toEqual(['mason']);
    expect(await find('bruno inventaire')).toEqual([]);
  });

  it.skipIf(skip)('answers people of the structure alone', async () => {
    expect(await find('aicha', elsewhere)).toEqual(['stranger']);
  });

  it.skipIf(skip)('forgets who is removed, and who was not put again since', async () => {
    await asSystem((tx) => index().remove(tx, [idOf.get('driver') ?? '']));
    expect(await find('chariot')).toEqual([]);
    const later = Date.now() + 1_000;
    await asSystem((tx) => index().put(tx, documents(later).slice(0, 1)));
    await asSystem((tx) => index().removeOlderThan(tx, later));
    expect(await find('coffrage')).toEqual([]);
    expect(await find('aicha')).toEqual(['cleaner']);
  });
});

describe('when the engine is down', () => {
  it('lets PostgreSQL answer', { timeout: 60_000 }, async () => {
    const nowhere = { url: 'http://127.0.0.1:9', key: 'none' };
    const broken = await startProduct({ meilisearch: nowhere });
    const jobs = await startTestJobs(broken);
    const house = await makeHouse(broken, 'du Val');
    const { participantId } = await house.facilitator.client.participant.create.mutate({
      firstName: 'Gisèle',
      lastName: 'Fournel',
    });
    await jobs.settled();
    const { rows } = await house.facilitator.client.participant.list.query({ text: 'gisele' });
    expect(rows.map(({ id }) => id)).toEqual([participantId]);
    await jobs.close();
    await broken.close();
  });
});
