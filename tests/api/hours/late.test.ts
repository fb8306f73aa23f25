import { remindHours } from '@jonction/api/hours/late/remind-morning';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Declaring, makeDeclaring, makeWorker, row } from '../../support/declaring.ts';
import { type Product, publicUrl, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let at: Declaring;
let other: Declaring;

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  at = await makeDeclaring(product, 'des Retards');
  other = await makeDeclaring(product, 'du Mont');
});
afterAll(() => product.close());

const log = pino({ level: 'silent' });
const morning = (day: string) =>
  remindHours({ database: product.system, publicUrl, relay: {}, log }, new Date(`${day}T06:40:00Z`));
const letters = (employerId: string) => product.system.client<
  { rung: number; kind: string; day: string; body: string }[]
>`
  select r.rung, r.kind, r.sent_at::date::text as day, m.body_text as body from hour_reminder r join message m on m.id = r.message_id
  where r.employer_id = ${employerId} order by r.sent_at, r.id`;
/** The token of the last letter to a company. */
async function tokenOf(employerId: string): Promise<string> {
  const last = (await letters(employerId)).at(-1);
  return /\/declarer\/(\S+)/.exec(last?.body ?? '')?.[1] ?? '';
}
const nobody = () => product.client();

describe('hours.listLate', () => {
  it('gives each month over that misses hours, the oldest first, with its age and how many people', async () => {
    const { rows, total, employers } = await at.facilitator.client.hours.listLate.query({});
    expect(rows.map(({ month, missing, ageDays }) => [month, missing, ageDays])).toEqual([
      ['2020-03', 1, 48],
      ['2020-04', 1, 18],
    ]);
    expect([total, employers]).toEqual([2, 1]);
    expect(rows[0]).toMatchObject({ employerName: 'Propreté des Retards', rung: 3, sentRung: 0, mayRemind: true });
    expect(rows[0]?.address).toBe(`${at.employer.membershipId}@exemple.test`);
    expect(await refusalOf(at.employer.client.hours.listLate.query({}))).toBe('access.not_allowed');
  });

  it('forgets a month once hours are declared, or that there were none', async () => {
    const here = await makeDeclaring(product, 'des Réponses');
    const second = await makeWorker(product, here);
    const listed = async () =>
      (await here.lead.client.hours.listLate.query({})).rows.map(({ month, missing }) => [month, missing]);
    expect(await listed()).toEqual([
      ['2020-03', 2],
      ['2020-04', 2],
    ]);
    await here.employer.client.hours.declare.mutate({ month: '2020-03', rows: [row(here.placementId)] });
    await here.employer.client.hours.declareNone.mutate({ month: '2020-03', placementIds: [second.placementId] });
    expect(await listed()).toEqual([['2020-04', 2]]);
    const months = await here.employer.client.hours.listMonths.query();
    expect(months.find(({ month }) => month === '2020-03')).toMatchObject({ workers: 2, declaredWorkers: 2 });
  });

  it('takes as many statements whatever its length', async () => {
    const counter = countStatements(product, at.facilitator);
    const few = await counter.count((procedures) => procedures.hours.listLate({ pageSize: 1 }));
    expect(await counter.count((procedures) => procedures.hours.listLate({ pageSize: 100 }))).toBe(few);
    await counter.close();
  });
});

describe('hours.declareNone', () => {
  it('is said once, read on the month, taken back, and gives way to hours', async () => {
    const here = await makeDeclaring(product, 'du Zéro');
    const none = { month: '2020-04', placementIds: [here.placementId] };
    expect(await here.employer.client.hours.declareNone.mutate(none)).toEqual({ said: 1 });
    expect(await here.employer.client.hours.declareNone.mutate(none)).toEqual({ said: 0 });
    const shown = () => here.employer.client.hours.describeMonth.query({ month: '2020-04' });
    expect((await shown()).none).toEqual([here.placementId]);
    await here.employer.client.hours.declareNone.mutate({ ...none, none: false });
    expect((await shown()).none).toEqual([]);
    await here.facilitator.client.hours.declareNone.mutate(none);
    const april = row(here.placementId, { from: '2020-04-01', to: '2020-04-30' });
    await here.employer.client.hours.declare.mutate({ month: '2020-04', rows: [april] });
    expect((await shown()).none).toEqual([]);
    expect(await refusalOf(here.employer.client.hours.declareNone.mutate(none))).toBe('hours.none_declared');
  });

  it('refuses a month to come, somebody not at work, and somebody else’s worker', async () => {
    const say = (month: string, placementId = at.placementId, who = at.employer) =>
      refusalOf(who.client.hours.declareNone.mutate({ month, placementIds: [placementId] }));
    expect(await say('2020-06')).toBe('hours.month_not_begun');
    expect(await say('2020-01')).toBe('hours.none_not_at_work');
    expect(await say('2020-04', other.placementId)).toBe('hours.placement_not_found');
    expect(await say('2020-04', at.placementId, other.facilitator)).toBe('hours.placement_not_found');
    const back = at.employer.client.hours.declareNone.mutate({
      month: '2020-04',
      placementIds: [at.placementId],
      none: false,
    });
    expect(await refusalOf(back)).toBe('hours.placement_not_found');
  });
});

