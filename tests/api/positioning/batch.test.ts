import { finishBatches } from '@jonction/api/positioning/finish-batches';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { type Product, publicUrl, refusalOf, startProduct } from '../../support/product.ts';
import { linkClient, positioningOf, pushCvs } from '../../support/pushing.ts';

let product: Product;
let here: Hiring;
let there: Hiring;
let people: string[];
let ids: string[];
let pushId: string;
let address: string;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  // A relay is said to be there: letters stay in the table, as they would before it takes them.
  Object.assign(product.app.services, { mailLeaves: true });
  here = await makeHiring(product, 'Clauses du Val');
  there = await makeHiring(product, 'Clauses du Mont');
  await product.system
    .client`update organisation set settings = '{"positioningCaps":{"offer":500,"company":500}}' where id = ${here.structureId}`;
});
afterAll(() => product.close());
beforeEach(async () => {
  people = [await makeCandidate(product, here.structureId), await makeCandidate(product, here.structureId)];
  address = `${crypto.randomUUID()}@entreprise.test`;
  pushId = await pushCvs(here, people, { recipientEmail: address });
  ids = await Promise.all(people.map(async (person) => (await positioningOf(product, pushId, person)).id));
});

const client = () => here.facilitator.client.positioning;
const statuses = async () =>
  Promise.all(people.map(async (person) => (await positioningOf(product, pushId, person)).status));
const letters = async (template: string) =>
  product.system.client<{ body_text: string }[]>`
    select body_text from message where to_address = ${address} and template = ${template}`;
/** The minute is over. */
const later = () => finishBatches({ database: product.system, publicUrl }, new Date(Date.now() + 3600_000));

describe('several positionings closed at once', () => {
  it('are closed for the reason, each with its row, and the company is told once the minute is over', async () => {
    const done = await client().batch.mutate({ action: 'close', positioningIds: ids, reason: 'team' });
    expect(done.rows).toEqual(ids.map((positioningId) => ({ positioningId, done: true, sentence: null })));
    expect(await statuses()).toEqual(['closed', 'closed']);
    await product.system.client`update message set status = 'sent' where about_id = ${pushId}`;
    await finishBatches({ database: product.system, publicUrl });
    expect(await letters('push-closed')).toHaveLength(0);
    await later();
    await later();
    const [letter, ...more] = await letters('push-closed');
    expect(letter?.body_text).toContain('2 CV que nous vous avions envoyés');
    expect(more).toEqual([]);
  });

  it('come back as they were when the batch is undone, and nobody is told anything', async () => {
    await (await linkClient(product, pushId)).positioning.openLink.mutate();
    const { batchId } = await client().batch.mutate({ action: 'close', positioningIds: ids, reason: 'found_work' });
    expect(await client().undoBatch.mutate({ batchId: batchId ?? '' })).toEqual({ restored: 2, left: 0 });
    expect(await statuses()).toEqual(['seen', 'seen']);
    const { events } = await client().show.query({ positioningId: ids[0] ?? '' });
    expect(events.at(-1)).toMatchObject({ act: 'reopen', actor: 'facilitator', toStatus: 'seen' });
    await later();
    expect(await letters('push-closed')).toHaveLength(0);
    const received = await (await linkClient(product, pushId)).positioning.openLink.mutate();
    expect(received.every(({ card }) => card !== null)).toBe(true);
  });

  it('say of each what could not be done, and do the others', async () => {
    await client().answer.mutate({ positioningId: ids[0] ?? '', answer: 'hire' });
    const unknown = crypto.randomUUID();
    const done = await client().batch.mutate({ action: 'close', positioningIds: [...ids, unknown], reason: 'team' });
    expect(done.rows.map((row) => row.done)).toEqual([false, true, false]);
    expect(done.rows[0]?.sentence).toMatch(/Une réponse a déjà été donnée/);
    expect(done.rows[2]?.sentence).toMatch(/n’existe pas/);
    expect(await statuses()).toEqual(['hired', 'closed']);
  });

  it('leave what moved since to whoever moved it', async () => {
    const { batchId } = await client().batch.mutate({ action: 'close', positioningIds: ids, reason: 'team' });
    await product.system.client`update positioning set version = version + 1 where id = ${ids[0] ?? ''}`;
    expect(await client().undoBatch.mutate({ batchId: batchId ?? '' })).toEqual({ restored: 1, left: 1 });
  });
});

