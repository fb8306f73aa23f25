import { openFolderStore } from '@jonction/api/file/store';
import { remindSigners } from '@jonction/api/signature/remind-morning';
import { tellSignatureEnd } from '@jonction/api/signature/tell-end';
import { openVault } from '@jonction/api/vault/vault';
import { signatureStateOf } from '@jonction/domain/signature/request';
import pino from 'pino';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { pagesPdf } from '../../support/cv-pdf.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, publicUrl, refusalOf, startProduct } from '../../support/product.ts';
import { uploaded } from '../../support/upload.ts';

const today = '2026-03-16';
const line = 'Convention entre les membres du groupement, pour les heures dues.';
const pdf = {
  name: 'convention.pdf',
  bytes: new Uint8Array(pagesPdf([[line], ['Page deux, fait à Val, en deux exemplaires.']])),
};
const ada = { name: 'Ada Marchand', quality: 'gérante', address: 'ada@toitures.test' };
const bob = { name: 'Bob Lenoir', address: 'bob@peinture.test' };
const log = pino({ level: 'silent' });

let product: Product;
let structureId: string;
let employerId: string;
let facilitator: Person;
let colleague: Person;
let company: Person;
let otherCompany: Person;
let otherTeam: Person;

beforeAll(async () => {
  product = await startProduct({ today });
  structureId = await makeOrganisation(product, 'structure', 'Clauses du Val');
  facilitator = await makePerson(product, 'facilitator', {
    organisationId: structureId,
    structureId,
    name: 'Nadia Roche',
  });
  colleague = await makePerson(product, 'lead', { organisationId: structureId, structureId });
  const mont = await makeOrganisation(product, 'structure', 'Clauses du Mont');
  otherTeam = await makePerson(product, 'facilitator', { organisationId: mont, structureId: mont });
  employerId = await makeOrganisation(product, 'employer', 'Toitures du Val');
  company = await makePerson(product, 'employer', { organisationId: employerId, structureId });
  const peinture = await makeOrganisation(product, 'employer', 'Peinture du Val');
  otherCompany = await makePerson(product, 'employer', { organisationId: peinture, structureId });
});
afterAll(() => product.close());

type Signers = { name: string; quality?: string; address: string }[];
type Given = { signers?: Signers; employerId?: string; itemId?: string; expiresOn?: string; title?: string };
async function ask(
  who: Person,
  { signers = [ada], title = 'Convention de transfert', ...given }: Given = {},
  fileId?: string,
) {
  const file = fileId ?? (await uploaded(product, who, 'paper', pdf));
  return who.client.signature.ask.mutate({ fileId: file, title, signers, ...given });
}
const nobody = () => product.client();
const stateOf = async (requestId: string, who = facilitator) =>
  (await who.client.signature.show.query({ requestId })).state;

async function bodyTo(address: string, template: string): Promise<string> {
  const [row] = await product.system.client<{ body: string }[]>`
    select body_text as body from message where to_address = ${address} and template = ${template} order by id desc limit 1`;
  return row?.body ?? '';
}
const tokenOf = async (address: string, template = 'signature') =>
  /\/signer\/(\S+)/.exec(await bodyTo(address, template))?.[1] ?? '';
const codeOf = async (address: string) =>
  /page\s?: (\d{3} \d{3})/.exec(await bodyTo(address, 'signature-code'))?.[1] ?? '';
/** As if the base had been opened behind our back: neither triggers nor walls. */
const force = (table: string, change: string) =>
  product.system.client.unsafe(`alter table ${table} disable trigger user; alter table ${table} no force row level security;
    update ${table} set ${change};
    alter table ${table} enable trigger user; alter table ${table} force row level security`);
const age = (minutes: number) => force('signature_code', `sent_at = sent_at - interval '${minutes} minutes'`);

async function sign(address: string, given: { code?: string; sha256?: string; name?: string } = {}) {
  const token = await tokenOf(address);
  const { sha256 } = await nobody().signature.openLink.mutate({ token });
  if (given.code === undefined) await nobody().signature.sendCode.mutate({ token });
  const code = given.code ?? (await codeOf(address));
  const said = { token, sha256, name: 'Ada Marchand', agreed: true as const, ...given, code };
  return nobody().signature.sign.mutate(said);
}
const ended = (requestId: string) =>
  product.system.as({ kind: 'system' }, async () =>
    tellSignatureEnd({ id: '1', type: 'signature.ended', structureId, subjectId: requestId, payload: {} }, {
      database: product.system,
      publicUrl,
      log,
    } as Parameters<typeof tellSignatureEnd>[1]),
  );
