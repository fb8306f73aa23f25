import { writeCrisisLetters } from '@jonction/api/crisis/letters';
import { remindHours } from '@jonction/api/hours/late/remind-morning';
import { clause } from '@jonction/db/contract/tables';
import type { CrisisTerms } from '@jonction/domain/crisis/crisis';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Declaring, makeDeclaring } from '../../support/declaring.ts';
import { system } from '../../support/hiring.ts';
import { publicUrl, refusalOf } from '../../support/product.ts';
import { type CrisisWorld, ordonnance, startCrisisWorld, today } from './world.ts';

let world: CrisisWorld;
let at: Declaring;
let other: Declaring;
beforeAll(async () => {
  world = await startCrisisWorld();
  at = world.at;
  other = await makeDeclaring(world.product, 'du Mont');
  const terms = { perHour: null, perDayCents: 7_500, capBps: null, note: null };
  await world.product.system.as(system, async (tx) => {
    await tx.update(clause).set({ penalty: terms }).where(eq(clause.contractId, world.ids.site));
    await tx.update(clause).set({ penalty: terms }).where(eq(clause.contractId, at.made.contractId));
  });
});
afterAll(() => world.product.close());

const lead = () => at.lead.client.crisis;
const team = () => at.facilitator.client.crisis;
const write = async (changes: Partial<CrisisTerms> = {}) =>
  (await lead().write.mutate({ terms: ordonnance(changes), draft: null })).crisisId;
const draft = async (changes: Partial<CrisisTerms> = {}) => {
  const crisisId = await write(changes);
  const { planned } = await team().preview.query({ crisisId });
  const { version } = await team().show.query({ crisisId });
  return { crisisId, planned, version };
};
const log = pino({ level: 'silent' });
const lettersOf = async (crisisId: string) => world.product.system.client<
  { to: string; subject: string; body: string }[]
>`
  select m.to_address as "to", m.subject, m.body_text as body from message m where m.about_kind = 'crisis' and m.about_id = ${crisisId}
  order by m.id`;
const events = (contractId: string) => world.product.system.client<
  { type: string; on: string; ends: string | null; basis: string | null; note: string | null }[]
>`select type, "on"::text as "on", ends_on::text as ends, legal_basis as basis, note from contract_event
  where contract_id = ${contractId} and legal_basis is not null order by recorded_at`;
const status = async (contractId: string) => (await at.facilitator.client.contract.show.query({ contractId })).standing;
const exempt = async () => {
  const [row] = await world.product.system.client<
    { id: string }[]
  >`select id from clause where contract_id = ${world.ids.site}`;
  const asked = { clauseId: row?.id ?? '', noticeOn: '2020-03-01' };
  return at.facilitator.client.penalty.preview.query(asked);
};
const ladder = () =>
  remindHours({ database: world.product.system, publicUrl, relay: {}, log }, new Date('2020-04-21T06:40:00Z'));
const reminded = async (structureId: string) =>
  Number((await world.product.system.client`select 1 from hour_reminder where structure_id = ${structureId}`).length);

