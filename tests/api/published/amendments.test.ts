import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { importDecp } from '@jonction/api/cli/import-decp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { refusalOf } from '../../support/product.ts';
import { type PublishedWorld, recordOf, startPublishedWorld } from './world.ts';

let world: PublishedWorld;
beforeAll(async () => {
  world = await startPublishedWorld();
});
afterAll(() => world.product.close());

const api = () => world.facilitator.client.published;
const longer = {
  id: 1,
  dateNotificationModification: '2024-06-01',
  datePublicationDonneesModification: '2024-06-10',
  dureeMois: 48,
  objetModification: 'Reconduction',
};
const dearer = {
  id: 2,
  dateNotificationModification: '2024-06-03',
  datePublicationDonneesModification: '2024-06-11',
  montant: 900_000,
};
const amended = (word: string, ...modifications: object[]) =>
  recordOf(word, {
    dateNotification: '2024-01-08',
    montant: 840_000,
    modifications: modifications.map((modification) => ({ modification })),
  });

/** Our contract, that runs until the end of 2025, and is published under its own number with these amendments. */
async function ours(word: string, ...modifications: object[]) {
  const contractId = await world.ours(word, {
    ...{ reference: `P-${word}`, notifiedOn: '2024-01-08', amountCents: 84_000_000 },
    events: [
      { type: 'notify', on: '2024-01-08', endsOn: '2025-12-31' },
      { type: 'start', on: '2024-01-08' },
    ],
  });
  await world.publish(amended(word, ...modifications));
  return contractId;
}
const proposed = async (contractId: string) =>
  (await api().listAmendments.query({ pageSize: 200 })).rows.filter((row) => row.contractId === contractId);
const shown = async (contractId: string) => {
  const { contract, standing } = await world.facilitator.client.contract.show.query({ contractId });
  return [standing.endsOn, contract.amountCents];
};
const which = (contractId: string, rows: Awaited<ReturnType<typeof proposed>>) =>
  rows.map(({ amendment: { key } }) => ({ contractId, key }));

describe('published.listAmendments', () => {
  it('proposes with before and after, and changes nothing by itself', async () => {
    const contractId = await ours('alpha', longer, dearer);
    expect(await shown(contractId)).toEqual(['2025-12-31', 84_000_000]);
    expect(await proposed(contractId)).toMatchObject([
      {
        endsOn: '2025-12-31',
        amendment: {
          on: '2024-06-01',
          object: 'Reconduction',
          endsOn: { before: '2026-01-07', after: '2028-01-07' },
          months: { before: 24, after: 48 },
          amountCents: null,
        },
      },
      { amendment: { on: '2024-06-03', endsOn: null, amountCents: { before: 84_000_000, after: 90_000_000 } } },
    ]);
  });

  it('proposes those of a published contract that somebody said is the same', async () => {
    const contractId = await world.ours('beta');
    await world.publish(amended('beta', longer));
    expect(await proposed(contractId)).toEqual([]);
    const openId = await world.published('P-beta');
    await api().decide.mutate({ contractId, openId, verdict: 'same', reason: null });
    expect(await proposed(contractId)).toMatchObject([{ amendment: { endsOn: { after: '2028-01-07' } } }]);
  });

  it('asks as many statements for many contracts as for one, and pages', async () => {
    const counting = countStatements(world.product, world.facilitator);
    const before = await counting.count((procedures) => procedures.published.listAmendments({}));
    for (let at = 0; at < 4; at++) await ours(`gamma${at}`, longer);
    expect(await counting.count((procedures) => procedures.published.listAmendments({}))).toBe(before);
    const { rows, total } = await api().listAmendments.query({ page: 2, pageSize: 3 });
    expect(rows.length).toBe(Math.min(3, total - 3));
    await counting.close();
  });

  it('is nothing to another team, and refused to a buyer', async () => {
    expect(await world.stranger.client.published.listAmendments.query({})).toMatchObject({ total: 0, decided: [] });
    expect(await refusalOf(world.buyer.client.published.listAmendments.query({}))).toBe('access.not_allowed');
  });
});

