import { advanceRun } from '@jonction/api/hours/policy/advance-run';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Declaring, makeDeclaring, makeWorker, sickWeek } from '../../support/declaring.ts';
import { startTestJobs } from '../../support/jobs.ts';
import { publishTried, sickCounts, tryDraft, writeDraft } from '../../support/policies.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let jobs: Awaited<ReturnType<typeof startTestJobs>>;
const settled = () => jobs.settled();

beforeAll(async () => {
  product = await startProduct();
  jobs = await startTestJobs(product);
});
afterAll(async () => {
  await jobs.close();
  await product.close();
});

async function sickAt(name: string, people = 1): Promise<Declaring> {
  const here = await makeDeclaring(product, name);
  const others = await Promise.all(Array.from({ length: people - 1 }, () => makeWorker(product, here)));
  const rows = [here, ...others].map(({ placementId }) => sickWeek(placementId));
  await here.employer.client.hours.declare.mutate({ month: '2020-04', rows });
  await settled();
  return here;
}

async function statuses({ facilitator, made }: Declaring) {
  const { rows } = await facilitator.client.hours.listLines.query({ contractId: made.contractId });
  const sum = (field: 'validated' | 'pending' | 'rejected') => rows.reduce((all, line) => all + line[field], 0);
  return [sum('validated'), sum('pending'), sum('rejected')];
}

describe('a trial told again', () => {
  it('finds the same figure, whatever was declared, decided or published since', async () => {
    const here = await sickAt('du Val', 2);
    const draftId = await writeDraft(here.lead, here.structureId);
    const first = await tryDraft(here.lead, draftId, settled);
    expect(first).toMatchObject({ moved: 7000, lines: 2, same: null });
    const another = await makeWorker(product, here);
    await here.employer.client.hours.declare.mutate({ month: '2020-04', rows: [sickWeek(another.placementId)] });
    await publishTried(here.lead, draftId, settled);
    expect(await statuses(here)).toEqual([10_500, 0, 0]);

    const { runId } = await here.facilitator.client.hours.replayRun.mutate({ runId: first.run.runId });
    await settled();
    const again = await here.facilitator.client.hours.showRun.query({ runId });
    expect(again).toMatchObject({ moved: 7000, lines: 2, same: true, run: { replaysId: first.run.runId } });
    expect(again.contracts).toEqual(first.contracts);
  });

  it('says so when the figure is another one', async () => {
    const here = await sickAt('du Fort');
    const draftId = await writeDraft(here.lead, here.structureId);
    const { run } = await tryDraft(here.lead, draftId, settled);
    // What no ledger keeps two dates of: somebody shortened the hire.
    await product.system.client`update placement set ends_on = '2020-04-07' where id = ${here.placementId}`;
    const { runId } = await here.lead.client.hours.replayRun.mutate({ runId: run.runId });
    await settled();
    expect(await here.lead.client.hours.showRun.query({ runId })).toMatchObject({ same: false });
  });

  it('is not for what is under way, nor for what wrote the ledger', async () => {
    const here = await sickAt('du Lac');
    const { hours } = here.lead.client;
    const draftId = await writeDraft(here.lead, here.structureId);
    await tryDraft(here.lead, draftId, settled);
    const { run } = await publishTried(here.lead, draftId, settled);
    expect(await refusalOf(hours.replayRun.mutate({ runId: run.runId }))).toBe('hours.run_not_found');
    expect(await refusalOf(hours.stopRun.mutate({ runId: run.runId }))).toBe('hours.run_ended');
    expect(await refusalOf(hours.resumeRun.mutate({ runId: run.runId }))).toBe('hours.run_ended');
  });
});

