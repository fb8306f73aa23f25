import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Declaring, makeDeclaring, makeWorker, row, sickWeek } from '../../support/declaring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let at: Declaring;
let other: Declaring;

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  at = await makeDeclaring(product, 'du Val');
  other = await makeDeclaring(product, 'du Mont');
});
afterAll(() => product.close());

async function worker() {
  return (await makeWorker(product, at)).placementId;
}

function declare(rows: ReturnType<typeof row>[], client = at.employer.client) {
  const month = rows[0]?.from.slice(0, 7) ?? '2020-03';
  return client.hours.declare.mutate({ month, rows });
}

async function lineOf(placementId: string) {
  const { rows } = await at.employer.client.hours.listLines.query({ placementId });
  return rows[0];
}

interface Entry {
  centihours: number;
  status: string;
  reason: string | null;
  reverses_id: string | null;
  [name: string]: unknown;
}

async function ledgerOf(placementId: string): Promise<Entry[]> {
  return product.system.client<Entry[]>`
    select line_id, centihours, status, policy, rule, reason, reverses_id from hour_entry
    where placement_id = ${placementId} order by recorded_at, id`;
}

describe('hours.declare', () => {
  it('judges the hours at once, and the statuses of a line always sum to its hours', async () => {
    const placementId = await worker();
    const { outcomes } = await declare([row(placementId), row(placementId, { kind: 'paid_leave', centihours: 700 })]);
    expect(outcomes).toEqual(['created', 'created']);
    const { rows } = await at.employer.client.hours.listLines.query({ placementId });
    const byKind = Object.fromEntries(rows.map((line) => [line.kind, line]));
    // 2 March is the first day of the work contract: nothing of a line from 1 March lies before it.
    expect(byKind.worked_on_site).toMatchObject({ centihours: 15_167, validated: 15_167, pending: 0, rejected: 0 });
    expect(byKind.paid_leave).toMatchObject({ centihours: 700, validated: 0, pending: 0, rejected: 700 });
    for (const line of rows) expect(line.validated + line.pending + line.rejected).toBe(line.centihours);
  });

  it('rejects the days outside the work contract and outside the eligibility, with their reason', async () => {
    const { placementId } = await makeWorker(
      product,
      at,
      {},
      { startsOn: '2020-03-09', endsOn: '2020-03-31', eligibleTo: '2020-03-27' },
    );
    await declare([row(placementId, { centihours: 2200 })]);
    const entries = await ledgerOf(placementId);
    // 22 days of work in March 2020, 100 each: 5 before the 9th, 15 to the 27th, 2 after.
    expect(entries.map(({ status, reason, centihours }) => [status, reason, centihours])).toEqual(
      expect.arrayContaining([
        ['rejected', 'outside-placement', 500],
        ['validated', null, 1500],
        ['rejected', 'outside-eligibility', 200],
      ]),
    );
    expect(entries).toHaveLength(3);
  });

  it('says that nothing changed when the same is declared again, and writes nothing', async () => {
    const placementId = await worker();
    await declare([row(placementId)]);
    const before = await ledgerOf(placementId);
    expect((await declare([row(placementId)])).outcomes).toEqual(['unchanged']);
    expect(await ledgerOf(placementId)).toEqual(before);
    const [lines] = await product.system.client`
      select count(*)::int as count from hour_line where placement_id = ${placementId}`;
    expect(lines?.count).toBe(1);
  });

  it('corrects by a reversal and a new line, and keeps the day on which the hours were first claimed', async () => {
    const placementId = await worker();
    await declare([row(placementId)]);
    const first = await lineOf(placementId);
    expect((await declare([row(placementId, { centihours: 14_000 })])).outcomes).toEqual(['updated']);
    const corrected = await lineOf(placementId);
    expect(corrected).toMatchObject({ centihours: 14_000, validated: 14_000 });
    expect(corrected?.id).not.toBe(first?.id);
    const entries = await ledgerOf(placementId);
    expect(entries.map(({ centihours }) => centihours)).toEqual([15_167, -15_167, 14_000]);
    expect(entries[1]?.reverses_id).not.toBeNull();
    expect(corrected?.receivedOn).toBe(first?.receivedOn);
    const shown = await at.employer.client.hours.showLine.query({ lineId: corrected?.id ?? '' });
    expect(shown.corrections.map(({ centihours }) => centihours)).toEqual([14_000, 15_167]);
  });

  it('cancels a line with 0 hours: it leaves the list, its story stays', async () => {
    const placementId = await worker();
    await declare([row(placementId)]);
    expect((await declare([row(placementId, { centihours: 0 })])).outcomes).toEqual(['updated']);
    expect(await lineOf(placementId)).toBeUndefined();
    expect((await ledgerOf(placementId)).reduce((sum, { centihours }) => sum + centihours, 0)).toBe(0);
    expect((await declare([row(placementId, { centihours: 1000 })])).outcomes).toEqual(['updated']);
    expect(await lineOf(placementId)).toMatchObject({ centihours: 1000, validated: 1000 });
  });

  it('waits for the paper, then for a decision, where the rule says "may"', async () => {
    const placementId = await worker();
    await declare([sickWeek(placementId, { evidence: [] })]);
    expect((await ledgerOf(placementId)).at(-1)).toMatchObject({ status: 'pending', reason: 'evidence-missing' });
    await declare([sickWeek(placementId)]);
    expect((await ledgerOf(placementId)).at(-1)).toMatchObject({ status: 'pending', reason: 'decision-needed' });
    expect(await lineOf(placementId)).toMatchObject({ pending: 3500, validated: 0, rejected: 0 });
  });

  it('rejects what is over the cap of a week, the earliest days counting first', async () => {
    const placementId = await worker();
    await declare([sickWeek(placementId, { centihours: 4000 })]);
    expect(await lineOf(placementId)).toMatchObject({ centihours: 4000, pending: 3500, rejected: 500 });
    expect((await ledgerOf(placementId)).map(({ reason }) => reason).sort()).toEqual(['decision-needed', 'over-cap']);
  });

  it('warns of long days and weeks without refusing them', async () => {
    const placementId = await worker();
    const { warnings } = await declare([row(placementId, { from: '2020-03-09', to: '2020-03-13', centihours: 5500 })]);
    expect(warnings).toHaveLength(6);
    expect(warnings).toContainEqual({ placementId, code: 'over-week', on: '2020-03-09', centihours: 5500 });
    expect(await lineOf(placementId)).toMatchObject({ validated: 5500 });
    expect((await declare([row(placementId, { from: '2020-04-01', to: '2020-04-30' })])).warnings).toEqual([]);
  });

  it('takes two declarations of the same month at once: one creates, the other changes nothing', async () => {
    const placementId = await worker();
    const both = await Promise.all([declare([row(placementId)]), declare([row(placementId)])]);
    expect(both.flatMap(({ outcomes }) => outcomes).sort()).toEqual(['created', 'unchanged']);
    expect((await ledgerOf(placementId)).reduce((sum, { centihours }) => sum + centihours, 0)).toBe(15_167);
  });

  it('takes two corrections at once: the ledger holds one of them, whole', async () => {
    const placementId = await worker();
    await declare([row(placementId)]);
    await Promise.all([10_000, 12_000, 13_000].map((centihours) => declare([row(placementId, { centihours })])));
    const line = await lineOf(placementId);
    expect([10_000, 12_000, 13_000]).toContain(line?.centihours);
    const sum = (await ledgerOf(placementId)).reduce((total, { centihours }) => total + centihours, 0);
    expect(sum).toBe(line?.centihours);
  });

  it('refuses, naming the row: another month, the same row twice, hours missing, a period reversed or over two months', async () => {
    const placementId = await worker();
    const call = (month: string, rows: ReturnType<typeof row>[]) =>
      refusalOf(at.employer.client.hours.declare.mutate({ month, rows }));
    expect(await call('2020-04', [row(placementId)])).toBe('hours.other_month');
    expect(await call('2020-03', [row(placementId), row(placementId)])).toBe('hours.row_twice');
    expect(await call('2020-03', [])).toBe('shared.fields_to_correct');
    expect(await call('2020-03', [row(placementId, { to: '2020-04-02' })])).toBe('shared.fields_to_correct');
    expect(await call('2020-03', [row(placementId, { to: '2020-02-02' })])).toBe('shared.fields_to_correct');
    expect(await call('2020-03', [row(placementId, { centihours: -1 })])).toBe('shared.fields_to_correct');
    expect(await ledgerOf(placementId)).toEqual([]);
  });

  it('lets the clause team write a sheet that came on paper', async () => {
    const placementId = await worker();
    expect((await declare([row(placementId)], at.facilitator.client)).outcomes).toEqual(['created']);
    expect(await lineOf(placementId)).toMatchObject({ validated: 15_167 });
  });

  it('finds no worker of another company or structure, and writes none of the rows beside', async () => {
    const mine = await worker();
    expect(await refusalOf(declare([row(mine), row(other.placementId)]))).toBe('hours.placement_not_found');
    expect(await refusalOf(declare([row(mine)], other.facilitator.client))).toBe('hours.placement_not_found');
    expect(await ledgerOf(mine)).toEqual([]);
    const lines = await other.employer.client.hours.listLines.query({ placementId: mine });
    expect(lines).toEqual({ rows: [], total: 0 });
  });
});

