import { handlers } from '@jonction/api/jobs/handlers';
import { lotHolder } from '@jonction/db/contract/tables';
import { message } from '@jonction/db/message/tables';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../support/people.ts';
import { publicUrl, refusalOf } from '../../support/product.ts';
import { uploaded } from '../../support/upload.ts';
import { type GroupWorld, startGroup } from './group-world.ts';
import { today } from './world.ts';

let group: GroupWorld;
let clauseId: string;
let [first, second, third]: Person[] = [];
let ids: GroupWorld['ids'];

beforeAll(async () => {
  group = await startGroup();
  clauseId = group.at.clauseId;
  [first, second, third] = group.members.map(({ person }) => person);
  ids = group.ids;
  await setTo([5_000, 3_000, 2_000]);
  await group.work(ids[0], 6_000);
});
afterAll(() => group.world.product.close());

const team = () => group.world.facilitator.client.contract;
const company = (which: Person | undefined) => (which ?? group.outsider.person).client.contract;
const shown = (who: Person = group.world.facilitator) => who.client.contract.showGroup.query({ clauseId });
const own = (which: Person | undefined) => company(which).showOwnPart.query({ clauseId });
const version = async () => (await shown()).group?.version ?? 0;
const setTo = async (shares: readonly number[], members: readonly string[] = ids) =>
  team().setShares.mutate({
    ...{ clauseId, mode: 'bps', liability: null, leadId: ids[0], version: (await shown()).group?.version ?? null },
    members: shares.map((shareBps, index) => ({ organisationId: members[index] ?? '', shareBps })),
  });
const end = async (changes: Record<string, unknown> = {}, who: Person = group.world.facilitator) =>
  who.client.contract.endGroup.mutate({
    ...{ clauseId, version: await version(), endedOn: today, reason: 'Avenant 3 : le titulaire poursuit seul' },
    ...{ agreed: true as const, ...changes },
  });
const resume = async (changes: Record<string, unknown> = {}, who: Person = group.world.facilitator) =>
  who.client.contract.resumeGroup.mutate({ clauseId, version: await version(), ...changes });
const offer = (changes: Record<string, unknown> = {}) => ({
  ...{ clauseId, side: 'sell' as const, otherId: ids[1], centihours: 1_000, priceCents: 2_004 },
  ...{ reason: 'Nous embauchons', ...changes },
});
const parts = async () => (await shown()).members.map(({ dueCentihours }) => dueCentihours);
const stateOf = async (transferId: string) =>
  (await shown()).transfers?.find(({ id }) => id === transferId)?.state ?? null;

/** Plays the jobs of shares told so far, as the program does; the letters there are after it, by the template. */
async function letters(template: string) {
  const { product, structureId } = group.world;
  const events = await product.system.client<{ id: string; type: string; subjectId: string }[]>`
    select id, type, subject_id as "subjectId" from outbox where type = 'contract.shares_set' order by id desc limit 1`;
  for (const event of events)
    await handlers[event.type]?.(
      { ...event, structureId, payload: {} },
      {
        ...{ database: product.system, relay: null, files: product.app.services.files, meilisearch: null },
        ...{ vault: product.app.services.vault, publicUrl, log: pino({ level: 'silent' }) },
      },
    );
  const { toAddress: to, subject, bodyText: text } = message;
  const all = await product.system.as({ kind: 'system' }, (tx) =>
    tx.select({ to, subject, text, template: message.template }).from(message).orderBy(message.id),
  );
  return all.filter((letter) => letter.template === template);
}
const plain = (text: string | null | undefined) => (text ?? '').replaceAll(/\s+/g, ' ');

