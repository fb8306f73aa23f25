import { parisDayOf } from '@jonction/domain/shared/day';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Declaring, makeDeclaring, makeWorker, row, sickWeek } from '../../support/declaring.ts';
import { startTestJobs } from '../../support/jobs.ts';
import type { Person } from '../../support/people.ts';
import { publishTried, sickCounts, tryDraft, writeDraft } from '../../support/policies.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let jobs: Awaited<ReturnType<typeof startTestJobs>>;
let at: Declaring;
const settled = () => jobs.settled();

beforeAll(async () => {
  // Jobs judge as known on the real day: the product of this test lives on it too.
  product = await startProduct();
  jobs = await startTestJobs(product);
  at = await makeDeclaring(product, 'du Val');
});
afterAll(async () => {
  await jobs.close();
  await product.close();
});

/** A week of sick leave declared on a fresh contract. */
async function sickAt(name: string): Promise<Declaring> {
  const here = await makeDeclaring(product, name);
  await here.employer.client.hours.declare.mutate({ month: '2020-04', rows: [sickWeek(here.placementId)] });
  await settled();
  return here;
}

async function sums({ facilitator, placementId }: Pick<Declaring, 'facilitator' | 'placementId'>) {
  const { rows } = await facilitator.client.hours.listLines.query({ placementId });
  return rows.map(({ validated, pending, rejected }) => [validated, pending, rejected]);
}

describe('a policy that comes with the product', () => {
  it('is adopted by trying it, then publishing it as it is', async () => {
    const here = await makeDeclaring(product, 'des Îles');
    const vulnerable = sickWeek(here.placementId, { kind: 'vulnerable_leave' });
    await here.employer.client.hours.declare.mutate({ month: '2020-04', rows: [vulnerable] });
    const { hours } = here.lead.client;
    const before = await hours.listPolicies.query();
    expect(before.builtIn.find(({ id }) => id === 'emergency-2020-more')).toMatchObject({
      inForce: false,
      adopted: false,
    });

    const { draftId } = await hours.startDraft.mutate({ from: 'built_in', policyId: 'emergency-2020-more' });
    const trial = await tryDraft(here.lead, draftId, settled);
    expect(trial).toMatchObject({ moved: 3500, pending: 3500, rejected: -3500, validated: 0, lines: 1 });
    expect(trial.contracts).toMatchObject([{ contractId: here.made.contractId, lines: 1, people: 1, moved: 3500 }]);
    expect(await sums(here)).toEqual([[0, 0, 3500]]);

    const done = await publishTried(here.lead, draftId, settled);
    expect(done).toMatchObject({
      moved: 3500,
      pending: 3500,
      rejected: -3500,
      run: { purpose: 'judgement', state: 'done' },
    });
    expect(await sums(here)).toEqual([[0, 3500, 0]]);
    const after = await hours.listPolicies.query();
    expect(after.builtIn.find(({ id }) => id === 'emergency-2020-more')).toMatchObject({ adopted: true });
    expect(after.own).toMatchObject([
      { id: 'emergency-2020-more', number: 1, state: 'in_force', publishedByName: expect.stringContaining('lead') },
    ]);
  });

  it('judges in the structure that adopted it and in no other', async () => {
    const other = await makeDeclaring(product, 'du Fort');
    const line = sickWeek(other.placementId, { kind: 'vulnerable_leave' });
    await other.employer.client.hours.declare.mutate({ month: '2020-04', rows: [line] });
    await settled();
    expect(await sums(other)).toEqual([[0, 0, 3500]]);
  });

  it('that nobody knows is not found', async () => {
    const { startDraft } = at.lead.client.hours;
    expect(await refusalOf(startDraft.mutate({ from: 'built_in', policyId: 'nothing' }))).toBe(
      'hours.policy_not_found',
    );
  });
});