describe('an emergency before it is in force', () => {
  it('is declared by the lead alone, and read by the whole team', async () => {
    expect(await refusalOf(team().write.mutate({ terms: ordonnance(), draft: null }))).toBe('access.not_allowed');
    expect(await refusalOf(world.buyer.client.crisis.list.query())).toBe('access.not_allowed');
    const crisisId = await write();
    const shown = await team().show.query({ crisisId });
    expect(shown).toMatchObject({ state: 'draft', title: 'Crise sanitaire', allowed: [], contracts: 0, done: [] });
    expect((await lead().show.query({ crisisId })).allowed).toEqual(['enforce', 'write']);
    expect((await team().list.query()).map(({ id }) => id)).toContain(crisisId);
    expect(await team().current.query()).toEqual([]);
  });

  it('is written anew while nobody else did, and set aside without a trace on any contract', async () => {
    const crisisId = await write();
    const again = { terms: ordonnance({ title: 'Second confinement' }), draft: { crisisId, version: 1 } };
    await lead().write.mutate(again);
    expect(await team().show.query({ crisisId })).toMatchObject({ title: 'Second confinement', version: 2 });
    expect(await refusalOf(lead().write.mutate(again))).toBe('shared.changed_meanwhile');
    await lead().discard.mutate({ crisisId });
    expect(await refusalOf(team().show.query({ crisisId }))).toBe('crisis.not_found');
  });

  it('keeps to the days of its text, to its measures, and to days that have come', async () => {
    const refusal = (changes: Partial<CrisisTerms>) => refusalOf(write(changes));
    expect(await refusal({ from: '2020-03-01' })).toBe('crisis.outside_text');
    expect(await refusal({ to: '2020-03-16' })).toBe('crisis.days_reversed');
    expect(await refusal({ from: '2020-05-01' })).toBe('crisis.too_far');
    expect(await refusal({ receivers: ['buyer'], letter: '' })).toBe('crisis.letter_missing');
    expect(await refusal({ regime: 'other', measures: ['advance'] })).toBe('crisis.measure_not_in_text');
  });

  it('shows what it would change and changes nothing', async () => {
    const count = () => world.product.system.client`select count(*) from contract_event`;
    const before = await count();
    const { crisisId } = await draft();
    const preview = await team().preview.query({ crisisId });
    expect(preview).toMatchObject({ looked: 6, concerned: 4, planned: 7 });
    const told = preview.measures.map(({ measure, may, planned }) => [measure, may, planned]);
    expect(told).toEqual([
      ['scope', 4, 4],
      ['bid_delay', 0, 0],
      ['competition', 0, 0],
      ['extend_term', 1, 1],
      ['advance', 3, 0],
      ['extend_delay', 4, 0],
      ['no_penalty', 2, 2],
      ['third_party', 4, 0],
      ['terminate', 4, 0],
      ['suspend', 3, 0],
      ['suspend_concession', 1, 0],
      ['stop', 4, 0],
    ]);
    expect(preview.measures.find(({ measure }) => measure === 'extend_term')).toMatchObject({
      legalBasis: 'Ordonnance 2020-319, art. 4',
      obstacles: expect.arrayContaining([
        { why: 'ends_elsewhere', count: 3 },
        { why: 'ended', count: 1 },
        { why: 'not_begun', count: 1 },
      ]),
    });
    // Four days of sick leave before the state of emergency: from refused to a facilitator's decision.
    expect(preview.policies).toMatchObject({ published: 1, lines: 1, rejected: -2_800, pending: 2_800, partly: false });
    expect(preview.policies.contracts).toEqual([
      expect.objectContaining({ contractId: at.made.contractId, object: 'Nettoyage du Val', moved: 2_800 }),
    ]);
    expect(preview.cadences).toEqual([{ cadence: 'hours', waiting: 1 }]);
    expect(preview.penalties).toEqual({ exempt: 2, open: [] });
    expect(preview.letters.receivers.map(({ receiver, contracts }) => [receiver, contracts])).toEqual([
      ['buyer', 4],
      ['company', 4],
    ]);
    expect(preview.letters.sample?.text).toContain('durée prolongée par avenant');
    expect(await count()).toEqual(before);
  });

  it('takes as many statements for one contract as for all', async () => {
    const few = await draft({ cpv: ['45'], policies: [] });
    const many = await draft({ policies: [] });
    const counter = countStatements(world.product, at.facilitator);
    for (const read of ['preview', 'listContracts'] as const) {
      const one = await counter.count((procedures) => procedures.crisis[read]({ crisisId: few.crisisId }));
      expect(await counter.count((procedures) => procedures.crisis[read]({ crisisId: many.crisisId }))).toBe(one);
    }
    await counter.close();
  });

  it('looks only at the places, buyers, CPV and statuses that were chosen', async () => {
    const looked = async (changes: Partial<CrisisTerms>) =>
      (await team().preview.query({ crisisId: await write({ ...changes, policies: [] }) })).looked;
    expect(await looked({ cpv: ['45', '77'] })).toBe(2);
    expect(await looked({ departments: ['13'] })).toBe(0);
    expect(await looked({ departments: ['13'], communes: ['75113'] })).toBe(6);
    expect(await looked({ statuses: ['suspended'] })).toBe(0);
    // Two buyers: that of the five, and that of a contract of 2024.
    const buyers = await team().listBuyers.query();
    expect(buyers.map(({ contracts }) => contracts).sort()).toEqual([1, 5]);
    expect(await looked({ buyerIds: [at.made.buyerId] })).toBe(5);
    expect(await looked({ buyerIds: [other.made.buyerId] })).toBe(0);
  });

  it('keeps what is chosen for one contract, within what the text allows', async () => {
    const { crisisId, planned } = await draft();
    const { cleaning, site, over } = world.ids;
    const choose = (
      contractId: string,
      measure: 'extend_term' | 'suspend',
      chosen: boolean,
      endsOn: string | null = null,
    ) => lead().choose.mutate({ crisisId, choices: [{ contractId, measure, chosen, endsOn }] });
    await choose(site, 'suspend', true);
    await choose(cleaning, 'extend_term', true, '2020-09-30');
    expect((await team().preview.query({ crisisId })).planned).toBe(planned + 1);
    const { rows, total } = await team().listContracts.query({ crisisId, measure: 'extend_term' });
    expect(total).toBe(1);
    expect(rows[0]?.cells.find(({ measure }) => measure === 'extend_term')).toMatchObject({
      ...{ taken: true, own: true, endsOn: '2020-09-30', check: 'no_new_tender' },
    });
    await choose(cleaning, 'extend_term', false);
    expect((await team().listContracts.query({ crisisId, measure: 'extend_term' })).total).toBe(0);
    expect((await team().listContracts.query({ crisisId, measure: 'extend_term', standing: 'ended' })).rows).toEqual([
      expect.objectContaining({ id: over }),
    ]);
    expect(await refusalOf(choose(cleaning, 'extend_term', true, '2021-12-31'))).toBe('crisis.end_too_late');
    expect(await refusalOf(choose(cleaning, 'extend_term', true, '2020-01-31'))).toBe('crisis.end_too_early');
    expect(await refusalOf(choose(over, 'suspend', true))).toBe('crisis.not_open');
    expect(await refusalOf(choose(other.made.contractId, 'suspend', true))).toBe('contract.not_found');
    expect(await refusalOf(team().choose.mutate({ crisisId, choices: [] }))).toBe('access.not_allowed');
  });
});