describe('a month that has not begun', () => {
  it('is neither shown nor taken, in words', async () => {
    const show = at.employer.client.hours.describeMonth.query({ month: '2031-01' });
    expect(await refusalOf(show)).toBe('hours.month_not_begun');
    const days = { from: '2031-01-01', to: '2031-01-31' };
    const rows = [row(at.placementId, days)];
    expect(await refusalOf(at.employer.client.hours.declare.mutate({ month: '2031-01', rows }))).toBe(
      'hours.month_not_begun',
    );
  });
});

describe('hours.describeMonth', () => {
  it('gives the workers of the month, what was declared, and what was declared the month before', async () => {
    const { placementId } = await makeWorker(product, at, { firstName: 'Zoé' }, { endsOn: '2020-04-15' });
    await declare([row(placementId)]);
    const march = await at.employer.client.hours.describeMonth.query({ month: '2020-03' });
    const mine = march.lines.filter((line) => line.placementId === placementId);
    expect(mine).toHaveLength(1);
    expect(mine[0]?.portions).toMatchObject([
      { status: 'validated', policy: 'ordinary', rule: 'worked', reason: null },
    ]);
    const april = await at.employer.client.hours.describeMonth.query({ month: '2020-04' });
    expect(april.placements.map(({ id }) => id)).toContain(placementId);
    expect(april.previous.filter((line) => line.placementId === placementId)).toMatchObject([{ centihours: 15_167 }]);
    const may = await at.employer.client.hours.describeMonth.query({ month: '2020-05' });
    expect(may.placements.map(({ id }) => id)).not.toContain(placementId);
    expect((await other.employer.client.hours.describeMonth.query({ month: '2020-03' })).lines).toEqual([]);
    expect(await refusalOf(at.facilitator.client.hours.describeMonth.query({ month: '2020-03' }))).toBe(
      'access.not_allowed',
    );
  });
});