describe('a policy of one’s own', () => {
  it('is written by a facilitator, tried, and published by the lead', async () => {
    const here = await sickAt('du Pont');
    expect(await sums(here)).toEqual([[0, 3500, 0]]);
    const draftId = await writeDraft(here.facilitator, here.structureId);
    expect(await tryDraft(here.facilitator, draftId, settled)).toMatchObject({
      moved: 3500,
      validated: 3500,
      pending: -3500,
    });
    expect(await refusalOf(here.facilitator.client.hours.publishDraft.mutate({ draftId }))).toBe('access.not_allowed');
    await publishTried(here.lead, draftId, settled);
    expect(await sums(here)).toEqual([[3500, 0, 0]]);
  });

  it('answers of each hour which version, which text, and to the team who published it', async () => {
    const here = await sickAt('de la Tour');
    const draftId = await writeDraft(here.lead, here.structureId);
    await tryDraft(here.lead, draftId, settled);
    await publishTried(here.lead, draftId, settled);
    const { rows } = await here.facilitator.client.hours.listLines.query({ placementId: here.placementId });
    const lineId = rows[0]?.id ?? '';
    const { entries } = await here.facilitator.client.hours.showLine.query({ lineId });
    const today = parisDayOf(new Date());
    expect(entries.find(({ holds }) => holds)).toMatchObject({
      rule: 'arret-avril',
      policyTitle: 'Arrêts maladie d’avril 2020',
      source: 'Note de service de la structure, 20 avril 2020',
      version: { number: 1, publishedOn: today, publishedByName: expect.stringContaining('lead') },
    });
    expect(entries[0]).toMatchObject({ policy: 'emergency-2020', version: null });
    const told = await here.employer.client.hours.showLine.query({ lineId });
    expect(told.entries.find(({ holds }) => holds)?.version).toEqual({
      number: 1,
      publishedOn: today,
      publishedByName: null,
    });
  });

  it('for one contract moves the hours of that contract alone', async () => {
    const here = await sickAt('du Lac');
    const second = await makeDeclaring(product, 'du Lac bis');
    const { contractId } = here.made;
    const scope = { level: 'contract' as const, id: contractId };
    const draftId = await writeDraft(here.lead, here.structureId, { scope });
    expect((await tryDraft(here.lead, draftId, settled)).contracts.map((one) => one.contractId)).toEqual([contractId]);
    const elsewhere = { level: 'contract' as const, id: second.made.contractId };
    const strange = await writeDraft(here.lead, here.structureId, { scope: elsewhere });
    expect(await refusalOf(here.lead.client.hours.simulatePolicy.mutate({ draftId: strange }))).toBe(
      'hours.policy_scope_not_yours',
    );
  });

  it('looks only at the people whose hours it may judge otherwise', async () => {
    const here = await sickAt('du Bois');
    const onSite = await makeWorker(product, here);
    await here.employer.client.hours.declare.mutate({ month: '2020-03', rows: [row(onSite.placementId)] });
    const draftId = await writeDraft(here.lead, here.structureId);
    const { run } = await tryDraft(here.lead, draftId, settled);
    expect(run).toMatchObject({ placementsTotal: 1, placementsDone: 1, state: 'done' });
  });

  it('moves with its kind what shares a weekly cap with it, and the trial says as much as the run that follows', async () => {
    const here = await makeDeclaring(product, 'du Partage');
    const { hours } = here.lead.client;
    const shared = {
      id: 'repos',
      kinds: ['sick_leave' as const, 'childcare_leave' as const],
      outcome: 'validate' as const,
    };
    const capped = { rules: [{ ...shared, evidence: [], creditedCapPerWeek: 3500 }] };
    const first = await writeDraft(here.lead, here.structureId, { title: 'Arrêts et gardes ensemble', ...capped });
    await tryDraft(here.lead, first, settled);
    await publishTried(here.lead, first, settled);
    const rows = [
      sickWeek(here.placementId),
      sickWeek(here.placementId, { kind: 'childcare_leave' }),
      row(here.placementId, { from: '2020-04-01', to: '2020-04-03', centihours: 2100 }),
    ];
    await hours.declare.mutate({ month: '2020-04', rows });
    await settled();
    // Day after day, the sick leave first: after Wednesday morning the cap leaves nothing.
    expect((await sums(here)).map(String).toSorted()).toEqual(['1400,0,2100', '2100,0,0', '2100,0,1400']);

    const draftId = await writeDraft(here.lead, here.structureId, {
      title: 'Arrêts refusés sur ce marché',
      scope: { level: 'contract', id: here.made.contractId },
      rules: [{ id: 'arret-refuse', kinds: ['sick_leave'], outcome: 'reject' }],
    });
    const trial = await tryDraft(here.lead, draftId, settled);
    const moved = { lines: 2, moved: 4200, validated: 0, pending: 0, rejected: 0 };
    expect(trial).toMatchObject(moved);
    expect(await publishTried(here.lead, draftId, settled)).toMatchObject(moved);
    expect((await sums(here)).map(String).toSorted()).toEqual(['0,0,3500', '2100,0,0', '3500,0,0']);
  });

  it('tells what it would move in penalties, where the contract has some by the hour', async () => {
    const here = await sickAt('du Four');
    await product.system.client`
      update clause set penalty = '{"perHour":{"basis":"fixed","cents":6000},"perDayCents":null,"capBps":null,"note":null}', due_hours = 100
      where id = ${here.made.clauseId}`;
    const draftId = await writeDraft(here.lead, here.structureId);
    // 35 hours more of the 100 that are due, at 60 € the missing hour.
    expect(await tryDraft(here.lead, draftId, settled)).toMatchObject({
      penaltyCents: -210_000,
      contracts: [{ penaltyCents: -210_000 }],
    });
  });

  it('is listed line by line, with who worked', async () => {
    const here = await sickAt('du Puits');
    const draftId = await writeDraft(here.lead, here.structureId);
    const { run } = await tryDraft(here.lead, draftId, settled);
    const { contractId } = here.made;
    const lines = await here.facilitator.client.hours.listRunLines.query({ runId: run.runId, contractId });
    expect(lines).toMatchObject([{ workerName: 'Aïcha Benali', kind: 'sick_leave', moved: 3500, validated: 3500 }]);
  });
});