describe('one morning', () => {
  it('writes on the 1st, the 5th and the 15th, once each, and stops when the month is said', async () => {
    const here = await makeDeclaring(product, 'du Matin');
    await here.employer.client.hours.declareNone.mutate({ month: '2020-03', placementIds: [here.placementId] });
    await morning('2020-04-30');
    for (const day of ['2020-05-04', '2020-05-04', '2020-05-05', '2020-05-07', '2020-05-15']) await morning(day);
    const sent = await letters(here.employerId);
    // The 1st is a holiday: the 4th writes. The 5th is within three days of it: the 7th catches up.
    expect(sent.map(({ kind, rung, day }) => [kind, rung, day]).filter(([kind]) => kind === 'month')).toEqual([
      ['month', 1, '2020-05-04'],
      ['month', 2, '2020-05-07'],
      ['month', 3, '2020-05-15'],
    ]);
    const [first] = sent.filter(({ kind }) => kind === 'month');
    expect(first?.body).toMatch(/avril.2020/);
    expect(first?.body).not.toContain('Benali');
    await here.employer.client.hours.declareNone.mutate({ month: '2020-04', placementIds: [here.placementId] });
    await morning('2020-05-20');
    expect((await letters(here.employerId)).filter(({ kind }) => kind === 'month')).toHaveLength(3);
  });

  it('writes nothing where no relay takes letters, on a day off, nor to an address that came back', async () => {
    const here = await makeDeclaring(product, 'du Silence');
    await remindHours({ database: product.system, publicUrl, relay: null, log }, new Date('2020-05-04T06:40:00Z'));
    await morning('2020-05-03');
    await product.system.client`insert into message (structure_id, template, to_address, subject, status)
      values (${here.structureId}, 'push', ${`${here.employer.membershipId}@exemple.test`}, 'CV', 'failed')`;
    await morning('2020-05-04');
    expect(await letters(here.employerId)).toHaveLength(0);
    const { rows } = await here.facilitator.client.hours.listLate.query({});
    expect(rows[0]).toMatchObject({ address: null, mayRemind: false });
    const call = here.facilitator.client.hours.remindLate.mutate({ employerId: here.employerId, month: '2020-04' });
    expect(await refusalOf(call)).toBe('hours.remind_no_address');
  });
});

describe('hours.remindLate', () => {
  it('writes by hand at one click, and keeps the three days of the address', async () => {
    const here = await makeDeclaring(product, 'du Clic');
    const remind = (who = here.facilitator) =>
      who.client.hours.remindLate.mutate({ employerId: here.employerId, month: '2020-04' });
    expect(await refusalOf(remind(other.facilitator))).toBe('hours.late_not_found');
    await remind();
    expect(await letters(here.employerId)).toMatchObject([{ kind: 'month', rung: 0 }]);
    // Written on the clock of the machine, which is later than the day of the test: within three days of nothing.
    const { rows } = await here.facilitator.client.hours.listLate.query({});
    expect(rows.find(({ month }) => month === '2020-04')?.mayRemind).toBe(false);
    expect(await refusalOf(remind())).toBe('hours.remind_guard');
    const done = here.facilitator.client.hours.remindLate.mutate({ employerId: other.employerId, month: '2020-04' });
    expect(await refusalOf(done)).toBe('hours.late_not_found');
  });
});

