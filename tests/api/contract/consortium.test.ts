import { handlers } from '@jonction/api/jobs/handlers';
import { message } from '@jonction/db/message/tables';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { makePerson, type Person } from '../../support/people.ts';
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
});
afterAll(() => group.world.product.close());

const team = () => group.world.facilitator.client.contract;
const company = (which: Person | undefined) => (which ?? group.outsider.person).client.contract;
const shown = (who: Person = group.world.facilitator, knownOn?: string) =>
  who.client.contract.showGroup.query({ clauseId, ...(knownOn ? { knownOn } : {}) });
const own = (which: Person | undefined, knownOn?: string) =>
  company(which).showOwnPart.query({ clauseId, ...(knownOn ? { knownOn } : {}) });
const due = async () => (await team().showObligation.query({ clauseId })).dueHours;
const by = (shares: readonly number[]) =>
  shares.map((shareBps, index) => ({ organisationId: ids[index] ?? '', shareBps }));
const setTo = async (changes: Record<string, unknown> = {}, who: Person = group.world.facilitator) =>
  who.client.contract.setShares.mutate({
    ...{
      clauseId,
      mode: 'bps' as const,
      liability: 'several' as const,
      leadId: ids[0],
      members: by([5000, 3000, 2000]),
    },
    version: (await shown()).group?.version ?? null,
    ...changes,
  });
const offer = (changes: Record<string, unknown> = {}) => ({
  ...{
    clauseId,
    side: 'sell' as const,
    otherId: ids[1],
    centihours: 1_000,
    priceCents: 2_004,
    reason: 'Nous embauchons',
  },
  ...changes,
});
const centihours = (rows: readonly { dueCentihours: number }[]) => rows.map(({ dueCentihours }) => dueCentihours);
const mailOf = (who: Person | undefined) => `${who?.membershipId}@exemple.test`;
/** Plays the jobs of the events told so far, as the program does. */
async function settle(type = 'contract.transfer_moved'): Promise<void> {
  const { product } = group.world;
  const events = await product.system.client<{ id: string; type: string; subjectId: string }[]>`
    select id, type, subject_id as "subjectId" from outbox where type = ${type} order by id`;
  for (const event of events) {
    await handlers[event.type]?.(
      { ...event, structureId: group.world.structureId, payload: {} },
      {
        database: product.system,
        relay: null,
        files: product.app.services.files,
        meilisearch: null,
        vault: product.app.services.vault,
        publicUrl,
        log: pino({ level: 'silent' }),
      },
    );
  }
}
/** Letters about transfers, or about shares. */
const letters = async (about: 'transfers' | 'shares' = 'transfers') => {
  const { toAddress: to, subject, bodyText: text, template } = message;
  const all = await group.world.product.system.as({ kind: 'system' }, (tx) =>
    tx.select({ to, subject, text, template }).from(message).orderBy(message.id),
  );
  return all.filter((letter) => (letter.template === 'group-shares') === (about === 'shares'));
};