const lettersTo = async (address: string) =>
  (
    await product.system.client<{ template: string }[]>`
      select template from message where to_address = ${address} and template like 'signature%' order by id`
  ).map(({ template }) => template);

describe('signature.ask', () => {
  it('fixes the bytes and the words, and writes to each person at once with a link of her own', async () => {
    const { requestId, pages, letters } = await ask(facilitator, { signers: [ada, bob], employerId });
    expect({ pages, letters }).toEqual({ pages: 2, letters: 2 });
    const shown = await colleague.client.signature.show.query({ requestId });
    expect(shown).toMatchObject({
      state: 'open',
      side: 'team',
      mayChange: true,
      people: 2,
      signed: 0,
      expiresOn: '2026-04-15',
    });
    expect(shown.sentence).toContain(shown.fileSha256);
    expect(shown.signers.map(({ name, letters: sent }) => [name, sent])).toEqual([
      ['Ada Marchand', 1],
      ['Bob Lenoir', 1],
    ]);
    const body = await bodyTo(ada.address, 'signature');
    expect(body).toContain('Nadia Roche, pour Clauses du Val');
    expect(await tokenOf(ada.address)).not.toBe(await tokenOf(bob.address));
  });

  it('refuses what is no PDF, somebody else’s file, one address for two, nobody, and days that do not hold', async () => {
    const photo = {
      name: 'photo.jpg',
      bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Array.from({ length: 60 }, () => 7)]),
    };
    const image = await uploaded(product, facilitator, 'paper', photo);
    expect(await refusalOf(ask(facilitator, {}, image))).toBe('signature.not_pdf');
    const theirs = await uploaded(product, company, 'paper', pdf);
    expect(await refusalOf(ask(facilitator, {}, theirs))).toBe('file.not_found');
    expect(await refusalOf(ask(otherCompany, {}, theirs))).toBe('file.not_found');
    expect(await refusalOf(ask(facilitator, { signers: [ada, { ...bob, address: 'ADA@toitures.test' }] }))).toBe(
      'shared.fields_to_correct',
    );
    expect(await refusalOf(ask(facilitator, { signers: [] }))).toBe('shared.fields_to_correct');
    expect(await refusalOf(ask(facilitator, { expiresOn: '2026-03-15' }))).toBe('signature.expires_too_soon');
    expect(await refusalOf(ask(facilitator, { expiresOn: '2026-06-15' }))).toBe('signature.expires_too_late');
    expect(await refusalOf(ask(facilitator, { employerId: structureId }))).toBe('organisation.not_found');
  });
});

describe('who reads a request', () => {
  it('is the side that asked and the company that it is about; what companies sign between them is not the team’s', async () => {
    const { requestId } = await ask(facilitator, { employerId });
    expect(await stateOf(requestId, company)).toBe('open');
    expect((await company.client.signature.show.query({ requestId })).mayChange).toBe(false);
    expect(await refusalOf(company.client.signature.remind.mutate({ requestId }))).toBe('signature.not_found');
    for (const who of [otherCompany, otherTeam]) {
      expect(await refusalOf(who.client.signature.show.query({ requestId }))).toBe('signature.not_found');
      expect(await refusalOf(who.client.signature.withdraw.mutate({ requestId, reason: 'non' }))).toBe(
        'signature.not_found',
      );
    }
    const own = await ask(company, { title: 'Accord interne' });
    expect(await stateOf(own.requestId, company)).toBe('open');
    expect(await refusalOf(facilitator.client.signature.show.query({ requestId: own.requestId }))).toBe(
      'signature.not_found',
    );
    const titles = (rows: { title: string }[]) => rows.map(({ title }) => title);
    expect(titles((await facilitator.client.signature.list.query({})).rows)).not.toContain('Accord interne');
    expect(titles((await company.client.signature.list.query({})).rows)).toContain('Accord interne');
    expect((await otherTeam.client.signature.list.query({})).rows).toEqual([]);
  });

  it('asks the base as much for one request as for many', async () => {
    const { count, close } = countStatements(product, facilitator);
    const before = await count((procedures) => procedures.signature.list({ pageSize: 1 }));
    await ask(facilitator, { signers: [ada, bob] });
    expect(await count((procedures) => procedures.signature.list({ pageSize: 100 }))).toBe(before);
    await close();
  });
});

