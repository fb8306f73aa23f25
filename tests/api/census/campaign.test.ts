import { remindCensus } from '@jonction/api/census/campaign/remind-morning';
import { sendCampaign } from '@jonction/api/census/campaign/send';
import { addDays } from '@jonction/domain/shared/day';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { publicUrl, refusalOf } from '../../support/product.ts';
import { startWorld, today, type World } from '../contract/world.ts';

let world: World;
let nord: Person;
let nordId: string;
/** Two contracts of a buyer and one of another, of this test alone. */
let ids: string[];
let made = 0;

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

const running = [
  { type: 'notify', on: '2024-01-08', endsOn: '2026-12-31' },
  { type: 'start', on: '2024-01-08' },
] satisfies NonNullable<Parameters<World['contract']>[0]>['events'];
const letter = {
  title: 'Recensement de juin',
  letter: 'Où en sont vos marchés ?\n\nMerci.',
  dueOn: addDays(today, 14),
};
const census = () => world.facilitator.client.census;
const nobody = () => world.product.client().census;
const log = pino({ level: 'silent' });

beforeEach(async () => {
  made += 1;
  nordId = await makeOrganisation(world.product, 'buyer', `Ville du Nord ${made}`);
  nord = await makePerson(world.product, 'buyer', {
    organisationId: nordId,
    structureId: world.structureId,
    name: 'Ada Nord',
  });
  const southId = await makeOrganisation(world.product, 'buyer', `Ville du Sud ${made}`);
  ids = [];
  for (const [object, buyerId] of [
    ['Bitume', nordId],
    ['Chaussée', nordId],
    ['Toitures', southId],
  ] as const) {
    ids.push((await world.contract({ object, buyerId, events: running })).contractId);
  }
});

async function open(contractIds = ids, changes: Partial<typeof letter> = {}) {
  const given = { which: { ids: contractIds }, letter: { ...letter, ...changes } };
  return census().openCampaign.mutate({ ...given, asked: contractIds.length });
}
const send = (campaignId: string) =>
  sendCampaign(
    {
      id: '',
      type: 'census.sending_wanted',
      structureId: world.structureId,
      subjectId: campaignId,
      payload: { today },
    },
    { database: world.product.system, publicUrl },
  );
const letters = (campaignId: string) => world.product.system.client<
  { body: string; subject: string; rung: number | null; id: string }[]
>`
  select m.body_text as body, m.subject, l.rung, l.id from census_letter l join message m on m.id = l.message_id
  where l.campaign_id = ${campaignId} order by l.sent_at, l.id`;
/** The link of the last letter to the buyer of this test. */
const tokenOf = async (campaignId: string) =>
  /\/recenser\/(\S+)/.exec((await letters(campaignId)).at(-1)?.body ?? '')?.[1] ?? '';
type Answers = Parameters<ReturnType<typeof nobody>['answerByLink']['mutate']>[0]['answers'];
type Row = Extract<Answers, { rows: unknown[] }>['rows'][number];
const row = (at: number, answer: Row['answer'], more: Partial<Row> = {}): Row => ({
  contractId: ids[at] ?? '',
  answer,
  ...more,
});
const answersOf = async (campaignId: string) => {
  const { rows } = await census().listCampaignRows.query({ campaignId });
  return rows.map(({ object, status, answer }) => [object, status, answer?.answer ?? null]);
};
/** A campaign whose letter left, and its link. */
async function asked() {
  const { campaignId } = await open();
  await send(campaignId);
  return { campaignId, token: await tokenOf(campaignId) };
}

