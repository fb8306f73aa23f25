import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CommandContext } from '@jonction/api/cli/context';
import { mailReturned } from '@jonction/api/cli/mail-returned';
import { takeBack } from '@jonction/api/message/take-back';
import { listSilences } from '@jonction/db/positioning/silences';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { startTestJobs } from '../../support/jobs.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { linkClient, pushCvs } from '../../support/pushing.ts';
import { startRelay } from '../../support/relay.ts';
import { absenceReply, fromExchange, fromPostfix } from '../../support/returned-mails.ts';

let product: Product;
let here: Hiring;
let pushId: string;
let address: string;
let letterId: string;
const folder = mkdtempSync(path.join(tmpdir(), 'jonction-returned-'));

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  here = await makeHiring(product, 'Val');
  await product.system.client`
    update organisation set settings = '{"positioningCaps":{"offer":500,"company":500}}' where id = ${here.structureId}`;
});
afterAll(async () => {
  await product.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  address = `rh-${crypto.randomUUID().slice(0, 8)}@entreprise.example`;
  pushId = await pushCvs(here, [await makeCandidate(product, here.structureId)], { recipientEmail: address });
  const [row] = await product.system.client<{ id: string }[]>`
    update message set status = 'sent', sent_at = now() where about_id = ${pushId} returning id`;
  letterId = row?.id ?? '';
});

const idOf = (letter = letterId) => `${letter}@clauses.example`;
const take = (raw: string) => product.system.as(system, (tx) => takeBack(tx, raw));
const letter = async () => {
  const [row] = await product.system.client<
    { status: string; returned_for: string | null; last_error: string | null }[]
  >`select status, returned_for, last_error from message where id = ${letterId}`;
  return row;
};
const contact = async () =>
  (await here.facilitator.client.organisation.listContacts.query({ organisationId: here.employerId })).rows.find(
    ({ email }) => email === address,
  );

describe.each([
  ['Postfix', fromPostfix],
  ['Exchange', fromExchange],
] as const)('a letter that %s sends back', (_, write) => {
  it('lowers the contact, and says in the outbox that it came back and why', async () => {
    expect((await contact())?.fresh).toBe(true);
    expect(await take(write({ id: idOf(), to: address }))).toBe('lowered');
    expect(await contact()).toMatchObject({ fresh: false, staleReason: 'bounce' });
    expect(await letter()).toMatchObject({
      status: 'failed',
      returned_for: 'address',
      last_error: expect.stringContaining('5.1.1'),
    });
    const shown = await here.facilitator.client.message.show.query({ messageId: letterId });
    expect(shown.returnedAt).not.toBeNull();
    const silences = await product.system.as(system, (tx) => listSilences(tx));
    expect(silences.find((row) => row.pushId === pushId)?.addressIsDead).toBe(true);
  });

  it('is taken once: the same report again changes nothing', async () => {
    const raw = write({ id: idOf(), to: address });
    await take(raw);
    const proofs = async () => product.system.client`
      select p.id from organisation_contact_proof p join organisation_contact c on c.id = p.contact_id where c.email = ${address}`;
    const before = await proofs();
    expect(await take(raw)).toBe('known_already');
    expect(await proofs()).toEqual(before);
  });

  it('is found by an address in any case, where it was written to and not where it ended', async () => {
    expect(await take(write({ id: idOf(), to: address.toUpperCase() }))).toBe('lowered');
  });

  it('of a full box leaves the contact, and its reminders, as they were', async () => {
    const raw = write({ id: idOf(), to: address, status: '5.2.2', diagnostic: 'smtp; 552 5.2.2 mailbox full' });
    expect(await take(raw)).toBe('returned');
    expect((await contact())?.fresh).toBe(true);
    expect(await letter()).toMatchObject({ status: 'failed', returned_for: 'other' });
    const silences = await product.system.as(system, (tx) => listSilences(tx));
    expect(silences.find((row) => row.pushId === pushId)?.addressIsDead).toBe(false);
  });

  it('later than hoped is not back yet', async () => {
    expect(await take(write({ id: idOf(), to: address, action: 'delayed', status: '4.4.1' }))).toBe('not_final');
    expect(await letter()).toMatchObject({ status: 'sent', returned_for: null });
  });

  it('and was never written by us changes nothing: another address, another id, no id of ours', async () => {
    expect(await take(write({ id: idOf(), to: 'jamais@entreprise.example' }))).toBe('not_ours');
    expect(await take(write({ id: idOf(crypto.randomUUID()), to: address }))).toBe('not_ours');
    expect(await take(write({ id: idOf('0190a000-0000-7000-8000-00000000dead'), to: address }))).toBe('not_ours');
    expect(await take(write({ id: 'CAKx=abc@mail.example', to: address }))).toBe('not_ours');
    expect(await letter()).toMatchObject({ status: 'sent' });
    expect((await contact())?.fresh).toBe(true);
  });

  it('and never left cannot come back', async () => {
    await product.system.client`update message set status = 'kept' where id = ${letterId}`;
    expect(await take(write({ id: idOf(), to: address }))).toBe('not_ours');
    expect(await letter()).toMatchObject({ status: 'kept' });
  });
});