describe('hours.listMonths', () => {
  it('gives the months since the first hire, whose hours are missing and how they came out', async () => {
    const here = await makeDeclaring(product, 'de la Mer');
    await makeWorker(product, here, {}, { startsOn: '2020-04-20', endsOn: '2020-04-30' });
    await declare([row(here.placementId)], here.employer.client);
    await declare([sickWeek(here.placementId, { evidence: [] })], here.employer.client);
    const none = { validated: 0, toDecide: 0, waiting: 0, rejected: 0 };
    expect(await here.employer.client.hours.listMonths.query()).toEqual([
      { month: '2020-05', workers: 1, declaredWorkers: 0, ...none },
      { month: '2020-04', workers: 2, declaredWorkers: 1, ...none, waiting: 3_500 },
      { month: '2020-03', workers: 1, declaredWorkers: 1, ...none, validated: 15_167 },
    ]);
    expect(await refusalOf(here.facilitator.client.hours.listMonths.query())).toBe('access.not_allowed');
  });
});

describe('the ledger', () => {
  it('takes no change: the application may not, and somebody above every policy meets the trigger', async () => {
    const placementId = await worker();
    await declare([row(placementId)]);
    const before = await ledgerOf(placementId);
    const staff = { kind: 'user', userId: at.lead.userId, role: 'lead', structureId: at.structureId } as const;
    const above = new URL(inject('clusterUrl'));
    above.pathname = new URL(product.base.ownerUrl).pathname;
    const superuser = postgres(above.toString(), { max: 1 });
    for (const table of ['hour_line', 'hour_entry', 'hour_decision', 'hour_policy']) {
      const { database } = product.app.services;
      await expect(
        database.as(staff, (tx) => tx.execute(`update ${table} set structure_id = structure_id`)),
        table,
      ).rejects.toMatchObject({ cause: { message: expect.stringContaining('permission denied') } });
    }
    await expect(superuser`update hour_entry set centihours = 1`.execute()).rejects.toThrow(/append_only/);
    await expect(superuser`delete from hour_line`.execute()).rejects.toThrow(/append_only/);
    await superuser.end();
    expect(await ledgerOf(placementId)).toEqual(before);
  });
});
