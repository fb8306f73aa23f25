import { makeContract } from '@jonction/testing/contract';
import { TRPCClientError } from '@trpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Declaring, longAgo, makeDeclaring, makeWorker, sickWeek } from '../../support/declaring.ts';
import { ibanOf, nirKey } from '../../support/fictitious-numbers.ts';
import { system } from '../../support/hiring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let at: Declaring;
let other: Declaring;

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  other = await makeDeclaring(product, 'du Mont');
});
afterAll(() => product.close());

/** A structure of its own for each test: the tray is the structure's. */
async function fresh(name: string): Promise<Declaring> {
  at = await makeDeclaring(product, name);
  return at;
}

async function sick(given: Parameters<typeof sickWeek>[1] = {}, hire = {}): Promise<string> {
  const { placementId } = await makeWorker(product, at, {}, hire);
  await at.employer.client.hours.declare.mutate({ month: '2020-04', rows: [sickWeek(placementId, given)] });
  const { rows } = await at.employer.client.hours.listLines.query({ placementId });
  return rows[0]?.id ?? '';
}

async function line(id: string) {
  return (await at.facilitator.client.hours.showLine.query({ lineId: id })).line;
}

const april = { from: '2020-04-01', to: '2020-04-30' };
function batch(accept: boolean, given: Record<string, unknown> = {}) {
  return at.facilitator.client.hours.decide.mutate({
    batch: { rule: 'sick-ss', contracts: [{ contractId: at.made.contractId, ...april }] },
    accept,
    reason: 'Relevés vus le 18 mai',
    ...given,
  });
}

describe('hours.tray', () => {
  it('gathers what waits by contract, rule and what is missing, with the source of the rule', async () => {
    await fresh('des Prés');
    await sick();
    await sick();
    await sick({ evidence: [] });
    await sick({ kind: 'childcare_leave' });
    const groups = await at.facilitator.client.hours.tray.query();
    expect(groups.map(({ rule, reason, lines, centihours }) => [rule, reason, lines, centihours]).sort()).toEqual([
      ['childcare-ss', 'decision-needed', 1, 3500],
      ['sick-ss', 'decision-needed', 2, 7000],
      ['sick-ss', 'evidence-missing', 1, 3500],
    ]);
    expect(groups[0]).toMatchObject({
      policy: 'emergency-2020',
      from: '2020-04-06',
      to: '2020-04-10',
      evidenceAsked: ['benefit_statement'],
      kinds: expect.arrayContaining(['sick_leave']),
      contracts: [{ contractId: at.made.contractId, employerNames: ['Propreté des Prés'], lines: 2 }],
    });
    expect(groups[0]?.source).toContain('EPEC');
    const waiting = await at.facilitator.client.hours.listLines.query({
      contractId: at.made.contractId,
      waiting: { rule: 'sick-ss', reason: 'evidence-missing' },
    });
    expect(waiting.total).toBe(1);
    expect(await other.facilitator.client.hours.tray.query()).toEqual([]);
    expect(await refusalOf(at.employer.client.hours.tray.query())).toBe('access.not_allowed');
  });
});

describe('a rule that waits on several contracts', () => {
  it('is one row of the tray, each contract told apart, and one decision settles those chosen', async () => {
    await fresh('des Trois');
    const here = await sick();
    const second = await secondContract();
    const third = await secondContract();
    const [group, ...others] = await at.facilitator.client.hours.tray.query();
    expect(others).toEqual([]);
    expect(group).toMatchObject({ rule: 'sick-ss', lines: 3, people: 3, centihours: 10_500 });
    expect(group?.contracts.map(({ contractId }) => contractId).sort()).toEqual(
      [at.made.contractId, second.contractId, third.contractId].sort(),
    );
    const chosen = [at.made.contractId, second.contractId];
    const decided = await at.facilitator.client.hours.decide.mutate({
      batch: { rule: 'sick-ss', contracts: chosen.map((contractId) => ({ contractId, ...april })) },
      accept: true,
      reason: 'Relevés vus le 18 mai',
    });
    expect(decided.lines).toBe(2);
    expect(await line(here)).toMatchObject({ validated: 3500, pending: 0 });
    expect(await line(second.lineId)).toMatchObject({ validated: 3500, pending: 0 });
    expect(await line(third.lineId)).toMatchObject({ validated: 0, pending: 3500 });
  });

  it('is decided on none of them when one is another structure’s', async () => {
    await fresh('des Murs');
    const id = await sick();
    const contracts = [at.made.contractId, other.made.contractId].map((contractId) => ({ contractId, ...april }));
    const call = at.facilitator.client.hours.decide.mutate({
      batch: { rule: 'sick-ss', contracts },
      accept: true,
      reason: 'vu',
    });
    expect(await refusalOf(call)).toBe('hours.contract_not_found');
    expect(await line(id)).toMatchObject({ pending: 3500 });
  });
});