describe('the link of a letter', () => {
  it('says who writes before the button and the document behind it, once on record as opened', async () => {
    const { requestId } = await ask(facilitator);
    const token = await tokenOf(ada.address);
    expect(await nobody().signature.describeLink.query({ token })).toEqual({
      ...{ forName: 'Clauses du Val', askedByName: 'Nadia Roche', phone: null },
    });
    expect((await facilitator.client.signature.show.query({ requestId })).signers[0]?.openedAt).toBeNull();
    const opened = await nobody().signature.openLink.mutate({ token });
    expect(opened).toMatchObject({ pages: 2, state: 'open', own: { name: 'Ada Marchand', answer: null }, others: [] });
    await nobody().signature.openLink.mutate({ token });
    const [acts] = await product.system.client<{ count: number }[]>`
      select count(*)::int as count from signature_act where request_id = ${requestId}`;
    expect(acts?.count).toBe(1);
  });

  it('gives the very bytes to whoever holds it, and nothing to a wrong token or to an address that asks for the proof', async () => {
    await ask(facilitator);
    const read = async (what: string, token: string) =>
      product.app.fetch(
        new Request(`${publicUrl}/api/signatures/link/${what}`, { headers: { 'x-jonction-signature': token } }),
      );
    const answer = await read('document.pdf', await tokenOf(ada.address));
    expect(answer.status).toBe(200);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(pdf.bytes);
    expect((await read('document.pdf', 'un-jeton-que-personne-n-a-recu')).status).toBe(404);
    expect((await read('proof.pdf', await tokenOf(ada.address))).status).toBe(404);
    expect(await refusalOf(nobody().signature.openLink.mutate({ token: 'un-jeton-que-personne-n-a-recu' }))).toBe(
      'signature.link_not_found',
    );
  });
});

describe('signature.sendCode', () => {
  it('sends six figures that the base does not hold, one a minute', async () => {
    await ask(facilitator);
    const token = await tokenOf(ada.address);
    expect(await nobody().signature.sendCode.mutate({ token })).toEqual({ address: ada.address, minutes: 10 });
    const code = (await codeOf(ada.address)).replace(' ', '');
    expect(code).toMatch(/^\d{6}$/);
    const [row] = await product.system.client<{ hash: string }[]>`
      select code_hash as hash from signature_code order by id desc limit 1`;
    expect(row?.hash).not.toContain(code);
    expect(await refusalOf(nobody().signature.sendCode.mutate({ token }))).toBe('signature.code_too_soon');
    // Nobody of the team reads the letter that holds it.
    const listed = await facilitator.client.message.list.query({ text: 'code pour signer' });
    expect(listed.rows).toEqual([]);
  });
});

