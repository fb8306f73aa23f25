import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../support/product.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

const client = () => world.facilitator.client.contract;

/** A contract with one more lot, which has no clause. */
async function bareLot() {
  const { contractId } = await world.contract();
  await client().addLot.mutate({ contractId, number: '2', object: 'Serrurerie', holderId: null, amountCents: null });
  const { lots } = await client().show.query({ contractId });
  const bare = lots.find(({ clauses }) => clauses.length === 0);
  const clausedLotId = lots.find(({ clauses }) => clauses.length > 0)?.id ?? '';
  return { contractId, lotId: bare?.id ?? '', clausedLotId };
}
const absenceOf = async (contractId: string, lotId: string, who = world.facilitator) =>
  (await who.client.contract.show.query({ contractId })).lots.find(({ id }) => id === lotId)?.absence;

describe('contract.markAbsence', () => {
  it('keeps why a lot has no clause, who said it and when; nothing is known of the others', async () => {
    const { contractId, lotId, clausedLotId } = await bareLot();
    expect(await absenceOf(contractId, lotId)).toBeNull();
    await client().markAbsence.mutate({ lotId, reason: 'too_short', note: ' Six semaines ' });
    expect(await absenceOf(contractId, lotId)).toMatchObject({
      ...{ reason: 'too_short', note: 'Six semaines', recordedByName: 'Inès Marchand' },
      recordedAt: expect.stringMatching(/^\d{4}-/),
    });
    expect(await absenceOf(contractId, clausedLotId)).toBeNull();
    const audited = await world.product.system.client`
      select 1 from audit_entry where action = 'contract.markAbsence' and subject_id = ${contractId}`;
    expect(audited).toHaveLength(1);
  });

  it('holds its last word: another reason, then taken back, each kept', async () => {
    const { contractId, lotId } = await bareLot();
    await client().markAbsence.mutate({ lotId, reason: 'too_small' });
    await client().markAbsence.mutate({ lotId, reason: 'reserved' });
    expect(await absenceOf(contractId, lotId)).toMatchObject({ reason: 'reserved', note: null });
    await client().markAbsence.mutate({ lotId, reason: null });
    expect(await absenceOf(contractId, lotId)).toBeNull();
    const rows = await world.product.system.client`select reason from lot_clause_absence where lot_id = ${lotId}`;
    expect(rows).toHaveLength(3);
    const change = world.product.system.client`update lot_clause_absence set reason = 'other' where lot_id = ${lotId}`;
    expect((await change).count).toBe(0);
    expect(await refusalOf(client().markAbsence.mutate({ lotId, reason: null }))).toBe('contract.absence_not_said');
  });

  it('is of a lot without a clause, with a reason of the list', async () => {
    const { lotId, clausedLotId } = await bareLot();
    const mark = (given: Record<string, unknown>) =>
      refusalOf(client().markAbsence.mutate({ lotId, reason: 'too_small', ...given } as never));
    expect(await mark({ lotId: clausedLotId })).toBe('contract.absence_of_clause');
    expect(await mark({ reason: 'other' })).toBe('shared.fields_to_correct');
    expect(await mark({ reason: 'weather' })).toBe('shared.fields_to_correct');
    expect(await mark({ lotId: crypto.randomUUID() })).toBe('contract.lot_not_found');
  });

  it('is a word of the team that follows the contract, which another does not read', async () => {
    const { contractId, lotId } = await bareLot();
    await client().markAbsence.mutate({ lotId, reason: 'nobody_near' });
    const given = { lotId, reason: 'too_small' as const };
    expect(await refusalOf(world.stranger.client.contract.markAbsence.mutate(given))).toBe(
      'contract.attachment_not_found',
    );
    expect(await refusalOf(world.buyer.client.contract.markAbsence.mutate(given))).toBe('access.not_allowed');
    expect(await refusalOf(world.employer.client.contract.markAbsence.mutate(given))).toBe('access.not_allowed');
    expect(await absenceOf(contractId, lotId, world.stranger)).toBeNull();
  });

  it('is read by the buyer as a reason and a day: no note, nobody’s name', async () => {
    const { contractId, lotId } = await bareLot();
    await client().markAbsence.mutate({ lotId, reason: 'buyer_declined', note: 'Dit par M. Roux' });
    const { lots } = await world.buyer.client.contract.showBought.query({ contractId });
    expect(lots.find(({ id }) => id === lotId)?.absence).toEqual({
      reason: 'buyer_declined',
      recordedAt: expect.any(String),
    });
  });

  it('gives way to a clause that is written later', async () => {
    const { contractId, lotId, clausedLotId } = await bareLot();
    await client().markAbsence.mutate({ lotId, reason: 'too_short' });
    await world.product.system.client`
      insert into clause select (jsonb_populate_record(k, jsonb_build_object('id', ${crypto.randomUUID()}::text, 'lot_id', ${lotId}::text))).*
      from clause k where k.lot_id = ${clausedLotId}`;
    expect(await absenceOf(contractId, lotId)).toBeNull();
  });
});

describe('the companies of a lot on a past day', () => {
  it('are those that were known then, once they were corrected', async () => {
    const { contractId } = await world.contract();
    const shown = async (knownOn?: string) =>
      (await client().show.query({ contractId, ...(knownOn ? { knownOn } : {}) })).lots[0];
    const before = await shown();
    await client().correctLot.mutate({
      ...{ lotId: before?.id ?? '', object: before?.object ?? '', amountCents: before?.amountCents ?? null },
      ...{ holderIds: [world.otherEmployer.organisationId], source: 'phone', saidBy: null },
    });
    expect((await shown())?.holdersThen).toBeNull();
    expect((await shown())?.holders.map(({ name }) => name)).toEqual(['Peintures Lemaire']);
    const past = await shown('2024-06-11');
    expect(past?.holdersThen).toEqual(['Bâtisseurs réunis']);
  });
});
