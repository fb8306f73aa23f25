import { hourTransfer } from '@jonction/db/contract/consortium-tables';
import { newId } from '@jonction/db/new-id';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../support/people.ts';
import { refusalOf } from '../../support/product.ts';
import { type GroupWorld, startGroup } from '../contract/group-world.ts';

const system = { kind: 'system' } as const;
let group: GroupWorld;
let clauseId: string;
let transferId: string;
let [first, second, third]: Person[] = [];

beforeAll(async () => {
  group = await startGroup();
  clauseId = group.at.clauseId;
  [first, second, third] = group.members.map(({ person }) => person);
  await group.world.facilitator.client.contract.setShares.mutate({
    ...{ clauseId, mode: 'bps', liability: null, leadId: group.ids[0], version: null },
    members: [5_000, 3_000, 2_000].map((shareBps, index) => ({ organisationId: group.ids[index] ?? '', shareBps })),
  });
  await group.work(group.ids[0], 6_000);
  ({ transferId } = await company(first).contract.proposeTransfer.mutate({
    ...{ clauseId, side: 'sell', otherId: group.ids[1], centihours: 2_800, priceCents: 2_004 },
    reason: 'Nos agents ont fait plus que notre part',
  }));
});
afterAll(() => group.world.product.close());

const company = (who: Person | undefined) => (who ?? group.outsider.person).client;
const team = () => group.world.facilitator.client;
const signers = [
  { name: 'Ada Marchand', quality: 'Bâtisseurs réunis', address: 'ada@batisseurs.test' },
  { name: 'Bob Lenoir', address: 'bob@peinture.test' },
];
const asking = (given: Record<string, unknown>) => ({ title: 'Transfert d’heures', signers, ...given });
const seenBy = async (who: Person | undefined) =>
  (await company(who).contract.showOwnPart.query({ clauseId })).transfers.find(({ id }) => id === transferId)
    ?.signature;
async function wordsOf(requestId: string): Promise<string> {
  const [file] = await group.world.product.system.client<{ sha256: string; name: string }[]>`
    select f.sha256, f.name from signature_request r join stored_file f on f.id = r.file_id where r.id = ${requestId}`;
  const bytes = await group.world.product.app.services.files.read(file?.sha256 ?? '');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return `${file?.name} ${text}`.replaceAll(/\s+/g, ' ');
}

describe('a transfer of hours that people sign', () => {
  it('begins with its name and the managers of both companies, for those who read it', async () => {
    const prepared = await team().signature.prepare.query({ transferId });
    expect(prepared.title.replaceAll(/\s/g, ' ')).toContain('Bâtisseurs réunis reprend 28 h à Peinture Amiel');
    expect(prepared.people.map(({ quality }) => quality)).toEqual(['Bâtisseurs réunis', 'Peinture Amiel']);
    expect(await company(first).signature.prepare.query({ transferId })).toMatchObject({ title: prepared.title });
    for (const who of [third, group.outsider.person])
      expect(await refusalOf(company(who).signature.prepare.query({ transferId }))).toBe('contract.transfer_not_found');
    expect(await refusalOf(group.world.buyer.client.signature.prepare.query({ transferId }))).toBe(
      'access.not_allowed',
    );
    expect(await refusalOf(team().signature.prepare.query({}))).toBe('shared.fields_to_correct');
  });

  it('is asked of named people on a PDF of its terms, made when it is asked', async () => {
    const { requestId, letters, pages } = await team().signature.ask.mutate(asking({ transferId }));
    expect([letters, pages]).toEqual([2, 1]);
    const text = await wordsOf(requestId);
    expect(text).toContain('transfert-heures.pdf');
    expect(text).toContain('Bâtisseurs réunis reprend à Peinture Amiel 28 h');
    expect(text).toContain('561,12 €');
    expect(text).toContain('Nos agents ont fait plus que notre part');
  });

  it('is found again from the transfer, by the team and the two companies, and by nobody else', async () => {
    const seen = { state: 'open', people: 2, signed: 0, requestId: expect.any(String) };
    const { transfers } = await team().contract.showGroup.query({ clauseId });
    expect(transfers?.[0]?.signature).toEqual(seen);
    expect(await seenBy(first)).toEqual(seen);
    const bySecond = await seenBy(second);
    expect(bySecond).toEqual(seen);
    const requestId = bySecond?.requestId ?? '';
    expect((await company(second).signature.show.query({ requestId })).mayChange).toBe(false);
    expect(await refusalOf(company(third).signature.show.query({ requestId }))).toBe('signature.not_found');
    expect(await refusalOf(group.world.stranger.client.signature.show.query({ requestId }))).toBe(
      'signature.not_found',
    );
  });

  it('is asked by a company that it binds too, and read by the team and the other one', async () => {
    const { requestId } = await company(second).signature.ask.mutate(asking({ transferId }));
    for (const who of [first, group.world.facilitator])
      expect((await company(who).signature.show.query({ requestId })).side).toBe('company');
    expect(await refusalOf(company(third).signature.ask.mutate(asking({ transferId })))).toBe(
      'contract.transfer_not_found',
    );
  });

  it('is one thing to sign: with a file beside it, or nothing at all, it is refused', async () => {
    for (const given of [{}, { transferId, fileId: transferId }, { transferId, documentId: transferId }])
      expect(await refusalOf(team().signature.ask.mutate(asking(given)))).toBe('shared.fields_to_correct');
  });

  it('is signed no more once it was refused or its group ended', async () => {
    const { structureId, product } = group.world;
    const id = newId();
    await product.system.as(system, (tx) =>
      tx.insert(hourTransfer).values({
        ...{ id, structureId, contractId: group.at.contractId, clauseId, sellerId: group.ids[0] },
        ...{ purchaserId: group.ids[2], centihours: 10, priceCents: 0, totalCents: 0, reason: 'essai' },
        proposerId: group.ids[0],
      }),
    );
    await company(third).contract.refuseTransfer.mutate({ transferId: id, reason: 'Non' });
    expect(await refusalOf(team().signature.ask.mutate(asking({ transferId: id })))).toBe('signature.transfer_over');
  });
});

