import { organisationContact } from '@jonction/db/organisation/contact-tables';
import { freshnessOf } from '@jonction/domain/organisation/contact-person';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { makeOrganisation, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

const today = '2026-05-04';
let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let me: Person;

beforeAll(async () => {
  product = await startProduct({ today });
  here = await makeHiring(product, 'Contacts du Val');
  elsewhere = await makeHiring(product, 'Contacts du Mont');
  me = here.facilitator;
});
afterAll(() => product.close());

const sql = () => product.system.client;
const company = () => makeOrganisation(product, 'employer', 'Espaces verts du Val');
const add = async (
  organisationId: string,
  email: string,
  more: Partial<typeof organisationContact.$inferInsert> = {},
) => {
  const [row] = await product.system.as(system, (tx) =>
    tx
      .insert(organisationContact)
      .values({ structureId: here.structureId, organisationId, name: 'Hélène Marchand', email, ...more })
      .returning(),
  );
  return row?.id ?? '';
};
const list = async (organisationId: string, who = me) => who.client.organisation.listContacts.query({ organisationId });
/** A sending of a CV, by the product's own door; answers the link of its letter. */
async function send(recipientEmail: string, name: string) {
  const participantId = await makeCandidate(product, here.structureId);
  const { pushId } = await me.client.positioning.push.mutate({
    ...{ offerId: here.offerId, participantIds: [participantId], recipientEmail, recipientName: name },
    idempotencyKey: crypto.randomUUID(),
  });
  const [letter] = await sql()<{ id: string; body_text: string }[]>`
    select id, body_text from message where to_address = ${recipientEmail} order by id desc limit 1`;
  const token = /\/cv\/([\w-]+)/.exec(letter?.body_text ?? '')?.[1] ?? '';
  return { pushId, messageId: letter?.id ?? '', link: product.client({ 'x-jonction-link': token }) };
}

describe('organisation.saveContact', () => {
  it('writes down somebody, whom the team of the structure alone reads', async () => {
    const organisationId = await company();
    const person = {
      organisationId,
      name: 'Hélène Marchand',
      function: 'Responsable RH',
      email: 'rh@val.test',
      phone: '',
    };
    const { contactId } = await me.client.organisation.saveContact.mutate(person);
    const { rows, needsSecond } = await list(organisationId);
    expect(rows).toMatchObject([
      { id: contactId, function: 'Responsable RH', fresh: true, staleReason: null, source: 'team' },
    ]);
    expect(needsSecond).toBe(true);
    expect((await list(organisationId, elsewhere.facilitator)).rows).toEqual([]);
    expect(await refusalOf(list(organisationId, here.employer))).toBe('access.not_allowed');
  });

  it('corrects her, and refuses one address twice in one organisation', async () => {
    const organisationId = await company();
    const contactId = await add(organisationId, 'a@val.test');
    const save = (input: object) =>
      me.client.organisation.saveContact.mutate({
        organisationId,
        name: 'Hélène',
        email: 'b@val.test',
        phone: '',
        ...input,
      });
    await save({ contactId });
    expect((await list(organisationId)).rows).toMatchObject([{ email: 'b@val.test', name: 'Hélène' }]);
    expect(await refusalOf(save({}))).toBe('organisation.contact_known');
    expect(await refusalOf(save({ contactId: crypto.randomUUID(), email: 'c@val.test' }))).toBe(
      'organisation.contact_not_found',
    );
    expect(await refusalOf(save({ organisationId: here.structureId, email: 'c@val.test' }))).toBe(
      'organisation.not_found',
    );
  });
});

describe('organisation.proveContact', () => {
  it('says in one click after a call that she is still there, or no longer, and keeps each word', async () => {
    const organisationId = await company();
    const contactId = await add(organisationId, 'a@val.test', { createdAt: new Date('2025-01-01') });
    const prove = (proof: 'call' | 'gone', who = me) =>
      who.client.organisation.proveContact.mutate({ contactId, proof });
    expect((await list(organisationId)).rows).toMatchObject([{ fresh: false, staleReason: 'silent' }]);
    await prove('call');
    expect((await list(organisationId)).rows).toMatchObject([{ fresh: true, lastProof: 'call' }]);
    await prove('gone');
    expect((await list(organisationId)).rows).toMatchObject([{ fresh: false, staleReason: 'gone' }]);
    const kept = await sql()`select proof from organisation_contact_proof where contact_id = ${contactId} order by at`;
    expect(kept.map(({ proof }) => proof)).toEqual(['call', 'gone']);
    const rewritten = await sql()`update organisation_contact_proof set proof = 'call' returning 1`;
    expect(rewritten).toHaveLength(0);
    expect(await refusalOf(prove('call', elsewhere.facilitator))).toBe('organisation.contact_not_found');
    expect(await refusalOf(prove('call', here.employer))).toBe('access.not_allowed');
  });
});

describe('proofs by deeds', () => {
  it('makes a contact of whoever is written to, and proves her by opening and by answering', async () => {
    const { link } = await send('nadia@entreprise.test', 'Nadia Ferrand');
    const nadia = async () => (await list(here.employerId)).rows.find(({ email }) => email === 'nadia@entreprise.test');
    expect(await nadia()).toMatchObject({ name: 'Nadia Ferrand', source: 'sending', lastProof: null });
    const [received] = await link.positioning.openLink.mutate();
    expect(await nadia()).toMatchObject({ lastProof: 'opening', fresh: true });
    await link.positioning.answer.mutate({
      ...{ positioningId: received?.positioningId ?? '', version: received?.version ?? 1 },
      ...{ answer: 'refuse', reason: 'position_filled' },
    });
    expect(await nadia()).toMatchObject({ lastProof: 'answer' });
  });

  it('lowers whoever has an address that a relay refuses for good, in the structure alone', async () => {
    const { messageId } = await send('partie@entreprise.test', 'Odile Partie');
    await sql()`update message set status = 'failed' where id = ${messageId}`;
    const { rows } = await list(here.employerId);
    expect(rows.find(({ email }) => email === 'partie@entreprise.test')).toMatchObject({
      fresh: false,
      staleReason: 'bounce',
    });
  });
});

describe('a second contact', () => {
  it('is asked of the company by its link while there are fewer than two to count on, and is named by it', async () => {
    await sql()`delete from organisation_contact where organisation_id = ${here.employerId}`;
    const { link } = await send('seule@entreprise.test', 'Seule');
    expect(await link.organisation.askSecond.query()).toEqual({ asks: true });
    await link.organisation.nameSecond.mutate({ name: 'Karim Lotte', email: 'karim@entreprise.test' });
    await link.organisation.nameSecond.mutate({ name: 'Autre nom', email: 'karim@entreprise.test' });
    expect(await link.organisation.askSecond.query()).toEqual({ asks: false });
    const { rows } = await list(here.employerId);
    expect(rows.filter(({ source }) => source === 'company')).toMatchObject([{ name: 'Karim Lotte' }]);
    expect(await here.employer.client.organisation.askSecond.query()).toEqual({ asks: false });
    expect(await refusalOf(link.organisation.nameSecond.mutate({ name: 'Sans moyen' }))).toBe(
      'shared.fields_to_correct',
    );
    expect(await refusalOf(me.client.organisation.askSecond.query())).toBe('access.not_allowed');
  });

  it('is of the company that speaks, whatever the rows of another', async () => {
    const { rows } = await list(elsewhere.employerId);
    await elsewhere.employer.client.organisation.nameSecond.mutate({ name: 'Ailleurs', phone: '01 23 45 67 89' });
    expect((await list(elsewhere.employerId)).rows).toEqual(rows);
    expect((await list(elsewhere.employerId, elsewhere.facilitator)).rows).toMatchObject([
      { name: 'Ailleurs', source: 'company' },
    ]);
  });
});

describe('organisation.listStaleContacts', () => {
  it('lists exactly those that the rule calls stale, and nobody of another structure', async () => {
    await sql()`delete from organisation_contact`;
    const organisationId = await company();
    const ago = (days: number) => new Date(Date.parse(`${today}T10:00:00Z`) - days * 86_400_000);
    for (const [at, days] of [0, 44, 88, 89, 90, 91, 200].entries()) {
      await add(organisationId, `p${at}@val.test`, { createdAt: ago(400), lastProofAt: ago(days), lastProof: 'call' });
      await add(organisationId, `c${at}@val.test`, { createdAt: ago(days) });
      await add(organisationId, `g${at}@val.test`, {
        createdAt: ago(400),
        lastProofAt: ago(days),
        loweredAt: ago(0),
        loweredBy: 'gone',
      });
    }
    const { rows } = await list(organisationId);
    const stale = await me.client.organisation.listStaleContacts.query({ pageSize: 100 });
    expect(new Set(stale.rows.map(({ id }) => id))).toEqual(
      new Set(rows.filter(({ fresh }) => !fresh).map(({ id }) => id)),
    );
    expect(stale.total).toBe(stale.rows.length);
    for (const { loweredBy, fresh, ...row } of rows.map((one) => ({
      ...one,
      loweredBy: one.staleReason === 'gone' ? ('gone' as const) : null,
    }))) {
      expect(freshnessOf({ ...row, loweredBy }, today).fresh).toBe(fresh);
    }
    expect((await me.client.organisation.listStaleContacts.query({ text: 'espaces VERTS' })).total).toBe(stale.total);
    expect((await me.client.organisation.listStaleContacts.query({ text: 'personne' })).total).toBe(0);
    expect((await elsewhere.facilitator.client.organisation.listStaleContacts.query({})).total).toBe(0);
    const counting = countStatements(product, me);
    try {
      expect(await counting.count((calls) => calls.organisation.listStaleContacts({}))).toBe(2);
    } finally {
      await counting.close();
    }
  });
});