describe('signature.sign', () => {
  it('counts the tries of a wrong code, and lets the right one of the last letter through', async () => {
    const { requestId } = await ask(facilitator);
    const token = await tokenOf(ada.address);
    await nobody().signature.sendCode.mutate({ token });
    const wrong = (await codeOf(ada.address)) === '123 456' ? '654321' : '123456';
    expect(await sign(ada.address, { code: wrong })).toEqual({ outcome: 'wrong', left: 4 });
    expect(await sign(ada.address, { code: wrong })).toEqual({ outcome: 'wrong', left: 3 });
    expect(await sign(ada.address, { code: await codeOf(ada.address) })).toEqual({ outcome: 'signed', complete: true });
    expect(await stateOf(requestId)).toBe('complete');
    expect(await refusalOf(sign(ada.address, { code: wrong }))).toBe('signature.answered');
  });

  it('takes no code after five tries nor after ten minutes, even the right one', async () => {
    await ask(facilitator);
    const token = await tokenOf(ada.address);
    await nobody().signature.sendCode.mutate({ token });
    const right = await codeOf(ada.address);
    const wrong = right === '123 456' ? '654321' : '123456';
    for (let left = 4; left >= 0; left--)
      expect(await sign(ada.address, { code: wrong })).toEqual({ outcome: 'wrong', left });
    expect(await sign(ada.address, { code: right })).toEqual({ outcome: 'over' });
    await age(2);
    await nobody().signature.sendCode.mutate({ token });
    await age(10);
    expect(await sign(ada.address, { code: await codeOf(ada.address) })).toEqual({ outcome: 'over' });
  });

  it('signs nothing that was not read: other bytes, no agreement, no name', async () => {
    const { requestId } = await ask(facilitator);
    expect(await refusalOf(sign(ada.address, { sha256: 'a'.repeat(64) }))).toBe('signature.bytes_changed');
    const bare = { token: await tokenOf(ada.address), sha256: 'a'.repeat(64), code: '123456' };
    const unread = nobody().signature.sign.mutate({ ...bare, name: 'A', agreed: true });
    expect(await refusalOf(unread)).toBe('shared.fields_to_correct');
    const unticked = { ...bare, name: 'Ada Marchand', agreed: false } as unknown as typeof bare & {
      name: string;
      agreed: true;
    };
    expect(await refusalOf(nobody().signature.sign.mutate(unticked))).toBe('shared.fields_to_correct');
    expect(await stateOf(requestId)).toBe('open');
  });

  it('sees bytes that changed where they lie', async () => {
    const other = { name: 'autre.pdf', bytes: new Uint8Array(pagesPdf([['Un autre document à signer, celui-ci.']])) };
    const fileId = await uploaded(product, facilitator, 'paper', other);
    const { requestId } = await ask(facilitator, { title: 'Autre' }, fileId);
    const { fileSha256 } = await facilitator.client.signature.show.query({ requestId });
    const files = openFolderStore(product.dataDir, openVault(product.secret));
    await files.erase(fileSha256);
    await expect(sign(ada.address)).rejects.toThrow();
    expect(await stateOf(requestId)).toBe('open');
  });

  it('takes the people in any order and is done with the last one', async () => {
    const { requestId } = await ask(facilitator, { signers: [ada, bob] });
    expect(await sign(bob.address, { name: 'Bob Lenoir' })).toEqual({ outcome: 'signed', complete: false });
    expect(await facilitator.client.signature.show.query({ requestId })).toMatchObject({
      state: 'open',
      signed: 1,
      proofCode: null,
    });
    expect(await sign(ada.address)).toEqual({ outcome: 'signed', complete: true });
    expect((await facilitator.client.signature.show.query({ requestId })).proofCode).toMatch(/^[0-9A-Z-]{29}$/);
  });
});

describe('the proof', () => {
  it('is a paper with the hash of what was signed, checked by anybody, and no longer ours once its facts are changed', async () => {
    const { requestId } = await ask(facilitator, { employerId });
    await sign(ada.address, { name: 'A. Marchand' });
    const { proofCode, fileSha256 } = await facilitator.client.signature.show.query({ requestId });
    const answer = await product.app.fetch(
      new Request(`${publicUrl}/api/signatures/${requestId}.pdf`, { headers: facilitator.headers }),
    );
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    const document = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
    const { text } = await extractText(document, { mergePages: true });
    const said = text.replaceAll(/\s/g, '');
    for (const words of [
      fileSha256,
      proofCode ?? '',
      'ada@toitures.test',
      'AdaMarchand,gé',
      'A.Marchand',
      'ToituresduVal',
    ]) {
      expect(said).toContain(words);
    }
    const { proof } = await nobody().signature.verify.query({
      code: (proofCode ?? '').toLowerCase().replaceAll('-', ' '),
    });
    expect(proof).toMatchObject({ sha256: fileSha256, pages: 2, forName: 'Clauses du Val' });
    expect(proof?.signers).toMatchObject([{ initials: 'A. M.', quality: 'gérante' }]);
    expect(JSON.stringify(proof)).not.toContain('Marchand');
    expect(await nobody().signature.verify.query({ code: 'AAAAA-AAAAA-AAAAA-AAAAA-AAAAA' })).toEqual({ proof: null });
    for (const who of [otherTeam, otherCompany]) {
      const closed = await product.app.fetch(
        new Request(`${publicUrl}/api/signatures/${requestId}.pdf`, { headers: who.headers }),
      );
      expect(closed.status).toBe(404);
    }
    await force(
      'signature_proof',
      `facts = jsonb_set(facts, '{title}', '"Autre chose"') where request_id = '${requestId}'`,
    );
    expect(await nobody().signature.verify.query({ code: proofCode ?? '' })).toEqual({ proof: null });
  });
});

