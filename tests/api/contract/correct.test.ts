import { registerBatch } from '@jonction/api/contract/register-batch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contractOf, painter, rawContract } from '../../documents/decp/fixtures.ts';
import { refusalOf } from '../../support/product.ts';
import { startWorld, today, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

/** Publishes a contract in open data, and gives what the team that follows it reads. */
async function publish(changes: Record<string, unknown> = {}) {
  const record = await contractOf(rawContract({ id: '2024-500', ...changes }));
  await world.product.system.as({ kind: 'system' }, (tx) =>
    registerBatch(tx, new Map([[`${record.buyer.id}/${record.contractId}`, [record]]]), today),
  );
  const { rows } = await world.facilitator.client.contract.list.query({ scope: 'register', text: record.contractId });
  const contractId = rows[0]?.id ?? '';
  await world.facilitator.client.contract.attach.mutate({ contractId });
  return world.facilitator.client.contract.show.query({ contractId });
}

type Shown = Awaited<ReturnType<typeof publish>>;
const as = ({ contract }: Shown, changes: Record<string, unknown> = {}) => ({
  contractId: contract.id,
  object: contract.object,
  cpv: contract.cpv,
  placeCode: contract.placeCode,
  placeName: contract.placeName,
  amountCents: contract.amountCents,
  notifiedOn: contract.notifiedOn,
  source: 'buyer_answer' as const,
  saidBy: 'Mme Roux, achats',
  ...changes,
});
const lotAs = ({ lots }: Shown, changes: Record<string, unknown> = {}) => ({
  lotId: lots[0]?.id ?? '',
  object: lots[0]?.object ?? '',
  amountCents: lots[0]?.amountCents ?? null,
  holderIds: lots[0]?.holders.map(({ organisationId }) => organisationId) ?? [],
  source: 'phone' as const,
  saidBy: null,
  ...changes,
});
const show = (contractId: string) => world.facilitator.client.contract.show.query({ contractId });

describe('contract.correct', () => {
  it('lets somebody’s word win over open data, shows both, and keeps who said it', async () => {
    const before = await publish({ id: '2024-501' });
    await world.facilitator.client.contract.correct.mutate(
      as(before, { object: 'Rénovation de l’école, façades comprises', amountCents: 99_000_00 }),
    );
    const after = await show(before.contract.id);
    expect(after.contract).toMatchObject({
      object: 'Rénovation de l’école, façades comprises',
      amountCents: 9_900_000,
    });
    expect(after.published).toMatchObject({ object: before.contract.object, amountCents: before.contract.amountCents });
    expect(after.corrections).toMatchObject([
      { field: 'amount_cents', before: 12_000_050, after: 9_900_000, saidBy: 'Mme Roux, achats' },
      { field: 'object', authorName: 'Inès Marchand', source: 'buyer_answer', recordedOn: today },
    ]);
    const found = await world.facilitator.client.contract.list.query({ text: 'façades' });
    expect(found.rows.map(({ id }) => id)).toEqual([before.contract.id]);
  });

  it('is not undone by the next publication, which changes the other facts', async () => {
    const before = await publish({ id: '2024-502' });
    await world.facilitator.client.contract.correct.mutate(as(before, { amountCents: 1_000 }));
    const after = await publish({
      id: '2024-502',
      montant: 5,
      objet: 'Autre objet',
      datePublicationDonnees: '2024-04-12',
    });
    expect(after.contract).toMatchObject({ amountCents: 1_000, object: 'Autre objet' });
    expect(after.published?.amountCents).toBe(500);
  });

  it('hands a fact back to open data when what it publishes is written again', async () => {
    const before = await publish({ id: '2024-503' });
    await world.facilitator.client.contract.correct.mutate(as(before, { amountCents: 1_000 }));
    await world.facilitator.client.contract.correct.mutate(as(before));
    const after = await publish({ id: '2024-503', montant: 7, datePublicationDonnees: '2024-04-12' });
    expect(after.contract.amountCents).toBe(700);
  });

  it('moves the notification of open data, and the life of the contract follows', async () => {
    const before = await publish({ id: '2024-504' });
    await world.facilitator.client.contract.correct.mutate(as(before, { notifiedOn: '2024-04-02' }));
    const after = await show(before.contract.id);
    expect(after.standing).toMatchObject({ status: 'notified', since: '2024-04-02' });
    const events = await world.product.system.client`
      select 1 from outbox where type = 'contract.event_recorded' and subject_id = ${before.contract.id}`;
    expect(events).toHaveLength(1);
  });

  it('says a new end by an event of the thread, with its author', async () => {
    const before = await publish({ id: '2024-505' });
    await world.facilitator.client.contract.correct.mutate(as(before, { endsOn: '2025-09-30' }));
    const after = await show(before.contract.id);
    expect(after.standing.endsOn).toBe('2025-09-30');
    expect(after.moments.at(-1)).toMatchObject({
      type: 'extend',
      facts: { corrected: 1 },
      authorName: 'Inès Marchand',
    });
    expect(after.corrections[0]).toMatchObject({ field: 'ends_on', after: '2025-09-30' });
  });

  it('refuses a notification after what followed it, or where there is none, and an end before the beginning', async () => {
    const { contractId } = await world.contract();
    const shown = await show(contractId);
    const correct = (changes: Record<string, unknown>) =>
      refusalOf(world.facilitator.client.contract.correct.mutate(as(shown, changes)));
    expect(await correct({ notifiedOn: '2024-06-11' })).toBe('contract.notification_out_of_order');
    expect(await correct({ notifiedOn: null })).toBe('contract.notification_missing');
    expect(await correct({ endsOn: '2001-01-01' })).toBe('contract.period_reversed_short');
    expect(await correct({})).toBe('contract.nothing_corrected');
    const planned = await world.contract({ events: [{ type: 'plan', on: '2024-01-08' }] });
    const plan = await show(planned.contractId);
    expect(await refusalOf(world.facilitator.client.contract.correct.mutate(as(plan, { endsOn: '2027-01-01' })))).toBe(
      'contract.end_not_possible',
    );
  });

  it('is for the teams that follow the contract', async () => {
    const shown = await publish({ id: '2024-506' });
    const asked = as(shown, { object: 'Autre' });
    expect(await refusalOf(world.stranger.client.contract.correct.mutate(asked))).toBe('contract.attachment_not_found');
    for (const person of [world.buyer, world.employer, world.partner, world.administrator]) {
      expect(await refusalOf(person.client.contract.correct.mutate(asked))).toBe('access.not_allowed');
    }
  });
});

describe('contract.correctLot', () => {
  it('changes the companies for good: the first leads, and the next publication leaves them', async () => {
    const before = await publish({ id: '2024-510' });
    const [painterId = ''] = before.lots[0]?.holders.map(({ organisationId }) => organisationId) ?? [];
    await world.facilitator.client.contract.correctLot.mutate(
      lotAs(before, { holderIds: [world.holderId, painterId], amountCents: 100 }),
    );
    const again = await publish({ id: '2024-510', datePublicationDonnees: '2024-04-12', montant: 9 });
    expect(again.lots).toHaveLength(1);
    expect(again.lots[0]?.holders).toMatchObject([
      { organisationId: world.holderId, lead: true },
      { organisationId: painterId, lead: false },
    ]);
    expect(again.lots[0]).toMatchObject({ amountCents: 100, published: { amountCents: 900, holders: [painter] } });
    expect(again.corrections.map(({ field }) => field)).toEqual(['holders', 'amount_cents']);
  });

  it('shows nothing beside a lot that says what open data says', async () => {
    const { lots } = await publish({ id: '2024-511' });
    expect(lots[0]).toMatchObject({ published: { holders: null }, holders: [{ identifier: painter, named: false }] });
  });

  it('refuses a company that is not in the register, a lot of nobody, and who may not', async () => {
    const shown = await publish({ id: '2024-512' });
    const correct = (changes: Record<string, unknown>, person = world.facilitator) =>
      refusalOf(person.client.contract.correctLot.mutate(lotAs(shown, changes)));
    expect(await correct({ holderIds: [world.buyerId] })).toBe('contract.holder_not_found');
    expect(await correct({ lotId: crypto.randomUUID() })).toBe('contract.lot_not_found');
    expect(await correct({})).toBe('contract.nothing_corrected');
    expect(await correct({ object: 'Autre' }, world.stranger)).toBe('contract.attachment_not_found');
    expect(await correct({ object: 'Autre' }, world.buyer)).toBe('access.not_allowed');
  });
});