describe('census.previewCampaign', () => {
  it('says whom it would ask, at which address, and draws the letter; writes nothing', async () => {
    const preview = await census().previewCampaign.query({ which: { ids }, letter });
    expect(preview).toMatchObject({ chosen: 3, asked: 3, reminders: ['2024-06-24', '2024-06-27', '2024-07-04'] });
    expect(preview.asks.map(({ buyerName, address, contracts }) => [buyerName, address, contracts])).toEqual([
      [`Ville du Nord ${made}`, `${nord.membershipId}@exemple.test`, 2],
      [`Ville du Sud ${made}`, null, 1],
    ]);
    expect(preview.letter?.subject).toBe('Recensement de juin');
    expect(preview.letter?.text).toContain('2 marchés attendent votre réponse');
    expect(await census().listCampaigns.query()).toEqual([]);
  });

  it('refuses a delay that is over or too long, and whoever is not of the team', async () => {
    const of = (dueOn: string) => census().previewCampaign.query({ which: { ids }, letter: { ...letter, dueOn } });
    expect(await refusalOf(of(today))).toBe('census.due_too_early');
    expect(await refusalOf(of('2024-12-31'))).toBe('census.due_too_late');
    const theirs = nord.client.census.previewCampaign.query({ which: { ids } });
    expect(await refusalOf(theirs)).toBe('access.not_allowed');
    const foreign = world.stranger.client.census.previewCampaign.query({ which: { ids } });
    expect(await refusalOf(foreign)).toBe('census.nothing_chosen');
  });
});

describe('census.openCampaign', () => {
  it('asks each buyer by one letter with its own link, and nobody twice', async () => {
    const { campaignId, ...done } = await open();
    expect(done).toEqual({ asked: 3, asks: 2 });
    await send(campaignId);
    await send(campaignId);
    const sent = await letters(campaignId);
    expect(sent.map(({ rung }) => rung)).toEqual([0]);
    expect(sent[0]?.body).toContain(`Pour Ville du Nord ${made}, 2 marchés attendent votre réponse`);
    const [campaign] = await census().listCampaigns.query();
    expect(campaign).toMatchObject({ id: campaignId, buyers: 2, asks: 2, written: 1, rows: 3, answered: 0 });
  });

  it('asks a directorate apart, by its own people, and the rest of the buyer as a whole', async () => {
    const { client } = world.product.system;
    const [directorate] = await client<{ id: string }[]>`
      insert into directorate (buyer_id, name) values (${nordId}, 'Voirie') returning id`;
    await client`update contract set directorate_id = ${directorate?.id ?? ''} where id = ${ids[0] ?? ''}`;
    await client`insert into organisation_contact (structure_id, organisation_id, name, email, directorate_id)
      values (${world.structureId}, ${nordId}, 'M. Voirie', 'voirie@nord.test', ${directorate?.id ?? ''})`;
    const { campaignId } = await open(ids.slice(0, 2));
    await send(campaignId);
    const { asks, directorates } = await census().showCampaign.query({ campaignId });
    expect(asks.map(({ directorateName, address, rows }) => [directorateName, address, rows])).toEqual([
      [null, `${nord.membershipId}@exemple.test`, 1],
      ['Voirie', 'voirie@nord.test', 1],
    ]);
    expect(directorates.map((one) => [one.directorateName, one.rows])).toEqual([
      ['Voirie', 1],
      [null, 1],
    ]);
    expect(await letters(campaignId)).toHaveLength(2);
  });

  it('leaves out what an open campaign asks already, and does nothing where the list moved', async () => {
    await open(ids.slice(0, 1));
    expect(await refusalOf(open())).toBe('census.asked_moved');
    expect(await refusalOf(open(ids.slice(0, 1)))).toBe('census.all_asked');
    expect(await census().previewCampaign.query({ which: { ids } })).toMatchObject({ chosen: 3, asked: 2 });
    const theirs = world.stranger.client.census.openCampaign.mutate({ which: { ids }, letter, asked: 3 });
    expect(await refusalOf(theirs)).toBe('census.nothing_chosen');
  });

  it('asks the base as much for one contract as for many', async () => {
    const counted = countStatements(world.product, world.facilitator);
    const of = (some: string[]) => ({ which: { ids: some }, letter, asked: some.length });
    const one = await counted.count((procedures) => procedures.census.openCampaign(of(ids.slice(0, 1))));
    const two = await counted.count((procedures) => procedures.census.openCampaign(of(ids.slice(1))));
    expect(two).toBe(one);
    await counted.close();
  });
});

