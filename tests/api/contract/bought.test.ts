import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../support/product.ts';
import { startWorld, today, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

function logged(changes: Record<string, unknown> = {}) {
  return {
    reference: `24-${crypto.randomUUID().slice(0, 6)}`,
    object: 'Nettoyage des écoles',
    lotNumber: '2',
    holderSiret: '990 000 010 00019',
    holderName: 'Propreté du Val',
    notifiedOn: '2024-04-02',
    endsOn: '2026-04-01',
    dueHours: 1_200,
    ...changes,
  };
}

describe('contract.logBought', () => {
  it('writes the contract, its holder and its clause from one short form, and tells the team', async () => {
    const { contractId } = await world.buyer.client.contract.logBought.mutate(logged());
    const shown = await world.facilitator.client.contract.show.query({ contractId });
    expect(shown.standing).toMatchObject({ status: 'notified', endsOn: '2026-04-01', saidBy: 'buyer_answer' });
    expect(shown.lots).toMatchObject([
      {
        number: '2',
        holders: [{ name: 'Propreté du Val', identifier: '99000001000019' }],
        clauses: [{ dueHours: 1_200 }],
      },
    ]);
    expect(shown.attachment).not.toBeNull();
    const told = await world.product.system.client`
      select 1 from outbox where type = 'contract.logged' and subject_id = ${contractId}`;
    expect(told).toHaveLength(1);
  });

  it('takes the company of the register for a SIRET already known', async () => {
    const first = await world.buyer.client.contract.logBought.mutate(logged());
    const second = await world.buyer.client.contract.logBought.mutate(logged({ holderName: null }));
    const holder = async (contractId: string) =>
      (await world.buyer.client.contract.showBought.query({ contractId })).lots[0]?.holders[0]?.organisationId;
    expect(await holder(first.contractId)).toBe(await holder(second.contractId));
  });

  it('refuses a reference already there, an unknown company without a name, and no hours', async () => {
    const input = logged();
    const { client } = world.buyer;
    await client.contract.logBought.mutate(input);
    expect(await refusalOf(client.contract.logBought.mutate(input))).toBe('contract.already_in_register');
    const unknown = logged({ holderSiret: '99000002800011', holderName: null });
    expect(await refusalOf(client.contract.logBought.mutate(unknown))).toBe('contract.holder_unknown');
    expect(await refusalOf(client.contract.logBought.mutate(logged({ dueHours: 0 })))).toBe('shared.fields_to_correct');
  });

  it('refuses whoever is no buyer', async () => {
    for (const person of [world.facilitator, world.employer, world.partner]) {
      expect(await refusalOf(person.client.contract.logBought.mutate(logged()))).toBe('access.not_allowed');
    }
  });
});

describe('contract.listBought and contract.showBought', () => {
  it('show a buyer its own contracts with the hours of their clauses, and no other', async () => {
    const { contractId, clauseId } = await world.contract({ object: 'Toiture du marché couvert' });
    const { rows, total } = await world.buyer.client.contract.listBought.query({ text: 'toiture' });
    expect(total).toBe(1);
    expect(rows).toMatchObject([
      { id: contractId, standing: { status: 'active' }, clauses: [{ id: clauseId, gauge: { dueHours: 420 } }] },
    ]);
    expect((await world.otherBuyer.client.contract.listBought.query({})).total).toBe(0);
    expect(await refusalOf(world.otherBuyer.client.contract.showBought.query({ contractId }))).toBe(
      'contract.not_found',
    );
  });

  it('say nothing of the people whom the clause accepts, nor who of the team wrote', async () => {
    const { contractId } = await world.contract({
      events: [
        { type: 'notify', on: '2024-01-08', authorId: world.facilitator.userId },
        { type: 'start', on: '2024-01-09', authorId: world.facilitator.userId },
      ],
    });
    const shown = JSON.stringify(await world.buyer.client.contract.showBought.query({ contractId }));
    for (const secret of ['RSA', 'DELD', 'Inès Marchand']) expect(shown).not.toContain(secret);
  });

  it('show the contract as it was known on a day', async () => {
    const { contractId } = await world.contract();
    await world.buyer.client.contract.recordEvent.mutate({
      contractId,
      lotId: null,
      type: 'suspend',
      on: '2024-06-01',
      endsOn: null,
      source: 'buyer_answer',
      saidBy: null,
      legalBasis: null,
      note: null,
      documentId: null,
    });
    const now = await world.buyer.client.contract.showBought.query({ contractId });
    expect(now).toMatchObject({ knownOn: today, standing: { status: 'suspended' } });
    expect(now.allowed).toEqual(['extend', 'resume', 'terminate']);
    const then = await world.buyer.client.contract.showBought.query({ contractId, knownOn: '2024-06-05' });
    expect(then.standing.status).toBe('active');
  });

  it('are refused to whoever is no buyer', async () => {
    const { contractId } = await world.contract();
    expect(await refusalOf(world.facilitator.client.contract.listBought.query({}))).toBe('access.not_allowed');
    expect(await refusalOf(world.employer.client.contract.showBought.query({ contractId }))).toBe('access.not_allowed');
  });
});

describe('contract.listHeld', () => {
  it('shows an employer what it owes on its own lots, and not on the lots of others', async () => {
    const { contractId, clauseId } = await world.contract({ object: 'Serrurerie' });
    const { lotId } = await world.facilitator.client.contract.addLot.mutate({
      contractId,
      number: '9',
      object: 'Peinture',
      holderId: world.otherEmployer.organisationId,
      amountCents: null,
    });
    await world.facilitator.client.contract.writeClause.mutate({
      lotId,
      kind: 'execution',
      target: { mode: 'fixed', hours: 99 },
      categoryCodes: ['RSA'],
      hourBasis: 'worked',
      startsOn: null,
      endsOn: null,
      penalty: null,
    });
    const held = (await world.employer.client.contract.listHeld.query()).filter((row) => row.contractId === contractId);
    expect(held).toMatchObject([{ clauseId, holds: true, gauge: { dueHours: 420, leftCentihours: 42_000 } }]);
    const other = await world.otherEmployer.client.contract.listHeld.query();
    expect(other.map(({ gauge }) => gauge.dueHours)).toEqual([99]);
  });

  it('names the person of the team to call', async () => {
    const { clauseId } = await world.contract({ facilitatorId: world.facilitator.userId });
    const held = await world.employer.client.contract.listHeld.query();
    expect(held.find((row) => row.clauseId === clauseId)?.facilitatorName).toBe('Inès Marchand');
  });

  it('is refused to a buyer and to a team', async () => {
    expect(await refusalOf(world.buyer.client.contract.listHeld.query())).toBe('access.not_allowed');
    expect(await refusalOf(world.facilitator.client.contract.listHeld.query())).toBe('access.not_allowed');
  });
});