describe('what is no report', () => {
  it('changes nothing: an absence, a report that somebody sends, a report enclosed in a report', async () => {
    const real = fromPostfix({ id: idOf(), to: address });
    expect(await take(absenceReply({ id: idOf(), to: address }))).toBe('not_a_report');
    expect(await take(real.replace('Return-Path: <>', `Return-Path: <${address}>`))).toBe('answered_by_somebody');
    // Round in circles: our address returned a report of theirs.
    const loop = fromPostfix({ id: '20260302081407.9B1C21A0B7@mx.clauses.example', to: 'retours@clauses.example' });
    expect(await take(loop)).toBe('not_ours');
    const [forwarded] = [`From: quelquun@ailleurs.example\nSubject: Fwd\nContent-Type: text/plain\n\n${real}`];
    expect(await take(forwarded ?? '')).toBe('not_a_report');
    expect(await letter()).toMatchObject({ status: 'sent' });
    expect((await contact())?.fresh).toBe(true);
  });
});

describe('jonction mail returned', () => {
  const context = () =>
    ({
      database: product.system,
      services: product.app.services,
      structureId: null,
      userId: null,
      progress: () => undefined,
    }) satisfies CommandContext;
  const write = (name: string, content: string) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  };

  it('takes files, and a Maildir whole, as often as one likes', async () => {
    const maildir = path.join(folder, 'Maildir');
    write('Maildir/new/1772439247.M1.mx', fromPostfix({ id: idOf(), to: address }));
    write('Maildir/cur/1772439248.M2.mx:2,S', absenceReply({ id: idOf(), to: address }));
    write('Maildir/tmp/1772439249.M3.mx', fromExchange({ id: idOf(), to: address }));
    expect(await mailReturned(context(), [maildir])).toEqual({
      exit: 0,
      result: { read: 2, lowered: 1, not_a_report: 1 },
    });
    expect(await mailReturned(context(), [maildir])).toEqual({
      exit: 0,
      result: { read: 2, known_already: 1, not_a_report: 1 },
    });
  });

  it('ends well on a mail that says nothing, which the server would else send round again', async () => {
    const file = write('rien.eml', 'n’importe quoi');
    expect(await mailReturned(context(), [file])).toMatchObject({ exit: 0, result: { read: 1 } });
  });

  it('says what it was not given', async () => {
    await expect(mailReturned(context(), [])).rejects.toThrow('Donnez le courriel revenu');
    await expect(mailReturned(context(), [path.join(folder, 'absent')])).rejects.toThrow('Impossible de lire');
  });
});

describe('a letter that left by a relay', () => {
  it('carries the id by which it is known when it comes back', async () => {
    const relay = await startRelay();
    const jobs = await startTestJobs(product, { smtpUrl: relay.url });
    try {
      const to = `boite-${crypto.randomUUID().slice(0, 8)}@entreprise.example`;
      await pushCvs(here, [await makeCandidate(product, here.structureId)], { recipientEmail: to });
      await jobs.settled();
      const mail = relay.received.find(({ to: header }) => JSON.stringify(header).includes(to));
      const id = mail?.messageId?.replaceAll(/[<>]/g, '') ?? '';
      expect(await take(fromPostfix({ id, to }))).toBe('lowered');
    } finally {
      await jobs.close();
      await relay.close();
    }
  });
});

describe('a company that says that somebody has left', () => {
  it('lowers the addressee and names who is there now', async () => {
    const link = await linkClient(product, pushId);
    await link.organisation.nameSecond.mutate({ name: 'Karim Lotte', email: `karim-${address}`, gone: true });
    expect(await contact()).toMatchObject({ fresh: false, staleReason: 'gone' });
  });

  it('says nothing of anybody when it only adds somebody, nor from an account', async () => {
    const link = await linkClient(product, pushId);
    await link.organisation.nameSecond.mutate({ name: 'Karim Lotte', email: `k-${address}` });
    await here.employer.client.organisation.nameSecond.mutate({ name: 'Lina', email: `l-${address}`, gone: true });
    expect((await contact())?.fresh).toBe(true);
  });

  it('is asked in the next letter, as long as there is nobody else to count on', async () => {
    const ask = 'Vous n’êtes plus la bonne personne';
    const bodyOf = async (push: string) =>
      (await product.system.client<{ body_text: string }[]>`select body_text from message where about_id = ${push}`)[0]
        ?.body_text;
    await product.system.client`delete from organisation_contact where organisation_id = ${here.employerId}`;
    const send = async (recipientEmail: string) =>
      bodyOf(await pushCvs(here, [await makeCandidate(product, here.structureId)], { recipientEmail }));
    expect(await send('seule@entreprise.example')).toContain(ask);
    expect(await send('deuxieme@entreprise.example')).not.toContain(ask);
    await product.system.client`
      update organisation_contact set lowered_at = now(), lowered_by = 'gone' where email = 'deuxieme@entreprise.example'`;
    expect(await send('seule@entreprise.example')).toContain(ask);
  });
});
