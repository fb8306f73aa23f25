import { addDays } from '@jonction/domain/shared/day';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { refusalOf } from '../../support/product.ts';
import { startWorld, today, type World } from '../contract/world.ts';

let world: World;
let buyerId: string;
let ada: Person;
let contractId: string;
let made = 0;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

const running = [
  { type: 'notify', on: '2024-01-08', endsOn: '2026-12-31' },
  { type: 'start', on: '2024-01-08' },
] satisfies NonNullable<Parameters<World['contract']>[0]>['events'];

beforeEach(async () => {
  made += 1;
  buyerId = await makeOrganisation(world.product, 'buyer', `Ville du Nord ${made}`);
  const { structureId } = world;
  ada = await makePerson(world.product, 'buyer', { organisationId: buyerId, structureId, name: 'Ada Nord' });
  ({ contractId } = await world.contract({ object: 'Bitume', buyerId, events: running, clause: false }));
});

type Said = Parameters<Person['client']['census']['sayBought']['mutate']>[0];
const nothing = { on: null, endsOn: null, until: null, legalBasis: null, note: null, dueHours: null, lotNumber: null };
const say = (given: Partial<Said> = {}, who = ada) =>
  who.client.census.sayBought.mutate({ contractId, ...nothing, ...given });
const standing = async () => (await ada.client.contract.showBought.query({ contractId })).standing;
const clauses = async () => {
  const { lots } = await ada.client.contract.showBought.query({ contractId });
  return lots.flatMap((lot) => lot.clauses.map(({ gauge }) => gauge.dueHours));
};
const ask = async (ids: string[]) =>
  world.facilitator.client.census.openCampaign.mutate({
    which: { ids },
    letter: { title: 'Recensement', letter: 'Où en êtes-vous ?', dueOn: addDays(today, 14) },
    asked: ids.length,
  });

describe('census.sayBought', () => {
  it('takes "no change" for an answer: the status stands, the news is of today and of the buyer', async () => {
    expect(await say()).toMatchObject({ status: 'active', dueHours: null });
    expect(await standing()).toMatchObject({ status: 'active', saidOn: today, saidBy: 'buyer_answer' });
    const [row] = (await world.facilitator.client.census.list.query({ buyerId })).rows;
    expect(row).toMatchObject({ saidOn: today, saidBy: 'buyer_answer' });
  });

  it('says where a contract stands, from today or the day that is written', async () => {
    expect(await say({ answer: 'stop', on: '2024-06-03' })).toMatchObject({ status: 'stopped' });
    expect(await standing()).toMatchObject({ status: 'stopped', since: '2024-06-03' });
    expect(await say({ answer: 'resume' })).toMatchObject({ status: 'active' });
    expect(await standing()).toMatchObject({ since: today });
  });

  it('logs the hours of a clause beside it, and again when they change', async () => {
    expect(await clauses()).toEqual([]);
    expect(await say({ dueHours: 640 })).toMatchObject({ dueHours: 640, status: 'active' });
    expect(await clauses()).toEqual([640]);
    await say({ dueHours: 800 });
    expect(await clauses()).toEqual([800]);
  });

  it('asks which lot where there are several, and keeps nothing until it knows', async () => {
    await ada.client.contract.addLot.mutate({
      contractId,
      ...{ number: '2', object: 'Peinture', holderId: null, amountCents: null },
    });
    const both = { answer: 'stop', dueHours: 100 } as const;
    expect(await refusalOf(say(both))).toBe('contract.lot_to_say');
    expect(await standing()).toMatchObject({ status: 'active' });
    expect(await refusalOf(say({ ...both, lotNumber: '9' }))).toBe('contract.lot_unknown');
    await say({ ...both, lotNumber: 'lot 2' });
    expect(await clauses()).toEqual([100]);
    expect(await standing()).toMatchObject({ status: 'stopped' });
  });

  it('answers the campaign that asks about the contract', async () => {
    const { campaignId } = await ask([contractId]);
    await say();
    const { rows } = await world.facilitator.client.census.listCampaignRows.query({ campaignId });
    expect(rows.map(({ answer }) => answer?.answer)).toEqual(['no_change']);
    expect((await ada.client.census.listAsked.query({})).waiting).toBe(0);
    // Said again, the new answer takes the place of the first.
    await say({ answer: 'stop' });
    const again = await world.facilitator.client.census.listCampaignRows.query({ campaignId });
    expect(again.rows.map(({ answer }) => answer?.answer)).toEqual(['stop']);
  });

  it('tells at its field what does not fit, in a campaign or not, and keeps nothing', async () => {
    expect(await refusalOf(say({ answer: 'start' }))).toBe('census.answer_not_fitting');
    expect(await refusalOf(say({ answer: 'suspend' }))).toBe('census.act_missing');
    expect(await refusalOf(say({ answer: 'extend', endsOn: '2025-01-01' }))).toBe('census.new_end_earlier');
    expect(await refusalOf(say({ answer: 'stop', on: 'hier' }))).toBe('census.answer_day_wrong');
    await ask([contractId]);
    expect(await refusalOf(say({ answer: 'suspend', dueHours: 10 }))).toBe('census.answer_refused');
    expect(await clauses()).toEqual([]);
  });

  it('is for the buyer of the contract alone', async () => {
    expect(await refusalOf(say({}, world.otherBuyer))).toBe('contract.not_found');
    for (const who of [world.facilitator, world.employer, world.partner])
      expect(await refusalOf(say({}, who))).toBe('access.not_allowed');
  });

  it('is shown to the team among its changes, with who said it, and can be taken back there', async () => {
    await say({ answer: 'stop' });
    const [change] = await world.facilitator.client.census.listChanges.query();
    expect(change).toMatchObject({ answer: 'stop', source: 'buyer_answer', saidBy: 'Ada Nord', kept: 1 });
    await world.facilitator.client.census.undo.mutate({ changeId: change?.id ?? '' });
    expect(await standing()).toMatchObject({ status: 'active' });
  });

  it('leaves who said what in the journal', async () => {
    await say({ dueHours: 12 });
    const lines = await world.product.system.client<{ action: string; facts: unknown }[]>`
      select action, facts from audit_entry where subject_id = ${contractId} and action = 'census.sayBought'`;
    expect(lines[0]?.facts).toMatchObject({ answer: 'no_change', dueHours: 12 });
  });
});

describe('contract.searchBought', () => {
  it('finds a buyer its own contracts by a few letters in any spelling, those that run first', async () => {
    await world.contract({ object: 'Écoles : bitume', buyerId, reference: `E-${made}` });
    const find = (text: string, who = ada) => who.client.contract.searchBought.query({ text });
    expect((await find('')).map(({ object }) => object)).toEqual(['Bitume', 'Écoles : bitume']);
    expect((await find('ecole')).map(({ reference }) => reference)).toEqual([`E-${made}`]);
    expect(await find('bitume', world.otherBuyer)).toEqual([]);
    expect(await refusalOf(find('', world.facilitator))).toBe('access.not_allowed');
  });
});