describe('a group that ends', () => {
  let signed: string;
  let waiting: string;

  it('is the team’s to end, on its own clause, once it is a group', async () => {
    const { world } = group;
    const given = { version: 1 };
    expect(await refusalOf(end(given, world.stranger))).toBe('contract.clause_not_found');
    for (const who of [world.buyer, world.employer, world.partner, world.administrator])
      expect(await refusalOf(end(given, who))).toBe('access.not_allowed');
    const other = await world.contract({ reference: 'M-32' });
    expect(await refusalOf(end({ clauseId: other.clauseId }))).toBe('contract.group_not_found');
  });

  it('is refused without a reason, unread, tomorrow, before its contract or a signed transfer, on an old screen', async () => {
    ({ transferId: signed } = await company(first).proposeTransfer.mutate(offer()));
    await company(second).signTransfer.mutate({ transferId: signed });
    ({ transferId: waiting } = await company(first).proposeTransfer.mutate(offer({ centihours: 500 })));
    for (const changes of [{ reason: ' ' }, { agreed: false }, { endedOn: 'hier' }])
      expect(await refusalOf(end(changes))).toBe('shared.fields_to_correct');
    expect(await refusalOf(end({ endedOn: '2999-01-01' }))).toBe('contract.group_end_in_future');
    expect(await refusalOf(end({ endedOn: '1999-01-01' }))).toMatch(/^contract\.group_end_before_/);
    expect(await refusalOf(end({ version: 99 }))).toBe('contract.group_changed_meanwhile');
    expect(await refusalOf(resume())).toBe('contract.group_not_ended');
  });

  it('keeps its parts as its final account, says who, when and why, and leaves what the contract owes', async () => {
    const before = await parts();
    await end();
    const seen = await shown();
    expect(seen.group).toMatchObject({
      ...{ cause: 'ended', endedOn: today, reason: 'Avenant 3 : le titulaire poursuit seul', byName: 'Inès Marchand' },
    });
    expect(await parts()).toEqual(before);
    const due = async () => (await team().showObligation.query({ clauseId })).dueHours;
    expect(await due()).toBe(420);
    const writing = {
      lotId: group.at.lotId,
      kind: 'execution' as const,
      target: { mode: 'fixed' as const, hours: 600 },
    };
    const dates = { startsOn: '2024-01-08', endsOn: '2026-12-31' };
    await team().writeClause.mutate({
      ...{ ...writing, ...dates, categoryCodes: ['RSA'], hourBasis: 'worked', penalty: null },
    });
    expect([await due(), await parts()]).toEqual([600, before]);
    expect(await refusalOf(end())).toBe('contract.group_ended');
  });

  it('leaves signed transfers standing and those that waited without effect; nothing more is transferred', async () => {
    expect([await stateOf(signed), await stateOf(waiting)]).toEqual(['signed', 'lapsed']);
    expect((await shown()).members.map(({ netCents }) => netCents)).toEqual([20_040, -20_040, 0]);
    for (const answer of [
      () => company(second).signTransfer.mutate({ transferId: waiting }),
      () => company(second).refuseTransfer.mutate({ transferId: waiting, reason: 'non' }),
      () => company(first).withdrawTransfer.mutate({ transferId: waiting }),
      () => company(first).proposeTransfer.mutate(offer({ centihours: 10 })),
    ])
      expect(await refusalOf(answer())).toBe('contract.group_ended');
    const pdf = { bytes: new TextEncoder().encode('%PDF-1.4\n%fin\n%%EOF'), media: 'application/pdf' };
    const fileId = await uploaded(group.world.product, group.world.facilitator, 'document', { name: 'a.pdf', ...pdf });
    const { otherId: _, side: __, ...terms } = offer();
    const paper = { ...terms, sellerId: ids[0], purchaserId: ids[1], signedOn: today, fileId };
    expect(await refusalOf(team().recordTransfer.mutate(paper))).toBe('contract.group_ended');
  });

  it('counts hours begun by its last day in the parts, and those of after for the contract alone', async () => {
    const done = async () => (await shown()).members[1]?.doneCentihours;
    const before = await done();
    await group.work(ids[1], 300);
    expect(await done()).toBe((before ?? 0) + 300);
    await group.work(ids[1], 900, { fromDay: '2024-08-01', toDay: '2024-08-31' });
    expect(await done()).toBe((before ?? 0) + 300);
    expect((await own(second)).balance.doneCentihours).toBe((before ?? 0) + 300);
  });

  it('is told to each member once, with its own part and the reason', async () => {
    await letters('group-ended');
    const told = await letters('group-ended');
    expect(told.map(({ to }) => to).toSorted()).toEqual(
      [first, second, third].map((who) => `${who?.membershipId}@exemple.test`).toSorted(),
    );
    const toSecond = plain(told.find(({ to }) => (to ?? '').includes(second?.membershipId ?? '-'))?.text);
    expect(toSecond).toContain('126 h');
    expect(toSecond).toContain('Avenant 3 : le titulaire poursuit seul');
    expect(toSecond.replaceAll(/http\S+/g, '')).not.toMatch(/210|84 h/);
  });

  it('stays readable to its members, who are told the end, and to the buyer, without names of the team nor prices', async () => {
    expect(await own(second)).toMatchObject({ endedOn: today, endReason: expect.stringContaining('Avenant 3') });
    expect((await own(second)).transfers.map(({ state }) => state).toSorted()).toEqual(['lapsed', 'signed']);
    expect((await own(second)).leadName).toBe('Bâtisseurs réunis');
    const bought = await shown(group.world.buyer);
    expect(bought.group).toMatchObject({ endedOn: today, byName: null });
    expect(bought.transfers).toBeNull();
    expect(await refusalOf(own(group.outsider.person))).toBe('contract.clause_not_found');
  });
});

