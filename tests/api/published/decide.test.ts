import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../support/product.ts';
import { type PublishedWorld, recordOf, startPublishedWorld } from './world.ts';

let world: PublishedWorld;
beforeAll(async () => {
  world = await startPublishedWorld();
});
afterAll(() => world.product.close());

const api = () => world.facilitator.client.published;
/** Ours and a published one that is like it, under another number. */
async function pair(word: string) {
  const contractId = await world.ours(word);
  await world.publish(recordOf(word));
  return { contractId, openId: await world.published(`P-${word}`) };
}
const count = async (list: 'decide' | 'both' | 'here' | 'there' | 'later' | 'aside', text: string) =>
  (await api().compare.query({ list, text })).total;

describe('published.decide', () => {
  it('makes one contract of two, leaves its trail, and is not asked again by the next file', async () => {
    const { contractId, openId } = await pair('alpha');
    const { decisionId } = await api().decide.mutate({ contractId, openId, verdict: 'same', reason: null });
    await world.publish(recordOf('alpha', { datePublicationDonnees: '2024-05-02', montant: 850_000 }));
    expect([await count('decide', 'alpha'), await count('both', 'alpha'), await count('there', 'alpha')]).toEqual([
      0, 1, 0,
    ]);
    const { pairs, trail } = await api().showPairs.query({ contractId });
    expect(pairs).toMatchObject([{ decision: { id: decisionId, verdict: 'same', byName: 'Inès Marchand' } }]);
    expect(trail).toMatchObject([{ id: decisionId, undoneAt: null, openReference: 'P-alpha' }]);
    const { rows } = await world.facilitator.client.contract.list.query({ scope: 'register', text: 'alpha' });
    expect(rows.map(({ id }) => id)).toEqual([contractId]);
  });

  it('shows on our contract what is published of its other self', async () => {
    const { contractId, openId } = await pair('beta');
    await api().decide.mutate({ contractId, openId, verdict: 'same', reason: 'Numéro de la plateforme' });
    const shown = await world.facilitator.client.contract.show.query({ contractId });
    expect(shown.publications).toHaveLength(1);
  });

  it('keeps another contract apart for good, with why', async () => {
    const { contractId, openId } = await pair('gamma');
    expect(await refusalOf(api().decide.mutate({ contractId, openId, verdict: 'different', reason: ' ' }))).toBe(
      'shared.fields_to_correct',
    );
    await api().decide.mutate({ contractId, openId, verdict: 'different', reason: 'Lot voisin' });
    await world.publish(recordOf('gamma', { datePublicationDonnees: '2024-05-02' }));
    expect([await count('decide', 'gamma'), await count('here', 'gamma'), await count('there', 'gamma')]).toEqual([
      0, 1, 1,
    ]);
    expect(await refusalOf(api().decide.mutate({ contractId, openId, verdict: 'same', reason: null }))).toBe(
      'published.decided_already',
    );
  });

  it('puts off, and is answered later', async () => {
    const { contractId, openId } = await pair('delta');
    await api().decide.mutate({ contractId, openId, verdict: 'later', reason: null });
    expect([await count('decide', 'delta'), await count('later', 'delta'), await count('here', 'delta')]).toEqual([
      0, 1, 0,
    ]);
    await api().decide.mutate({ contractId, openId, verdict: 'same', reason: null });
    expect([await count('later', 'delta'), await count('both', 'delta')]).toEqual([0, 1]);
    const { trail } = await api().showPairs.query({ contractId });
    expect(trail.map(({ verdict, undoneAt }) => [verdict, undoneAt === null])).toEqual([
      ['same', true],
      ['later', false],
    ]);
  });

  it('takes a published contract for one of ours only', async () => {
    const { contractId, openId } = await pair('epsilon');
    const second = (await world.contract({ object: 'Nettoyage epsilon bis', reference: 'VOI-eps-2' })).contractId;
    await api().decide.mutate({ contractId, openId, verdict: 'same', reason: null });
    expect(await refusalOf(api().decide.mutate({ contractId: second, openId, verdict: 'same', reason: null }))).toBe(
      'published.same_twice',
    );
  });

  it('takes the published one off our list when we followed both, and puts it back when taken back', async () => {
    const { contractId, openId } = await pair('zeta');
    await world.facilitator.client.contract.attach.mutate({ contractId: openId });
    const { decisionId } = await api().decide.mutate({ contractId, openId, verdict: 'same', reason: null });
    const mine = async () =>
      (await world.facilitator.client.contract.list.query({ text: 'zeta' })).rows.map(({ id }) => id).sort();
    expect(await mine()).toEqual([contractId]);
    await api().undo.mutate({ decisionId });
    expect(await mine()).toEqual([contractId, openId].sort());
  });

  it('leaves alone a published contract on which the team works', async () => {
    const { contractId, openId } = await pair('eta');
    const { structureId, buyerId } = world;
    await world.facilitator.client.contract.attach.mutate({ contractId: openId });
    await world.product.system.client`
      insert into clause (structure_id, contract_id, lot_id, buyer_id, target_mode, target_inputs, due_hours, categories)
      select ${structureId}, ${openId}, l.id, ${buyerId}, 'fixed', '{"mode":"fixed","hours":10}', 10, '[]'
      from lot l where l.contract_id = ${openId}`;
    expect(await refusalOf(api().decide.mutate({ contractId, openId, verdict: 'same', reason: null }))).toBe(
      'published.twin_used',
    );
  });

  it('refuses what is not ours, not there, or not published', async () => {
    const { contractId, openId } = await pair('theta');
    const said = { verdict: 'same', reason: null } as const;
    const nobody = crypto.randomUUID();
    expect(await refusalOf(api().decide.mutate({ contractId: nobody, openId, ...said }))).toBe(
      'published.own_not_found',
    );
    expect(await refusalOf(api().decide.mutate({ contractId, openId: nobody, ...said }))).toBe('published.not_found');
    const other = (await world.contract({ object: 'Nettoyage theta bis', reference: 'VOI-th-2' })).contractId;
    expect(await refusalOf(api().decide.mutate({ contractId, openId: other, ...said }))).toBe(
      'published.not_published',
    );
    const theirs = world.stranger.client.published;
    expect(await refusalOf(theirs.decide.mutate({ contractId, openId, ...said }))).toBe('published.own_not_found');
    expect(await refusalOf(world.buyer.client.published.decide.mutate({ contractId, openId, ...said }))).toBe(
      'access.not_allowed',
    );
  });
});