describe('contract.setShares', () => {
  it('finds no group before somebody says so, and companies of the lot to make it of', async () => {
    expect(await shown()).toMatchObject({ group: null, members: [], dueCentihours: 42_000, transfers: [] });
    expect((await shown()).holders.map(({ name }) => name).toSorted()).toEqual([
      'Bâtisseurs réunis',
      'Peinture Amiel',
      'Sols du Levant',
    ]);
    expect(await refusalOf(own(first))).toBe('contract.group_not_found');
    expect((await team().showObligation.query({ clauseId })).shared).toBe(false);
  });

  it.each([
    [
      { members: [{ organisationId: '00000000-0000-7000-8000-000000000000', shareBps: 10_000 }] },
      'shared.fields_to_correct',
    ],
    [{ mode: 'fixed' }, 'contract.fixed_shares_off'],
    [{ version: 7 }, 'contract.group_changed_meanwhile'],
  ])('refuses %o', async (changes, code) => {
    expect(await refusalOf(setTo(changes))).toBe(code);
  });

  it('refuses shares that do not make the whole, a lead and a member from elsewhere, a clause of nobody', async () => {
    expect(await refusalOf(setTo({ members: by([5000, 3000, 1999]) }))).toBe('contract.group_shares_off');
    expect(await refusalOf(setTo({ leadId: group.outsider.id }))).toBe('contract.group_lead_not_member');
    const stranger = { organisationId: group.outsider.id, shareBps: 5000 };
    expect(await refusalOf(setTo({ members: [...by([5000]), stranger] }))).toBe('contract.group_member_not_holder');
    expect(await refusalOf(setTo({ clauseId: ids[0] }))).toBe('contract.clause_not_found');
  });

  it('is the team’s to do, on its own clause', async () => {
    const { world, lead } = group;
    expect(await refusalOf(setTo({}, world.stranger))).toBe('contract.clause_not_found');
    for (const who of [world.buyer, world.employer, world.partner, world.administrator])
      expect(await refusalOf(setTo({}, who))).toBe('access.not_allowed');
    expect(lead).toBeDefined();
  });

  it('shares the obligation to the hundredth of an hour, and leaves it as it is', async () => {
    expect(await setTo({ members: by([3333, 3333, 3334]) })).toEqual({ version: 1 });
    const { members, group: known } = await shown();
    expect(centihours(members)).toEqual([13_999, 13_998, 14_003]);
    expect(known).toMatchObject({
      mode: 'bps',
      liability: 'several',
      leadId: ids[0],
      cause: 'set',
      byName: 'Inès Marchand',
    });
    expect(members.map(({ lead }) => lead)).toEqual([true, false, false]);
    expect(await due()).toBe(420);
    expect((await team().showObligation.query({ clauseId })).shared).toBe(true);
  });

  it('shares again by fixed hours, which follow the obligation in proportion when it changes', async () => {
    const members = [20_000, 12_000, 10_000].map((fixedCentihours, index) => ({
      ...{ organisationId: ids[index] ?? '', fixedCentihours },
    }));
    await setTo({ mode: 'fixed', members });
    expect(centihours((await shown()).members)).toEqual([20_000, 12_000, 10_000]);
    await write(840);
    const after = await shown();
    expect(centihours(after.members)).toEqual([40_000, 24_000, 20_000]);
    expect(after.group).toMatchObject({ cause: 'due', drifted: true, byName: null });
    await write(420);
    expect((await shown()).group?.drifted).toBe(false);
  });

  it('follows what each invoices, the lead owing all while nobody did', async () => {
    await setTo({ mode: 'invoiced' });
    expect(centihours((await shown()).members)).toEqual([42_000, 0, 0]);
    await bill('F-1', ids[0], 3_000_000);
    await bill('F-2', ids[1], 1_000_000);
    expect(centihours((await shown()).members)).toEqual([31_500, 10_500, 0]);
    expect((await shown()).members.map(({ invoicedCents }) => invoicedCents)).toEqual([3_000_000, 1_000_000, 0]);
    await bill('AV-1', ids[0], -2_000_000);
    expect(centihours((await shown()).members)).toEqual([21_000, 21_000, 0]);
    expect(await due()).toBe(420);
  });

  it('writes no version where nothing moved', async () => {
    const before = (await shown()).group?.version;
    await bill('F-2', ids[1], 1_000_000);
    expect((await shown()).group?.version).toBe(before);
  });

  it('keeps what the buyer writes shared too', async () => {
    await write(600, group.world.buyer);
    expect(centihours((await shown()).members)).toEqual([30_000, 30_000, 0]);
    await write(420);
    await setTo({});
  });

  it('tells each company whose part moved its own hours, once, and nothing of the others', async () => {
    const told = () => letters('shares');
    await settle('contract.shares_set');
    await settle('contract.shares_set');
    expect((await told()).map(({ to }) => to).toSorted()).toEqual([mailOf(second), mailOf(third)].toSorted());
    const bodyTo = async (who: Person | undefined) =>
      (await told()).findLast(({ to }) => to === mailOf(who))?.text ?? '';
    expect((await bodyTo(second)).replaceAll(/\s/g, ' ')).toContain('passe de 210 h à 126 h');
    // The hours of the others; an address may hold any figure.
    expect((await bodyTo(second)).replaceAll(/http\S+/g, '')).not.toMatch(/84|Bâtisseurs réunis.*Peinture/);
    await setTo({ members: by([5000, 5000]) });
    await settle('contract.shares_set');
    expect(await bodyTo(third)).toContain('ne fait plus partie');
    expect((await told()).filter(({ to }) => to === mailOf(first))).toEqual([]);
    await setTo({});
  });
});

