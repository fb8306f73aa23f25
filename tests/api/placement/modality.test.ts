import { placement } from '@jonction/db/placement/tables';
import { makeParticipant } from '@jonction/testing/participant';
import { TRPCClientError } from '@trpc/client';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesPdf } from '../../support/cv-pdf.ts';
import { type Declaring, makeDeclaring, makeWorker, row } from '../../support/declaring.ts';
import { system } from '../../support/hiring.ts';
import { makePerson } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { uploaded } from '../../support/upload.ts';

let product: Product;
let at: Declaring;
let other: Declaring;

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  at = await makeDeclaring(product, 'du Val');
  other = await makeDeclaring(product, 'du Mont');
});
afterAll(() => product.close());

describe('placement.showModality', () => {
  it('says what a direct hire must record and prove, and that nothing is there yet', async () => {
    const shown = await at.facilitator.client.placement.showModality.query({ placementId: at.placementId });
    expect(shown).toMatchObject({
      mode: 'direct_hire',
      fields: ['tutor'],
      gaps: { fields: ['tutor'], proofs: ['work_contract', 'hiring_declaration', 'payslip_hours', 'hour_sheet'] },
      recordedAt: null,
      recordedByName: null,
    });
  });

  it('is the team’s: no company, no buyer, no other team', async () => {
    const ask = { placementId: at.placementId };
    const buyer = await makePerson(product, 'buyer', { organisationId: at.made.buyerId, structureId: at.structureId });
    expect(await refusalOf(at.employer.client.placement.showModality.query(ask))).toBe('access.not_allowed');
    expect(await refusalOf(buyer.client.placement.showModality.query(ask))).toBe('access.not_allowed');
    expect(await refusalOf(other.facilitator.client.placement.showModality.query(ask))).toBe('placement.not_found');
  });
});

describe('placement.recordModality', () => {
  it('keeps what the modality asks for, who wrote it and when, and leaves the rest out', async () => {
    const facts = {
      tutor: ' Mme Petit ',
      userCompany: 'Bâti du Val',
      proofs: ['work_contract' as const, 'invoice' as const],
    };
    await at.lead.client.placement.recordModality.mutate({ placementId: at.placementId, facts });
    const shown = await at.facilitator.client.placement.showModality.query({ placementId: at.placementId });
    expect(shown).toMatchObject({
      facts: { tutor: 'Mme Petit', userCompany: null, proofs: ['work_contract'] },
      gaps: { fields: [], proofs: ['hiring_declaration', 'payslip_hours', 'hour_sheet'] },
    });
    expect(shown.recordedByName).toMatch(/^lead/);
    const audited = await product.system.client`
      select 1 from audit_entry where action = 'placement.recordModality' and subject_id = ${at.placementId}`;
    expect(audited).toHaveLength(1);
  });

  it('is written again as papers come in', async () => {
    const record = (proofs: ('work_contract' | 'hour_sheet')[]) =>
      at.facilitator.client.placement.recordModality.mutate({ placementId: at.placementId, facts: { proofs } });
    await record(['work_contract']);
    await record(['work_contract', 'hour_sheet']);
    const { facts } = await at.facilitator.client.placement.showModality.query({ placementId: at.placementId });
    expect(facts).toMatchObject({ tutor: null, proofs: ['work_contract', 'hour_sheet'] });
  });

  it('asks an agency for the user company and the mission', async () => {
    await product.system.as(system, (tx) =>
      tx.update(placement).set({ executionMode: 'lending_etti' }).where(eq(placement.id, other.placementId)),
    );
    const { client } = other.facilitator;
    const { placementId } = other;
    await client.placement.recordModality.mutate({ placementId, facts: { userCompany: 'Bâti du Mont' } });
    expect(await client.placement.showModality.query({ placementId })).toMatchObject({
      mode: 'lending_etti',
      gaps: { fields: ['missionNumber'], proofs: ['hour_statement', 'invoice'] },
    });
  });

  it('refuses what is no answer, a hire of another team, and a company', async () => {
    const { recordModality } = at.facilitator.client.placement;
    const wrong = { placementId: at.placementId, facts: { tutor: ' ' } };
    expect(await refusalOf(recordModality.mutate(wrong))).toBe('shared.fields_to_correct');
    const elsewhere = { placementId: other.placementId, facts: {} };
    expect(await refusalOf(recordModality.mutate(elsewhere))).toBe('placement.not_found');
    expect(await refusalOf(at.employer.client.placement.recordModality.mutate(wrong))).toBe('access.not_allowed');
  });
});

