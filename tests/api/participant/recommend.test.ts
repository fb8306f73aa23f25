import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestJobs } from '../../support/jobs.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { type House, makeHouse } from '../../support/structure.ts';

let product: Product;
let here: House;
let elsewhere: House;
let otherPartner: Person;
let jobs: Awaited<ReturnType<typeof startTestJobs>>;

beforeAll(async () => {
  product = await startProduct({ today: '2026-05-04' });
  jobs = await startTestJobs(product);
  here = await makeHouse(product, 'du Val');
  elsewhere = await makeHouse(product, 'du Mont');
  const otherId = await makeOrganisation(product, 'partner', 'École de la deuxième chance');
  otherPartner = await makePerson(product, 'partner', { organisationId: otherId, structureId: here.structureId });
});
afterAll(async () => {
  await jobs.close();
  await product.close();
});

const person = {
  firstName: 'Maëlle',
  lastName: 'Le Goff',
  birthDate: '1995-06-30',
  phone: '07 11 22 33 44',
  email: 'maelle@exemple.test',
  occupations: [{ code: 'K2204' }],
};

describe('participant.recommend', () => {
  it('puts somebody forward without an offer; the partner follows her, the team sees her waiting', async () => {
    const { participantId, recommendationId } = await here.partner.client.participant.recommend.mutate({
      ...person,
      message: 'Motivée, cherche un temps plein.',
      consentWay: 'written',
    });
    const mine = await here.partner.client.participant.listMine.query({});
    expect(mine.rows).toMatchObject([{ id: participantId, recommendation: 'received', consents: true, sentTo: 0 }]);
    const waiting = await here.facilitator.client.participant.listRecommendations.query({});
    expect(waiting.rows).toMatchObject([{ id: recommendationId, participantId, partnerName: 'Mission locale du Val' }]);
    const shown = await here.partner.client.participant.showMine.query({ participantId });
    expect(shown.participant.occupations).toEqual([{ code: 'K2204', label: 'Nettoyage de locaux', months: 0 }]);
    expect(shown.consents).toMatchObject([{ type: 'given', way: 'written', on: '2026-05-04' }]);
  });

  it('shows a partner her own people and nobody of another partner', async () => {
    const { participantId } = await here.partner.client.participant.recommend.mutate({
      ...person,
      firstName: 'Noé',
      email: null,
      phone: '0711223355',
      birthDate: null,
    });
    expect((await otherPartner.client.participant.listMine.query({})).rows).toEqual([]);
    const call = otherPartner.client.participant.showMine.query({ participantId });
    expect(await refusalOf(call)).toBe('participant.not_found');
    expect(await refusalOf(elsewhere.partner.client.participant.showMine.query({ participantId }))).toBe(
      'participant.not_found',
    );
    expect(await refusalOf(here.partner.client.participant.show.query({ participantId }))).toBe('access.not_allowed');
  });

  it('gives the same receipt for somebody already known, whom only the team sees as a duplicate', async () => {
    const again = await otherPartner.client.participant.recommend.mutate({
      ...person,
      firstName: 'Maelle',
      lastName: 'LE GOF',
      phone: '0600000001',
      email: null,
    });
    expect(Object.keys(again).sort()).toEqual(['participantId', 'recommendationId']);
    await jobs.settled();
    const seen = await here.facilitator.client.participant.show.query({ participantId: again.participantId });
    expect(seen.duplicates).toMatchObject([{ firstName: 'Maëlle', lastName: 'Le Goff', why: ['like_name', 'birth'] }]);
    const shown = await otherPartner.client.participant.showMine.query({ participantId: again.participantId });
    expect(JSON.stringify(shown)).not.toContain('Maëlle');
  });

  it('suspects nobody of another structure', async () => {
    const { participantId } = await elsewhere.partner.client.participant.recommend.mutate(person);
    await jobs.settled();
    const seen = await elsewhere.facilitator.client.participant.show.query({ participantId });
    expect(seen.duplicates).toEqual([]);
  });

  it('stops showing as one the two whom a person told apart', async () => {
    const first = await here.partner.client.participant.recommend.mutate({ ...person, firstName: 'Ana', email: null });
    await jobs.settled();
    const seen = await here.facilitator.client.participant.show.query({ participantId: first.participantId });
    expect(seen.duplicates.map(({ why }) => why)).toContainEqual(['birth', 'phone']);
    for (const { id } of seen.duplicates) {
      await here.facilitator.client.participant.dismissDuplicate.mutate({
        participantId: first.participantId,
        otherId: id,
      });
    }
    const after = await here.facilitator.client.participant.show.query({ participantId: first.participantId });
    expect(after.duplicates).toEqual([]);
    const other = seen.duplicates[0]?.id ?? '';
    const pair = { participantId: first.participantId, otherId: other };
    expect(await refusalOf(elsewhere.facilitator.client.participant.dismissDuplicate.mutate(pair))).toBe(
      'participant.not_found',
    );
  });

  it('refuses somebody whom nobody can reach, and staff who are no partner', async () => {
    const call = here.partner.client.participant.recommend.mutate({ ...person, phone: null, email: null });
    await expect(call).rejects.toMatchObject({ data: { fields: { phone: expect.stringContaining('joindre') } } });
    expect(await refusalOf(here.facilitator.client.participant.recommend.mutate(person))).toBe('access.not_allowed');
  });
});

describe('participant.answerRecommendation', () => {
  it('answers once, with a sentence that the partner reads; who accepts looks after the person', async () => {
    const { participantId, recommendationId } = await here.partner.client.participant.recommend.mutate({
      ...person,
      firstName: 'Ousmane',
      lastName: 'Traoré',
      phone: '0699887766',
      email: null,
    });
    const answer = { recommendationId, status: 'accepted', answer: 'Nous l’appelons cette semaine.' } as const;
    expect(await refusalOf(elsewhere.facilitator.client.participant.answerRecommendation.mutate(answer))).toBe(
      'participant.recommendation_not_found',
    );
    expect(await refusalOf(here.partner.client.participant.answerRecommendation.mutate(answer))).toBe(
      'access.not_allowed',
    );
    await here.facilitator.client.participant.answerRecommendation.mutate(answer);
    const { recommendations } = await here.partner.client.participant.showMine.query({ participantId });
    expect(recommendations).toMatchObject([{ status: 'accepted', answer: 'Nous l’appelons cette semaine.' }]);
    const { participant } = await here.facilitator.client.participant.show.query({ participantId });
    expect(participant.ownerId).toBe(here.facilitator.userId);
    expect(await refusalOf(here.lead.client.participant.answerRecommendation.mutate(answer))).toBe(
      'participant.recommendation_answered',
    );
  });

  it('refuses an answer without a word', async () => {
    const { recommendationId } = await here.partner.client.participant.recommend.mutate({
      ...person,
      phone: '0611111112',
    });
    const call = here.facilitator.client.participant.answerRecommendation.mutate({
      recommendationId,
      status: 'declined',
      answer: ' ',
    });
    await expect(call).rejects.toMatchObject({ data: { fields: { answer: expect.any(String) } } });
  });
});
