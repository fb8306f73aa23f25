import { makeOffer } from '@jonction/testing/offer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { layProposal } from './putting-forward.ts';

const today = '2026-03-31';
let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let lead: Person;
const people: Record<string, string> = {};

beforeAll(async () => {
  product = await startProduct({ today });
  here = await makeHiring(product, 'Clauses du Val');
  elsewhere = await makeHiring(product, 'Clauses du Mont');
  const { structureId, employerId } = here;
  lead = await makePerson(product, 'lead', { organisationId: structureId, structureId });
  const make = (traits: Parameters<typeof makeCandidate>[2] = {}) => makeCandidate(product, structureId, traits);
  const on = async (participantId: string, day: string, status?: string) =>
    layProposal(product, { structureId, employerId, participantId }, { on: day, ...(status ? { status } : {}) });
  people.never = await make({ waitingSince: '2025-03-01' });
  people.long = await make();
  await on(people.long, '2026-03-01', 'refused');
  people.yesterday = await make();
  await on(people.yesterday, '2026-03-02');
  people.takenBack = await make({ waitingSince: '2026-03-01' });
  await on(people.takenBack, '2026-03-20', 'withdrawn');
  people.silent = await make({ consents: false });
  people.placed = await make({ status: 'placed' });
  people.cook = await make({ occupations: [{ code: 'G1602', months: 6 }], waitingSince: '2026-03-10' });
  await makeCandidate(product, elsewhere.structureId);
});
afterAll(() => product.close());

const list = (input: { page?: number; pageSize?: number } = {}) =>
  here.facilitator.client.matching.listForgotten.query(input);
const forOffer = () => here.facilitator.client.matching.forgottenFor.query({ offerId: here.offerId });

describe('matching.listForgotten', () => {
  it('lists who looks, agreed and was put forward to nobody for thirty days, never put forward first', async () => {
    const { rows, total, bank } = await list();
    expect(rows.map(({ participantId }) => participantId)).toEqual([
      people.never,
      people.takenBack,
      people.cook,
      people.long,
    ]);
    expect({ total, bank }).toEqual({ total: 4, bank: 5 });
    expect(rows.map(({ lastProposedOn }) => lastProposedOn)).toEqual([null, null, null, '2026-03-01']);
  });

  it('counts from the thirtieth day on, not before', async () => {
    const ids = (await list()).rows.map(({ participantId }) => participantId);
    // 1 March is thirty days before, 2 March twenty-nine.
    expect(ids).toContain(people.long);
    expect(ids).not.toContain(people.yesterday);
  });

  it('comes in pages, in as many statements for one as for many', async () => {
    const { rows, total } = await list({ page: 2, pageSize: 3 });
    expect({ total, ids: rows.map(({ participantId }) => participantId) }).toEqual({ total: 4, ids: [people.long] });
    const counting = countStatements(product, here.facilitator);
    const one = await counting.count((procedures) => procedures.matching.listForgotten({ pageSize: 1 }));
    const many = await counting.count((procedures) => procedures.matching.listForgotten({ pageSize: 200 }));
    await counting.close();
    expect(many).toBe(one);
  });

  it('is the team’s, and of its structure', async () => {
    const there = await elsewhere.facilitator.client.matching.listForgotten.query({});
    expect(there.rows.map(({ participantId }) => participantId)).not.toContain(people.never);
    expect(await refusalOf(here.employer.client.matching.listForgotten.query({}))).toBe('access.not_allowed');
  });
});

describe('matching.forgottenFor', () => {
  it('ranks them apart, with the very scores of the ranking', async () => {
    const { people: shown, total, every } = await forOffer();
    expect({ total, every }).toEqual({ total: 3, every: 5 });
    const { ranked } = await here.facilitator.client.matching.rank.query({ offerId: here.offerId });
    const among = ranked.filter(({ participantId }) => shown.some((row) => row.participantId === participantId));
    expect(shown).toEqual(among);
    expect(shown.map(({ participantId }) => participantId)).not.toContain(people.cook);
  });

  it('moves nobody in the ranking: whoever was just put forward elsewhere keeps her score', async () => {
    const before = await here.facilitator.client.matching.rank.query({ offerId: here.offerId });
    const { structureId, employerId } = here;
    await layProposal(product, { structureId, employerId, participantId: people.never ?? '' }, { on: '2026-03-30' });
    const after = await here.facilitator.client.matching.rank.query({ offerId: here.offerId });
    expect(after.ranked.map(({ participantId, score }) => [participantId, score])).toEqual(
      before.ranked.map(({ participantId, score }) => [participantId, score]),
    );
    expect((await forOffer()).people.map(({ participantId }) => participantId)).not.toContain(people.never);
  });
});

