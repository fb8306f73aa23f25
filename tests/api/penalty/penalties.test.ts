import { clause, lot } from '@jonction/db/contract/tables';
import type { PenaltyTerms } from '@jonction/domain/contract/clause';
import { eq } from 'drizzle-orm';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Declaring, makeDeclaring, makeWorker, row } from '../../support/declaring.ts';
import { system } from '../../support/hiring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { hundredthsOf, nodesOf, readPdf, readRows } from '../../support/printed-files.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

const today = '2020-05-18';
const terms: PenaltyTerms = {
  perHour: { basis: 'fixed', cents: 20_000 },
  perDayCents: 7_500,
  capBps: null,
  note: null,
};
/** 420 h due; 151.67 validated, 30 rejected: 268.33 missing at 200 €. */
const missing = 26_833;
const cents = 5_366_600;

let product: Product;
let at: Declaring;
let other: Declaring;
let buyer: Person;

async function setTerms(clauseId: string, penalty: PenaltyTerms | null): Promise<void> {
  await product.system.as(system, (tx) => tx.update(clause).set({ penalty }).where(eq(clause.id, clauseId)));
}

beforeAll(async () => {
  product = await startProduct({ today });
  at = await makeDeclaring(product, 'du Val');
  other = await makeDeclaring(product, 'du Mont');
  buyer = await makePerson(product, 'buyer', { organisationId: at.made.buyerId, structureId: at.structureId });
  const second = await makeWorker(product, at, { firstName: 'Moussa', lastName: 'Diallo' });
  await at.employer.client.hours.declare.mutate({
    month: '2020-03',
    rows: [row(at.placementId), row(second.placementId, { kind: 'paid_leave', centihours: 3_000 })],
  });
  await setTerms(other.made.clauseId, terms);
});
beforeEach(() => setTerms(at.made.clauseId, terms));
afterAll(() => product.close());

const asked = () => ({ clauseId: at.made.clauseId });
const opinion = 'Trois relances, aucune réponse.';

/** A proposal of the team's, in the state asked for; whatever waited on the clause is taken back first. */
async function proposal(state: 'draft' | 'submitted', given = {}): Promise<string> {
  const { client } = at.facilitator;
  const { rows } = await client.penalty.list.query({ contractId: at.made.contractId });
  for (const waiting of rows.filter(({ state: is }) => is === 'draft' || is === 'submitted')) {
    await client.penalty.withdraw.mutate({ penaltyId: waiting.id, reason: 'Recalcul' });
  }
  const { penaltyId } = await client.penalty.propose.mutate({ ...asked(), ...given, opinion });
  if (state === 'submitted') await client.penalty.submit.mutate({ penaltyId });
  return penaltyId;
}

async function file(penaltyId: string, paper: string, headers: Record<string, string>) {
  return product.app.fetch(new Request(`http://jonction.test/api/penalties/${penaltyId}/${paper}`, { headers }));
}

