import { readMonthHours } from '@jonction/db/hours/month';
import { listLines } from '@jonction/db/hours/queries';
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
const march = { month: '2020-03' };
const nothing = { validated: 0, toDecide: 0, waiting: 0, rejected: 0 };

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  at = await makeDeclaring(product, 'du Val');
  other = await makeDeclaring(product, 'du Mont');
  buyer = await makePerson(product, 'buyer', { organisationId: at.made.buyerId, structureId: at.structureId });
  await at.employer.client.hours.declare.mutate({
    ...march,
    rows: [row(at.placementId), row(at.placementId, { kind: 'paid_leave', centihours: 700 })],
  });
  await other.employer.client.hours.declare.mutate({ ...march, rows: [row(other.placementId, { centihours: 9_900 })] });
});
afterAll(() => product.close());

const show = (who: Person = at.facilitator, month = march) => who.client.hours.showClosing.query(month);

describe('hours.proposeClosing', () => {
  it('is said by a facilitator and kept with the month; said again, it changes nothing', async () => {
    await at.facilitator.client.hours.proposeClosing.mutate({ ...march, note: 'Toutes les feuilles sont là' });
    await at.facilitator.client.hours.proposeClosing.mutate(march);
    expect(await show()).toMatchObject({
      state: 'proposed',
      mayDecide: false,
      story: [
        { act: 'proposed', byName: expect.stringContaining('facilitator'), reason: 'Toutes les feuilles sont là' },
      ],
    });
    expect((await show(at.lead)).mayDecide).toBe(true);
    expect((await show(other.facilitator)).story).toEqual([]);
  });

  it('waits for the lead on her home, and for nobody else', async () => {
    const told = async (who: Person) =>
      (await who.client.report.today.query()).items.filter(({ kind }) => kind === 'closing');
    expect(await told(at.lead)).toMatchObject([{ month: '2020-03', by: expect.stringContaining('facilitator') }]);
    expect(await told(at.facilitator)).toEqual([]);
    expect(await told(other.lead)).toEqual([]);
  });

  it('refuses a month under way, a month of no calendar, and whoever is not of the team', async () => {
    const { proposeClosing } = at.facilitator.client.hours;
    expect(await refusalOf(proposeClosing.mutate({ month: '2020-05' }))).toBe('hours.month_not_over');
    expect(await refusalOf(proposeClosing.mutate({ month: '2020-13' }))).toBe('shared.fields_to_correct');
    for (const who of [at.employer, buyer]) {
      expect(await refusalOf(who.client.hours.proposeClosing.mutate(march))).toBe('access.not_allowed');
    }
  });
});

describe('hours.closeMonth', () => {
  it('freezes the sums of the month by lot; what other teams hold is not in it', async () => {
    await at.lead.client.hours.closeMonth.mutate(march);
    const left = (await at.lead.client.report.today.query()).items.filter(({ kind }) => kind === 'closing');
    expect(left).toEqual([]);
    const shown = await show();
    expect(shown).toMatchObject({ state: 'closed', moved: { rows: [], total: 0 } });
    expect(shown.story.map(({ act }) => act)).toEqual(['proposed', 'closed']);
    const sums = { ...nothing, validated: 15_167, rejected: 700 };
    expect(shown.lots).toMatchObject([{ contractObject: 'Nettoyage du Val', frozen: sums, now: sums }]);
    expect((await show(other.facilitator)).state).toBe('open');
  });

  it('is for the lead alone', async () => {
    for (const who of [at.facilitator, at.employer, buyer]) {
      expect(await refusalOf(who.client.hours.closeMonth.mutate({ month: '2020-02' }))).toBe('access.not_allowed');
      expect(await refusalOf(who.client.hours.reopenMonth.mutate({ ...march, reason: 'oubli' }))).toBe(
        'access.not_allowed',
      );
    }
  });

  it('refuses a month closed already, and one that is not over', async () => {
    const { closeMonth } = at.lead.client.hours;
    expect(await refusalOf(closeMonth.mutate(march))).toBe('hours.month_closed');
    expect(await refusalOf(at.facilitator.client.hours.proposeClosing.mutate(march))).toBe('hours.month_closed');
    expect(await refusalOf(closeMonth.mutate({ month: '2020-05' }))).toBe('hours.month_not_over');
    expect(await refusalOf(closeMonth.mutate({ month: '2020-06' }))).toBe('hours.month_not_over');
  });

  it('is done once by two leads at the same time', async () => {
    const month = '2020-02';
    const answers = await Promise.allSettled([1, 2, 3].map(() => at.lead.client.hours.closeMonth.mutate({ month })));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await show(at.lead, { month })).story.map(({ act }) => act)).toEqual(['closed']);
  });
});