describe('published.decideAmendments', () => {
  it('accepts one by one: an end is an event said by open data, an amount a correction', async () => {
    const contractId = await ours('delta', longer, dearer);
    const rows = await proposed(contractId);
    const accept = (some: typeof rows) =>
      api().decideAmendments.mutate({ verdict: 'accepted', reason: null, which: which(contractId, some), seen: 0 });
    expect(await accept(rows.slice(0, 1))).toEqual({ decided: 1, turned: 0 });
    expect(await shown(contractId)).toEqual(['2028-01-07', 84_000_000]);
    expect(await accept(rows.slice(1))).toEqual({ decided: 1, turned: 0 });
    expect(await shown(contractId)).toEqual(['2028-01-07', 90_000_000]);
    const events = await world.product.system.client`
      select type, source, ends_on::text as ends from contract_event where contract_id = ${contractId} and source = 'decp'`;
    expect([...events]).toEqual([{ type: 'extend', source: 'decp', ends: '2028-01-07' }]);
    expect(await proposed(contractId)).toEqual([]);
  });

  it('does not propose again what was refused, whatever file repeats it, but proposes what is new', async () => {
    const contractId = await ours('epsilon', longer);
    const given = { verdict: 'refused' as const, which: which(contractId, await proposed(contractId)), seen: 0 };
    expect(await refusalOf(api().decideAmendments.mutate({ ...given, reason: null }))).toBe('shared.fields_to_correct');
    await api().decideAmendments.mutate({ ...given, reason: 'Avenant annulé' });
    await world.publish({ ...amended('epsilon', longer), datePublicationDonnees: '2025-08-01' });
    expect(await proposed(contractId)).toEqual([]);
    await world.publish({ ...amended('epsilon', longer, dearer), datePublicationDonnees: '2025-09-01' });
    expect(await proposed(contractId)).toMatchObject([{ amendment: { amountCents: { after: 90_000_000 } } }]);
    expect(await shown(contractId)).toEqual(['2025-12-31', 84_000_000]);
  });

  it('turns away an extension of a contract that had ended, and keeps it proposed', async () => {
    const contractId = await ours('zeta', { ...longer, dateNotificationModification: '2024-05-20' });
    await world.product.system.client`
      insert into contract_event (contract_id, buyer_id, type, "on", recorded_on, source)
      values (${contractId}, ${world.buyerId}, 'complete', '2024-05-02', '2024-05-02', 'phone')`;
    const given = { verdict: 'accepted' as const, reason: null, which: which(contractId, await proposed(contractId)) };
    expect(await refusalOf(api().decideAmendments.mutate({ ...given, seen: 0 }))).toBe('published.nothing_fits');
    expect(await proposed(contractId)).toHaveLength(1);
  });

  it('decides nothing of another team', async () => {
    const contractId = await ours('eta', longer);
    const given = { verdict: 'accepted' as const, reason: null, which: which(contractId, await proposed(contractId)) };
    const theirs = world.stranger.client.published.decideAmendments;
    expect(await refusalOf(theirs.mutate({ ...given, seen: 0 }))).toBe('published.nothing_fits');
    expect(await proposed(contractId)).toHaveLength(1);
  });

  it('accepts all at once, as many as were seen, in statements that do not depend on how many', async () => {
    const { total } = await api().listAmendments.query({});
    const all = { verdict: 'accepted' as const, reason: null, which: null };
    expect(await refusalOf(api().decideAmendments.mutate({ ...all, seen: total + 1 }))).toBe(
      'published.amendments_moved',
    );
    const { decided, turned } = await api().decideAmendments.mutate({ ...all, seen: total });
    expect(decided + turned).toBe(total);
    expect((await api().listAmendments.query({})).total).toBe(turned);
  });
});

