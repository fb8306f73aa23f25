import { readClauseHours } from '@jonction/db/contract/clause-hours';
import { addDays, parisDayOf } from '@jonction/domain/shared/day';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Declaring, makeDeclaring, makeWorker, row, sickWeek } from '../../support/declaring.ts';
import { system } from '../../support/hiring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let at: Declaring;
let other: Declaring;
let buyer: Person;

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  at = await makeDeclaring(product, 'du Val');
  other = await makeDeclaring(product, 'du Mont');
  buyer = await makePerson(product, 'buyer', { organisationId: at.made.buyerId, structureId: at.structureId });
  await at.employer.client.hours.declare.mutate({
    month: '2020-03',
    rows: [row(at.placementId), row(at.placementId, { kind: 'paid_leave', centihours: 700 })],
  });
  await at.employer.client.hours.declare.mutate({ month: '2020-04', rows: [sickWeek(at.placementId)] });
});
afterAll(() => product.close());

describe('hours.gauge', () => {
  it('shows due, declared, validated, pending, rejected and forecast, to the buyer too, without a name', async () => {
    const { clauseId } = at.made;
    for (const who of [at.facilitator, at.lead, at.employer, buyer]) {
      const gauge = await who.client.hours.gauge.query({ clauseId });
      expect(gauge).toMatchObject({
        dueHours: 420,
        declaredCentihours: 19_367,
        validatedCentihours: 15_167,
        pendingCentihours: 3_500,
        rejectedCentihours: 700,
        exceptionalCentihours: 0,
        progressBps: 3_611,
        validatedByMonth: { '2020-03': 15_167 },
        knownOn: '2020-05-18',
      });
      expect(gauge.forecast?.centihours).toBeGreaterThan(18_667);
      expect(JSON.stringify(gauge)).not.toMatch(/Aïcha|Benali/);
    }
  });

  it('keeps the hours credited and not worked apart', async () => {
    const here = await makeDeclaring(product, 'du Bief');
    await here.employer.client.hours.declare.mutate({ month: '2020-04', rows: [sickWeek(here.placementId)] });
    const { rows } = await here.facilitator.client.hours.listLines.query({});
    await here.facilitator.client.hours.decide.mutate({
      lineIds: rows.map(({ id }) => id),
      accept: true,
      reason: 'Relevé vu',
    });
    const gauge = await here.facilitator.client.hours.gauge.query({ clauseId: here.made.clauseId });
    expect(gauge).toMatchObject({ validatedCentihours: 3500, exceptionalCentihours: 3500 });
  });

  it('answers as known at an instant: a later correction does not change the older figure', async () => {
    const { placementId } = await makeWorker(product, at);
    const { clauseId } = at.made;
    const validatedAt = (instant: Date) =>
      product.system.as(
        system,
        async (tx) => (await readClauseHours(tx, [clauseId], instant)).get(clauseId)?.validatedCentihours,
      );
    const now = async () => {
      const [row] = await product.system.client<{ at: string }[]>`select clock_timestamp()::text as at`;
      return new Date(row?.at ?? '');
    };
    const before = await now();
    await at.employer.client.hours.declare.mutate({ month: '2020-03', rows: [row(placementId, { centihours: 1000 })] });
    const between = await now();
    await at.employer.client.hours.declare.mutate({ month: '2020-03', rows: [row(placementId, { centihours: 400 })] });
    const after = await now();
    expect([await validatedAt(before), await validatedAt(between), await validatedAt(after)]).toEqual([
      15_167, 16_167, 15_567,
    ]);
    expect(await validatedAt(between)).toBe(16_167);
  });

  it('answers as known at the end of a day in Paris', async () => {
    const today = parisDayOf(new Date());
    const { clauseId } = at.made;
    const { gauge } = at.facilitator.client.hours;
    expect(await gauge.query({ clauseId, knownOn: addDays(today, -1) })).toMatchObject({ declaredCentihours: 0 });
    expect((await gauge.query({ clauseId, knownOn: today })).declaredCentihours).toBeGreaterThan(0);
  });

  it('finds no clause of others: another structure, another buyer, another company, a partner', async () => {
    const { clauseId } = at.made;
    const stranger = await makePerson(product, 'buyer', {
      organisationId: other.made.buyerId,
      structureId: other.structureId,
    });
    for (const who of [other.facilitator, other.employer, stranger]) {
      expect(await refusalOf(who.client.hours.gauge.query({ clauseId }))).toBe('hours.clause_not_found');
    }
    expect(await refusalOf(product.client().hours.gauge.query({ clauseId }))).toBe('access.sign_in_needed');
  });
});