describe('an emergency in force', () => {
  it('does all that its preview told, ends as a whole, and what was done stays told', async () => {
    const { site, cleaning } = world.ids;
    const crisisId = await write({ measures: ['extend_term', 'no_penalty', 'suspend'], cpv: ['45', '90'] });
    await lead().choose.mutate({
      crisisId,
      choices: [{ contractId: at.made.contractId, measure: 'suspend', chosen: false, endsOn: null }],
    });
    const { planned } = await lead().preview.query({ crisisId });
    const go = { crisisId, version: 1, planned };
    expect(await refusalOf(lead().enforce.mutate({ ...go, planned: planned + 1 }))).toBe('crisis.list_moved');
    expect(await refusalOf(lead().enforce.mutate({ ...go, version: 2 }))).toBe('shared.changed_meanwhile');
    expect(await refusalOf(team().enforce.mutate(go))).toBe('access.not_allowed');
    expect(await lead().enforce.mutate(go)).toMatchObject({ contracts: 3, measures: planned, policies: 1 });
    expect(await refusalOf(lead().enforce.mutate(go))).toBe('crisis.act_not_allowed');

    // Contracts: events with the article they rest on, and nothing in the list of changes of the census.
    expect(await status(site)).toMatchObject({ status: 'suspended', since: '2020-03-17' });
    const [said] = await events(site);
    expect(said).toMatchObject({ type: 'suspend', on: '2020-03-17', basis: 'Ordonnance 2020-319, art. 6, 4°' });
    expect(said?.note).toContain('Crise sanitaire');
    // 134 days of the window and 90 of a new tender.
    expect(await status(cleaning)).toMatchObject({ endsOn: '2021-01-10', status: 'suspended' });
    expect(await status(at.made.contractId)).toMatchObject({ status: 'active' });
    expect(await at.facilitator.client.census.listChanges.query()).toEqual([]);
    const told = await team().ofContract.query({ contractId: site });
    expect(told.map(({ measure, legalBasis }) => [measure, legalBasis])).toEqual([
      ['scope', 'Ordonnance 2020-319, art. 1'],
      ['no_penalty', 'Ordonnance 2020-319, art. 6, 2° a'],
      ['suspend', 'Ordonnance 2020-319, art. 6, 4°'],
    ]);

    // Penalties, morning letters, banner.
    const reasons = (await exempt()).exemptions.map(({ reason, from, to }) => [reason, from, to]);
    expect(reasons).toContainEqual(['declared', '2020-03-17', '2020-07-23']);
    expect(reasons.map(([reason]) => reason)).not.toContain('emergency');
    await ladder();
    expect([await reminded(at.structureId), await reminded(other.structureId)]).toEqual([0, 1]);
    expect(await team().current.query()).toEqual([
      { id: crisisId, title: 'Crise sanitaire', fromDay: '2020-03-17', toDay: '2020-07-23', cadences: ['hours'] },
    ]);
    expect(await other.facilitator.client.crisis.current.query()).toEqual([]);

    // Hours: one more policy, never another one changed; its run waits for the jobs.
    const { own } = await at.facilitator.client.hours.listPolicies.query();
    expect(own.map(({ id, state }) => [id, state])).toEqual([['emergency-2020-early', 'in_force']]);
    const shown = await team().show.query({ crisisId });
    expect(shown.published.map(({ policy }) => policy)).toEqual(['emergency-2020-early']);

    // Letters leave once, whatever the job is told.
    const job = {
      id: '',
      type: 'crisis.letters_wanted',
      structureId: at.structureId,
      subjectId: crisisId,
      payload: {},
    };
    await writeCrisisLetters(job, { database: world.product.system });
    await writeCrisisLetters(job, { database: world.product.system });
    const letters = await lettersOf(crisisId);
    expect(letters.length).toBe(shown.letters.reduce((sum, { planned: some }) => sum + some, 0));
    const toBuyer = letters.find(({ to }) => to === `${world.buyer.membershipId}@exemple.test`);
    expect(toBuyer?.subject).toBe('Crise sanitaire');
    expect(toBuyer?.body).toContain('marché suspendu (Ordonnance 2020-319, art. 6, 4°)');

    // The end, on a day.
    const on = '2020-04-17';
    expect(await refusalOf(lead().previewEnd.query({ crisisId, on: '2020-04-30' }))).toBe('crisis.end_in_future');
    expect(await refusalOf(lead().previewEnd.query({ crisisId, on: '2020-03-01' }))).toBe('crisis.end_before_start');
    expect(await lead().previewEnd.query({ crisisId, on })).toEqual({
      resumed: 2,
      left: 0,
      exempt: 2,
      concerned: 3,
      policies: [],
    });
    expect(await refusalOf(team().end.mutate({ crisisId, on, letter: '' }))).toBe('access.not_allowed');
    const ended = await lead().end.mutate({ crisisId, on, letter: 'Les chantiers reprennent.' });
    expect(ended).toMatchObject({ resumed: 2, left: 0, policies: 0 });
    expect(await status(site)).toMatchObject({ status: 'active', since: on });
    expect(await status(cleaning)).toMatchObject({ status: 'active', endsOn: '2021-01-10' });
    expect((await exempt()).exemptions).toContainEqual({ reason: 'declared', from: '2020-03-17', to: on });
    expect(await team().current.query()).toEqual([]);
    await ladder();
    expect(await reminded(at.structureId)).toBe(1);
    expect(await events(site)).toHaveLength(2);

    // Taken back as a whole, after its end.
    const undone = await lead().undo.mutate({ crisisId });
    expect(undone).toMatchObject({ left: 0, policies: 1 });
    expect(await status(site)).toMatchObject({ status: 'active', since: '2020-01-06' });
    expect(await status(cleaning)).toMatchObject({ status: 'active', endsOn: '2020-05-31' });
    const after = (await exempt()).exemptions.map(({ reason }) => reason);
    expect(after).toEqual(['emergency']);
    expect((await at.facilitator.client.hours.listPolicies.query()).own[0]?.state).toBe('withdrawn');
    expect((await team().ofContract.query({ contractId: site }))[0]?.withdrawnOn).toBe(today);
    expect(await refusalOf(lead().undo.mutate({ crisisId }))).toBe('crisis.act_not_allowed');
    const audited = await world.product.system.client<{ action: string }[]>`
      select action from audit_entry where subject_id = ${crisisId} and action <> 'crisis.write' order by id`;
    expect(audited.map(({ action }) => action)).toEqual([
      'crisis.choose',
      'crisis.enforce',
      'crisis.end',
      'crisis.undo',
    ]);
  });

  it('leaves a contract that somebody spoke of since as it is, ended or taken back', async () => {
    const { parking } = world.ids;
    const terms = {
      measures: ['suspend_concession'],
      policies: [],
      receivers: [],
      cadences: [],
    } satisfies Partial<CrisisTerms>;
    const go = await draft(terms);
    await lead().enforce.mutate(go);
    await at.facilitator.client.contract.recordEvent.mutate({
      ...{ contractId: parking, lotId: null, type: 'resume', on: '2020-04-01', endsOn: null, source: 'phone' },
      ...{ saidBy: 'Mme Petit', legalBasis: null, note: null, documentId: null },
    });
    expect(await lead().previewEnd.query({ crisisId: go.crisisId, on: today })).toMatchObject({ resumed: 0, left: 1 });
    // What she said rests on the suspension: it stays, and is counted.
    expect(await lead().undo.mutate({ crisisId: go.crisisId })).toMatchObject({ undone: 0, left: 1 });
    expect(await status(parking)).toMatchObject({ status: 'active', since: '2020-04-01' });
  });

  it('publishes the rules of 2020 for its own days, and cuts them on the day it ends', async () => {
    const go = await draft({
      ...{ regime: 'other', legalTitle: 'Arrêté préfectoral canicule', from: '2020-04-01', to: null, measures: [] },
      ...{ policies: ['dated'], receivers: [], cadences: [] },
    });
    await lead().enforce.mutate(go);
    const policy = async () =>
      (await at.facilitator.client.hours.listPolicies.query()).own.find(({ id }) => id === `crisis-${go.crisisId}`);
    expect(await policy()).toMatchObject({ state: 'in_force', validFrom: '2020-04-01', validTo: null });
    const end = { crisisId: go.crisisId, on: '2020-04-15' };
    expect((await lead().previewEnd.query(end)).policies).toEqual([
      { title: 'Crise sanitaire', validTo: '2020-04-15' },
    ]);
    await lead().end.mutate({ ...end, letter: '' });
    expect(await policy()).toMatchObject({ state: 'in_force', number: 2, validTo: '2020-04-15' });
  });

  it('is nothing to another team', async () => {
    const { crisisId } = await draft();
    const theirs = other.lead.client.crisis;
    const on = today;
    expect(await refusalOf(theirs.show.query({ crisisId }))).toBe('crisis.not_found');
    expect(await refusalOf(theirs.preview.query({ crisisId }))).toBe('crisis.not_found');
    expect(await refusalOf(theirs.listContracts.query({ crisisId }))).toBe('crisis.not_found');
    expect(await refusalOf(theirs.enforce.mutate({ crisisId, version: 1, planned: 1 }))).toBe('crisis.not_found');
    expect(await refusalOf(theirs.end.mutate({ crisisId, on, letter: '' }))).toBe('crisis.not_found');
    expect(await refusalOf(theirs.undo.mutate({ crisisId }))).toBe('crisis.not_found');
    expect(await refusalOf(theirs.discard.mutate({ crisisId }))).toBe('crisis.not_found');
    expect(await theirs.ofContract.query({ contractId: world.ids.site })).toEqual([]);
    expect((await theirs.list.query()).map(({ id }) => id)).not.toContain(crisisId);
  });
});
