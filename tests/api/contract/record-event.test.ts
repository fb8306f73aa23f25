import { TRPCClientError } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../support/product.ts';
import { startWorld, today, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

function said(contractId: string, changes: Record<string, unknown> = {}) {
  return {
    contractId,
    lotId: null,
    type: 'stop' as const,
    on: '2024-06-03',
    endsOn: null,
    source: 'phone' as const,
    saidBy: 'Mme Roux, conductrice de travaux',
    legalBasis: null,
    note: null,
    documentId: null,
    ...changes,
  };
}

describe('contract.recordEvent', () => {
  it('adds what somebody said to the thread, and the status follows', async () => {
    const { contractId } = await world.contract();
    const answer = await world.facilitator.client.contract.recordEvent.mutate(said(contractId));
    expect(answer.status).toBe('stopped');
    const { standing, moments } = await world.facilitator.client.contract.show.query({ contractId });
    expect(standing).toMatchObject({ status: 'stopped', since: '2024-06-03', saidOn: today, saidBy: 'phone' });
    expect(moments.at(-1)).toMatchObject({ saidBy: 'Mme Roux, conductrice de travaux', authorName: 'Inès Marchand' });
    const { rows } = await world.facilitator.client.contract.list.query({ statuses: ['stopped'] });
    expect(rows.map(({ id }) => id)).toEqual([contractId]);
    const events = await world.product.system.client`
      select 1 from outbox where type = 'contract.event_recorded' and subject_id = ${contractId}`;
    expect(events).toHaveLength(1);
  });

  it('shows the contract as it was known before the event was recorded', async () => {
    const { contractId } = await world.contract();
    await world.facilitator.client.contract.recordEvent.mutate(said(contractId));
    const before = await world.facilitator.client.contract.show.query({ contractId, knownOn: '2024-06-11' });
    expect(before.standing.status).toBe('active');
    expect(before.moments.map(({ type }) => type)).toEqual(['notify', 'start']);
  });

  it('refuses an event that the status does not allow, and says which are possible', async () => {
    const { contractId } = await world.contract();
    try {
      await world.facilitator.client.contract.recordEvent.mutate(said(contractId, { type: 'settle' }));
      expect.unreachable();
    } catch (error) {
      const data = error instanceof TRPCClientError ? error.data : null;
      expect(data.code).toBe('contract.event_not_allowed');
      expect(data.sentence).toContain('en cours');
      expect(data.sentence).toContain('résiliation');
      expect(data.fields.type).toBe(data.sentence);
    }
  });

  it('keeps what concerns one lot apart from the contract', async () => {
    const { contractId, lotId } = await world.contract();
    await world.facilitator.client.contract.recordEvent.mutate(said(contractId, { lotId }));
    const shown = await world.facilitator.client.contract.show.query({ contractId });
    expect(shown.standing.status).toBe('active');
    expect(shown.lots[0]?.standing).toMatchObject({ status: 'stopped' });
  });

  it('lengthens the contract by an amendment that says its legal basis', async () => {
    const { contractId } = await world.contract();
    await world.facilitator.client.contract.recordEvent.mutate(
      said(contractId, { type: 'extend', endsOn: '2027-03-31', legalBasis: 'Ordonnance 2020-319, art. 4' }),
    );
    const { standing, moments } = await world.facilitator.client.contract.show.query({ contractId });
    expect(standing).toMatchObject({ status: 'active', endsOn: '2027-03-31' });
    expect(moments.at(-1)?.legalBasis).toBe('Ordonnance 2020-319, art. 4');
  });

  it('takes a buyer at its word on its own contract, in its own name', async () => {
    const { contractId } = await world.contract();
    await world.buyer.client.contract.recordEvent.mutate(said(contractId, { type: 'suspend' }));
    const { standing, moments } = await world.facilitator.client.contract.show.query({ contractId });
    expect(standing).toMatchObject({ status: 'suspended', saidBy: 'buyer_answer' });
    expect(moments.at(-1)?.saidBy).toBe('Paul Renard');
  });

  it('refuses another buyer, a team that does not follow it, a company and a lot of another contract', async () => {
    const { contractId } = await world.contract();
    const other = await world.contract();
    const record = (person: { client: typeof world.buyer.client }, changes = {}) =>
      refusalOf(person.client.contract.recordEvent.mutate(said(contractId, changes)));
    expect(await record(world.otherBuyer)).toBe('contract.not_found');
    expect(await record(world.stranger)).toBe('contract.attachment_not_found');
    expect(await record(world.employer)).toBe('access.not_allowed');
    expect(await record(world.facilitator, { lotId: other.lotId })).toBe('contract.lot_not_found');
    expect(await record(world.facilitator, { on: '2025-06-13' })).toBe('contract.event_in_future');
  });

  it('lets the second of two events said at once be judged after the first', async () => {
    const { contractId } = await world.contract();
    const answers = await Promise.allSettled([
      world.facilitator.client.contract.recordEvent.mutate(said(contractId, { type: 'terminate' })),
      world.buyer.client.contract.recordEvent.mutate(said(contractId, { type: 'complete' })),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
