import { makeContract } from '@jonction/testing/contract';
import { makeParticipant } from '@jonction/testing/participant';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeHiring, system } from '../../support/hiring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

const today = '2026-03-16';
const opinion = 'Sans emploi depuis longtemps, suivie par la mission locale, aucun papier à jour.';
let product: Product;
let here: Hiring;
let there: Hiring;
let lead: Person;
let awa: string;
let otherClause: string;

beforeAll(async () => {
  product = await startProduct({ today });
  here = await makeHiring(product, 'du Val');
  there = await makeHiring(product, 'du Mont');
  lead = await makePerson(product, 'lead', { organisationId: here.structureId, structureId: here.structureId });
  const { structureId, employerId } = here;
  const second = await product.system.as(system, (tx) => makeContract(tx, { structureId, holderId: employerId }));
  otherClause = second.clauseId;
});
afterAll(() => product.close());
beforeEach(async () => {
  const { id } = await product.system.as(system, (tx) => makeParticipant(tx, { structureId: here.structureId }));
  awa = id;
});

const team = () => here.facilitator.client.eligibility;
const paper = (validTo: string) =>
  team().record.mutate({ participantId: awa, category: 'RSA', issuedOn: '2026-01-10', validTo });
const hire = (clauseId: string, startsOn: string, given: Record<string, unknown> = {}) =>
  here.facilitator.client.placement.create.mutate({
    ...{ participantId: awa, clauseId, employerId: here.employerId, startsOn },
    windowKind: 'fixed_term',
    ...given,
  });
const shownOf = (placementId: string) => here.facilitator.client.placement.show.query({ placementId });
const check = (clauseId: string, on: string) => team().check.mutate({ participantId: awa, clauseId, on });
const ask = (clauseId = here.made.clauseId, who = here.facilitator) =>
  who.client.eligibility.askDerogation.mutate({ participantId: awa, clauseId, opinion });
const grant = (derogationId: string, who = lead) =>
  who.client.eligibility.decideDerogation.mutate({
    ...{ derogationId, decision: 'granted' },
    ...{ validFrom: '2026-03-01', validTo: '2026-06-30' },
  });

describe('eligibility frozen at a hire', () => {
  it('is taken over by a hire on another contract after the paper expired, within the window', async () => {
    await paper('2026-03-31');
    const first = await hire(here.made.clauseId, today, { endsOn: '2026-05-31' });
    expect(await check(otherClause, '2026-09-01')).toMatchObject({ eligible: true, by: 'snapshot' });
    const { placementId } = await hire(otherClause, '2026-09-01');
    expect(await shownOf(placementId)).toMatchObject({
      snapshotNumber: first.number,
      byDerogation: false,
      eligibleTo: '2028-03-15',
    });
    expect(await shownOf(first.placementId)).toMatchObject({ snapshotNumber: null });
  });

  it('keeps what was proven sealed, and says it to no company', async () => {
    await paper('2026-03-31');
    await hire(here.made.clauseId, today, { endsOn: '2026-05-31' });
    const { placementId } = await hire(otherClause, '2026-09-01');
    const mine = await here.employer.client.placement.listMine.query();
    expect(JSON.stringify([mine, await shownOf(placementId)])).not.toContain('RSA');
    expect(JSON.stringify(mine)).not.toMatch(/snapshot|derogation/i);
  });

  it('opens nothing to somebody who was never hired, nor past the window, nor for a permanent hire', async () => {
    await paper('2026-03-31');
    expect(await check(otherClause, '2026-09-01')).toMatchObject({ eligible: false, by: null });
    await hire(here.made.clauseId, today, { endsOn: '2026-05-31' });
    expect(await refusalOf(hire(otherClause, '2028-04-01'))).toMatch(
      /^placement\.(not_eligible|no_category_set|contract_not_live)$/,
    );
    expect(await refusalOf(hire(otherClause, '2026-09-01', { windowKind: 'permanent' }))).toBe(
      'placement.not_eligible',
    );
  });

  it('is papers first, while they hold', async () => {
    await paper('2026-12-31');
    await hire(here.made.clauseId, today, { endsOn: '2026-05-31' });
    expect(await check(otherClause, '2026-09-01')).toMatchObject({ eligible: true, by: 'papers' });
    const { placementId } = await hire(otherClause, '2026-09-01');
    expect(await shownOf(placementId)).toMatchObject({ snapshotNumber: null });
  });
});