function write(hours: number, who: Person = group.world.facilitator) {
  return who.client.contract.writeClause.mutate({
    ...{ lotId: group.at.lotId, kind: 'execution', target: { mode: 'fixed', hours }, categoryCodes: ['RSA'] },
    ...{ hourBasis: 'worked', startsOn: '2024-01-08', endsOn: '2026-12-31', penalty: null },
  });
}
function bill(number: string, holderId: string, amountCents: number) {
  const { lotId } = group.at;
  return team().recordBill.mutate({ lotId, kind: 'invoice', number, on: '2024-03-31', amountCents, holderId });
}

describe('who sees what', () => {
  it('the buyer sees the group, its parts and hours, no price and no transfer', async () => {
    const { world } = group;
    const seen = await shown(world.buyer);
    expect(centihours(seen.members)).toEqual([21_000, 12_600, 8_400]);
    expect(seen.transfers).toBeNull();
    expect(seen.members.every(({ netCents }) => netCents === null)).toBe(true);
    expect(seen.group?.byName).toBeNull();
    for (const who of [world.stranger, world.otherBuyer])
      expect(await refusalOf(shown(who))).toBe('contract.clause_not_found');
    for (const who of [world.employer, world.partner]) expect(await refusalOf(shown(who))).toBe('access.not_allowed');
  });

  it('a member sees its own part, the obligation and the names of the others, and nothing more', async () => {
    const seen = await own(second);
    expect(seen).toMatchObject({
      ...{ shareBps: 3000, mode: 'bps', liability: 'several', leads: false, leadName: 'Bâtisseurs réunis' },
      ...{ obligationCentihours: 42_000, netCents: 0, transfers: [], name: 'Peinture Amiel' },
    });
    expect(seen.balance).toMatchObject({ dueCentihours: 12_600, leftCentihours: 12_600 });
    expect(seen.peers.map(({ id }) => id).toSorted()).toEqual([ids[0], ids[2]].toSorted());
    expect(JSON.stringify(seen)).not.toContain('21000');
    expect(await own(first)).toMatchObject({ leads: true, leadName: 'Bâtisseurs réunis' });
    const held = await company(second).listHeld.query();
    expect(held.find((one) => one.clauseId === clauseId)?.shared).toBe(true);
  });

  it('whoever is not in the group finds nothing', async () => {
    expect(await refusalOf(own(group.outsider.person))).toBe('contract.clause_not_found');
    expect(await refusalOf(own(group.world.buyer))).toBe('access.not_allowed');
    expect(await refusalOf(own(group.world.facilitator))).toBe('access.not_allowed');
  });
});

