import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Hiring, makeHiring } from '../../support/hiring.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

const today = '2026-05-04';
let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let me: Person;

beforeAll(async () => {
  product = await startProduct({ today });
  here = await makeHiring(product, 'Prospection du Val');
  elsewhere = await makeHiring(product, 'Prospection du Mont');
  me = here.facilitator;
});
afterAll(() => product.close());

let companies = 0;
async function add(more: object = {}, who = me) {
  const organisationId = await makeOrganisation(product, 'employer', `Toitures n°${companies++}`);
  return (await who.client.prospect.add.mutate({ organisationId, ...more })).prospectId;
}
const show = (prospectId: string, who = me) => who.client.prospect.show.query({ prospectId });
const stageOf = async (prospectId: string) => (await show(prospectId)).prospect.stage;

describe('prospect.add', () => {
  it('takes a company of the register, once, followed by whoever adds it', async () => {
    const organisationId = await makeOrganisation(product, 'employer', 'Menuiserie du Val');
    const { prospectId } = await me.client.prospect.add.mutate({ organisationId, why: 'Chantier voisin' });
    expect((await show(prospectId)).prospect).toMatchObject({
      name: 'Menuiserie du Val',
      stage: 'to_visit',
      ownerId: me.userId,
    });
    expect(await refusalOf(me.client.prospect.add.mutate({ organisationId }))).toBe('prospect.known');
    const theirs = await elsewhere.facilitator.client.prospect.add.mutate({ organisationId });
    expect(await refusalOf(show(theirs.prospectId))).toBe('prospect.not_found');
    expect(await refusalOf(here.employer.client.prospect.add.mutate({ organisationId }))).toBe('access.not_allowed');
  });

  it('refuses what is no company', async () => {
    const organisationId = await makeOrganisation(product, 'buyer', 'Ville du Val');
    expect(await refusalOf(me.client.prospect.add.mutate({ organisationId }))).toBe('prospect.company_missing');
    const nobody = crypto.randomUUID();
    expect(await refusalOf(me.client.prospect.add.mutate({ organisationId: nobody }))).toBe('organisation.not_found');
  });
});

describe('prospect.logVisit', () => {
  it('keeps what was said and what comes next, and moves the stage', async () => {
    const prospectId = await add();
    const visit = { prospectId, way: 'visit', on: '2026-05-03', met: 'M. Lotte', note: 'Recrute en juin' } as const;
    await me.client.prospect.logVisit.mutate({ ...visit, nextAction: 'Envoyer trois CV', nextActionOn: '2026-05-10' });
    const { prospect, visits } = await show(prospectId);
    expect(prospect).toMatchObject({ stage: 'visited', nextAction: 'Envoyer trois CV', nextActionOn: '2026-05-10' });
    expect(visits).toMatchObject([{ way: 'visit', on: '2026-05-03', met: 'M. Lotte', note: 'Recrute en juin' }]);
    await me.client.prospect.logVisit.mutate({ ...visit, way: 'call' });
    expect((await show(prospectId)).prospect).toMatchObject({ stage: 'visited', nextAction: null });
  });

  it('refuses a day to come, and companies of another structure', async () => {
    const prospectId = await add();
    const visit = { prospectId, way: 'call', on: '2026-05-05' } as const;
    expect(await refusalOf(me.client.prospect.logVisit.mutate(visit))).toBe('prospect.visit_in_future');
    expect(await refusalOf(elsewhere.facilitator.client.prospect.logVisit.mutate({ ...visit, on: today }))).toBe(
      'prospect.not_found',
    );
  });
});

describe('needs found', () => {
  it('become an offer once, which makes the company a partner', async () => {
    const prospectId = await add();
    const { needId } = await me.client.prospect.addNeed.mutate({
      prospectId,
      title: 'Couvreur',
      romeCode: 'F1610',
      positions: 2,
      startsOn: '2026-06-01',
    });
    expect(await stageOf(prospectId)).toBe('need_found');
    expect(await me.client.prospect.showNeed.query({ needId })).toMatchObject({
      title: 'Couvreur',
      positions: 2,
      startsOn: '2026-06-01',
      lost: false,
    });
    const settle = (offerId: string) => me.client.prospect.settleNeed.mutate({ needId, as: 'offer', offerId });
    expect(await refusalOf(settle(elsewhere.offerId))).toBe('prospect.offer_not_found');
    await settle(here.offerId);
    expect(await stageOf(prospectId)).toBe('partner');
    expect((await show(prospectId)).needs).toMatchObject([{ offerId: here.offerId, lost: false }]);
    expect(await refusalOf(settle(here.offerId))).toBe('prospect.need_settled');
  });

  it('may go elsewhere, without moving the stage', async () => {
    const prospectId = await add();
    const { needId } = await me.client.prospect.addNeed.mutate({ prospectId, title: 'Maçon', positions: 1 });
    await me.client.prospect.settleNeed.mutate({ needId, as: 'lost' });
    expect((await show(prospectId)).needs).toMatchObject([{ lost: true }]);
    expect(await stageOf(prospectId)).toBe('need_found');
  });

  it('are nobody’s of another structure', async () => {
    const prospectId = await add();
    const { needId } = await me.client.prospect.addNeed.mutate({ prospectId, title: 'Maçon', positions: 1 });
    const { client } = elsewhere.facilitator;
    expect(await refusalOf(client.prospect.showNeed.query({ needId }))).toBe('prospect.need_not_found');
    expect(await refusalOf(client.prospect.settleNeed.mutate({ needId, as: 'lost' }))).toBe('prospect.need_not_found');
    expect(await refusalOf(client.prospect.addNeed.mutate({ prospectId, title: 'Maçon', positions: 1 }))).toBe(
      'prospect.not_found',
    );
  });
});