describe('what is written before it is published', () => {
  it('is kept unfinished, and says what is missing', async () => {
    const { hours } = at.lead.client;
    const missing = async (given: Parameters<typeof writeDraft>[2]) => {
      const draftId = await writeDraft(at.lead, at.structureId, given);
      const shown = await hours.showDraft.query({ draftId });
      expect(await refusalOf(hours.simulatePolicy.mutate({ draftId }))).toBe(shown.missing?.code);
      return shown.missing?.code;
    };
    expect(await missing({ title: '' })).toBe('hours.policy_untitled');
    expect(await missing({ source: ' ' })).toBe('hours.policy_without_source');
    expect(await missing({ rules: [] })).toBe('hours.policy_without_rule');
    expect(await missing({ validFrom: '2020-05-01', validTo: '2020-04-01' })).toBe('hours.policy_dates_reversed');
    expect(await missing({ rules: [{ id: '', kinds: ['training'], outcome: 'validate' }] })).toBe(
      'hours.policy_rule_unnamed',
    );
    expect(await missing({ rules: [{ id: 'a', kinds: [], outcome: 'validate' }] })).toBe(
      'hours.policy_rule_without_kind',
    );
    expect(await missing({ scope: { level: 'structure', id: at.employerId } })).toBe('hours.policy_scope_not_yours');
  });

  it('is not written over by somebody who read it before', async () => {
    const draftId = await writeDraft(at.facilitator, at.structureId);
    const content = sickCounts(at.structureId);
    const late = at.lead.client.hours.saveDraft.mutate({
      draftId,
      version: 1,
      content: { ...content, title: 'Autre' },
    });
    expect(await refusalOf(late)).toBe('shared.changed_meanwhile');
    expect((await at.lead.client.hours.showDraft.query({ draftId })).title).toBe(content.title);
  });

  it('cannot be made a rule of the whole country', async () => {
    const { draftId } = await at.lead.client.hours.startDraft.mutate({ from: 'nothing' });
    const content = { ...sickCounts(at.structureId), scope: { level: 'national' as const, id: 'France' } };
    expect(await refusalOf(at.lead.client.hours.saveDraft.mutate({ draftId, version: 1, content }))).toBe(
      'hours.policy_scope_not_yours',
    );
  });

  it('changes no more once it is set aside', async () => {
    const draftId = await writeDraft(at.facilitator, at.structureId);
    const { hours } = at.facilitator.client;
    await hours.discardDraft.mutate({ draftId });
    expect((await hours.showDraft.query({ draftId })).state).toBe('discarded');
    expect((await hours.listPolicies.query()).drafts.map((one) => one.draftId)).not.toContain(draftId);
    const content = sickCounts(at.structureId);
    for (const refused of [
      () => hours.saveDraft.mutate({ draftId, version: 2, content }),
      () => hours.simulatePolicy.mutate({ draftId }),
      () => hours.discardDraft.mutate({ draftId }),
      () => at.lead.client.hours.publishDraft.mutate({ draftId }),
    ]) {
      expect(await refusalOf(refused())).toBe('hours.draft_settled');
    }
  });

  it('is published only as it was tried, today', async () => {
    const here = await sickAt('du Moulin');
    const { hours } = here.lead.client;
    const draftId = await writeDraft(here.lead, here.structureId);
    expect(await refusalOf(hours.publishDraft.mutate({ draftId }))).toBe('hours.draft_untried');
    await tryDraft(here.lead, draftId, settled);
    await hours.saveDraft.mutate({
      draftId,
      version: 2,
      content: { ...sickCounts(here.structureId), validTo: '2020-04-07' },
    });
    expect(await refusalOf(hours.publishDraft.mutate({ draftId }))).toBe('hours.draft_untried');
    await tryDraft(here.lead, draftId, settled);
    await product.system.client`update hour_run set known_on = known_on - 1 where draft_id = ${draftId}`;
    expect(await refusalOf(hours.publishDraft.mutate({ draftId }))).toBe('hours.draft_untried');
  });

  it('is the structure’s: another team finds nothing, a company may not', async () => {
    const draftId = await writeDraft(at.lead, at.structureId);
    const other = await makeDeclaring(product, 'd’ailleurs');
    const asked = (who: Person) => refusalOf(who.client.hours.showDraft.query({ draftId }));
    expect(await asked(other.facilitator)).toBe('hours.draft_not_found');
    expect(await asked(at.employer)).toBe('access.not_allowed');
    expect(await refusalOf(at.employer.client.hours.listPolicies.query())).toBe('access.not_allowed');
    expect(await refusalOf(other.lead.client.hours.publishDraft.mutate({ draftId }))).toBe('hours.draft_not_found');
  });
});