describe('transfers', () => {
  it('are of hours done: nothing is sold before', async () => {
    expect(await refusalOf(company(first).proposeTransfer.mutate(offer()))).toBe('contract.transfer_over_done');
    await group.work(ids[0], 5_000);
    await group.work(group.outsider.id, 700);
    const seen = await shown();
    expect(seen.members[0]).toMatchObject({ doneCentihours: 5_000, heldCentihours: 5_000, leftCentihours: 16_000 });
    expect(seen.outsideCentihours).toBe(700);
    expect((await own(second)).balance.doneCentihours).toBe(0);
  });

  it('are refused with oneself, with nobody of the group, twice the same, over what is owed, and from outside', async () => {
    const propose = (who: Person | undefined, changes: Record<string, unknown> = {}) =>
      refusalOf(company(who).proposeTransfer.mutate(offer(changes)));
    expect(await propose(first, { otherId: ids[0] })).toBe('contract.transfer_with_self');
    expect(await propose(first, { otherId: group.outsider.id })).toBe('contract.transfer_not_member');
    expect(await propose(first, { centihours: 5_001 })).toBe('contract.transfer_over_done');
    expect(await propose(third, { side: 'buy', otherId: ids[0], centihours: 8_401 })).toBe(
      'contract.transfer_over_due',
    );
    expect(await propose(first, { priceCents: -1 })).toBe('shared.fields_to_correct');
    expect(await propose(group.outsider.person)).toBe('contract.group_not_found');
    for (const who of [group.world.buyer, group.world.facilitator])
      expect(await propose(who)).toBe('access.not_allowed');
  });

  it('count for nothing until the other signs, who is written to', async () => {
    const { transferId } = await company(first).proposeTransfer.mutate(offer());
    expect(await refusalOf(company(first).proposeTransfer.mutate(offer()))).toBe('contract.transfer_twice');
    expect((await own(second)).balance).toMatchObject({ boughtCentihours: 0, effectiveCentihours: 12_600 });
    expect((await own(second)).transfers).toMatchObject([
      {
        id: transferId,
        state: 'waiting',
        centihours: 1_000,
        priceCents: 2_004,
        totalCents: 20_040,
        proposerId: ids[0],
      },
    ]);
    await settle();
    await settle();
    const written = await letters();
    expect(written.map(({ to }) => to)).toEqual([mailOf(second)]);
    expect(written[0]?.text).toContain('Peinture Amiel');
    expect(written[0]?.text).toContain(`/entreprise/heures-dues/${clauseId}/groupement`);

    expect(await refusalOf(company(first).signTransfer.mutate({ transferId }))).toBe(
      'contract.transfer_not_yours_to_sign',
    );
    expect(await refusalOf(company(second).withdrawTransfer.mutate({ transferId }))).toBe(
      'contract.transfer_not_yours_to_withdraw',
    );
    for (const who of [third, group.outsider.person]) {
      expect(await refusalOf(company(who).signTransfer.mutate({ transferId }))).toBe('contract.transfer_not_found');
      expect(await refusalOf(company(who).refuseTransfer.mutate({ transferId, reason: 'non' }))).toBe(
        'contract.transfer_not_found',
      );
      expect(await refusalOf(company(who).withdrawTransfer.mutate({ transferId }))).toBe('contract.transfer_not_found');
    }
    for (const who of [group.world.facilitator, group.world.buyer])
      expect(await refusalOf(who.client.contract.signTransfer.mutate({ transferId }))).toBe('access.not_allowed');

    await company(second).signTransfer.mutate({ transferId });
    expect(await refusalOf(company(second).signTransfer.mutate({ transferId }))).toBe(
      'contract.transfer_changed_meanwhile',
    );
    await settle();
    expect((await letters()).map(({ to }) => to)).toEqual([mailOf(second), mailOf(first)]);
  });

  it('once signed move both balances, the money, and never what is owed in all', async () => {
    const { members, transfers } = await shown();
    expect(members.map(({ effectiveCentihours }) => effectiveCentihours)).toEqual([22_000, 11_600, 8_400]);
    expect(centihours(members)).toEqual([21_000, 12_600, 8_400]);
    expect(members.map(({ netCents }) => netCents)).toEqual([20_040, -20_040, 0]);
    expect(transfers).toMatchObject([
      { state: 'signed', proposedByName: expect.any(String), actedByName: expect.any(String) },
    ]);
    expect(await due()).toBe(420);
    const versions = (await team().showObligation.query({ clauseId })).versions.map(({ dueHours }) => dueHours);
    expect(versions.at(-1)).toBe(420);
    expect(await own(second)).toMatchObject({
      netCents: -20_040,
      balance: { heldCentihours: 1_000, leftCentihours: 11_600 },
    });
    const bought = await shown(group.world.buyer);
    expect(bought.members.map(({ soldCentihours }) => soldCentihours)).toEqual([1_000, 0, 0]);
    expect(JSON.stringify(bought)).not.toContain('2004');
  });

  it('are signed by the company’s managers alone: a colleague who declares hours only reads', async () => {
    const { product, structureId } = group.world;
    const declarant = await makePerson(product, 'employer', { organisationId: ids[1], structureId });
    const { transferId } = await company(first).proposeTransfer.mutate(offer({ centihours: 700 }));
    const seen = await own(declarant);
    expect([seen.maySign, seen.transfers[0]?.id]).toEqual([false, transferId]);
    expect((await own(second)).maySign).toBe(true);
    const acts = company(declarant);
    for (const act of [
      () => acts.signTransfer.mutate({ transferId }),
      () => acts.refuseTransfer.mutate({ transferId, reason: 'non' }),
      () => acts.proposeTransfer.mutate(offer({ side: 'buy', otherId: ids[0] })),
    ])
      expect(await refusalOf(act())).toBe('access.manager_only');
    await company(first).withdrawTransfer.mutate({ transferId });
  });

  it('are nothing of a third member’s', async () => {
    const seen = await own(third);
    expect(seen.transfers).toEqual([]);
    expect(seen.balance).toMatchObject({ soldCentihours: 0, boughtCentihours: 0, effectiveCentihours: 8_400 });
  });

  it('are refused with a reason, or taken back by whoever proposed, and move nothing', async () => {
    const before = (await shown()).members;
    const { transferId } = await company(third).proposeTransfer.mutate(offer({ side: 'buy', otherId: ids[0] }));
    expect(await refusalOf(company(first).refuseTransfer.mutate({ transferId, reason: ' ' }))).toBe(
      'shared.fields_to_correct',
    );
    await company(first).refuseTransfer.mutate({ transferId, reason: 'Prix trop bas' });
    expect((await own(third)).transfers[0]).toMatchObject({ state: 'refused', answer: 'Prix trop bas' });
    const again = await company(third).proposeTransfer.mutate(offer({ side: 'buy', otherId: ids[0] }));
    await company(third).withdrawTransfer.mutate(again);
    expect((await own(first)).transfers[0]?.state).toBe('withdrawn');
    expect(await refusalOf(company(first).signTransfer.mutate(again))).toBe('contract.transfer_changed_meanwhile');
    expect((await shown()).members).toEqual(before);
  });

  it('are looked at on both sides when signed: two offers of the same hours end with one', async () => {
    const one = await company(first).proposeTransfer.mutate(offer({ centihours: 4_000 }));
    const two = await company(first).proposeTransfer.mutate(offer({ otherId: ids[2], centihours: 3_000 }));
    await company(second).signTransfer.mutate(one);
    expect(await refusalOf(company(third).signTransfer.mutate(two))).toBe('contract.transfer_other_side');
    expect((await own(third)).transfers.find(({ id }) => id === two.transferId)?.state).toBe('waiting');
    const buys = await company(third).proposeTransfer.mutate(
      offer({ side: 'buy', otherId: ids[1], centihours: 5_001 }),
    );
    expect(await refusalOf(company(second).signTransfer.mutate(buys))).toBe('contract.transfer_over_done');
    await company(third).withdrawTransfer.mutate(buys);
  });

  it('signed at the same time take turns', async () => {
    await group.work(ids[0], 3_000);
    const offers = await Promise.all(
      [ids[1], ids[2]].map((otherId) => company(first).proposeTransfer.mutate(offer({ otherId, centihours: 2_500 }))),
    );
    const [toSecond, toThird] = offers.map(({ transferId }) => ({ transferId }));
    const answers = await Promise.allSettled([
      company(second).signTransfer.mutate(toSecond ?? { transferId: '' }),
      company(third).signTransfer.mutate(toThird ?? { transferId: '' }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const late = answers.find((answer) => answer.status === 'rejected');
    expect(await refusalOf(Promise.reject(late?.reason))).toBe('contract.transfer_other_side');
    expect((await own(first)).balance.heldCentihours).toBe(500);
  });

  it('hold their members in the group', async () => {
    expect(await refusalOf(setTo({ members: by([5000, 5000]) }))).toBe('contract.group_member_engaged');
  });
});

describe('contract.recordTransfer', () => {
  const paper = async () =>
    uploaded(group.world.product, group.world.facilitator, 'document', {
      ...{ name: 'transfert.pdf', bytes: new TextEncoder().encode('%PDF-1.4\n%fin\n%%EOF'), media: 'application/pdf' },
    });
  const recorded = (fileId: string, changes: Record<string, unknown> = {}) => ({
    ...{
      clauseId,
      sellerId: ids[0],
      purchaserId: ids[1],
      centihours: 300,
      priceCents: 0,
      reason: 'Accord du chantier',
    },
    ...{ signedOn: today, fileId },
    ...changes,
  });

  it('writes down what both signed on paper, with the paper, and tells both', async () => {
    const fileId = await paper();
    const before = (await own(second)).balance.effectiveCentihours;
    const { transferId } = await team().recordTransfer.mutate(recorded(fileId));
    expect((await own(second)).balance.effectiveCentihours).toBe(before - 300);
    const kept = (await shown()).transfers?.find(({ id }) => id === transferId);
    expect(kept).toMatchObject({ state: 'signed', signedOn: today, fileId, proposerId: null, totalCents: 0 });
    await settle();
    const told = (await letters()).filter(({ subject }) => subject.includes('papier')).map(({ to }) => to);
    expect(told.toSorted()).toEqual([mailOf(first), mailOf(second)].toSorted());
  });

  it('refuses what is more than done or owed, no members, the future, a paper of nobody, and whoever may not', async () => {
    const fileId = await paper();
    const refused = (changes: Record<string, unknown>) =>
      refusalOf(team().recordTransfer.mutate(recorded(fileId, changes)));
    expect(await refused({ centihours: 201 })).toBe('contract.transfer_over_done');
    await group.work(ids[2], 40_000);
    expect(await refused({ sellerId: ids[2], centihours: 20_000 })).toBe('contract.transfer_over_due');
    expect(await refused({ purchaserId: ids[0] })).toBe('contract.transfer_with_self');
    expect(await refused({ sellerId: group.outsider.id })).toBe('contract.transfer_not_member');
    expect(await refused({ signedOn: '2024-06-13' })).toBe('contract.transfer_in_future');
    expect(await refused({ fileId: ids[0], centihours: 100 })).toBe('file.not_found');
    expect(await refused({ clauseId: ids[0] })).toBe('contract.clause_not_found');
    const { world } = group;
    expect(await refusalOf(world.stranger.client.contract.recordTransfer.mutate(recorded(fileId)))).toBe(
      'contract.clause_not_found',
    );
    for (const who of [world.buyer, world.employer])
      expect(await refusalOf(who.client.contract.recordTransfer.mutate(recorded(fileId)))).toBe('access.not_allowed');
  });
});

describe('a group as it was known', () => {
  it('had no group before somebody said so', async () => {
    expect(await shown(group.world.facilitator, '2020-01-01')).toMatchObject({
      group: null,
      members: [],
      transfers: [],
    });
    expect(await refusalOf(own(second, '2020-01-01'))).toBe('contract.group_not_found');
  });

  it('is read a fixed number of times, however many transfers', async () => {
    const counting = countStatements(group.world.product, group.world.facilitator);
    const ask = () => counting.count((procedures) => procedures.contract.showGroup({ clauseId }));
    const few = await ask();
    for (const centihours of [10, 20, 30]) await company(first).proposeTransfer.mutate(offer({ centihours }));
    expect(await ask()).toBe(few);
    await counting.close();
  });

  it('leaves a trace of each act in the journal, in words', async () => {
    const acts = await group.world.product.system.client<{ action: string }[]>`
      select distinct action from audit_entry where action like 'contract.%Transfer' or action = 'contract.setShares' order by 1`;
    expect(acts.map(({ action }) => action)).toEqual([
      ...['contract.proposeTransfer', 'contract.recordTransfer', 'contract.refuseTransfer', 'contract.setShares'],
      ...['contract.signTransfer', 'contract.withdrawTransfer'],
    ]);
  });
});