describe('the way back', () => {
  it('is open for its minute, once', async () => {
    const { batchId, undoUntil } = await client().batch.mutate({
      action: 'postpone',
      positioningIds: ids,
      until: '2026-03-20',
    });
    expect(Date.parse(undoUntil ?? '') - Date.now()).toBeGreaterThan(10_000);
    await client().undoBatch.mutate({ batchId: batchId ?? '' });
    expect(await refusalOf(client().undoBatch.mutate({ batchId: batchId ?? '' }))).toBe('positioning.batch_gone');
    const second = await client().batch.mutate({ action: 'postpone', positioningIds: ids, until: '2026-03-20' });
    await product.system
      .client`update positioning_batch set undo_until = now() - interval '1 second' where id = ${second.batchId}`;
    expect(await refusalOf(client().undoBatch.mutate({ batchId: second.batchId ?? '' }))).toBe(
      'positioning.batch_gone',
    );
  });

  it('is nobody’s of another structure, and neither are the rows', async () => {
    const { batchId } = await client().batch.mutate({ action: 'postpone', positioningIds: ids, until: '2026-03-20' });
    const others = there.facilitator.client.positioning;
    expect(await refusalOf(others.undoBatch.mutate({ batchId: batchId ?? '' }))).toBe('positioning.batch_not_found');
    const done = await others.batch.mutate({ action: 'close', positioningIds: ids, reason: 'team' });
    expect(done).toMatchObject({ batchId: null, rows: [{ done: false }, { done: false }] });
    expect(await statuses()).toEqual(['sent', 'sent']);
    const call = here.employer.client.positioning.batch.mutate({
      action: 'close',
      positioningIds: ids,
      reason: 'team',
    });
    expect(await refusalOf(call)).toBe('access.not_allowed');
  });
});

describe('reminders put off', () => {
  it('wait until the day, and the list says so', async () => {
    await client().batch.mutate({ action: 'postpone', positioningIds: ids, until: '2026-03-20' });
    const { rows } = await client().list.query({ participantId: people[0] ?? '' });
    expect(rows).toMatchObject([{ pausedUntil: '2026-03-20' }]);
    const { rows: refused } = await client().batch.mutate({
      action: 'postpone',
      positioningIds: ids,
      until: '2026-03-02',
    });
    expect(refused[0]?.sentence).toMatch(/jour à venir/);
  });
});

describe('a relaunch by hand', () => {
  it('leaves after its minute as one letter for the CVs of a sending, with a link that opens', async () => {
    await client().batch.mutate({ action: 'relaunch', positioningIds: ids });
    expect(await letters('push-manual')).toHaveLength(0);
    await later();
    await later();
    const [letter, ...more] = await letters('push-manual');
    expect(more).toEqual([]);
    const link = /\/cv\/([\w-]+)/.exec(letter?.body_text ?? '')?.[1] ?? '';
    expect(await product.client({ 'x-jonction-link': link }).positioning.openLink.mutate()).toHaveLength(2);
  });

  it('is taken back before it leaves, and can then be done again', async () => {
    const { batchId } = await client().batch.mutate({ action: 'relaunch', positioningIds: ids });
    await client().undoBatch.mutate({ batchId: batchId ?? '' });
    await later();
    expect(await letters('push-manual')).toHaveLength(0);
    expect(
      (await client().batch.mutate({ action: 'relaunch', positioningIds: ids })).rows.every(({ done }) => done),
    ).toBe(true);
  });

  it('is refused within three days of another to the same address, with the day', async () => {
    await client().batch.mutate({ action: 'relaunch', positioningIds: [ids[0] ?? ''] });
    await product.system.client`update reminder set leaves_at = '2026-03-01T09:00:00Z' where address = ${address}`;
    const again = await client().batch.mutate({ action: 'relaunch', positioningIds: ids });
    expect(again.rows.map(({ done }) => done)).toEqual([false, false]);
    expect(again.rows[0]?.sentence).toMatch(/moins de trois jours.*4\s+mars\s+2026/);
  });

  it('does not leave for what was answered meanwhile', async () => {
    await client().batch.mutate({ action: 'relaunch', positioningIds: ids });
    for (const positioningId of ids)
      await client().answer.mutate({ positioningId, answer: 'refuse', reason: 'distance' });
    await later();
    expect(await letters('push-manual')).toHaveLength(0);
  });

  it('is refused where no relay takes letters: the link is to be handed over', async () => {
    Object.assign(product.app.services, { mailLeaves: false });
    const done = await client().batch.mutate({ action: 'relaunch', positioningIds: ids });
    Object.assign(product.app.services, { mailLeaves: true });
    expect(done.rows[0]?.sentence).toMatch(/remettez le lien/);
  });
});
