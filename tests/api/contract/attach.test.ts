import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../support/product.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

describe('contract.attach and contract.detach', () => {
  it('brings a contract of the register among ours, twice as well as once, and takes it out again', async () => {
    const { client } = world.facilitator;
    const { contractId } = await world.contract({ attached: false, clause: false, object: 'Curage des fossés' });
    const mine = async () => (await client.contract.list.query({ text: 'curage' })).total;
    expect(await mine()).toBe(0);
    expect((await client.contract.list.query({ text: 'curage', scope: 'register' })).total).toBe(1);
    await client.contract.attach.mutate({ contractId });
    await client.contract.attach.mutate({ contractId });
    expect(await mine()).toBe(1);
    await client.contract.detach.mutate({ contractId });
    expect(await mine()).toBe(0);
  });

  it('keeps a contract on which the team has a clause', async () => {
    const { contractId } = await world.contract();
    expect(await refusalOf(world.facilitator.client.contract.detach.mutate({ contractId }))).toBe(
      'contract.detach_with_clause',
    );
  });

  it('never takes out what another structure follows', async () => {
    const { contractId } = await world.contract({ clause: false });
    expect(await refusalOf(world.stranger.client.contract.detach.mutate({ contractId }))).toBe(
      'contract.attachment_not_found',
    );
    const left = await world.product.system.client`select 1 from contract_structure where contract_id = ${contractId}`;
    expect(left).toHaveLength(1);
  });

  it('refuses buyers and companies, and a contract that does not exist', async () => {
    const { contractId } = await world.contract();
    expect(await refusalOf(world.buyer.client.contract.attach.mutate({ contractId }))).toBe('access.not_allowed');
    expect(await refusalOf(world.employer.client.contract.detach.mutate({ contractId }))).toBe('access.not_allowed');
    expect(await refusalOf(world.facilitator.client.contract.attach.mutate({ contractId: crypto.randomUUID() }))).toBe(
      'contract.not_found',
    );
  });
});

describe('contract.assignFacilitator', () => {
  it('names who of the team follows the contract', async () => {
    const { client, userId } = world.facilitator;
    const { contractId } = await world.contract();
    await client.contract.assignFacilitator.mutate({ contractId, facilitatorId: userId });
    const { rows } = await client.contract.list.query({ facilitatorId: userId });
    expect(rows.map(({ id, facilitatorName }) => [id, facilitatorName])).toEqual([[contractId, 'Inès Marchand']]);
    await client.contract.assignFacilitator.mutate({ contractId, facilitatorId: null });
    expect((await client.contract.show.query({ contractId })).attachment?.facilitatorId).toBeNull();
  });

  it('refuses somebody of another structure, of a partner, and a team that does not follow it', async () => {
    const { client, userId } = world.facilitator;
    const { contractId } = await world.contract();
    for (const person of [world.stranger, world.partner]) {
      expect(
        await refusalOf(client.contract.assignFacilitator.mutate({ contractId, facilitatorId: person.userId })),
      ).toBe('contract.facilitator_not_found');
    }
    expect(
      await refusalOf(
        world.stranger.client.contract.assignFacilitator.mutate({ contractId, facilitatorId: world.stranger.userId }),
      ),
    ).toBe('contract.attachment_not_found');
    expect(
      await refusalOf(world.buyer.client.contract.assignFacilitator.mutate({ contractId, facilitatorId: userId })),
    ).toBe('access.not_allowed');
  });
});

describe('contract.addNote', () => {
  it('keeps the notes of a team to itself', async () => {
    const { contractId } = await world.contract();
    await world.facilitator.client.contract.addNote.mutate({ contractId, body: 'Le chef de chantier est débordé.' });
    const shown = await world.facilitator.client.contract.show.query({ contractId });
    expect(shown.notes).toMatchObject([{ body: 'Le chef de chantier est débordé.', authorName: 'Inès Marchand' }]);
    await world.stranger.client.contract.attach.mutate({ contractId });
    expect((await world.stranger.client.contract.show.query({ contractId })).notes).toEqual([]);
    const seen = await world.buyer.client.contract.showBought.query({ contractId });
    expect(JSON.stringify(seen)).not.toContain('débordé');
  });

  it('refuses an empty note, a team that does not follow the contract, and a buyer', async () => {
    const { contractId } = await world.contract();
    expect(await refusalOf(world.facilitator.client.contract.addNote.mutate({ contractId, body: ' ' }))).toBe(
      'shared.fields_to_correct',
    );
    expect(await refusalOf(world.stranger.client.contract.addNote.mutate({ contractId, body: 'x' }))).toBe(
      'contract.attachment_not_found',
    );
    expect(await refusalOf(world.buyer.client.contract.addNote.mutate({ contractId, body: 'x' }))).toBe(
      'access.not_allowed',
    );
  });
});