async function bytes(penaltyId: string, paper: string, headers: Record<string, string>): Promise<Uint8Array> {
  const response = await file(penaltyId, paper, headers);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

describe('penalty.preview', () => {
  it('counts from the ledger, shows each step, keeps nothing and names nobody', async () => {
    const before = await product.system.client`select count(*) from penalty_proposal`;
    const facts = await at.facilitator.client.penalty.preview.query(asked());
    expect(facts).toMatchObject({
      knownOn: today,
      dueHours: 420,
      hours: { declared: 18_167, validated: 15_167, pending: 0, rejected: 3_000 },
      input: { missingCentihours: missing },
      proposal: { cents, hoursCents: cents, daysCents: 0 },
    });
    expect(facts.people.map(({ pseudonym }) => pseudonym)).toEqual(['P-01', 'P-02']);
    expect(JSON.stringify(facts)).not.toMatch(/Aïcha|Benali|Moussa|Diallo|\bE-\d/);
    expect(await product.system.client`select count(*) from penalty_proposal`).toEqual(before);
  });

  it('counts no day of the emergency of 2020 as late', async () => {
    const late = { noticeOn: '2020-03-01', untilOn: '2020-05-10' };
    const facts = await at.lead.client.penalty.preview.query({ ...asked(), ...late });
    // 2 to 11 March: the rest is in the window of the ordonnance.
    expect(facts.proposal).toMatchObject({ daysCounted: 10, daysCents: 75_000, cents: cents + 75_000 });
    expect(facts.exemptions).toEqual([{ reason: 'emergency', from: '2020-03-12', to: '2020-07-23' }]);
  });

  it('leaves out the days of a stop that somebody recorded', async () => {
    const made = await makeDeclaring(product, 'du Bief');
    await setTerms(made.made.clauseId, terms);
    await made.facilitator.client.contract.recordEvent.mutate({
      contractId: made.made.contractId,
      ...{ type: 'stop', on: '2020-02-10', endsOn: null, source: 'phone', saidBy: 'Mme Roux' },
      ...{ lotId: null, legalBasis: null, note: null, documentId: null },
    });
    const facts = await made.facilitator.client.penalty.preview.query({
      clauseId: made.made.clauseId,
      noticeOn: '2020-02-01',
      untilOn: '2020-02-20',
    });
    expect(facts.proposal.daysCounted).toBe(8);
    expect(facts.exemptions[0]).toEqual({ reason: 'stopped', from: '2020-02-10', to: null });
  });

  it('stays under a cap on the amount of the lot', async () => {
    await setTerms(at.made.clauseId, { ...terms, capBps: 1_000 });
    await product.system.as(system, (tx) =>
      tx.update(lot).set({ amountCents: 10_000_000 }).where(eq(lot.id, at.made.lotId)),
    );
    const { proposal: counted } = await at.facilitator.client.penalty.preview.query(asked());
    expect(counted).toMatchObject({ capCents: 1_000_000, cents: 1_000_000, hoursCents: cents });
  });

  it('refuses a clause without terms, a day to come, a notice after the delay, a clause of others', async () => {
    const { preview } = at.facilitator.client.penalty;
    await setTerms(at.made.clauseId, null);
    expect(await refusalOf(preview.query(asked()))).toBe('penalty.no_terms');
    await setTerms(at.made.clauseId, terms);
    expect(await refusalOf(preview.query({ ...asked(), knownOn: '2020-05-19' }))).toBe('penalty.day_in_future');
    const late = { noticeOn: '2020-05-01', untilOn: '2020-06-01' };
    expect(await refusalOf(preview.query({ ...asked(), ...late }))).toBe('penalty.day_in_future');
    expect(await refusalOf(preview.query({ ...asked(), noticeOn: '2020-05-10', untilOn: '2020-05-01' }))).toBe(
      'penalty.notice_reversed',
    );
    expect(await refusalOf(preview.query({ clauseId: other.made.clauseId }))).toBe('penalty.clause_not_found');
    expect(await refusalOf(buyer.client.penalty.preview.query(asked()))).toBe('access.not_allowed');
    expect(await refusalOf(at.employer.client.penalty.preview.query(asked()))).toBe('access.not_allowed');
  });
});

describe('penalty.propose and penalty.submit', () => {
  it('freeze the calculation: hours validated later change nothing of it', async () => {
    const penaltyId = await proposal('draft');
    const { placementId } = await makeWorker(product, at);
    await at.employer.client.hours.declare.mutate({ month: '2020-03', rows: [row(placementId, { centihours: 100 })] });
    const shown = await at.facilitator.client.penalty.show.query({ penaltyId });
    expect(shown).toMatchObject({ state: 'draft', cents, opinion, allowed: ['submit', 'withdraw'], decision: null });
    await at.employer.client.hours.declare.mutate({ month: '2020-03', rows: [row(placementId, { centihours: 0 })] });
  });

  it('leave a draft to the team: the buyer reads it once it is put before it', async () => {
    const penaltyId = await proposal('draft');
    const { penalty } = buyer.client;
    expect(await refusalOf(penalty.show.query({ penaltyId }))).toBe('penalty.not_found');
    expect((await penalty.list.query({})).rows.map(({ id }) => id)).not.toContain(penaltyId);
    expect((await file(penaltyId, 'dossier.zip', buyer.headers)).status).toBe(404);
    await at.lead.client.penalty.submit.mutate({ penaltyId });
    expect(await penalty.show.query({ penaltyId })).toMatchObject({ state: 'submitted', allowed: ['decide'] });
    expect((await penalty.list.query({})).rows[0]).toMatchObject({ id: penaltyId, state: 'submitted', cents });
  });

  it('let one proposal wait on a clause, and ask for an opinion', async () => {
    await proposal('submitted');
    const { propose } = at.facilitator.client.penalty;
    expect(await refusalOf(propose.mutate({ ...asked(), opinion }))).toBe('penalty.already_open');
    expect(await refusalOf(propose.mutate({ ...asked(), opinion: ' ' }))).toBe('shared.fields_to_correct');
  });

  it('send nothing to anybody', async () => {
    const count = () => product.system.client`select count(*) from message`;
    const before = await count();
    const penaltyId = await proposal('submitted');
    await buyer.client.penalty.decide.mutate({ penaltyId, outcome: 'apply', reason: 'Aucun moyen démontré' });
    expect(await count()).toEqual(before);
  });
});

describe('penalty.decide', () => {
  const reason = 'L’entreprise a démontré ses recherches.';

  it('is the buyer’s, whole, reduced or nothing, with its reason, logged', async () => {
    for (const [outcome, reducedCents, expected] of [
      ['apply', null, cents],
      ['reduce', 100_000, 100_000],
      ['waive', null, 0],
    ] as const) {
      const penaltyId = await proposal('submitted');
      await buyer.client.penalty.decide.mutate({ penaltyId, outcome, reducedCents, reason });
      const shown = await at.facilitator.client.penalty.show.query({ penaltyId });
      expect(shown).toMatchObject({
        state: 'decided',
        allowed: [],
        decision: { outcome, cents: expected, reason, source: null },
      });
      expect(shown.acts.map(({ act, byBuyer }) => [act, byBuyer])).toEqual([
        ['propose', false],
        ['submit', false],
        ['decide', true],
      ]);
      const audited = await product.system.client`
        select role from audit_entry where action = 'penalty.decide' and subject_id = ${penaltyId}`;
      expect([...audited]).toEqual([{ role: 'buyer' }]);
    }
  });

  it('refuses a reduction without an amount or out of range, no reason, a second decision, a draft', async () => {
    const { decide } = buyer.client.penalty;
    const penaltyId = await proposal('submitted');
    expect(await refusalOf(decide.mutate({ penaltyId, outcome: 'reduce', reason }))).toBe('penalty.reduction_missing');
    const whole = { penaltyId, outcome: 'reduce', reducedCents: cents, reason } as const;
    expect(await refusalOf(decide.mutate(whole))).toBe('penalty.reduction_out_of_range');
    expect(await refusalOf(decide.mutate({ penaltyId, outcome: 'apply', reason: '' }))).toBe(
      'shared.fields_to_correct',
    );
    await decide.mutate({ penaltyId, outcome: 'waive', reason });
    expect(await refusalOf(decide.mutate({ penaltyId, outcome: 'apply', reason }))).toBe('penalty.act_not_allowed');
    const draft = await proposal('draft');
    expect(await refusalOf(decide.mutate({ penaltyId: draft, outcome: 'apply', reason }))).toBe('penalty.not_found');
  });

  it('is not the team’s, nor another buyer’s, nor the company’s', async () => {
    const penaltyId = await proposal('submitted');
    const ask = { penaltyId, outcome: 'apply', reason } as const;
    expect(await refusalOf(at.facilitator.client.penalty.decide.mutate(ask))).toBe('access.not_allowed');
    expect(await refusalOf(at.employer.client.penalty.decide.mutate(ask))).toBe('access.not_allowed');
    const stranger = await makePerson(product, 'buyer', {
      organisationId: other.made.buyerId,
      structureId: other.structureId,
    });
    expect(await refusalOf(stranger.client.penalty.decide.mutate(ask))).toBe('penalty.not_found');
  });
});

describe('penalty.recordDecision', () => {
  const heard = {
    outcome: 'reduce',
    reducedCents: 50_000,
    reason: 'Accord',
    source: 'letter',
    saidBy: 'Mme Petit',
    saidOn: '2020-05-14',
  } as const;

  it('writes down what the buyer said otherwise: how, who and when', async () => {
    const penaltyId = await proposal('submitted');
    await at.facilitator.client.penalty.recordDecision.mutate({ penaltyId, ...heard });
    const shown = await buyer.client.penalty.show.query({ penaltyId });
    expect(shown.decision).toMatchObject({ cents: 50_000, on: '2020-05-14', source: 'letter', saidBy: 'Mme Petit' });
    expect(shown.acts.at(-1)).toMatchObject({ act: 'decide', byBuyer: false });
  });

  it('refuses a day to come, a source left out, a proposal that is not before the buyer, and a buyer', async () => {
    const { recordDecision } = at.facilitator.client.penalty;
    const draft = await proposal('draft');
    expect(await refusalOf(recordDecision.mutate({ penaltyId: draft, ...heard }))).toBe('penalty.act_not_allowed');
    const penaltyId = await proposal('submitted');
    const later = { penaltyId, ...heard, saidOn: '2020-05-19' };
    expect(await refusalOf(recordDecision.mutate(later))).toBe('penalty.day_in_future');
    expect(await refusalOf(recordDecision.mutate({ penaltyId, ...heard, saidBy: ' ' }))).toBe(
      'shared.fields_to_correct',
    );
    expect(await refusalOf(buyer.client.penalty.recordDecision.mutate({ penaltyId, ...heard }))).toBe(
      'access.not_allowed',
    );
    expect(await refusalOf(other.facilitator.client.penalty.recordDecision.mutate({ penaltyId, ...heard }))).toBe(
      'penalty.not_found',
    );
  });
});

describe('penalty.withdraw', () => {
  it('takes a proposal back with a reason, out of the buyer’s sight, and lets another follow', async () => {
    const penaltyId = await proposal('submitted');
    await at.facilitator.client.penalty.withdraw.mutate({ penaltyId, reason: 'Heures arrivées' });
    expect(await at.lead.client.penalty.show.query({ penaltyId })).toMatchObject({
      state: 'withdrawn',
      withdrawnWhy: 'Heures arrivées',
      allowed: [],
    });
    expect(await refusalOf(buyer.client.penalty.show.query({ penaltyId }))).toBe('penalty.not_found');
    expect(await proposal('draft')).not.toBe(penaltyId);
    expect(await refusalOf(buyer.client.penalty.withdraw.mutate({ penaltyId, reason: 'x' }))).toBe(
      'access.not_allowed',
    );
  });
});

describe('the papers of a penalty', () => {
  it('are a bundle under pseudonyms whose PDF and spreadsheet say the same as the ledger', async () => {
    const penaltyId = await proposal('submitted');
    const files = unzipSync(await bytes(penaltyId, 'dossier.zip', buyer.headers));
    expect(Object.keys(files)).toEqual(['dossier.pdf', 'dossier.xlsx']);
    const pdf = await readPdf(files['dossier.pdf'] ?? new Uint8Array());
    expect(pdf).toMatchObject({ language: 'fr', uaPart: '1', title: 'Dossier de pénalité\u202f: calcul et preuves' });
    for (const table of nodesOf(pdf.trees, 'Table')) expect(nodesOf([table], 'TH').length).toBeGreaterThan(1);
    expect(pdf.text).not.toMatch(/Aïcha|Benali|Moussa|Diallo/);
    expect(pdf.text).toContain('53 666 € HT');
    const rows = await readRows(files['dossier.xlsx'] ?? new Uint8Array());
    expect(JSON.stringify(rows)).not.toMatch(/Aïcha|Benali|Moussa|Diallo/);
    const sums = rows.filter(([first]) => first === 'Total').map(hundredthsOf);
    expect(sums).toEqual([
      [18_167, 15_167, 0, 3_000],
      [18_167, 15_167, 0, 3_000],
    ]);
    expect(hundredthsOf(rows.find(([first]) => first === 'Pénalité proposée'))).toEqual([cents]);
  });

  it('are a draft of a notice, and a letter once it is decided, none where it is waived', async () => {
    const penaltyId = await proposal('submitted');
    const notice = await readPdf(await bytes(penaltyId, 'mise-en-demeure.pdf', at.facilitator.headers));
    expect(notice.text.replaceAll(/\s+/g, ' ')).toContain('il en manque 268,33 h');
    expect((await file(penaltyId, 'penalite.pdf', at.facilitator.headers)).status).toBe(404);
    await buyer.client.penalty.decide.mutate({ penaltyId, outcome: 'reduce', reducedCents: 100_000, reason: 'Équité' });
    const letter = await readPdf(await bytes(penaltyId, 'penalite.pdf', buyer.headers));
    expect(letter.text.replaceAll(/\s+/g, ' ')).toContain('une pénalité de 1 000 € vous est appliquée');
    const waived = await proposal('submitted');
    await buyer.client.penalty.decide.mutate({ penaltyId: waived, outcome: 'waive', reason: 'Équité' });
    expect((await file(waived, 'penalite.pdf', buyer.headers)).status).toBe(404);
  });

  it('open to the team and the buyer alone, and the reading is logged', async () => {
    const penaltyId = await proposal('submitted');
    for (const headers of [at.employer.headers, other.facilitator.headers, {}]) {
      expect((await file(penaltyId, 'dossier.zip', headers)).status).toBe(404);
    }
    expect((await file(penaltyId, 'autre.pdf', at.facilitator.headers)).status).toBe(404);
    await bytes(penaltyId, 'dossier.zip', buyer.headers);
    const logged = await product.system.client`
      select facts from audit_entry where action = 'penalty.download' and subject_id = ${penaltyId}`;
    expect([...logged]).toEqual([{ facts: { paper: 'dossier.zip' } }]);
  });
});

describe('penalty.list', () => {
  it('takes as many statements for many as for one, those that wait first, and nothing of others', async () => {
    await proposal('submitted');
    const counting = countStatements(product, at.facilitator);
    const few = await counting.count(({ penalty }) => penalty.list({ pageSize: 1 }));
    const many = await counting.count(({ penalty }) => penalty.list({ pageSize: 200 }));
    await counting.close();
    expect([few, many]).toEqual([2, 2]);
    const { rows, total } = await at.facilitator.client.penalty.list.query({ pageSize: 200 });
    expect(total).toBeGreaterThan(3);
    expect(rows.map(({ state }) => state === 'submitted')).toEqual(rows.map((_, index) => index === 0));
    expect((await other.facilitator.client.penalty.list.query({})).total).toBe(0);
    expect(await refusalOf(at.employer.client.penalty.list.query({}))).toBe('access.not_allowed');
  });
});
