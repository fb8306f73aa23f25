import { positioning } from '@jonction/db/positioning/tables';
import { paris2021Set } from '@jonction/domain/eligibility/categories';
import { makeContract } from '@jonction/testing/contract';
import { makeParticipant } from '@jonction/testing/participant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeHiring, system } from '../../support/hiring.ts';
import { makeOrganisation, makePerson } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

const today = '2026-03-16';
let product: Product;
let at: Hiring;
let other: Hiring;

beforeAll(async () => {
  product = await startProduct({ today });
  at = await makeHiring(product, 'du Val');
  other = await makeHiring(product, 'du Mont');
});
afterAll(() => product.close());

async function personWith(paper: { issuedOn: string; validTo?: string } | null): Promise<string> {
  const { id } = await product.system.as(system, (tx) => makeParticipant(tx, { structureId: at.structureId }));
  if (paper) await at.facilitator.client.eligibility.record.mutate({ participantId: id, category: 'RSA', ...paper });
  return id;
}

function hire(participantId: string, given: Record<string, unknown> = {}) {
  return at.facilitator.client.placement.create.mutate({
    participantId,
    clauseId: at.made.clauseId,
    employerId: at.employerId,
    windowKind: 'fixed_term',
    startsOn: '2026-03-16',
    ...given,
  });
}

async function placementRow(id: string) {
  const [row] = await product.system.client`
    select eligible_from::text, eligible_to::text, worker_name, contract_id, lot_id, buyer_id from placement where id = ${id}`;
  return row;
}