describe('a sending', () => {
  const key = () => crypto.randomUUID();
  /** An offer of its own, and `count` people put forward lately, beside the forgotten of the structure. */
  async function prepare(count: number) {
    const { structureId, employerId } = here;
    const { id: offerId } = await product.system.as(system, (tx) =>
      makeOffer(tx, { structureId, employerId, contactEmail: 'a@b.test' }),
    );
    const recent: string[] = [];
    for (let at = 0; at < count; at++) {
      const participantId = await makeCandidate(product, structureId);
      await layProposal(
        product,
        { structureId, employerId: elsewhere.employerId, participantId },
        { on: '2026-03-25' },
      );
      recent.push(participantId);
    }
    const push = (participantIds: string[], roundReason: string | null = null) =>
      here.facilitator.client.positioning.push.mutate({
        offerId,
        participantIds,
        roundReason,
        recipientEmail: 'recrutement@entreprise.test',
        idempotencyKey: key(),
      });
    return { offerId, recent, push };
  }

  it('of four asks for nobody', async () => {
    const { offerId, recent, push } = await prepare(4);
    const round = await here.facilitator.client.matching.round.query({ offerId, participantIds: recent });
    expect(round).toEqual({ size: 4, wanted: 0, given: 0, isMet: true, every: 5, suggestions: [] });
    await push(recent);
  });

  it('of five without anybody forgotten says so kindly, names who could be, and goes on with a reason', async () => {
    const { offerId, recent, push } = await prepare(5);
    const round = await here.facilitator.client.matching.round.query({ offerId, participantIds: recent });
    expect(round).toMatchObject({ size: 5, wanted: 1, given: 0, isMet: false });
    expect(round.suggestions.map(({ participantId }) => participantId)).toContain(people.long);
    expect(await refusalOf(push(recent))).toBe('matching.round_reason_needed');
    const { pushId } = await push(recent, 'le poste demande de commencer demain');
    const [kept] = await product.system.client`select * from proposal_round where push_id = ${pushId}`;
    expect(kept).toMatchObject({ size: 5, wanted: 1, given: 0, reason: 'le poste demande de commencer demain' });
  });

  it('with one of them needs no reason, keeps none, and each CV keeps the score it left with', async () => {
    const { offerId, recent, push } = await prepare(4);
    const ids = [...recent, people.long ?? ''];
    const { ranked } = await here.facilitator.client.matching.rank.query({ offerId, limit: 200 });
    const { pushId } = await push(ids, 'une raison de trop');
    const [kept] = await product.system.client`select * from proposal_round where push_id = ${pushId}`;
    expect(kept).toMatchObject({ size: 5, wanted: 1, given: 1, reason: null, rules_version: 0 });
    const sent = await product.system.client<{ participant_id: string; score: number }[]>`
      select participant_id, score from positioning where push_id = ${pushId}`;
    for (const row of sent) {
      expect(row.score).toBe(ranked.find(({ participantId }) => participantId === row.participant_id)?.score);
    }
  });

  it('asks as often as the team lead decided', async () => {
    const { offerId, recent } = await prepare(4);
    const { current } = await lead.client.matching.rules.query();
    await lead.client.matching.setRules.mutate({
      after: current.version,
      weights: current.weights,
      forgottenEvery: 2,
      reason: 'trop de monde attend',
    });
    const round = await here.facilitator.client.matching.round.query({ offerId, participantIds: recent });
    expect(round).toMatchObject({ size: 4, every: 2 });
    // Never more than there are who may take the offer.
    expect(round.wanted).toBe(Math.min(2, round.suggestions.length));
  });

  it('knows neither the offer nor the people of another structure', async () => {
    const input = { offerId: here.offerId, participantIds: [] };
    expect(await refusalOf(elsewhere.facilitator.client.matching.round.query(input))).toBe('offer.not_found');
    expect(await refusalOf(elsewhere.facilitator.client.matching.forgottenFor.query(input))).toBe('offer.not_found');
    expect(await refusalOf(here.employer.client.matching.round.query(input))).toBe('access.not_allowed');
  });
});