describe('a statement of hours that people sign', () => {
  const months = { fromMonth: '2024-02', toMonth: '2024-02', knownOn: null };
  const issued = async (audience: 'team' | 'buyer' | 'employer') => {
    const { contractId } = group.at;
    const of = { ...months, contractId, audience, ...(audience === 'employer' ? { employerId: group.ids[0] } : {}) };
    return (await team().report.issueStatement.mutate(of)).documentId;
  };
  const listed = async (documentId: string, who: Person = group.world.facilitator) =>
    (await who.client.report.listDocuments.query({})).rows.find(({ id }) => id === documentId);

  it('is asked on the very paper that was issued, and found again from its line', async () => {
    const documentId = await issued('buyer');
    const { title, people } = await team().signature.prepare.query({ documentId });
    expect(title.replaceAll(/\s/g, ' ')).toMatch(/Relevé.*février 2024/);
    expect(people).toEqual([]);
    expect((await listed(documentId))?.signature).toBeNull();
    const { requestId } = await team().signature.ask.mutate(asking({ documentId, title }));
    expect((await listed(documentId))?.signature).toMatchObject({ requestId, state: 'open', people: 2 });
    expect(await wordsOf(requestId)).toMatch(/releve-marche-.*60 h/);
  });

  it('of a company is its own to have signed, and to read the signatures of', async () => {
    const documentId = await issued('employer');
    const { requestId } = await team().signature.ask.mutate(asking({ documentId }));
    expect((await listed(documentId, first))?.signature?.requestId).toBe(requestId);
    expect((await team().signature.show.query({ requestId })).employerName).toBe('Bâtisseurs réunis');
    const own = await company(first).signature.ask.mutate(asking({ documentId }));
    expect((await listed(documentId, group.world.facilitator))?.signature?.requestId).toBe(own.requestId);
    for (const who of [second, group.outsider.person])
      expect(await refusalOf(company(who).signature.ask.mutate(asking({ documentId })))).toBe(
        'report.document_not_found',
      );
  });

  it('that names people is signed by nobody', async () => {
    const documentId = await issued('team');
    for (const call of [
      () => team().signature.ask.mutate(asking({ documentId })),
      () => team().signature.prepare.query({ documentId }),
    ])
      expect(await refusalOf(call())).toBe('signature.names_people');
    const stranger = group.world.stranger.client.signature.ask.mutate(asking({ documentId }));
    expect(await refusalOf(stranger)).toBe('report.document_not_found');
  });
});