describe('the letters of a campaign', () => {
  it('stop while it is held and go on when it is resumed', async () => {
    const { campaignId } = await open();
    await census().holdCampaign.mutate({ campaignId, held: true });
    await send(campaignId);
    expect(await letters(campaignId)).toEqual([]);
    await census().holdCampaign.mutate({ campaignId, held: false });
    await send(campaignId);
    expect(await letters(campaignId)).toHaveLength(1);
    const theirs = world.stranger.client.census.holdCampaign.mutate({ campaignId, held: true });
    expect(await refusalOf(theirs)).toBe('census.campaign_not_found');
  });

  it('remind on their days, once, and stop at an address that came back', async () => {
    const { campaignId } = await asked();
    const { client } = world.product.system;
    const past = () =>
      client`update census_letter set sent_at = '2024-06-12T10:00:00Z' where campaign_id = ${campaignId} and rung = 0`;
    await past();
    const morning = (day: string) =>
      remindCensus({ database: world.product.system, publicUrl, relay: {}, log }, new Date(`${day}T06:44:00Z`));
    await morning('2024-06-21');
    expect(await letters(campaignId)).toHaveLength(1);
    await morning('2024-06-24');
    await morning('2024-06-25');
    const sent = await letters(campaignId);
    expect(sent.map(({ rung, subject }) => [rung, subject])).toEqual([
      [0, 'Recensement de juin'],
      [1, 'Recensement de juin : il manque votre réponse'],
    ]);
    await client`update message set returned_at = now(), returned_for = 'address' where to_address = ${`${nord.membershipId}@exemple.test`}`;
    await morning('2024-07-04');
    expect(await letters(campaignId)).toHaveLength(2);
    const { asks } = await census().showCampaign.query({ campaignId });
    expect(asks.find(({ buyerId }) => buyerId === nordId)).toMatchObject({
      state: 'returned',
      mayRemind: false,
      lastLetter: 'returned',
    });
  });

  it('may be sent by hand, not within three days, and not once all is answered', async () => {
    const { campaignId, token } = await asked();
    const askId =
      (await census().showCampaign.query({ campaignId })).asks.find(({ buyerId }) => buyerId === nordId)?.id ?? '';
    const remind = () => census().remindAsk.mutate({ campaignId, askId });
    expect(await refusalOf(remind())).toBe('census.address_guard');
    await world.product.system
      .client`update census_letter set sent_at = '2024-06-01T10:00:00Z' where campaign_id = ${campaignId}`;
    expect(await remind()).toEqual({ address: `${nord.membershipId}@exemple.test` });
    expect(await refusalOf(world.stranger.client.census.remindAsk.mutate({ campaignId, askId }))).toBe(
      'census.campaign_not_found',
    );
    await nobody().answerByLink.mutate({ token, answers: { allUnchanged: true } });
    expect(await refusalOf(remind())).toBe('census.all_answered');
  });
});