describe('published.undo', () => {
  it('asks again, keeps both in the trail, and is done once', async () => {
    const { contractId, openId } = await pair('iota');
    const { decisionId } = await api().decide.mutate({ contractId, openId, verdict: 'same', reason: null });
    expect(await refusalOf(world.stranger.client.published.undo.mutate({ decisionId }))).toBe(
      'published.decision_not_found',
    );
    expect(await api().undo.mutate({ decisionId })).toEqual({ contractId });
    expect([await count('decide', 'iota'), await count('both', 'iota')]).toEqual([1, 0]);
    expect((await api().showPairs.query({ contractId })).trail).toMatchObject([{ undoneByName: 'Inès Marchand' }]);
    expect(await refusalOf(api().undo.mutate({ decisionId }))).toBe('published.decision_not_found');
  });
});

describe('published.setAside', () => {
  it('takes published contracts out of what is only published, with why, until it is taken back', async () => {
    await world.publish(recordOf('kappa'), recordOf('lambda'));
    const openIds = [await world.published('P-kappa'), await world.published('P-lambda')];
    expect(await api().setAside.mutate({ openIds, reason: 'Hors de notre territoire' })).toEqual({ count: 2 });
    expect(await api().setAside.mutate({ openIds, reason: 'Encore' })).toEqual({ count: 0 });
    expect([await count('there', 'kappa'), await count('aside', 'kappa')]).toEqual([0, 1]);
    const [row] = (await api().compare.query({ list: 'aside', text: 'kappa' })).rows;
    expect(row?.decision).toMatchObject({ verdict: 'aside', reason: 'Hors de notre territoire' });
    await api().undo.mutate({ decisionId: row?.decision?.id ?? '' });
    expect([await count('there', 'kappa'), await count('aside', 'kappa')]).toEqual([1, 0]);
  });

  it('refuses nothing chosen, no reason, and what open data did not bring', async () => {
    expect(await refusalOf(api().setAside.mutate({ openIds: [], reason: 'x' }))).toBe('shared.fields_to_correct');
    const { contractId } = await world.contract({ object: 'Nettoyage mu', reference: 'VOI-mu' });
    expect(await refusalOf(api().setAside.mutate({ openIds: [contractId], reason: 'x' }))).toBe(
      'published.not_published',
    );
    expect(
      await refusalOf(world.partner.client.published.setAside.mutate({ openIds: [contractId], reason: 'x' })),
    ).toBe('access.not_allowed');
  });
});

describe('the same contract by open data, by a list and by hand', () => {
  it('is one: the number of its other self finds ours', async () => {
    const { contractId, openId } = await pair('nu');
    await api().decide.mutate({ contractId, openId, verdict: 'same', reason: null });
    const { client } = world.facilitator;
    const [ours] = (await client.contract.list.query({ text: 'VOI-nu' })).rows;
    const again = client.contract.create.mutate({
      ...{ buyerId: world.buyerId, reference: 'P-nu', kind: 'contract', object: 'Nettoyage nu', cpv: null },
      ...{ placeCode: null, placeName: null, amountCents: null, startingPoint: 'active', on: '2024-01-08' },
      ...{ endsOn: null, lot: { number: null, object: 'Nettoyage nu', holderId: world.holderId, amountCents: null } },
    });
    const refusal = await again.then(
      () => null,
      (error: { data?: unknown }) => error.data,
    );
    expect(refusal).toMatchObject({ code: 'contract.already_in_register', facts: { number: String(ours?.number) } });
  });
});
