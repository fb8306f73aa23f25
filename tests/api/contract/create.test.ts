import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../support/product.ts';
import { startWorld, today, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

function written(changes: Record<string, unknown> = {}) {
  return {
    buyerId: world.buyerId,
    reference: `2024-${crypto.randomUUID().slice(0, 8)}`,
    kind: 'contract' as const,
    object: 'Réfection des trottoirs',
    cpv: '45233222-1',
    placeCode: '75013',
    placeName: null,
    amountCents: 45_000_000,
    startingPoint: 'active' as const,
    on: '2024-03-01',
    endsOn: '2025-02-28',
    lot: { number: '2', holderId: world.holderId, amountCents: null },
    ...changes,
  };
}

describe('contract.create', () => {
  it('puts a contract in the register, attached, with its lot, its holder and where it stands', async () => {
    const { client, userId } = world.facilitator;
    const { contractId } = await client.contract.create.mutate(written());
    const shown = await client.contract.show.query({ contractId });
    expect(shown.contract).toMatchObject({ cpv: '45233222', department: '75', source: 'facilitator' });
    expect(shown.standing).toMatchObject({
      status: 'active',
      since: '2024-03-01',
      endsOn: '2025-02-28',
      saidOn: today,
      saidBy: 'facilitator',
    });
    expect(shown.moments.map(({ type, authorName }) => [type, authorName])).toEqual([
      ['notify', 'Inès Marchand'],
      ['start', 'Inès Marchand'],
    ]);
    expect(shown.lots).toMatchObject([
      {
        number: '2',
        object: 'Réfection des trottoirs',
        amountCents: 45_000_000,
        holders: [{ name: 'Bâtisseurs réunis' }],
      },
    ]);
    expect(shown.attachment).not.toBeNull();
    const audit = await world.product.system.client`
      select user_id from audit_entry where action = 'contract.create' and subject_id = ${contractId}`;
    expect(audit).toEqual([{ user_id: userId }]);
  });

  it('finds the contract by its buyer, its holder, its number and words without accents', async () => {
    const { client } = world.facilitator;
    const { contractId } = await client.contract.create.mutate(written({ object: 'Élagage des platanes' }));
    const { contract } = await client.contract.show.query({ contractId });
    for (const text of ['elagage montval', 'batisseurs platanes', `${contract.number} elagage`]) {
      const found = await client.contract.list.query({ text });
      expect(
        found.rows.map(({ id }) => id),
        text,
      ).toEqual([contractId]);
    }
  });

  it('refuses a second contract of the same buyer and reference, and says its number', async () => {
    const input = written();
    await world.facilitator.client.contract.create.mutate(input);
    expect(await refusalOf(world.facilitator.client.contract.create.mutate(input))).toBe(
      'contract.already_in_register',
    );
    expect(await refusalOf(world.stranger.client.contract.create.mutate(input))).toBe('contract.already_in_register');
  });

  it('refuses a buyer that is a company, and an end before the beginning', async () => {
    const { client } = world.facilitator;
    expect(await refusalOf(client.contract.create.mutate(written({ buyerId: world.holderId })))).toBe(
      'contract.buyer_not_found',
    );
    expect(await refusalOf(client.contract.create.mutate(written({ endsOn: '2024-02-01' })))).toBe(
      'shared.fields_to_correct',
    );
  });

  it('refuses whoever is not of a clause team', async () => {
    for (const person of [world.buyer, world.employer, world.partner, world.administrator]) {
      expect(await refusalOf(person.client.contract.create.mutate(written()))).toBe('access.not_allowed');
    }
  });
});

describe('contract.addLot', () => {
  it('adds a lot with its holder, found by the words of the lot', async () => {
    const { client } = world.facilitator;
    const { contractId } = await world.contract();
    await client.contract.addLot.mutate({
      contractId,
      number: '7',
      object: 'Vitrerie du gymnase',
      holderId: world.holderId,
      amountCents: 100,
    });
    const { lots } = await client.contract.show.query({ contractId });
    expect(lots.map(({ number }) => number)).toEqual(['1', '7']);
    expect((await client.contract.list.query({ text: 'vitrerie gymnase' })).total).toBe(1);
  });

  it('refuses a lot number that is taken, another structure and another buyer', async () => {
    const { contractId } = await world.contract();
    const input = { contractId, number: '1', object: 'Encore', holderId: null, amountCents: null };
    expect(await refusalOf(world.facilitator.client.contract.addLot.mutate(input))).toBe('contract.lot_exists');
    expect(await refusalOf(world.stranger.client.contract.addLot.mutate({ ...input, number: '9' }))).toBe(
      'contract.attachment_not_found',
    );
    expect(await refusalOf(world.otherBuyer.client.contract.addLot.mutate({ ...input, number: '9' }))).toBe(
      'contract.not_found',
    );
    expect(await refusalOf(world.employer.client.contract.addLot.mutate({ ...input, number: '9' }))).toBe(
      'access.not_allowed',
    );
  });
});