describe('the link of a letter', () => {
  it('names who writes before the button, and shows its own rows filled behind it', async () => {
    const { token } = await asked();
    expect(await nobody().describeLink.query({ token })).toEqual({
      title: 'Recensement de juin',
      dueOn: letter.dueOn,
      structureName: 'Clauses du Val',
      structurePhone: null,
      buyerName: `Ville du Nord ${made}`,
      directorateName: null,
    });
    const opened = await nobody().openLink.mutate({ token });
    expect(opened).toMatchObject({ total: 2, waiting: 2 });
    expect(opened.rows.map(({ object, status, since, fitting }) => [object, status, since, fitting[0]])).toEqual([
      ['Bitume', 'active', '2024-01-08', 'no_change'],
      ['Chaussée', 'active', '2024-01-08', 'no_change'],
    ]);
  });

  it('takes what fits, and gives back the rest at its row and field: nothing is lost', async () => {
    const { campaignId, token } = await asked();
    const answer = await nobody().answerByLink.mutate({
      token,
      answers: { rows: [row(0, 'stop', { on: '2024-06-03' }), row(1, 'suspend', { on: '2024-06-03' })] },
    });
    expect(answer.kept).toEqual([ids[0]]);
    expect(answer.refused).toEqual([
      { contractId: ids[1], field: 'legalBasis', sentence: expect.stringContaining('acte') },
    ]);
    expect(await answersOf(campaignId)).toEqual([
      ['Bitume', 'stopped', 'stop'],
      ['Chaussée', 'active', null],
      ['Toitures', 'active', null],
    ]);
    const { moments } = await world.facilitator.client.contract.show.query({ contractId: ids[0] ?? '' });
    expect(moments.at(-1)).toMatchObject({
      type: 'stop',
      source: 'buyer_answer',
      saidBy: `${nord.membershipId}@exemple.test`,
    });
    const told = await world.product.system.client`
      select 1 from outbox where type = 'census.changed' and payload ->> 'campaignId' = ${campaignId}`;
    expect(told).toHaveLength(1);
  });

  it('takes every kind of answer with its dates, and one more that replaces the first', async () => {
    const { campaignId, token } = await asked();
    const say = (...rows: Row[]) => nobody().answerByLink.mutate({ token, answers: { rows } });
    await say(
      row(0, 'suspend', { on: '2024-06-03', until: '2024-09-02', legalBasis: 'OS nº 4' }),
      row(1, 'extend', { endsOn: '2027-03-31' }),
    );
    const { rows } = await nobody().openLink.mutate({ token });
    expect(rows.map(({ status, endsOn, answer }) => [status, endsOn, answer?.until, answer?.legalBasis])).toEqual([
      ['suspended', '2026-12-31', '2024-09-02', 'OS nº 4'],
      ['active', '2027-03-31', null, null],
    ]);
    await say(row(0, 'no_change'), row(1, 'terminate', { on: '2024-06-10' }));
    expect((await answersOf(campaignId)).slice(0, 2)).toEqual([
      ['Bitume', 'active', 'no_change'],
      ['Chaussée', 'terminated', 'terminate'],
    ]);
    expect((await census().list.query({ knownOn: today, text: '' })).rows.find(({ id }) => id === ids[1])?.status).toBe(
      'terminated',
    );
  });

  it('takes "no change" of all that wait at once', async () => {
    const { campaignId, token } = await asked();
    await nobody().answerByLink.mutate({ token, answers: { rows: [row(0, 'stop')] } });
    const { kept } = await nobody().answerByLink.mutate({ token, answers: { allUnchanged: true } });
    expect(kept).toEqual([ids[1]]);
    expect((await answersOf(campaignId))[0]).toEqual(['Bitume', 'stopped', 'stop']);
  });

  it('never touches a row of another buyer, nor one that is not asked', async () => {
    const { campaignId, token } = await asked();
    const other = (await world.contract({ buyerId: nordId, events: running })).contractId;
    for (const contractId of [ids[2] ?? '', other]) {
      const rows = [{ contractId, answer: 'no_change' as const }];
      expect(await refusalOf(nobody().answerByLink.mutate({ token, answers: { rows } }))).toBe('census.row_not_found');
      expect(await refusalOf(nord.client.census.answerAsked.mutate({ campaignId, answers: { rows } }))).toBe(
        'census.row_not_found',
      );
    }
    expect((await answersOf(campaignId)).map(([, , answer]) => answer)).toEqual([null, null, null]);
  });

  it('dies when the campaign is closed, and answers stay', async () => {
    const { campaignId, token } = await asked();
    await nobody().answerByLink.mutate({ token, answers: { rows: [row(0, 'stop')] } });
    expect(await refusalOf(world.stranger.client.census.closeCampaign.mutate({ campaignId }))).toBe(
      'census.campaign_not_found',
    );
    expect(await census().closeCampaign.mutate({ campaignId })).toEqual({ rows: 3, answered: 1 });
    expect(await refusalOf(nobody().describeLink.query({ token }))).toBe('census.link_not_found');
    expect(await refusalOf(nobody().openLink.mutate({ token }))).toBe('census.link_not_found');
    expect(await refusalOf(nobody().answerByLink.mutate({ token, answers: { allUnchanged: true } }))).toBe(
      'census.link_not_found',
    );
    expect(await refusalOf(census().closeCampaign.mutate({ campaignId }))).toBe('census.campaign_closed');
    expect((await answersOf(campaignId))[0]).toEqual(['Bitume', 'stopped', 'stop']);
  });

  it('asks the base as much for one row as for two', async () => {
    const { campaignId } = await asked();
    const counted = countStatements(world.product, nord, 'buyer');
    const take = (...rows: Row[]) =>
      counted.count((procedures) => procedures.census.answerAsked({ campaignId, answers: { rows } }));
    const one = await take(row(0, 'stop'));
    const two = await take(row(0, 'no_change'), row(1, 'stop'));
    // One more: the former answer gives way.
    expect(two - one).toBeLessThanOrEqual(1);
    await counted.close();
  });
});

