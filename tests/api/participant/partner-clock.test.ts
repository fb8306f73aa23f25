import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

let product: Product;
let here: House;
let elsewhere: House;
let employerId: string;

beforeAll(async () => {
  product = await startProduct();
  here = await makeHouse(product, 'du Val');
  elsewhere = await makeHouse(product, 'du Mont');
  employerId = await makeOrganisation(product, 'employer', 'Propreté Imaginaire');
});
afterAll(() => product.close());

let recommended = 0;
async function recommend(daysAgo: number, by: Person = here.partner) {
  recommended += 1;
  const made = await by.client.participant.recommend.mutate({
    firstName: 'Personne',
    lastName: `Numéro ${recommended}`,
    phone: `06 39 98 ${String(10 + Math.floor(recommended / 90)).padStart(2, '0')} ${String(10 + (recommended % 90))}`,
  });
  await product.system.client`update recommendation set created_at = now() - make_interval(days => ${daysAgo})
    where id = ${made.recommendationId}`;
  return made;
}
const listed = async (id: string) =>
  (await here.facilitator.client.participant.listRecommendations.query({ pageSize: 200 })).rows.find(
    (row) => row.id === id,
  );
const mine = async (id: string) =>
  (await here.partner.client.participant.listMine.query({ pageSize: 200 })).rows.find((row) => row.id === id);
const takeUp = (recommendationId: string, who = here.facilitator) =>
  who.client.participant.takeUpRecommendation.mutate({ recommendationId });

describe('the clock of a recommendation', () => {
  it('runs for the team, with the day by which the partner is to hear of it', async () => {
    const [fresh, near, late] = [await recommend(0), await recommend(5), await recommend(7)];
    expect((await listed(fresh.recommendationId))?.clock?.state).toBe('running');
    expect((await listed(near.recommendationId))?.clock?.state).toBe('near');
    expect((await listed(late.recommendationId))?.clock?.state).toBe('late');
  });

  it('is told to the partner as a day, and stops once somebody looks at it', async () => {
    const { participantId, recommendationId } = await recommend(1);
    const before = await mine(participantId);
    expect(before).toMatchObject({ recommendation: 'received', statusAt: null });
    expect(before?.dueOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    await takeUp(recommendationId);
    const after = await mine(participantId);
    expect(after).toMatchObject({ recommendation: 'in_review', dueOn: null });
    expect(after?.statusAt).not.toBeNull();
    expect((await listed(recommendationId))?.clock).toBeNull();
  });

  it('shows on the home as late past five days, until it is taken up', async () => {
    const { recommendationId } = await recommend(9, elsewhere.partner);
    const groups = async () =>
      (await elsewhere.facilitator.client.report.today.query()).items
        .filter(({ kind }) => kind === 'recommendation')
        .map(({ group }) => group);
    expect(await groups()).toEqual(['late']);
    await takeUp(recommendationId, elsewhere.facilitator);
    expect(await groups()).toEqual(['decide']);
  });
});

describe('participant.takeUpRecommendation', () => {
  it('keeps who took it up first, however often it is pressed', async () => {
    const { recommendationId } = await recommend(0);
    await takeUp(recommendationId);
    await takeUp(recommendationId, here.lead);
    const [row] = await product.system.client`select reviewed_by from recommendation where id = ${recommendationId}`;
    expect(row?.reviewed_by).toBe(here.facilitator.userId);
  });

  it('still takes an answer afterwards, and none before it is given twice', async () => {
    const { participantId, recommendationId } = await recommend(0);
    await takeUp(recommendationId);
    const answer = { recommendationId, status: 'accepted' as const, answer: 'Merci, nous la rencontrons.' };
    await here.facilitator.client.participant.answerRecommendation.mutate(answer);
    expect(await mine(participantId)).toMatchObject({ recommendation: 'accepted', dueOn: null });
    expect(await refusalOf(takeUp(recommendationId))).toBe('participant.recommendation_answered');
  });

  it('is for the team of the structure alone', async () => {
    const { recommendationId } = await recommend(0);
    expect(await refusalOf(takeUp(recommendationId, elsewhere.facilitator))).toBe(
      'participant.recommendation_not_found',
    );
    expect(await refusalOf(takeUp(recommendationId, here.partner))).toBe('access.not_allowed');
  });
});

describe('participant.showUseRate', () => {
  it('counts people once at each step, over twelve months, and shows the shares with the numbers', async () => {
    const partnerId = await makeOrganisation(product, 'partner', 'Cap emploi');
    const partner = await makePerson(product, 'partner', { organisationId: partnerId, structureId: here.structureId });
    const people: string[] = [];
    for (let index = 0; index < 5; index += 1) people.push((await recommend(index, partner)).participantId);
    await recommend(400, partner);
    const position = (participantId: string | undefined, status: string) => product.system.client`
      insert into positioning (structure_id, participant_id, employer_id, status, sent_at)
      values (${here.structureId}, ${participantId ?? ''}, ${employerId}, ${status}::positioning_status, now())`;
    await position(people[0], 'hired');
    await position(people[0], 'refused');
    await position(people[1], 'interview');
    await position(people[2], 'sent');
    await position(people[3], 'proposed');
    const rate = await partner.client.participant.showUseRate.query();
    expect(rate.counts).toEqual({ recommended: 5, putForward: 3, met: 2, hired: 1 });
    expect(rate.shares).toEqual({ putForward: 60, met: 40, hired: 20 });
  });

  it('is a partner’s own: another partner’s people are not in it, and the team has no such page', async () => {
    const partnerId = await makeOrganisation(product, 'partner', 'E2C');
    const partner = await makePerson(product, 'partner', { organisationId: partnerId, structureId: here.structureId });
    expect((await partner.client.participant.showUseRate.query()).counts.recommended).toBe(0);
    expect(await refusalOf(here.facilitator.client.participant.showUseRate.query())).toBe('access.not_allowed');
  });
});

describe('what a partner reads of her person', () => {
  it('never holds the words a company typed, nor the offer', async () => {
    const { participantId } = await recommend(0);
    await product.system.client`
      with refused as (
        insert into positioning (structure_id, participant_id, employer_id, status, sent_at, answered_at, refusal_reason)
        values (${here.structureId}, ${participantId}, ${employerId}, 'refused', now(), now(), 'other') returning id)
      insert into positioning_note (positioning_id, structure_id, note)
      select id, ${here.structureId}, 'Phrase libre de l’entreprise' from refused`;
    const shown = await here.partner.client.participant.showMine.query({ participantId });
    expect(JSON.stringify(shown)).not.toContain('Phrase libre');
    expect(shown.outcomes[0]?.status).toBe('refused');
    expect(shown.outcomes[0]).not.toHaveProperty('offerTitle');
  });
});
