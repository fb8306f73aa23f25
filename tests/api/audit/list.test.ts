import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../support/product.ts';
import { startWorld, type World } from '../contract/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

describe('audit.list', () => {
  it('shows what was done in the structure, by whom, and writes that it was read', async () => {
    const { contractId } = await world.contract({ attached: false, clause: false });
    await world.facilitator.client.contract.attach.mutate({ contractId });
    const { rows, more } = await world.administrator.client.audit.list.query({
      action: 'contract.',
      subjectId: contractId,
    });
    expect(more).toBe(false);
    expect(rows).toMatchObject([
      { action: 'contract.attach', userName: 'Inès Marchand', role: 'facilitator', subjectKind: 'contract' },
    ]);
    const read = await world.administrator.client.audit.list.query({ action: 'audit.list' });
    expect(read.rows.length).toBeGreaterThan(0);
  });

  it('filters by person and by day of Paris, a page at a time', async () => {
    const { client, userId } = world.facilitator;
    const { contractId } = await world.contract();
    for (const body of ['un', 'deux', 'trois']) await client.contract.addNote.mutate({ contractId, body });
    const question = { action: 'contract.addNote', userId, pageSize: 2 };
    const first = await world.administrator.client.audit.list.query(question);
    expect([first.rows.length, first.more]).toEqual([2, true]);
    const second = await world.administrator.client.audit.list.query({ ...question, page: 2 });
    expect([second.rows.length, second.more]).toEqual([1, false]);
    const before = await world.administrator.client.audit.list.query({ ...question, to: '2020-01-01' });
    expect(before.rows).toEqual([]);
  });

  it('never shows the journal of another structure', async () => {
    await world.stranger.client.contract.list.query({});
    await world.product.system.client`
      insert into audit_entry (structure_id, actor_kind, action) values (${world.otherStructureId}, 'user', 'contract.create')`;
    const { rows } = await world.administrator.client.audit.list.query({ action: 'contract.create' });
    expect(rows).toEqual([]);
  });

  it('is refused to facilitators, buyers, companies and partners', async () => {
    for (const person of [world.facilitator, world.buyer, world.employer, world.partner]) {
      expect(await refusalOf(person.client.audit.list.query({}))).toBe('access.not_allowed');
    }
  });
});