describe('the link of a letter', () => {
  it('shows who writes and about which month, names nobody and changes nothing', async () => {
    const here = await makeDeclaring(product, 'du Lien');
    await here.facilitator.client.hours.remindLate.mutate({ employerId: here.employerId, month: '2020-04' });
    const token = await tokenOf(here.employerId);
    const door = await nobody().hours.describeLink.query({ token });
    expect(door).toMatchObject({ employerName: 'Propreté du Lien', kind: 'month', months: ['2020-04'] });
    expect(JSON.stringify(door)).not.toContain('Benali');
    const [row0] = await product.system.client<{ opened: string | null }[]>`
      select opened_at as opened from hour_reminder where employer_id = ${here.employerId}`;
    expect(row0?.opened).toBeNull();
  });

  it('opens its month by a button, logs it, and declares without an account', async () => {
    const here = await makeDeclaring(product, 'du Sans-Compte');
    const second = await makeWorker(product, here, { firstName: 'Ida', lastName: 'Kone' });
    await here.facilitator.client.hours.remindLate.mutate({ employerId: here.employerId, month: '2020-04' });
    const token = await tokenOf(here.employerId);
    const opened = await nobody().hours.openLink.mutate({ token, month: '2020-04' });
    expect(opened.placements.map(({ id }) => id).sort()).toEqual([here.placementId, second.placementId].sort());
    const april = row(here.placementId, { from: '2020-04-01', to: '2020-04-30' });
    const done = await nobody().hours.declareByLink.mutate({
      token,
      month: '2020-04',
      rows: [april],
      none: [second.placementId],
    });
    expect(done).toEqual({ declared: 1, none: 1 });
    const { rows } = await here.facilitator.client.hours.listLines.query({ month: '2020-04' });
    expect(rows).toMatchObject([{ centihours: 15_167, validated: 15_167 }]);
    const { rows: late } = await here.facilitator.client.hours.listLate.query({});
    expect(late.map(({ month }) => month)).toEqual(['2020-03']);
    const acts = await product.system.client<{ action: string }[]>`
      select action from audit_entry where facts ->> 'structure' = ${here.structureId} order by id`;
    expect(acts.map(({ action }) => action)).toEqual(['hours.openLink', 'hours.declareByLink']);
    const [declared] = await product.system.client<{ source: string; declared_by: string | null }[]>`
      select source, declared_by from hour_declaration where structure_id = ${here.structureId}`;
    expect(declared).toEqual({ source: 'link', declared_by: null });
  });

  it('opens no other month, no other worker, and nothing once it is dead', async () => {
    const here = await makeDeclaring(product, 'des Bornes');
    await here.facilitator.client.hours.remindLate.mutate({ employerId: here.employerId, month: '2020-04' });
    const token = await tokenOf(here.employerId);
    const declare = (given: { month?: string; rows?: ReturnType<typeof row>[]; none?: string[] }) =>
      refusalOf(nobody().hours.declareByLink.mutate({ token, month: '2020-04', ...given }));
    expect(await refusalOf(nobody().hours.openLink.mutate({ token, month: '2020-03' }))).toBe('hours.link_other_month');
    expect(await declare({})).toBe('hours.nothing_declared');
    expect(await declare({ none: [other.placementId] })).toBe('hours.placement_not_found');
    expect(await declare({ rows: [row(here.placementId)] })).toBe('hours.other_month');
    const april = row(here.placementId, { from: '2020-04-01', to: '2020-04-30' });
    expect(await declare({ rows: [april, april] })).toBe('hours.row_twice');
    await product.system
      .client`update hour_reminder set expires_at = sent_at + interval '1 second', sent_at = sent_at - interval '1 day'
      where employer_id = ${here.employerId}`;
    await product.system
      .client`update hour_reminder set expires_at = sent_at + interval '1 second' where employer_id = ${here.employerId}`;
    expect(await refusalOf(nobody().hours.describeLink.query({ token }))).toBe('hours.link_not_found');
    expect(await declare({ none: [here.placementId] })).toBe('hours.link_not_found');
    const wrong = 'un-lien-qui-n-existe-vraiment-pas';
    expect(await refusalOf(nobody().hours.describeLink.query({ token: wrong }))).toBe('hours.link_not_found');
  });

  it('keeps the people of another team of the same company to that team', async () => {
    const here = await makeDeclaring(product, 'de Deux');
    const twin = await makeDeclaring(product, 'de Trois');
    const foreign = await makeWorker(product, { ...twin, employerId: here.employerId });
    await here.facilitator.client.hours.remindLate.mutate({ employerId: here.employerId, month: '2020-04' });
    const token = await tokenOf(here.employerId);
    const opened = await nobody().hours.openLink.mutate({ token, month: '2020-04' });
    expect(opened.placements.map(({ id }) => id)).toEqual([here.placementId]);
    const call = nobody().hours.declareByLink.mutate({ token, month: '2020-04', none: [foreign.placementId] });
    expect(await refusalOf(call)).toBe('hours.placement_not_found');
  });
});