describe('prospect.follow and prospect.stage', () => {
  it('give a company to a colleague with what to do, and refuse anybody else', async () => {
    const prospectId = await add();
    const at = { organisationId: here.structureId, structureId: here.structureId };
    const colleague = await makePerson(product, 'lead', at);
    const follow = (ownerId: string | null, who = me) =>
      who.client.prospect.follow.mutate({ prospectId, ownerId, nextAction: 'Rappeler', nextActionOn: '2026-05-06' });
    await follow(colleague.userId);
    expect((await show(prospectId)).prospect).toMatchObject({ ownerId: colleague.userId, nextAction: 'Rappeler' });
    expect(await refusalOf(follow(elsewhere.facilitator.userId))).toBe('prospect.owner_not_found');
    expect(await refusalOf(follow(null, elsewhere.facilitator))).toBe('prospect.not_found');
    await follow(null);
    expect((await show(prospectId)).prospect.ownerId).toBeNull();
  });

  it('drop a company and take it up again, by a person’s word', async () => {
    const prospectId = await add();
    const say = (happening: 'drop' | 'resume', who = me) => who.client.prospect.stage.mutate({ prospectId, happening });
    await say('drop');
    expect(await stageOf(prospectId)).toBe('dropped');
    await say('resume');
    expect(await stageOf(prospectId)).toBe('to_visit');
    expect(await refusalOf(say('drop', elsewhere.facilitator))).toBe('prospect.not_found');
    expect(await refusalOf(say('drop', here.employer))).toBe('access.not_allowed');
  });
});

describe('the day’s list', () => {
  it('holds what was noted to do with a company, from its day on, and never one that was dropped', async () => {
    const due = await add({ nextAction: 'Passer au chantier', nextActionOn: today });
    const dropped = await add({ nextAction: 'Rappeler', nextActionOn: today });
    await add({ nextAction: 'Plus tard', nextActionOn: '2026-05-20' });
    await me.client.prospect.stage.mutate({ prospectId: dropped, happening: 'drop' });
    const items = async (who = me) =>
      (await who.client.report.today.query()).items.filter(({ kind }) => kind === 'prospect');
    expect(await items()).toMatchObject([
      { id: due, group: 'coming', nextAction: 'Passer au chantier', ownerId: me.userId },
    ]);
    await product.system.client`update prospect set next_action_on = '2026-05-01' where id = ${due}`;
    expect(await items()).toMatchObject([{ id: due, group: 'late' }]);
    expect(await items(elsewhere.facilitator)).toEqual([]);
  });
});

describe('prospect.list', () => {
  it('filters by words, stage, owner and what is due, counts each stage, and takes two statements', async () => {
    await product.system.client`delete from prospect`;
    const late = await add({ nextAction: 'Rappeler', nextActionOn: '2026-05-01' });
    const soon = await add({ nextAction: 'Passer', nextActionOn: '2026-05-20' });
    const quiet = await add();
    await me.client.prospect.logVisit.mutate({ prospectId: quiet, way: 'visit', on: '2026-05-02' });
    const list = async (input: object = {}, who = me) => who.client.prospect.list.query(input);
    const ids = async (input: object) => (await list(input)).rows.map(({ id }) => id);
    expect(await ids({})).toEqual([late, soon, quiet]);
    expect(await ids({ due: true })).toEqual([late]);
    expect(await ids({ stages: ['visited'] })).toEqual([quiet]);
    expect(await ids({ text: 'TOITURES' })).toHaveLength(3);
    expect(await ids({ text: 'inconnu' })).toEqual([]);
    await me.client.prospect.follow.mutate({
      prospectId: soon,
      ownerId: null,
      nextAction: 'Passer',
      nextActionOn: '2026-05-20',
    });
    expect(await ids({ mine: true })).toEqual([late, quiet]);
    const { counts, total, rows } = await list({ stages: ['visited'] });
    expect(total).toBe(1);
    expect(new Map(counts.map(({ stage, count }) => [stage, count]))).toEqual(
      new Map([
        ['to_visit', 2],
        ['visited', 1],
      ]),
    );
    expect(rows[0]).toMatchObject({ lastVisitOn: '2026-05-02', needs: 0 });
    expect((await list({}, elsewhere.facilitator)).total).toBe(0);
    expect(await refusalOf(list({}, here.employer))).toBe('access.not_allowed');
    const counting = countStatements(product, me);
    try {
      expect(await counting.count((calls) => calls.prospect.list({}))).toBe(2);
    } finally {
      await counting.close();
    }
  });
});