/** Another contract of the same company, with a sick week of its own. */
async function secondContract(): Promise<{ contractId: string; lineId: string }> {
  const made = await product.system.as(system, (tx) =>
    makeContract(tx, { structureId: at.structureId, holderId: at.employerId, ...longAgo }),
  );
  const { placementId } = await makeWorker(product, { ...at, made });
  await at.employer.client.hours.declare.mutate({ month: '2020-04', rows: [sickWeek(placementId)] });
  const { rows } = await at.employer.client.hours.listLines.query({ placementId });
  return { contractId: made.contractId, lineId: rows[0]?.id ?? '' };
}

describe('hours.decide', () => {
  it('accepts a whole batch with one reason; what misses a paper goes on waiting', async () => {
    await fresh('du Lac');
    const [first, second, third] = [await sick(), await sick(), await sick({ evidence: [] })];
    expect(await batch(true)).toMatchObject({ lines: 2 });
    expect(await line(first)).toMatchObject({ validated: 3500, pending: 0 });
    expect(await line(second)).toMatchObject({ validated: 3500, pending: 0 });
    expect(await line(third)).toMatchObject({ validated: 0, pending: 3500 });
    const groups = await at.facilitator.client.hours.tray.query();
    expect(groups.map(({ reason }) => reason)).toEqual(['evidence-missing']);
  });

  it('refuses a batch, and says who decided, when and why on each line', async () => {
    await fresh('de la Côte');
    const id = await sick();
    await batch(false);
    const shown = await at.employer.client.hours.showLine.query({ lineId: id });
    expect(shown.line).toMatchObject({ rejected: 3500, pending: 0, validated: 0 });
    const held = shown.entries.filter(({ holds }) => holds);
    expect(held).toMatchObject([
      {
        status: 'rejected',
        policy: 'emergency-2020',
        rule: 'sick-ss',
        reason: 'decided',
        decisionReason: 'Relevés vus le 18 mai',
        decidedOn: '2020-05-18',
      },
    ]);
    const seenByStaff = await at.facilitator.client.hours.showLine.query({ lineId: id });
    expect(seenByStaff.entries.find(({ holds }) => holds)?.decidedByName).toMatch(/^facilitator/);
    expect(shown.entries.map(({ centihours }) => centihours)).toEqual([3500, -3500, 3500]);
  });

  it('accepts a part of one line, the earliest days first, and refuses the rest', async () => {
    await fresh('du Bois');
    const id = await sick();
    await at.facilitator.client.hours.decide.mutate({
      lineIds: [id],
      accept: true,
      centihours: 1400,
      reason: 'Relevé de deux jours',
    });
    expect(await line(id)).toMatchObject({ validated: 1400, rejected: 2100, pending: 0 });
    const { entries } = await at.facilitator.client.hours.showLine.query({ lineId: id });
    const held = entries.filter(({ holds }) => holds).map(({ status, from, to }) => [status, from, to]);
    expect(held).toEqual([
      ['validated', '2020-04-06', '2020-04-07'],
      ['rejected', '2020-04-08', '2020-04-10'],
    ]);
  });

  it('decides on ticked lines alone, and a later decision takes the place of the first', async () => {
    await fresh('du Pont');
    const [first, second] = [await sick(), await sick()];
    const decide = (lineIds: string[], accept: boolean) =>
      at.lead.client.hours.decide.mutate({ lineIds, accept, reason: 'Revu en réunion' });
    await decide([first], false);
    expect(await line(first)).toMatchObject({ rejected: 3500 });
    expect(await line(second)).toMatchObject({ pending: 3500 });
    await decide([first], true);
    expect(await line(first)).toMatchObject({ validated: 3500, rejected: 0 });
    const { entries } = await at.facilitator.client.hours.showLine.query({ lineId: first });
    expect(entries.map(({ centihours }) => centihours)).toEqual([3500, -3500, 3500, -3500, 3500]);
  });

  it('never overrides a rule that validates or rejects, nor a check', async () => {
    await fresh('du Pic');
    const { placementId } = await makeWorker(product, at);
    await at.employer.client.hours.declare.mutate({
      month: '2020-04',
      rows: [{ ...sickWeek(placementId), payer: 'partial_activity', kind: 'childcare_leave' }],
    });
    const { rows } = await at.facilitator.client.hours.listLines.query({ placementId });
    const call = at.facilitator.client.hours.decide.mutate({
      lineIds: [rows[0]?.id ?? ''],
      accept: true,
      reason: 'essai',
    });
    expect(await refusalOf(call)).toBe('hours.nothing_to_decide');
  });

  it('refuses, at its field, a reason that holds a number of a person or an account, and moves nothing', async () => {
    await fresh('des Motifs');
    const lineId = await sick();
    for (const [held = '', said = ''] of [
      [`180052A004001${nirKey('180052A004001')}`, 'sécurité sociale'],
      [ibanOf('FR', '20041010050500013M02606'), 'coordonnées bancaires'],
    ]) {
      const call = batch(true, { reason: `Relevé de ${held}` });
      const fields = await call.catch((error: unknown) =>
        error instanceof TRPCClientError ? error.data?.fields : null,
      );
      expect(fields).toEqual({ reason: expect.stringContaining(said) });
    }
    expect(await line(lineId)).toMatchObject({ pending: 3500, validated: 0 });
  });

  it('refuses two people deciding the same batch: the second finds nothing left', async () => {
    await fresh('du Gué');
    await sick();
    const answers = await Promise.allSettled([batch(true), batch(false)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [count] = await product.system.client`
      select count(*)::int as count from hour_decision where contract_id = ${at.made.contractId}`;
    expect(count?.count).toBe(1);
  });

  it('refuses a decision without a reason, on nothing, on both, on a part of several, and reversed dates', async () => {
    await fresh('du Cap');
    const [first, second] = [await sick(), await sick()];
    const decide = (input: Record<string, unknown>) =>
      refusalOf(at.facilitator.client.hours.decide.mutate({ accept: true, reason: 'vu', ...input }));
    expect(await decide({ lineIds: [first], reason: '  ' })).toBe('shared.fields_to_correct');
    expect(await decide({})).toBe('hours.line_or_batch');
    const whole = { rule: 'sick-ss', contracts: [{ contractId: at.made.contractId, ...april }] };
    expect(await decide({ lineIds: [first], batch: whole })).toBe('hours.line_or_batch');
    expect(await decide({ lineIds: [first, second], centihours: 100 })).toBe('hours.part_of_one');
    expect(await decide({ batch: { ...whole, rule: 'childcare-ss' } })).toBe('hours.nothing_to_decide');
    expect(
      await decide({
        batch: { ...whole, contracts: [{ contractId: at.made.contractId, ...april, from: '2020-05-01' }] },
      }),
    ).toBe('hours.decision_dates_reversed');
    expect(await line(first)).toMatchObject({ pending: 3500 });
  });

  it('finds no line and no contract of another structure, and is for the clause team', async () => {
    await fresh('du Val');
    const id = await sick();
    const foreign = other.facilitator.client.hours.decide;
    expect(await refusalOf(foreign.mutate({ lineIds: [id], accept: true, reason: 'vu' }))).toBe('hours.line_not_found');
    const whole = { rule: 'sick-ss', contracts: [{ contractId: at.made.contractId, ...april }] };
    expect(await refusalOf(foreign.mutate({ batch: whole, accept: true, reason: 'vu' }))).toBe(
      'hours.contract_not_found',
    );
    const employer = at.employer.client.hours.decide.mutate({ lineIds: [id], accept: true, reason: 'vu' });
    expect(await refusalOf(employer)).toBe('access.not_allowed');
    expect(await refusalOf(other.facilitator.client.hours.showLine.query({ lineId: id }))).toBe('hours.line_not_found');
    expect(await line(id)).toMatchObject({ pending: 3500 });
  });
});