describe('a correction after the closing', () => {
  it('is a new line beside the old one, told as such, with the difference from what was frozen', async () => {
    const { client } = at.employer;
    expect((await client.hours.describeMonth.query(march)).closedAt).not.toBeNull();
    expect((await client.hours.describeMonth.query({ month: '2020-04' })).closedAt).toBeNull();
    await client.hours.declare.mutate({ ...march, rows: [row(at.placementId, { centihours: 14_000 })] });
    const shown = await show();
    const frozen = { ...nothing, validated: 15_167, rejected: 700 };
    const now = { ...frozen, validated: 14_000 };
    expect(shown.lots).toMatchObject([{ frozen, now }]);
    expect(shown.moved).toMatchObject({ total: 1, rows: [{ workerName: 'Aïcha Benali', frozen, now }] });
    const { rows } = await at.facilitator.client.hours.listLines.query({ ...march });
    expect(rows.map(({ centihours, lateSince }) => [centihours, lateSince !== null])).toEqual(
      expect.arrayContaining([
        [14_000, true],
        [700, false],
      ]),
    );
    const late = await at.facilitator.client.hours.listLines.query({ ...march, late: true });
    expect(late.rows.map(({ centihours }) => centihours)).toEqual([14_000]);
    const told = await at.facilitator.client.hours.showLine.query({ lineId: late.rows[0]?.id ?? '' });
    expect(told.entries.map(({ late: after }) => after)).toEqual([true]);
    expect(told.corrections.map(({ centihours }) => centihours)).toEqual([14_000, 15_167]);
  });

  it('leaves on the old line what was recorded before, and marks the reversal', async () => {
    const [old] = await product.system.client<{ id: string }[]>`
      select replaces_id as id from hour_line where placement_id = ${at.placementId} and replaces_id is not null`;
    const told = await at.facilitator.client.hours.showLine.query({ lineId: old?.id ?? '' });
    expect(told.entries.map(({ centihours, late }) => [centihours, late])).toEqual([
      [15_167, false],
      [-15_167, true],
    ]);
  });

  it('shows in the list of months how many people moved', async () => {
    const months = await at.facilitator.client.hours.listClosings.query({});
    expect(months).toMatchObject([
      {
        month: '2020-03',
        state: 'closed',
        people: 1,
        moved: 1,
        now: { validated: 14_000 },
        frozen: { validated: 15_167 },
      },
    ]);
    // February was closed without an hour: it has nothing to show.
    expect(months).toHaveLength(1);
    expect((await other.facilitator.client.hours.listClosings.query({})).map(({ state }) => state)).toEqual(['open']);
  });

  it('is not marked once the month is reopened', async () => {
    const reason = 'Feuilles de l’agence reçues en retard';
    await at.lead.client.hours.reopenMonth.mutate({ ...march, reason });
    const { placementId } = await makeWorker(product, at, { firstName: 'Bruno', lastName: 'Caron' });
    await at.employer.client.hours.declare.mutate({ ...march, rows: [row(placementId, { centihours: 1_000 })] });
    const { rows } = await at.facilitator.client.hours.listLines.query({ placementId });
    expect(rows.map(({ lateSince }) => lateSince)).toEqual([null]);
    expect((await at.employer.client.hours.describeMonth.query(march)).closedAt).toBeNull();
    const shown = await show();
    expect(shown).toMatchObject({ state: 'reopened', closedAt: null, moved: { total: 0 } });
    expect(shown.story.at(-1)).toMatchObject({ act: 'reopened', reason, byName: expect.stringContaining('lead') });
    // What was recorded between the closing and the reopening stays told as late.
    expect((await at.facilitator.client.hours.listLines.query({ ...march, late: true })).total).toBe(1);
  });

  it('closes again on the sums of that day, and keeps the first closing readable', async () => {
    await at.lead.client.hours.closeMonth.mutate(march);
    const shown = await show();
    expect(shown.story.map(({ act }) => act)).toEqual(['proposed', 'closed', 'reopened', 'closed']);
    expect(shown.lots).toMatchObject([{ frozen: { validated: 15_000 }, now: { validated: 15_000 } }]);
    const [sums] = await product.system.client<{ sums: string[] }[]>`
      select array_agg(s order by s) as sums from (select sum(h.centihours)::text as s from closed_month_hours h
        where h.structure_id = ${at.structureId} group by h.closing_id) t`;
    expect(sums?.sums).toEqual(['15700', '15867']);
  });

  it('by a new judgement is told too: a decision made after the closing moves what was frozen', async () => {
    const here = await makeDeclaring(product, 'du Bief');
    const april = { month: '2020-04' };
    await here.employer.client.hours.declare.mutate({ ...april, rows: [sickWeek(here.placementId)] });
    await here.lead.client.hours.closeMonth.mutate(april);
    const { rows } = await here.facilitator.client.hours.listLines.query({});
    const lineIds = rows.map(({ id }) => id);
    await here.facilitator.client.hours.decide.mutate({ lineIds, accept: true, reason: 'Relevé vu' });
    const shown = await show(here.facilitator, april);
    expect(shown.moved.rows).toMatchObject([
      { frozen: { ...nothing, toDecide: 3_500 }, now: { ...nothing, validated: 3_500 } },
    ]);
    // The line itself was declared before: it is the judgement that is late.
    expect((await here.facilitator.client.hours.listLines.query({ late: true })).total).toBe(0);
    const told = await here.facilitator.client.hours.showLine.query({ lineId: lineIds[0] ?? '' });
    expect(told.entries.map(({ late }) => late)).toEqual([false, true, true]);
  });
});