describe('placement.create', () => {
  it('judges eligibility on the papers of the vault at the hire day, and opens 24 months', async () => {
    const person = await personWith({ issuedOn: '2026-01-10', validTo: '2026-03-31' });
    const made = await hire(person, { endsOn: '2026-09-15', weeklyHours: 25 });
    expect(made.eligibleTo).toBe('2028-03-15');
    expect(await placementRow(made.placementId)).toMatchObject({
      eligible_from: '2026-03-16',
      eligible_to: '2028-03-15',
      contract_id: at.made.contractId,
      lot_id: at.made.lotId,
      buyer_id: at.made.buyerId,
    });
    const [status] = await product.system.client`select status from participant where id = ${person}`;
    expect(status?.status).toBe('placed');
    const [logged] = await product.system.client`
      select purpose from audit_entry where action = 'eligibility.read' and subject_id = ${person}`;
    expect(logged?.purpose).toBe('hire');
  });

  it('freezes what it judged: taking the paper back later changes nothing', async () => {
    const person = await personWith({ issuedOn: '2026-01-10' });
    const { placementId } = await hire(person);
    const before = await placementRow(placementId);
    const shown = await at.facilitator.client.eligibility.show.query({ participantId: person, purpose: 'record' });
    const evidenceId = shown.evidences[0]?.id ?? '';
    await at.facilitator.client.eligibility.remove.mutate({ participantId: person, evidenceId });
    expect(await placementRow(placementId)).toEqual(before);
    await at.facilitator.client.hours.declare.mutate({
      month: '2026-03',
      rows: [{ placementId, from: '2026-03-16', to: '2026-03-20', kind: 'worked_on_site', centihours: 3500 }],
    });
    const { rows } = await at.facilitator.client.hours.listLines.query({ placementId });
    expect(rows).toMatchObject([{ validated: 3500, pending: 0, rejected: 0 }]);
  });

  it('keeps the categories sealed, and answers no category to anybody', async () => {
    const person = await personWith({ issuedOn: '2026-01-10' });
    const { placementId } = await hire(person);
    const [row] = await product.system.client<{ sealed_categories: Uint8Array }[]>`
      select sealed_categories from placement where id = ${placementId}`;
    expect(Buffer.from(row?.sealed_categories ?? []).toString('latin1')).not.toContain('RSA');
    const shown = await at.facilitator.client.placement.show.query({ placementId });
    expect(JSON.stringify(shown)).not.toContain('RSA');
  });

  it('shares one window over the fixed-term hires of every employer, the first of them starting it', async () => {
    const person = await personWith({ issuedOn: '2024-01-10', validTo: '2026-12-31' });
    const first = await hire(person, { startsOn: '2024-06-03', endsOn: '2024-12-31' });
    const secondEmployer = await makeOrganisation(product, 'employer', 'Espaces verts du Val');
    const second = await hire(person, { employerId: secondEmployer, startsOn: '2026-03-16' });
    expect([first.eligibleTo, second.eligibleTo]).toEqual(['2026-06-02', '2026-06-02']);
    expect(await placementRow(second.placementId)).toMatchObject({ eligible_from: '2024-06-03' });
  });

  it('refuses a hire after the shared window has run out', async () => {
    const person = await personWith({ issuedOn: '2024-01-10', validTo: '2026-12-31' });
    await hire(person, { startsOn: '2024-01-15', endsOn: '2024-06-30' });
    expect(await refusalOf(hire(person, { startsOn: '2026-03-16' }))).toBe('placement.window_over');
  });

  it('ends the window of a permanent hire with the public contract, and of work-study with its own contract', async () => {
    const person = await personWith({ issuedOn: '2026-01-10' });
    expect((await hire(person, { windowKind: 'permanent' })).eligibleTo).toBe('2026-12-31');
    const apprentice = await personWith({ issuedOn: '2026-01-10' });
    const made = await hire(apprentice, { windowKind: 'apprenticeship', endsOn: '2027-08-31' });
    expect(made.eligibleTo).toBe('2027-08-31');
  });

  it('asks for the end of the PASS IAE of a worker of an insertion structure, and stops there', async () => {
    const person = await personWith({ issuedOn: '2026-01-10' });
    expect(await refusalOf(hire(person, { windowKind: 'iae' }))).toBe('shared.fields_to_correct');
    expect((await hire(person, { windowKind: 'iae', passValidTo: '2027-01-31' })).eligibleTo).toBe('2027-01-31');
  });

  it('refuses somebody without a proof, and somebody whose proof ended the day before', async () => {
    expect(await refusalOf(hire(await personWith(null)))).toBe('placement.not_eligible');
    const late = await personWith({ issuedOn: '2026-01-10', validTo: '2026-03-15' });
    expect(await refusalOf(hire(late))).toBe('placement.not_eligible');
  });

  it('refuses a contract that is not live on the day, dates reversed, and an unknown employer', async () => {
    const person = await personWith({ issuedOn: '2026-01-10' });
    const ended = await product.system.as(system, (tx) =>
      makeContract(tx, {
        structureId: at.structureId,
        events: [
          { type: 'notify', on: '2024-01-08' },
          { type: 'start', on: '2024-01-08' },
          { type: 'complete', on: '2025-12-31' },
        ],
      }),
    );
    expect(await refusalOf(hire(person, { clauseId: ended.clauseId }))).toBe('placement.contract_not_live');
    expect(await refusalOf(hire(person, { endsOn: '2026-03-01' }))).toBe('shared.fields_to_correct');
    expect(await refusalOf(hire(person, { employerId: at.structureId }))).toBe('placement.employer_not_found');
  });

  it('refuses a clause whose categories start later', async () => {
    const person = await personWith({ issuedOn: '2026-01-10' });
    const later = await product.system.as(system, (tx) =>
      makeContract(tx, {
        structureId: at.structureId,
        categories: [{ ...paris2021Set, validFrom: '2026-09-01' }],
      }),
    );
    expect(await refusalOf(hire(person, { clauseId: later.clauseId }))).toBe('placement.no_category_set');
  });

  describe('from a CV that was pushed', () => {
    async function answered(participantId: string, status: 'hired' | 'seen'): Promise<string> {
      const [row] = await product.system.as(system, (tx) =>
        tx
          .insert(positioning)
          .values({
            structureId: at.structureId,
            participantId,
            employerId: at.employerId,
            offerId: at.offerId,
            status,
          })
          .returning({ id: positioning.id }),
      );
      return row?.id ?? '';
    }

    it('begins with what the offer says, and makes one placement of a "hired", once', async () => {
      const person = await personWith({ issuedOn: '2026-01-10' });
      const positioningId = await answered(person, 'hired');
      const { prepare } = at.facilitator.client.placement;
      expect(await at.facilitator.client.placement.prepare.query({ positioningId })).toMatchObject({
        participantId: person,
        employerId: at.employerId,
        clauseId: at.made.clauseId,
        windowKind: 'fixed_term',
        weeklyHours: 25,
        startsOn: '2026-05-01',
        status: 'hired',
        placementId: null,
      });
      expect(await refusalOf(other.facilitator.client.placement.prepare.query({ positioningId }))).toBe(
        'positioning.not_found',
      );
      const { placementId } = await hire(person, { positioningId });
      expect((await prepare.query({ positioningId })).placementId).toBe(placementId);
      expect(await refusalOf(hire(person, { positioningId }))).toBe('placement.already');
    });

    it('refuses an answer that is not "hired", and one about somebody else', async () => {
      const person = await personWith({ issuedOn: '2026-01-10' });
      const seen = await answered(person, 'seen');
      expect(await refusalOf(hire(person, { positioningId: seen }))).toBe('placement.positioning_not_hired');
      const friend = await personWith({ issuedOn: '2026-01-10' });
      expect(await refusalOf(hire(friend, { positioningId: seen }))).toBe('placement.positioning_elsewhere');
    });
  });

  it('finds neither people nor clauses of another structure', async () => {
    const person = await personWith({ issuedOn: '2026-01-10' });
    expect(await refusalOf(hire(person, { clauseId: other.made.clauseId }))).toBe('placement.clause_not_found');
    const stranger = other.facilitator.client.placement.create.mutate({
      participantId: person,
      clauseId: other.made.clauseId,
      employerId: other.employerId,
      windowKind: 'fixed_term',
      startsOn: '2026-03-16',
    });
    expect(await refusalOf(stranger)).toBe('participant.not_found');
  });

  it('is for the clause team: employers, buyers and partners are refused', async () => {
    const person = await personWith({ issuedOn: '2026-01-10' });
    const input = {
      participantId: person,
      clauseId: at.made.clauseId,
      employerId: at.employerId,
      windowKind: 'fixed_term' as const,
      startsOn: '2026-03-16',
    };
    const buyer = await makePerson(product, 'buyer', {
      organisationId: at.made.buyerId,
      structureId: at.structureId,
    });
    for (const client of [at.employer.client, buyer.client]) {
      expect(await refusalOf(client.placement.create.mutate(input))).toBe('access.not_allowed');
    }
  });
});
