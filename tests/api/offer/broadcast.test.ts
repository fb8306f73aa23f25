import { makeParticipant } from '@jonction/testing/participant';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeHiring, system } from '../../support/hiring.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let me: Person;
let missionId: string;
let capId: string;
let mission: Person;
let cap: Person;

beforeAll(async () => {
  product = await startProduct({ today: '2026-05-04' });
  here = await makeHiring(product, 'Comité du Val');
  elsewhere = await makeHiring(product, 'Comité du Mont');
  me = here.facilitator;
  missionId = await makeOrganisation(product, 'partner', 'Mission locale du Val');
  capId = await makeOrganisation(product, 'partner', 'Cap emploi du Val');
  mission = await makePerson(product, 'partner', {
    organisationId: missionId,
    structureId: here.structureId,
    name: 'Inès',
  });
  cap = await makePerson(product, 'partner', { organisationId: capId, structureId: here.structureId });
});
afterAll(() => product.close());
beforeEach(async () => {
  await sql()`delete from offer_broadcast`;
  await me.client.offer.setCommittee.mutate({ partnerIds: [missionId, capId] });
});

const sql = () => product.system.client;
const spread = (note?: string) => me.client.offer.broadcast.mutate({ offerId: here.offerId, note });
const shown = () => me.client.offer.showBroadcast.query({ offerId: here.offerId });
const personOf = async (partnerId: string) =>
  (
    await product.system.as(system, (tx) =>
      makeParticipant(tx, { structureId: here.structureId, recommendedByOrganisationId: partnerId }),
    )
  ).id;
const answer = (who: Person, input: { participantIds?: string[]; nobody?: boolean; note?: string }) =>
  who.client.offer.answerBroadcast.mutate({ offerId: here.offerId, ...input });

describe('offer.setCommittee', () => {
  it('keeps the list of the structure, whole, and refuses who is no partner', async () => {
    const names = async (who = me) => (await who.client.offer.showCommittee.query()).map(({ name }) => name);
    expect(await names()).toEqual(['Cap emploi du Val', 'Mission locale du Val']);
    await me.client.offer.setCommittee.mutate({ partnerIds: [missionId, missionId] });
    expect(await names()).toEqual(['Mission locale du Val']);
    expect(await names(elsewhere.facilitator)).toEqual([]);
    const wrong = me.client.offer.setCommittee.mutate({ partnerIds: [here.employerId] });
    expect(await refusalOf(wrong)).toBe('offer.partner_not_found');
    expect(await refusalOf(mission.client.offer.setCommittee.mutate({ partnerIds: [] }))).toBe('access.not_allowed');
  });
});

describe('offer.broadcast', () => {
  it('spreads an open offer to the committee, with a letter to each that names no company', async () => {
    expect(await spread('Démarrage rapide')).toEqual({ spread: 2 });
    const letters = await sql()<{ to_name: string; body_text: string; template: string }[]>`
      select to_name, body_text, template from message where about_id = ${here.offerId} order by id`;
    expect(letters.map(({ template }) => template)).toEqual(['broadcast', 'broadcast']);
    for (const { body_text } of letters) {
      expect(body_text).toContain('Démarrage rapide');
      expect(body_text).toContain('/partenaire/offres');
      expect(body_text).not.toContain('Propreté Comité');
      expect(body_text).not.toContain('recrutement@entreprise.test');
    }
    expect(await refusalOf(spread())).toBe('offer.broadcast_everybody');
    expect(await shown()).toMatchObject({ left: 0, members: 2, rows: [{ answer: null, people: 0 }, { answer: null }] });
  });

  it('reaches later whoever joined the committee since, and nobody twice', async () => {
    await me.client.offer.setCommittee.mutate({ partnerIds: [missionId] });
    expect(await spread()).toEqual({ spread: 1 });
    await me.client.offer.setCommittee.mutate({ partnerIds: [missionId, capId] });
    expect(await spread()).toEqual({ spread: 1 });
  });

  it('refuses an empty committee, an offer that is not open, and offers of another structure', async () => {
    await me.client.offer.setCommittee.mutate({ partnerIds: [] });
    expect(await refusalOf(spread())).toBe('offer.committee_empty');
    const theirs = elsewhere.facilitator.client.offer.broadcast.mutate({ offerId: here.offerId });
    expect(await refusalOf(theirs)).toBe('offer.not_found');
    expect(await refusalOf(mission.client.offer.broadcast.mutate({ offerId: here.offerId }))).toBe(
      'access.not_allowed',
    );
    await me.client.offer.setCommittee.mutate({ partnerIds: [missionId] });
    await sql()`update offer set status = 'filled' where id = ${here.offerId}`;
    expect(await refusalOf(spread())).toBe('offer.not_open');
    await sql()`update offer set status = 'open' where id = ${here.offerId}`;
  });
});