describe('published.undoAmendment', () => {
  it('gives back the end and the amount, proposes again, and is done once', async () => {
    const contractId = await ours('theta', longer, dearer);
    await api().decideAmendments.mutate({
      ...{ verdict: 'accepted', reason: null, seen: 0 },
      which: which(contractId, await proposed(contractId)),
    });
    const { decided } = await api().listAmendments.query({});
    const own = decided.filter((one) => one.contractId === contractId);
    expect(own.map(({ verdict, byName }) => [verdict, byName])).toEqual([
      ['accepted', 'Inès Marchand'],
      ['accepted', 'Inès Marchand'],
    ]);
    for (const { id: decisionId } of own) await api().undoAmendment.mutate({ decisionId });
    expect(await shown(contractId)).toEqual(['2025-12-31', 84_000_000]);
    expect(await proposed(contractId)).toHaveLength(2);
    const [first] = own;
    const again = { decisionId: first?.id ?? '' };
    expect(await refusalOf(api().undoAmendment.mutate(again))).toBe('published.decision_not_found');
  });

  it('is refused where somebody changed the end since, and to another team', async () => {
    const contractId = await ours('iota', longer);
    await api().decideAmendments.mutate({
      ...{ verdict: 'accepted', reason: null, seen: 0 },
      which: which(contractId, await proposed(contractId)),
    });
    const [one] = (await api().listAmendments.query({})).decided;
    const given = { decisionId: one?.id ?? '' };
    expect(await refusalOf(world.stranger.client.published.undoAmendment.mutate(given))).toBe(
      'published.decision_not_found',
    );
    await world.product.system.client`update contract set ends_on = '2029-01-01' where id = ${contractId}`;
    expect(await refusalOf(api().undoAmendment.mutate(given))).toBe('published.amendment_settled');
  });
});

describe('a folder of published files', () => {
  it('comes in once, file by file, goes on where it was, and is told to every team', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'jonction-folder-'));
    const keep = (name: string, ...words: string[]) =>
      writeFileSync(
        path.join(folder, name),
        JSON.stringify({
          marches: { marche: words.map((word) => recordOf(word, { acheteur: { id: '21990001600011' } })) },
        }),
      );
    const take = () =>
      importDecp(
        {
          ...{ database: world.product.system, services: world.product.app.services, structureId: null, userId: null },
          progress: () => undefined,
        },
        [folder],
      );
    keep('2024-03-02.json', 'jour deux');
    keep('2024-03-01.json', 'jour un', 'jour un bis');
    writeFileSync(path.join(folder, 'ancien.xml'), '<marches/>');
    const first = await take();
    expect(first.exit).toBe(1);
    expect(first.result).toMatchObject({
      ...{ read: 4, created: 3, updated: 0, unchanged: 0 },
      rejected: [{ record: 0, field: 'fichier' }],
      files: [
        { state: 'taken', created: 2 },
        { state: 'taken', created: 1 },
        { state: 'refused', rejected: 1 },
      ],
    });
    rmSync(path.join(folder, 'ancien.xml'));
    keep('2024-03-03.json', 'jour trois');
    keep('copie.json', 'jour deux');
    const second = await take();
    expect(second.exit).toBe(0);
    expect(second.result).toMatchObject({ read: 1, created: 1, rejected: [] });
    expect((second.result.files as { state: string }[]).map(({ state }) => state)).toEqual([
      ...['known', 'known', 'taken', 'known'],
    ]);
    const listed = await world.stranger.client.published.listFiles.query();
    expect(listed.map(({ name, read }) => [name, read])).toEqual([
      ['2024-03-03.json', 1],
      ['2024-03-02.json', 1],
      ['2024-03-01.json', 2],
    ]);
    expect(await refusalOf(world.employer.client.published.listFiles.query())).toBe('access.not_allowed');
    rmSync(folder, { recursive: true });
  });
});