describe('hours.listLines', () => {
  it('keeps to the month, the contract, the status and the page asked', async () => {
    const { listLines } = at.facilitator.client.hours;
    const { contractId } = at.made;
    expect((await listLines.query({ contractId, month: '2020-04' })).rows).toMatchObject([{ kind: 'sick_leave' }]);
    expect((await listLines.query({ contractId, status: 'rejected' })).rows).toMatchObject([{ kind: 'paid_leave' }]);
    expect((await listLines.query({ contractId, status: 'pending' })).total).toBe(1);
    const whole = await listLines.query({ contractId });
    const second = await listLines.query({ contractId, page: 2, pageSize: 1 });
    expect([second.rows[0]?.id, second.total]).toEqual([whole.rows[1]?.id, whole.total]);
    expect((await listLines.query({ employerId: other.employerId })).total).toBe(0);
    expect(await refusalOf(buyer.client.hours.listLines.query({}))).toBe('access.not_allowed');
  });
});

describe('hours.showMonth', () => {
  it('lays people against weeks, and every sum adds up to what was declared', async () => {
    const here = await makeDeclaring(product, 'de la Tour');
    const second = await makeWorker(product, here, { firstName: 'Zora', lastName: 'Zitouni' });
    await here.employer.client.hours.declare.mutate({
      month: '2020-04',
      rows: [
        row(here.placementId, { from: '2020-04-01', to: '2020-04-30', centihours: 15_167 }),
        sickWeek(here.placementId, { centihours: 3_700 }),
        sickWeek(second.placementId, { evidence: [] }),
      ],
    });
    const month = await here.facilitator.client.hours.showMonth.query({ month: '2020-04' });
    expect(month.weeks).toEqual([
      { from: '2020-04-01', to: '2020-04-05' },
      { from: '2020-04-06', to: '2020-04-12' },
      { from: '2020-04-13', to: '2020-04-19' },
      { from: '2020-04-20', to: '2020-04-26' },
      { from: '2020-04-27', to: '2020-04-30' },
    ]);
    expect(month.rows.map(({ workerName }) => workerName)).toEqual(['Aïcha Benali', 'Zora Zitouni']);
    expect(month.rows[0]?.sum).toEqual({ validated: 15_167, toDecide: 3_500, waiting: 0, rejected: 200 });
    expect(month.rows[0]?.weeks[1]).toMatchObject({ toDecide: 3_500, rejected: 200 });
    expect(month.rows[1]?.weeks[1]).toEqual({ validated: 0, toDecide: 0, waiting: 3_500, rejected: 0 });
    expect(month.sum).toEqual({ validated: 15_167, toDecide: 3_500, waiting: 3_500, rejected: 200 });
    expect(month.total).toBe(2);
    // A month worked and a week of leave laid over it are too much for those five days, and for that week.
    expect(month.rows.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual([
      [...Array.from({ length: 5 }, () => 'over-day'), 'over-week'],
      [],
    ]);
    await here.employer.client.hours.declare.mutate({
      month: '2020-04',
      rows: [row(second.placementId, { from: '2020-04-20', to: '2020-04-20', centihours: 5_000 })],
    });
    const { count, close } = countStatements(product, here.facilitator);
    const asked = (pageSize: number) =>
      count((procedures) => procedures.hours.showMonth({ month: '2020-04', pageSize }));
    expect(await asked(2)).toBe(await asked(1));
    await close();
    const long = await here.facilitator.client.hours.showMonth.query({ month: '2020-04' });
    expect(long.rows[1]?.warnings).toEqual([
      { code: 'over-day', on: '2020-04-20', centihours: 5_000 },
      { code: 'over-week', on: '2020-04-20', centihours: 5_000 },
    ]);
    expect(long.rows[1]?.warnings).toEqual(
      (await here.facilitator.client.hours.listLines.query({ month: '2020-04' })).rows.find(
        ({ from }) => from === '2020-04-20',
      )?.warnings,
    );
    const page = await here.facilitator.client.hours.showMonth.query({ month: '2020-04', page: 2, pageSize: 1 });
    expect(page.rows.map(({ workerName }) => workerName)).toEqual(['Zora Zitouni']);
    expect(page.sum).toEqual(long.sum);
    expect((await other.facilitator.client.hours.showMonth.query({ month: '2020-04' })).rows).toEqual([]);
    expect(await refusalOf(here.employer.client.hours.showMonth.query({ month: '2020-04' }))).toBe(
      'access.not_allowed',
    );
  });
});