describe('the answers of a buyer with an account, and on the phone', () => {
  it('come from its own page, and no other buyer sees or answers them', async () => {
    const { campaignId } = await open();
    const { rows, waiting } = await nord.client.census.listAsked.query({});
    expect([rows.length, waiting]).toEqual([2, 2]);
    expect((await world.otherBuyer.client.census.listAsked.query({})).rows).toEqual([]);
    const answers = { rows: [row(0, 'stop'), row(1, 'no_change')] };
    const theirs = world.otherBuyer.client.census.answerAsked.mutate({ campaignId, answers });
    expect(await refusalOf(theirs)).toBe('census.row_not_found');
    expect(await refusalOf(census().answerAsked.mutate({ campaignId, answers }))).toBe('access.not_allowed');
    expect((await nord.client.census.answerAsked.mutate({ campaignId, answers })).kept).toHaveLength(2);
    expect((await nord.client.census.listAsked.query({})).rows.map(({ answer }) => answer?.answer)).toEqual([
      'stop',
      'no_change',
    ]);
  });

  it('are typed in by the team with the name of who said it', async () => {
    const { campaignId } = await open();
    const askId =
      (await census().showCampaign.query({ campaignId })).asks.find(({ buyerId }) => buyerId === nordId)?.id ?? '';
    const given = {
      campaignId,
      askId,
      answers: { rows: [row(0, 'stop')] },
      source: 'phone' as const,
      saidBy: 'Mme Petit, voirie',
    };
    expect(await refusalOf(census().answerFor.mutate({ ...given, saidBy: ' ' }))).toBe('census.informant_missing');
    expect(await refusalOf(census().answerFor.mutate({ ...given, answers: { rows: [row(2, 'stop')] } }))).toBe(
      'census.row_not_found',
    );
    expect(await refusalOf(nord.client.census.answerFor.mutate(given))).toBe('access.not_allowed');
    expect(await refusalOf(world.stranger.client.census.answerFor.mutate(given))).toBe('census.campaign_not_found');
    await census().answerFor.mutate(given);
    const { rows } = await census().listCampaignRows.query({ campaignId, askId, only: 'answered' });
    expect(rows.map(({ answer }) => [answer?.answer, answer?.source])).toEqual([['stop', 'phone']]);
  });
});