describe('offer.listBroadcasts', () => {
  it('shows a partner the position and its clause, and nothing of the company', async () => {
    expect(await mission.client.offer.listBroadcasts.query()).toEqual([]);
    await spread('Venez nombreux');
    const [offer] = await mission.client.offer.listBroadcasts.query();
    expect(offer).toMatchObject({
      offerId: here.offerId,
      status: 'open',
      note: 'Venez nombreux',
      answer: null,
      mine: [],
    });
    expect(offer?.dueHours).toBeGreaterThan(0);
    const said = JSON.stringify(offer);
    for (const secret of ['Propreté Comité', 'recrutement@entreprise.test', here.employerId])
      expect(said).not.toContain(secret);
    expect(await refusalOf(me.client.offer.listBroadcasts.query())).toBe('access.not_allowed');
    expect(await refusalOf(here.employer.client.offer.listBroadcasts.query())).toBe('access.not_allowed');
  });
});

describe('offer.answerBroadcast', () => {
  it('puts a partner’s own people forward as proposals, which no company sees', async () => {
    await spread();
    const mine = await personOf(missionId);
    expect(await answer(mission, { participantIds: [mine], note: 'Très motivée' })).toEqual({ proposed: 1 });
    const [row] = await sql()`select status, push_id, created_by from positioning where participant_id = ${mine}`;
    expect(row).toMatchObject({ status: 'proposed', push_id: null, created_by: mission.userId });
    const { rows } = await shown();
    expect(rows.find(({ partnerId }) => partnerId === missionId)).toMatchObject({
      answer: 'people',
      people: 1,
      answerNote: 'Très motivée',
    });
    const [offer] = await mission.client.offer.listBroadcasts.query();
    expect(offer?.mine).toMatchObject([{ participantId: mine, status: 'proposed' }]);
    const [seen] = await cap.client.offer.listBroadcasts.query();
    expect(seen?.mine).toEqual([]);
    expect(await here.employer.client.positioning.listReceived.query()).not.toContainEqual(
      expect.objectContaining({ participantId: mine }),
    );
  });

  it('refuses somebody who is there already, people of another partner, and an offer that was not spread to it', async () => {
    const [mine, theirs] = [await personOf(missionId), await personOf(capId)];
    expect(await refusalOf(answer(mission, { participantIds: [mine] }))).toBe('offer.broadcast_not_found');
    await spread();
    await answer(mission, { participantIds: [mine] });
    expect(await refusalOf(answer(mission, { participantIds: [mine] }))).toBe('offer.broadcast_already');
    expect(await refusalOf(answer(mission, { participantIds: [theirs] }))).toBe('participant.not_found');
    const kept = await sql()`select 1 from positioning where participant_id = ${theirs}`;
    expect(kept).toHaveLength(0);
  });

  it('says "nobody", which somebody may still follow, and refuses both or neither', async () => {
    await spread();
    await answer(mission, { nobody: true, note: 'Tous placés' });
    const of = async () => (await shown()).rows.find(({ partnerId }) => partnerId === missionId);
    expect(await of()).toMatchObject({ answer: 'nobody', answerNote: 'Tous placés', mayRemind: false });
    await answer(mission, { participantIds: [await personOf(missionId)] });
    expect(await of()).toMatchObject({ answer: 'people' });
    expect(await refusalOf(answer(mission, {}))).toBe('shared.fields_to_correct');
  });

  it('is over with the offer', async () => {
    await spread();
    await sql()`update offer set status = 'filled' where id = ${here.offerId}`;
    expect(await refusalOf(answer(mission, { nobody: true }))).toBe('offer.broadcast_over');
    await sql()`update offer set status = 'open' where id = ${here.offerId}`;
  });

  it('is held by the base: nobody else’s people, and no offer that was not spread', async () => {
    const theirs = await personOf(capId);
    const wanted = product.system.client`select app.propose_on_broadcast(${here.offerId}, ${theirs})`;
    await expect(wanted).rejects.toThrow('not this offer');
  });
});

describe('offer.remindBroadcast', () => {
  it('writes again after three days to those who did not answer, and to nobody else', async () => {
    await spread();
    const remind = (who = me) => who.client.offer.remindBroadcast.mutate({ offerId: here.offerId });
    await sql()`update offer_broadcast set sent_at = '2026-05-02T10:00Z'`;
    expect(await refusalOf(remind())).toBe('offer.broadcast_nobody_to_remind');
    await sql()`update offer_broadcast set sent_at = '2026-05-01T10:00Z'`;
    await answer(cap, { nobody: true });
    expect(await remind()).toEqual({ reminded: 1 });
    const letters = await sql()<
      { to_name: string }[]
    >`select to_name from message where template = 'broadcast_reminder'`;
    expect(letters.map(({ to_name }) => to_name)).toEqual(['Inès']);
    expect(await refusalOf(remind(elsewhere.facilitator))).toBe('offer.not_found');
    expect(await refusalOf(remind(mission))).toBe('access.not_allowed');
  });

  it('counts how each partner answers', async () => {
    await spread();
    await answer(cap, { nobody: true });
    const committee = await me.client.offer.showCommittee.query();
    expect(committee.find(({ partnerId }) => partnerId === capId)).toMatchObject({ spread: 1, answered: 1 });
    expect(committee.find(({ partnerId }) => partnerId === missionId)).toMatchObject({ spread: 1, answered: 0 });
  });
});