describe('hours.reopenMonth', () => {
  it('refuses without a reason, and a month that is not closed', async () => {
    const { reopenMonth } = at.lead.client.hours;
    expect(await refusalOf(reopenMonth.mutate({ ...march, reason: '  ' }))).toBe('shared.fields_to_correct');
    expect(await refusalOf(reopenMonth.mutate({ month: '2020-04', reason: 'oubli' }))).toBe('hours.month_not_closed');
    expect(await refusalOf(other.lead.client.hours.reopenMonth.mutate({ ...march, reason: 'oubli' }))).toBe(
      'hours.month_not_closed',
    );
  });
});

describe('as it was known on a day', () => {
  const today = parisDayOf(new Date());
  const yesterday = addDays(today, -1);

  it('the list, the month, the months and the closing say nothing of what came later', async () => {
    const { hours } = at.facilitator.client;
    expect((await hours.listLines.query({ ...march, knownOn: yesterday })).total).toBe(0);
    expect((await hours.listLines.query({ ...march, knownOn: today })).total).toBeGreaterThan(0);
    expect((await hours.showMonth.query({ ...march, knownOn: yesterday })).total).toBe(0);
    expect((await hours.showMonth.query({ ...march, knownOn: today })).total).toBe(2);
    expect(await hours.listClosings.query({ knownOn: yesterday })).toEqual([]);
    expect(await hours.showClosing.query({ ...march, knownOn: yesterday })).toMatchObject({
      state: 'open',
      story: [],
      lots: [],
    });
  });

  it('a line reads as it stood before its correction', async () => {
    const { placementId } = await makeWorker(product, other, { firstName: 'Zora' });
    await other.employer.client.hours.declare.mutate({ ...march, rows: [row(placementId, { centihours: 5_000 })] });
    const [clock] = await product.system.client<{ at: string }[]>`select clock_timestamp()::text as at`;
    const knownAt = new Date(clock?.at ?? '');
    await other.employer.client.hours.declare.mutate({ ...march, rows: [row(placementId, { centihours: 4_000 })] });
    const filter = { placementId, page: 1, pageSize: 10 };
    const days = { from: '2020-03-01', to: '2020-03-31', contractId: other.made.contractId, page: 1, pageSize: 10 };
    await product.system.as(system, async (tx) => {
      const before = await listLines(tx, { ...filter, knownAt });
      expect(before.rows).toMatchObject([{ centihours: 5_000, validated: 5_000 }]);
      expect((await listLines(tx, filter)).rows).toMatchObject([{ centihours: 4_000, validated: 4_000 }]);
      const sumOf = async (question: Parameters<typeof readMonthHours>[1]) =>
        (await readMonthHours(tx, question, [placementId])).hours.get(placementId)?.map(({ centihours }) => centihours);
      expect(await sumOf({ ...days, knownAt })).toEqual([5_000]);
      expect(await sumOf(days)).toEqual([4_000]);
    });
  });

  it('reads a fixed number of times, however many people', async () => {
    const counting = countStatements(product, at.facilitator);
    const few = await counting.count((procedures) => procedures.hours.showClosing(march));
    const fewMonths = await counting.count((procedures) => procedures.hours.listClosings({}));
    for (const firstName of ['A', 'B', 'C']) {
      const { placementId } = await makeWorker(product, at, { firstName });
      await at.employer.client.hours.declare.mutate({ ...march, rows: [row(placementId, { centihours: 100 })] });
    }
    expect(await counting.count((procedures) => procedures.hours.showClosing(march))).toBe(few);
    expect(await counting.count((procedures) => procedures.hours.listClosings({}))).toBe(fewMonths);
    expect((await show()).moved.total).toBe(3);
    await counting.close();
  });
});