describe('census.showCampaign', () => {
  it('puts those who have not answered first, and is of the team alone', async () => {
    const { campaignId, token } = await asked();
    await nobody().openLink.mutate({ token });
    await nobody().answerByLink.mutate({ token, answers: { allUnchanged: true } });
    const { asks, campaign } = await census().showCampaign.query({ campaignId });
    expect(asks.map(({ buyerName, state, answered, rows }) => [buyerName, state, answered, rows])).toEqual([
      [`Ville du Sud ${made}`, 'no_address', 0, 1],
      [`Ville du Nord ${made}`, 'answered', 2, 2],
    ]);
    expect(campaign).toMatchObject({ answered: 2, moved: 0, complete: 1 });
    expect((await census().showCampaign.query({ campaignId, waitingOnly: true })).asks).toHaveLength(1);
    expect(await refusalOf(world.stranger.client.census.showCampaign.query({ campaignId }))).toBe(
      'census.campaign_not_found',
    );
    expect(await refusalOf(world.stranger.client.census.listCampaignRows.query({ campaignId }))).toBe(
      'census.campaign_not_found',
    );
    expect(await refusalOf(nord.client.census.showCampaign.query({ campaignId }))).toBe('access.not_allowed');
    expect(await world.stranger.client.census.listCampaigns.query()).toEqual([]);
  });

  it('compares with how the campaign before closed', async () => {
    const first = await asked();
    await nobody().answerByLink.mutate({ token: first.token, answers: { rows: [row(0, 'stop')] } });
    await census().closeCampaign.mutate({ campaignId: first.campaignId });
    const { campaignId } = await open(ids, { title: 'Recensement de juillet' });
    await nord.client.census.answerAsked.mutate({
      campaignId,
      answers: { rows: [row(0, 'resume'), row(1, 'no_change')] },
    });
    const { rows, total } = await census().listCampaignRows.query({ campaignId, only: 'changed' });
    expect(total).toBe(1);
    expect(rows.map(({ object, status, before }) => [object, status, before?.status, before?.on])).toEqual([
      ['Bitume', 'active', 'stopped', today],
    ]);
    expect((await census().showCampaign.query({ campaignId })).changed).toBe(1);
  });

  it('asks the base as much for one buyer as for many', async () => {
    const { campaignId } = await open(ids.slice(0, 1));
    const two = await open(ids.slice(1));
    const counted = countStatements(world.product, world.facilitator);
    for (const count of [
      (of: string) => counted.count((procedures) => procedures.census.showCampaign({ campaignId: of })),
      (of: string) => counted.count((procedures) => procedures.census.listCampaignRows({ campaignId: of })),
    ]) {
      expect(await count(two.campaignId)).toBe(await count(campaignId));
    }
    await counted.close();
  });
});

describe('census.listPromises', () => {
  it('counts what was answered within the delay of the quarter, for the buyer itself and for the team', async () => {
    const { campaignId } = await asked();
    await nord.client.census.answerAsked.mutate({ campaignId, answers: { rows: [row(0, 'stop')] } });
    expect(await nord.client.census.listPromises.query({})).toEqual([]);
    // The delay is over: a campaign of the spring.
    const { client } = world.product.system;
    await client`alter table census_campaign disable trigger census_campaign_kept`;
    await client`update census_campaign set opened_on = '2024-05-01', due_on = '2024-06-11' where id = ${campaignId}`;
    await client`alter table census_campaign enable trigger census_campaign_kept`;
    const late = [
      { buyerId: nordId, buyerName: `Ville du Nord ${made}`, quarter: '2024-T2', asked: 2, inTime: 0, keptBps: 0 },
    ];
    expect(await nord.client.census.listPromises.query({})).toEqual(late);
    await client`alter table census_answer disable trigger census_answer_kept`;
    await client`update census_answer set recorded_on = '2024-06-11' where campaign_id = ${campaignId}`;
    await client`alter table census_answer enable trigger census_answer_kept`;
    const kept = [{ ...late[0], inTime: 1, keptBps: 5000 }];
    expect(await nord.client.census.listPromises.query({})).toEqual(kept);
    expect(await census().listPromises.query({ buyerId: nordId })).toEqual(kept);
    expect(await world.stranger.client.census.listPromises.query({ buyerId: nordId })).toEqual([]);
    expect(await world.otherBuyer.client.census.listPromises.query({ buyerId: nordId })).toEqual([]);
    expect(await refusalOf(world.partner.client.census.listPromises.query({}))).toBe('access.not_allowed');
  });
});