describe('the quarterly campaign', () => {
  it('counts who is expected and who answered, with its calendar', async () => {
    const here = await makeDeclaring(product, 'de Campagne');
    const [current, first] = await here.lead.client.hours.listCampaigns.query();
    expect(current).toMatchObject({ quarter: '2020-T2', ended: false, expected: 1 });
    expect(first).toMatchObject({ quarter: '2020-T1', ended: true, expected: 1, answered: 0, to: '2020-03-31' });
    expect(first?.letters).toEqual(['2020-03-31', '2020-04-07', '2020-04-15']);
    const shown = await here.lead.client.hours.showCampaign.query({ quarter: '2020-T1' });
    expect(shown.rows).toMatchObject([{ employerId: here.employerId, missing: 1, state: 'waiting', letters: [] }]);
  });

  it('is answered by the company once nothing is missing, with the hours of that day', async () => {
    const here = await makeDeclaring(product, 'de Réponse');
    const { structureId } = here;
    const answer = () => here.employer.client.hours.answerQuarter.mutate({ quarter: '2020-T1', structureId });
    expect(await refusalOf(answer())).toBe('hours.quarter_incomplete');
    await here.employer.client.hours.declare.mutate({ month: '2020-03', rows: [row(here.placementId)] });
    expect(await here.employer.client.hours.listQuarters.query()).toMatchObject([
      { quarter: '2020-T1', missing: 0, centihours: 15_167, answeredOn: null, structureName: 'de Réponse' },
    ]);
    expect(await answer()).toEqual({ centihours: 15_167 });
    const shown = await here.facilitator.client.hours.showCampaign.query({ quarter: '2020-T1' });
    expect(shown).toMatchObject({ answered: 1, rows: [{ state: 'answered', mayRemind: false }] });
    const call = here.facilitator.client.hours.remindCampaign.mutate({
      quarter: '2020-T1',
      employerId: here.employerId,
    });
    expect(await refusalOf(call)).toBe('hours.quarter_answered');
    const early = here.employer.client.hours.answerQuarter.mutate({ quarter: '2020-T2', structureId });
    expect(await refusalOf(early)).toBe('hours.quarter_not_ended');
    const strange = other.employer.client.hours.answerQuarter.mutate({ quarter: '2020-T1', structureId });
    expect(await refusalOf(strange)).toBe('hours.late_not_found');
  });

  it('reminds by its ladder and by hand, and sends no penalty by itself', async () => {
    const here = await makeDeclaring(product, 'de Rappel');
    for (const day of ['2020-03-31', '2020-04-07', '2020-04-10', '2020-04-15', '2020-04-20']) await morning(day);
    const sent = await letters(here.employerId);
    const quarter = sent.filter(({ kind }) => kind === 'quarter');
    expect(quarter.map(({ rung }) => rung)).toEqual([1, 2, 3]);
    expect(quarter[0]?.body).toMatch(/1er.trimestre.2020/);
    expect(sent.some(({ body }) => /pénalité/i.test(body))).toBe(false);
    const remind = (who: Declaring['facilitator'], employerId: string, name = '2020-T1') =>
      who.client.hours.remindCampaign.mutate({ quarter: name, employerId });
    expect(await refusalOf(remind(other.facilitator, here.employerId))).toBe('hours.late_not_found');
    expect(await refusalOf(remind(here.facilitator, here.employerId, '2020-T2'))).toBe('hours.quarter_not_ended');
    const fresh = await makeDeclaring(product, 'de Main');
    expect(await remind(fresh.facilitator, fresh.employerId)).toMatchObject({ address: /@exemple\.test$/ });
    const shown = await here.facilitator.client.hours.showCampaign.query({
      quarter: '2020-T1',
      employerId: here.employerId,
    });
    expect(shown.rows).toMatchObject([{ state: 'file_ready', letters: quarter.map(({ day }) => day) }]);
  });
});

describe('the second wall of reminders', () => {
  it('opens tokens and addresses to the team alone', async () => {
    const settings = {
      kind: 'user' as const,
      userId: at.employer.userId,
      role: 'employer',
      organisationId: at.employerId,
      structureId: at.structureId,
    };
    const seen = await product.app.services.database.as(settings, (tx) => tx.execute('select 1 from hour_reminder'));
    expect(seen).toHaveLength(0);
    const written = product.app.services.database.as(settings, (tx) =>
      tx.execute(`insert into hour_quarter_answer (structure_id, employer_id, quarter, centihours)
        values ('${other.structureId}', '${other.employerId}', '2020-01-01', 0)`),
    );
    await expect(written).rejects.toThrow();
  });
});
