import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Declaring, makeDeclaring, makeWorker, sickWeek } from '../../support/declaring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let at: Declaring;
let other: Declaring;
let buyer: Person;

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  at = await makeDeclaring(product, 'des Moyens');
  other = await makeDeclaring(product, 'du Mont');
  buyer = await makePerson(product, 'buyer', { organisationId: at.made.buyerId, structureId: at.structureId });
});
afterAll(() => product.close());

const opinion = 'Présente tout le mois d’avril : la feuille d’émargement signée le prouve.';

describe('a difficulty', () => {
  const report = (who = at.employer, contractId = at.made.contractId, body = 'Deux départs la même semaine.') =>
    who.client.hours.reportDifficulty.mutate({ contractId, kind: 'departure', body });

  it('is kept with its day, and answered once by the team, with its day', async () => {
    const { difficultyId } = await report();
    const listed = await at.facilitator.client.hours.listDifficulties.query({});
    expect(listed).toMatchObject({
      waiting: 1,
      rows: [{ employerName: 'Propreté des Moyens', kind: 'departure', answer: null }],
    });
    const answer = (who = at.facilitator) =>
      who.client.hours.answerDifficulty.mutate({ difficultyId, body: 'Deux CV vous arrivent demain.' });
    expect(await refusalOf(answer(other.facilitator))).toBe('hours.difficulty_not_found');
    await answer();
    expect(await refusalOf(answer(at.lead))).toBe('hours.difficulty_answered');
    const { rows, waiting } = await at.employer.client.hours.listDifficulties.query({ contractId: at.made.contractId });
    expect(waiting).toBe(0);
    expect(rows[0]).toMatchObject({ answer: 'Deux CV vous arrivent demain.' });
    expect(rows[0]?.answeredByName).toMatch(/^facilitator/);
    expect(await other.employer.client.hours.listDifficulties.query({})).toMatchObject({ rows: [], total: 0 });
  });

  it('is of a contract that the company works on, says something, and holds no number of a person', async () => {
    expect(await refusalOf(report(at.employer, other.made.contractId))).toBe('hours.contract_not_found');
    expect(await refusalOf(report(at.employer, at.made.contractId, '  '))).toBe('shared.fields_to_correct');
    const bank = 'Payée sur DE89 3704 0044 0532 0130 00';
    expect(await refusalOf(report(at.employer, at.made.contractId, bank))).toBe('shared.fields_to_correct');
    expect(await refusalOf(report(at.facilitator))).toBe('access.not_allowed');
  });

  it('stands in a list that takes as many statements whatever its length', async () => {
    await report();
    await report();
    const counter = countStatements(product, at.facilitator);
    const few = await counter.count((procedures) => procedures.hours.listDifficulties({ pageSize: 1 }));
    expect(await counter.count((procedures) => procedures.hours.listDifficulties({ pageSize: 50 }))).toBe(few);
    await counter.close();
  });
});

describe('the log of means', () => {
  const contractId = () => at.made.contractId;
  const record = (who: Person, given: Record<string, unknown> = {}) =>
    who.client.hours.recordMeans.mutate({
      contractId: contractId(),
      usedOn: '2020-04-20',
      means: 'interviews',
      note: 'Trois entretiens, dont Mme Benali',
      ...given,
    });

  it('is read whole by the company and the team, and as days and means by the buyer', async () => {
    await record(at.employer);
    await record(at.facilitator, {
      employerId: at.employerId,
      usedOn: '2020-05-04',
      means: 'siae_contacted',
      note: '',
    });
    const read = (who: Person) => who.client.hours.listMeans.query({ contractId: contractId() });
    const seen = await read(at.facilitator);
    expect(seen.rows.map(({ usedOn, means }) => [usedOn, means])).toEqual([
      ['2020-05-04', 'siae_contacted'],
      ['2020-04-20', 'interviews'],
    ]);
    expect(seen.companies).toEqual([{ id: at.employerId, name: 'Propreté des Moyens' }]);
    expect((await read(at.employer)).rows[1]?.note).toBe('Trois entretiens, dont Mme Benali');
    const shown = await read(buyer);
    expect(shown.rows).toHaveLength(2);
    expect(shown.rows.every(({ note, recordedByName }) => note === null && recordedByName === null)).toBe(true);
    expect(JSON.stringify(shown)).not.toContain('Benali');
    const stranger = await makePerson(product, 'buyer', {
      organisationId: other.made.buyerId,
      structureId: at.structureId,
    });
    expect((await read(stranger)).rows).toEqual([]);
    expect((await read(other.facilitator)).rows).toEqual([]);
  });

  it('is written once the means were used, for a company of the contract, and never changed', async () => {
    expect(await refusalOf(record(at.employer, { usedOn: '2020-05-19' }))).toBe('hours.means_to_come');
    expect(await refusalOf(record(at.facilitator))).toBe('hours.effort_employer_missing');
    expect(await refusalOf(record(at.facilitator, { employerId: other.employerId }))).toBe(
      'hours.effort_employer_missing',
    );
    expect(await refusalOf(record(other.employer))).toBe('hours.contract_not_found');
    expect(await refusalOf(record(other.facilitator, { employerId: at.employerId }))).toBe('hours.contract_not_found');
    expect(await refusalOf(record(buyer))).toBe('access.not_allowed');
    const changed = await product.system.client`update hour_means set note = 'autre'`;
    expect(changed.count).toBe(0);
  });
});