describe('an end', () => {
  it('is one refusal: why goes to whoever asked, the others learn that it is closed, nobody twice', async () => {
    const { requestId } = await ask(facilitator, { signers: [ada, { ...bob, address: 'refus@peinture.test' }] });
    const token = await tokenOf('refus@peinture.test');
    expect(await refusalOf(nobody().signature.refuse.mutate({ token, reason: ' ' }))).toBe('shared.fields_to_correct');
    await nobody().signature.refuse.mutate({ token, reason: 'Le prix n’est pas celui convenu.' });
    expect(await stateOf(requestId)).toBe('refused');
    expect(await refusalOf(sign(ada.address, { code: '123456' }))).toBe('signature.is_refused');
    await ended(requestId);
    await ended(requestId);
    const asker = await bodyTo(`${facilitator.membershipId}@exemple.test`, 'signature-refused');
    expect(asker).toContain('Bob Lenoir a refusé de signer.');
    expect(asker).toContain('Le prix n’est pas celui convenu.');
    const other = await bodyTo(ada.address, 'signature-refused');
    expect(other).not.toContain('Le prix');
    expect((await lettersTo(ada.address)).filter((template) => template === 'signature-refused')).toHaveLength(1);
    expect(await lettersTo('refus@peinture.test')).toEqual(['signature']);
  });

  it('is a withdrawal with its reason, by whoever asked, and not once everybody has signed', async () => {
    const { requestId } = await ask(facilitator, { signers: [{ ...ada, address: 'retrait@toitures.test' }] });
    expect(await refusalOf(facilitator.client.signature.withdraw.mutate({ requestId, reason: '' }))).toBe(
      'shared.fields_to_correct',
    );
    await colleague.client.signature.withdraw.mutate({ requestId, reason: 'Mauvaise version.' });
    expect(await stateOf(requestId)).toBe('withdrawn');
    await ended(requestId);
    expect(await lettersTo('retrait@toitures.test')).toEqual(['signature', 'signature-withdrawn']);
    const opened = await nobody().signature.openLink.mutate({ token: await tokenOf('retrait@toitures.test') });
    expect(opened).toMatchObject({ state: 'withdrawn', endReason: 'Mauvaise version.' });
    const again = facilitator.client.signature.withdraw.mutate({ requestId, reason: 'Encore.' });
    expect(await refusalOf(again)).toBe('signature.is_withdrawn');
    const done = await ask(facilitator);
    await sign(ada.address);
    const late = facilitator.client.signature.withdraw.mutate({ requestId: done.requestId, reason: 'Trop tard.' });
    expect(await refusalOf(late)).toBe('signature.is_complete');
  });

  it('brings the signed document to the paper that was asked, for the team to check', async () => {
    const items = [{ kind: 'commitment' as const }];
    await facilitator.client.paper.ask.mutate({ employerId, items });
    const rowOf = async () => (await facilitator.client.paper.listAsked.query({ employerId })).rows[0];
    const itemId = (await rowOf())?.id ?? '';
    const { requestId } = await ask(facilitator, { itemId });
    expect((await rowOf())?.signature).toEqual({ requestId, state: 'open', people: 1, signed: 0 });
    await sign(ada.address);
    await ended(requestId);
    await ended(requestId);
    expect(await rowOf()).toMatchObject({
      state: 'received',
      signature: { state: 'complete' },
      piece: { source: 'team' },
    });
    const foreign = ask(otherTeam, { itemId });
    expect(await refusalOf(foreign)).toBe('paper.not_found');
  });
});

describe('somebody who has an account', () => {
  it('finds what waits for her at its address, opens her own door, and nobody else does', async () => {
    const address = `${company.membershipId}@exemple.test`;
    await ask(facilitator, { signers: [{ name: 'Cora Vidal', address }], title: 'Pour Cora' });
    const { rows } = await company.client.signature.listOwn.query();
    const own = rows.find(({ title }) => title === 'Pour Cora');
    expect(own).toMatchObject({ state: 'open' });
    const signerId = own?.signerId ?? '';
    for (const who of [otherCompany, facilitator, otherTeam]) {
      expect(await refusalOf(who.client.signature.enter.mutate({ signerId }))).toBe('signature.not_found');
    }
    const { token } = await company.client.signature.enter.mutate({ signerId });
    await nobody().signature.sendCode.mutate({ token });
    const { sha256 } = await nobody().signature.openLink.mutate({ token });
    const code = await codeOf(address);
    expect(
      await nobody().signature.sign.mutate({ token, sha256, code, name: 'Cora Vidal', agreed: true }),
    ).toMatchObject({
      outcome: 'signed',
    });
    expect((await company.client.signature.listOwn.query()).rows.map(({ title }) => title)).not.toContain('Pour Cora');
  });
});