describe('the end taken back', () => {
  it('is the team’s, and only what the screen showed', async () => {
    const { world } = group;
    expect(await refusalOf(resume({}, world.stranger))).toBe('contract.clause_not_found');
    for (const who of [world.buyer, world.employer, world.partner])
      expect(await refusalOf(resume({ version: 1 }, who))).toBe('access.not_allowed');
    expect(await refusalOf(resume({ version: 1 }))).toBe('contract.group_changed_meanwhile');
  });

  it('shares again what is owed by now, lets waiting transfers wait again, and tells those who had heard', async () => {
    await resume();
    const seen = await shown();
    expect(seen.group).toMatchObject({ cause: 'resumed', endedOn: null, reason: null });
    expect(await parts()).toEqual([30_000, 18_000, 12_000]);
    const waits = seen.transfers?.find(({ state }) => state === 'waiting');
    expect(waits?.centihours).toBe(500);
    await company(second).signTransfer.mutate({ transferId: waits?.id ?? '' });
    const told = await letters('group-resumed');
    expect(told).toHaveLength(3);
    expect(plain(told[0]?.text)).toContain('est annulée');
    expect(await refusalOf(resume())).toBe('contract.group_not_ended');
  });

  it('is told to nobody who had not heard of the end', async () => {
    await end();
    await resume();
    expect(await letters('group-resumed')).toHaveLength(3);
  });

  it('is refused where a member holds the lot no more', async () => {
    const late = await company(third).proposeTransfer.mutate(offer({ side: 'buy', otherId: ids[0], centihours: 20 }));
    await end();
    const { system } = group.world.product;
    await system.client`delete from lot_holder where lot_id = ${group.at.lotId} and organisation_id = ${ids[2]}`;
    expect(await refusalOf(resume())).toBe('contract.group_member_not_holder');
    expect(await stateOf(late.transferId)).toBe('lapsed');
  });
});

describe('another group after one that ended', () => {
  it('is of companies that hold the lot, starts from nothing in its letters, and revives no proposal', async () => {
    expect(await refusalOf(setTo([10_000, 0], [ids[0], ids[2]]))).toBe('contract.group_member_not_holder');
    await setTo([6_000, 4_000], [ids[0], ids[1]]);
    expect((await shown()).group).toMatchObject({ cause: 'set', endedOn: null });
    expect(await parts()).toEqual([36_000, 24_000]);
    expect((await shown()).transfers?.map(({ state }) => state)).not.toContain('waiting');
    expect((await shown()).transfers?.map(({ state }) => state)).toContain('lapsed');
    const told = (await letters('group-shares')).findLast(({ to }) => (to ?? '').includes(second?.membershipId ?? '-'));
    expect(plain(told?.text)).toContain('sa part est de 240 h');
  });

  it('leaves the account of the one that ended to a company of the lot that is not in it', async () => {
    const { lotId, contractId, buyerId } = group.at;
    await group.world.product.system.as({ kind: 'system' }, (tx) =>
      tx.insert(lotHolder).values({ lotId, contractId, buyerId, organisationId: ids[2] }),
    );
    expect(await own(third)).toMatchObject({ endedOn: today, balance: { dueCentihours: 12_000 } });
    expect((await own(first)).endedOn).toBeNull();
  });

  it('leaves a trace of each act in the journal, in words', async () => {
    const acts = await group.world.product.system.client<{ action: string; count: number }[]>`
      select action, count(*)::int as count from audit_entry where action in ('contract.endGroup', 'contract.resumeGroup') group by 1 order by 1`;
    expect(acts).toEqual([
      { action: 'contract.endGroup', count: 3 },
      { action: 'contract.resumeGroup', count: 2 },
    ]);
  });
});