describe('a derogation on hours', () => {
  /** A week of leave that a rule refuses, of a worker of its own. */
  async function refusedLine(): Promise<string> {
    const { placementId } = await makeWorker(product, at);
    const leave = sickWeek(placementId, { kind: 'paid_leave', payer: 'employer' });
    await at.employer.client.hours.declare.mutate({ month: '2020-04', rows: [leave] });
    const { rows } = await at.facilitator.client.hours.listLines.query({ placementId });
    return rows[0]?.id ?? '';
  }
  const asks = (lineId: string, centihours = 1400, who = at.facilitator) =>
    who.client.hours.askDerogation.mutate({ lineId, centihours, opinion });
  const decides = (derogationId: string, who = at.lead, decision: 'granted' | 'refused' = 'granted') =>
    who.client.hours.decideDerogation.mutate({ derogationId, decision, reason: 'Feuille vue le 18 mai' });

  it('has its reason, author, decision and day on one page, and its hours counted apart', async () => {
    const lineId = await refusedLine();
    const before = (await at.facilitator.client.hours.showLine.query({ lineId })).line;
    expect(before).toMatchObject({ rejected: 3500, validated: 0 });
    const { derogationId } = await asks(lineId);
    await decides(derogationId);
    const listed = await at.facilitator.client.hours.listDerogations.query({ lineId });
    expect(listed).toMatchObject({
      grantedCentihours: 1400,
      rows: [{ opinion, centihours: 1400, mine: true, decision: 'granted', decisionReason: 'Feuille vue le 18 mai' }],
    });
    expect(listed.rows[0]?.decidedByName).toMatch(/^lead/);
    // The ledger did not move: what the rules wrote still adds up.
    expect((await at.facilitator.client.hours.showLine.query({ lineId })).line).toEqual(before);
    for (const who of [at.facilitator, at.employer, buyer]) {
      const gauge = await who.client.hours.gauge.query({ clauseId: at.made.clauseId });
      expect(gauge.derogatedCentihours).toBe(1400);
      expect(gauge.validatedCentihours).toBe(0);
    }
  });

  it('is decided by somebody else, once', async () => {
    const { derogationId } = await asks(await refusedLine());
    expect(await refusalOf(decides(derogationId, at.facilitator))).toBe('hours.derogation_own');
    expect(await refusalOf(decides(derogationId, other.lead))).toBe('hours.derogation_not_found');
    await decides(derogationId, at.lead, 'refused');
    expect(await refusalOf(decides(derogationId))).toBe('hours.derogation_decided');
    const [own] = await product.system.client<{ ok: boolean }[]>`
      select true as ok from hour_derogation where id = ${derogationId} and decided_by <> asked_by`;
    expect(own?.ok).toBe(true);
  });

  it('is asked for hours that were refused, never for more, one at a time, with an opinion', async () => {
    const lineId = await refusedLine();
    expect(await refusalOf(asks(lineId, 3600))).toBe('hours.derogation_too_many');
    expect(await refusalOf(asks(lineId, 0))).toBe('shared.fields_to_correct');
    const short = at.facilitator.client.hours.askDerogation.mutate({ lineId, centihours: 100, opinion: 'Vu.' });
    expect(await refusalOf(short)).toBe('shared.fields_to_correct');
    expect(await refusalOf(asks(lineId, 100, other.facilitator))).toBe('hours.line_not_found');
    const { derogationId } = await asks(lineId, 3000);
    expect(await refusalOf(asks(lineId, 100))).toBe('hours.derogation_waiting');
    await decides(derogationId);
    expect(await refusalOf(asks(lineId, 600))).toBe('hours.derogation_too_many');
    const worked = await makeWorker(product, at);
    const april = { ...sickWeek(worked.placementId, { kind: 'worked_on_site' as const, payer: null }), evidence: [] };
    await at.employer.client.hours.declare.mutate({ month: '2020-04', rows: [april] });
    const { rows } = await at.facilitator.client.hours.listLines.query({ placementId: worked.placementId });
    expect(await refusalOf(asks(rows[0]?.id ?? ''))).toBe('hours.derogation_nothing');
  });

  it('is sealed in the base, read by the team alone, and each reading is logged', async () => {
    const { derogationId } = await asks(await refusedLine());
    const [row] = await product.system.client<{ text: string }[]>`
      select encode(sealed, 'escape') as text from hour_derogation where id = ${derogationId}`;
    expect(row?.text).not.toContain('émargement');
    expect(await refusalOf(at.employer.client.hours.listDerogations.query({}))).toBe('access.not_allowed');
    expect(await other.lead.client.hours.listDerogations.query({})).toMatchObject({ rows: [], total: 0 });
    await at.lead.client.hours.listDerogations.query({});
    const [read] = await product.system.client<{ count: number }[]>`
      select count(*)::int as count from audit_entry where action = 'hours.listDerogations' and user_id = ${at.lead.userId}`;
    expect(read?.count).toBe(1);
  });
});

describe('a standing decision for a batch', () => {
  it('settles the lines that come later on its days, and no other', async () => {
    const here = await makeDeclaring(product, 'des Suites');
    const declare = async (from: string, to: string) => {
      const { placementId } = await makeWorker(product, here);
      const month = from.slice(0, 7);
      await here.employer.client.hours.declare.mutate({ month, rows: [sickWeek(placementId, { from, to })] });
      const { rows } = await here.facilitator.client.hours.listLines.query({ placementId });
      return rows[0];
    };
    await declare('2020-04-06', '2020-04-10');
    await here.facilitator.client.hours.decide.mutate({
      batch: {
        rule: 'sick-ss',
        contracts: [{ contractId: here.made.contractId, from: '2020-04-01', to: '2020-04-30' }],
      },
      accept: true,
      reason: 'Relevés vus',
    });
    expect(await declare('2020-04-20', '2020-04-24')).toMatchObject({ validated: 3500, pending: 0 });
    expect(await declare('2020-05-04', '2020-05-07')).toMatchObject({ validated: 0, pending: 3500 });
  });
});