describe('papers attached to the hours of a hire', () => {
  it('count as seen while they stand, and open their line', async () => {
    const { placementId } = await makeWorker(product, at);
    await at.employer.client.hours.declare.mutate({ month: '2020-03', rows: [row(placementId)] });
    const { rows } = await at.employer.client.hours.listLines.query({ placementId });
    const lineId = rows[0]?.id ?? '';
    const shown = () => at.facilitator.client.placement.showModality.query({ placementId });
    const attach = async (kind: 'payslip' | 'invoice') =>
      at.employer.client.hours.attachPaper.mutate({
        ...{ lineId, kind },
        fileId: await uploaded(product, at.employer, 'paper', {
          name: 'paie.pdf',
          bytes: Uint8Array.from(pagesPdf([[`Heures du mois ${crypto.randomUUID()}`]])),
        }),
      });
    const { paperId } = await attach('payslip');
    await attach('invoice');
    expect(await shown()).toMatchObject({
      attached: [{ proof: 'payslip_hours', lineId }],
      facts: { proofs: [] },
      gaps: { proofs: ['work_contract', 'hiring_declaration', 'hour_sheet'] },
    });
    await at.employer.client.hours.withdrawPaper.mutate({ paperId, reason: 'Mauvais mois' });
    expect(await shown()).toMatchObject({ attached: [], gaps: { proofs: expect.arrayContaining(['payslip_hours']) } });
  });
});

describe('placement.create', () => {
  const hire = async (given: Record<string, unknown>) => {
    const participantId = await product.system.as(system, async (tx) => {
      const { id } = await makeParticipant(tx, { structureId: at.structureId });
      return id;
    });
    await at.facilitator.client.eligibility.record.mutate({ participantId, category: 'RSA', issuedOn: '2020-05-01' });
    const common = { participantId, clauseId: at.made.clauseId, employerId: at.employerId, windowKind: 'fixed_term' };
    const call = at.facilitator.client.placement.create.mutate({
      ...common,
      startsOn: '2020-05-18',
      ...given,
    } as never);
    return call;
  };

  it('writes down at once what the modality asks for, and what it does not ask for is left out', async () => {
    const { placementId } = await hire({
      executionMode: 'lending_etti',
      facts: { userCompany: 'Bâti du Val', tutor: 'Mme Petit', proofs: ['invoice', 'payslip_hours'] },
    });
    expect(await at.lead.client.placement.showModality.query({ placementId })).toMatchObject({
      mode: 'lending_etti',
      facts: { userCompany: 'Bâti du Val', missionNumber: null, tutor: null, proofs: ['invoice'] },
      gaps: { fields: ['missionNumber'], proofs: ['hour_statement'] },
      recordedByName: expect.stringMatching(/^facilitator/),
    });
  });

  it('is never held back by what is missing of it, and writes nothing where nothing was given', async () => {
    for (const given of [{}, { facts: null }, { facts: {} }, { facts: { missionNumber: 'M-1' } }]) {
      const { placementId } = await hire(given);
      const shown = await at.lead.client.placement.showModality.query({ placementId });
      expect(shown).toMatchObject({ mode: 'direct_hire', recordedAt: null, gaps: { fields: ['tutor'] } });
    }
  });

  it('refuses at its field what is no answer', async () => {
    const refused = await hire({ facts: { trainingHours: -1 } }).catch((error: unknown) =>
      error instanceof TRPCClientError ? error.data?.fields : null,
    );
    expect(Object.keys(refused ?? {})).toEqual(['facts.trainingHours']);
  });
});