describe('judging again', () => {
  it('stops where it is, goes on from there, and moves nothing twice', async () => {
    const people = 5;
    const batch = 3;
    const here = await sickAt('du Nord', people);
    const { hours } = here.lead.client;
    const draftId = await writeDraft(here.lead, here.structureId);
    await tryDraft(here.lead, draftId, settled);
    await jobs.close();
    const { runId } = await hours.publishDraft.mutate({ draftId });
    expect(await advanceRun(product.system, runId, { mostBatches: 1, batch })).toEqual({ more: true });
    await hours.stopRun.mutate({ runId });
    expect(await advanceRun(product.system, runId, { batch })).toEqual({ more: false });
    const half = await hours.showRun.query({ runId });
    expect(half.run).toMatchObject({ state: 'stopped', placementsDone: batch, placementsTotal: people });
    expect(half.validated).toBe(batch * 3500);
    const [left] = await product.system.client`
      select sum(centihours)::int as pending from hour_entry where structure_id = ${here.structureId} and status = 'pending'`;
    expect(left?.pending).toBe((people - batch) * 3500);

    await hours.resumeRun.mutate({ runId });
    // Two workers at once take turns.
    await Promise.all([1, 2].map(() => advanceRun(product.system, runId, { batch: 1 })));
    const done = await hours.showRun.query({ runId });
    expect(done.run).toMatchObject({ state: 'done', placementsDone: people });
    expect(done).toMatchObject({ validated: people * 3500, pending: -people * 3500, lines: people });
    const [entries] = await product.system.client`
      select count(*)::int as count from hour_entry e where e.structure_id = ${here.structureId}`;
    // Of each line: pending, its reversal, validated.
    expect(entries?.count).toBe(3 * people);
    jobs = await startTestJobs(product);
    await settled();
    expect(await hours.showRun.query({ runId })).toMatchObject({ validated: people * 3500 });
  });

  it('judges what is declared meanwhile by the new version at once', async () => {
    const here = await sickAt('du Sud');
    const draftId = await writeDraft(here.lead, here.structureId);
    await tryDraft(here.lead, draftId, settled);
    await jobs.close();
    const { runId } = await here.lead.client.hours.publishDraft.mutate({ draftId });
    const another = await makeWorker(product, here);
    await here.employer.client.hours.declare.mutate({ month: '2020-04', rows: [sickWeek(another.placementId)] });
    expect(await statuses(here)).toEqual([3500, 3500, 0]);
    await advanceRun(product.system, runId);
    expect(await statuses(here)).toEqual([7000, 0, 0]);
    jobs = await startTestJobs(product);
  });

  it('gives back what the version before said when it is withdrawn, and keeps both versions', async () => {
    const here = await sickAt('de l’Est');
    const { hours } = here.lead.client;
    const draftId = await writeDraft(here.lead, here.structureId);
    await tryDraft(here.lead, draftId, settled);
    await publishTried(here.lead, draftId, settled);
    const [version] = (await hours.listPolicies.query()).own;
    const begun = await hours.startDraft.mutate({ from: 'own', versionId: version?.versionId ?? '', withdraws: true });
    expect((await hours.showDraft.query(begun)).missing?.code).toBe('hours.policy_without_source');
    const content = { ...sickCounts(here.structureId), source: 'Fin de la mesure' };
    await hours.saveDraft.mutate({ ...begun, version: 1, content });
    expect(await tryDraft(here.lead, begun.draftId, settled)).toMatchObject({ validated: -3500, pending: 3500 });
    await publishTried(here.lead, begun.draftId, settled);
    expect(await statuses(here)).toEqual([0, 3500, 0]);
    expect((await hours.listPolicies.query()).own).toMatchObject([
      { number: 2, state: 'withdrawn', rules: [] },
      { number: 1, state: 'superseded' },
    ]);
  });

  it('has nothing to do where nobody declared such hours', async () => {
    const here = await makeDeclaring(product, 'de l’Ouest');
    const draftId = await writeDraft(here.lead, here.structureId);
    expect(await tryDraft(here.lead, draftId, settled)).toMatchObject({
      moved: 0,
      contracts: [],
      run: { state: 'done' },
    });
  });

  it('shows a run to the team of its structure alone', async () => {
    const here = await sickAt('d’ici');
    const there = await makeDeclaring(product, 'd’ailleurs');
    const draftId = await writeDraft(here.lead, here.structureId);
    const { run } = await tryDraft(here.lead, draftId, settled);
    const { runId } = run;
    const { contractId } = here.made;
    for (const who of [there.facilitator, there.lead]) {
      const { hours } = who.client;
      expect(await refusalOf(hours.showRun.query({ runId }))).toBe('hours.run_not_found');
      expect(await refusalOf(hours.listRunLines.query({ runId, contractId }))).toBe('hours.run_not_found');
      expect(await refusalOf(hours.replayRun.mutate({ runId }))).toBe('hours.run_not_found');
      expect(await refusalOf(hours.stopRun.mutate({ runId }))).toBe('hours.run_not_found');
    }
    expect(await refusalOf(here.employer.client.hours.showRun.query({ runId }))).toBe('access.not_allowed');
  });
});