describe('reminders', () => {
  it('leave by hand three days apart for one address, and by the ladder in the morning', async () => {
    const address = 'relance@toitures.test';
    const { requestId } = await ask(facilitator, { signers: [{ ...ada, address }] });
    await force('signature_letter', `sent_at = '2026-03-16T09:00:00Z' where address = '${address}'`);
    expect(await refusalOf(facilitator.client.signature.remind.mutate({ requestId }))).toBe('hours.remind_guard');
    await force('signature_request', `asked_at = '2026-03-16T09:00:00Z' where id = '${requestId}'`);
    const morning = (day: string, relay: unknown = {}) =>
      remindSigners({ database: product.system, publicUrl, relay, log }, new Date(`${day}T07:44:00Z`));
    await morning('2026-03-18');
    expect(await lettersTo(address)).toHaveLength(1);
    await morning('2026-03-19', null);
    expect(await lettersTo(address)).toHaveLength(1);
    await morning('2026-03-19');
    await morning('2026-03-19');
    expect(await lettersTo(address)).toHaveLength(2);
    expect(await refusalOf(otherTeam.client.signature.remind.mutate({ requestId }))).toBe('signature.not_found');
    await force('signature_letter', `sent_at = '2026-03-10T09:00:00Z' where address = '${address}'`);
    expect(await facilitator.client.signature.remind.mutate({ requestId })).toEqual({ letters: 1 });
  });
});

describe('the base', () => {
  it('folds the state of every request as the rule does', async () => {
    const { rows } = await facilitator.client.signature.list.query({ pageSize: 100 });
    for (const { id, state, expiresOn } of rows) {
      const { signers, end } = await facilitator.client.signature.show.query({ requestId: id });
      const facts = { withdrawn: end !== null, answers: signers.map(({ answer }) => answer), expiresOn };
      expect(signatureStateOf(facts, today)).toBe(state);
    }
    expect(new Set(rows.map(({ state }) => state)).size).toBeGreaterThan(2);
  });

  it('takes no signature without a code of the person, of other bytes, nor on a closed request', async () => {
    const { requestId } = await ask(facilitator);
    const [row] = await product.system.client<{ id: string; address: string; sha: string; sentence: string }[]>`
      select s.id, s.address, r.file_sha256 as sha, r.sentence from signature_signer s join signature_request r on r.id = s.request_id
      where r.id = ${requestId}`;
    const [code] = await product.system.client<{ id: string }[]>`
      insert into signature_code (signer_id, structure_id, code_hash, sent_at) values (${row?.id ?? ''}, ${structureId}, 'x', '2026-03-16T10:00:00Z') returning id`;
    const insert = (sha: string) => product.system.client`
      insert into signature_act (request_id, signer_id, structure_id, kind, typed_name, address, file_sha256, sentence, code_id, code_sent_at)
      values (${requestId}, ${row?.id ?? ''}, ${structureId}, 'signed', 'Ada Marchand', ${row?.address ?? ''}, ${sha}, ${row?.sentence ?? ''}, ${code?.id ?? ''}, '2026-03-16T10:00:00Z')`;
    await expect(insert(row?.sha ?? '')).rejects.toThrow(/code of this person/);
    await product.system.client`update signature_code set used_at = now() where id = ${code?.id ?? ''}`;
    await expect(insert('f'.repeat(64))).rejects.toThrow(/bytes and the words/);
    await expect(
      product.system.client`update signature_code set tries = 0, used_at = null where id = ${code?.id ?? ''}`,
    ).rejects.toThrow(/used once/);
    await facilitator.client.signature.withdraw.mutate({ requestId, reason: 'Mauvaise version.' });
    await expect(insert(row?.sha ?? '')).rejects.toThrow(/closed/);
    await product.system.client`delete from signature_act where request_id = ${requestId}`;
    expect(await stateOf(requestId)).toBe('withdrawn');
  });
});