describe('a derogation on a motivated opinion', () => {
  it('opens a hire once somebody else has granted it, on its clause and its days', async () => {
    expect(await refusalOf(hire(here.made.clauseId, today))).toBe('placement.not_eligible');
    const { derogationId } = await ask();
    expect(await check(here.made.clauseId, today)).toMatchObject({ eligible: false });
    await grant(derogationId);
    expect(await check(here.made.clauseId, today)).toMatchObject({ eligible: true, by: 'derogation' });
    expect(await check(otherClause, today)).toMatchObject({ eligible: false });
    expect(await check(here.made.clauseId, '2026-07-01')).toMatchObject({ eligible: false });
    const { placementId } = await hire(here.made.clauseId, today);
    expect(await shownOf(placementId)).toMatchObject({ byDerogation: true, snapshotNumber: null });
  });

  it('proves nothing for another contract: a hire by derogation is not taken over', async () => {
    await grant((await ask()).derogationId);
    await hire(here.made.clauseId, today, { endsOn: '2026-05-31' });
    expect(await check(otherClause, '2026-04-01')).toMatchObject({ eligible: false });
  });

  it('is decided by somebody else, once, and never rewritten in the base', async () => {
    const { derogationId } = await ask();
    expect(await refusalOf(grant(derogationId, here.facilitator))).toBe('eligibility.derogation_own');
    await lead.client.eligibility.decideDerogation.mutate({ derogationId, decision: 'refused' });
    expect(await refusalOf(grant(derogationId))).toBe('eligibility.derogation_decided');
    const rewritten = product.system
      .client`update eligibility_derogation set decision = null, decided_at = null where id = ${derogationId}`;
    await expect(rewritten).rejects.toThrow(/not rewritten/);
    expect(await check(here.made.clauseId, today)).toMatchObject({ eligible: false });
  });

  it('waits once at a time for a person on a clause', async () => {
    await ask();
    expect(await refusalOf(ask())).toBe('eligibility.derogation_waiting');
    await ask(otherClause);
  });

  it('leaves its trace: the opinion sealed, its author, who decided and when, read with a purpose', async () => {
    const { derogationId } = await ask();
    await grant(derogationId);
    const [row] = await product.system.client<
      { sealed: Uint8Array }[]
    >`select sealed from eligibility_derogation where id = ${derogationId}`;
    expect(Buffer.from(row?.sealed ?? []).toString('latin1')).not.toContain('mission locale');
    const { derogations } = await team().show.query({ participantId: awa, purpose: 'control' });
    expect(derogations).toMatchObject([
      {
        opinion,
        mine: true,
        decision: 'granted',
        validFrom: '2026-03-01',
        validTo: '2026-06-30',
        askedByName: expect.any(String),
        decidedByName: expect.stringMatching(/^lead/),
      },
    ]);
    const actions = await product.system.client<
      { action: string }[]
    >`select action from audit_entry where subject_id = ${awa} order by id`;
    expect(actions.map(({ action }) => action)).toEqual([
      'eligibility.askDerogation',
      'eligibility.decideDerogation',
      'eligibility.show',
    ]);
  });

  it('is of the team alone, on its own people and clauses', async () => {
    expect(await refusalOf(ask(there.made.clauseId))).toBe('eligibility.clause_not_found');
    expect(await refusalOf(ask(here.made.clauseId, there.facilitator))).toBe('participant.not_found');
    expect(await refusalOf(ask(here.made.clauseId, here.employer))).toBe('access.not_allowed');
    const { derogationId } = await ask();
    expect(await refusalOf(grant(derogationId, there.facilitator))).toBe('eligibility.derogation_not_found');
    expect(await refusalOf(grant(derogationId, here.employer))).toBe('access.not_allowed');
  });
});
