import { hashToken } from '@jonction/api/access/token';
import { legalLetter } from '@jonction/db/legal/tables';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesPdf } from '../../support/cv-pdf.ts';
import { type Hiring, makeHiring, system } from '../../support/hiring.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, publicUrl, refusalOf, startProduct } from '../../support/product.ts';
import { uploaded } from '../../support/upload.ts';

let product: Product;
let at: Hiring;
let elsewhere: Hiring;
let buyer: Person;
let today = '2020-04-06';

beforeAll(async () => {
  product = await startProduct({ today });
  Object.defineProperty(product.app.services, 'today', { value: () => today });
  at = await makeHiring(product, 'du Val');
  elsewhere = await makeHiring(product, 'du Mont');
  buyer = await makePerson(product, 'buyer', { organisationId: at.made.buyerId, structureId: at.structureId });
});
afterAll(() => product.close());

const legal = (who: Person = at.facilitator) => who.client.legal;
const text = {
  ...{
    textId: null,
    version: null,
    title: 'Heures de mars',
    source: 'note du 6 avril 2020',
    summary: 'Le télétravail compte.',
  },
  ...{ url: null, fileId: null, keepFile: false, validFrom: '2020-03-24', validTo: null },
  ...{ scope: 'national' as const, scopeWords: null, scopeBuyerId: null },
};
const lastLetter = async () => {
  const [row] = await product.system.client<{ subject: string; body_text: string; to_address: string }[]>`
    select subject, body_text, to_address from message where template = 'legal' order by id desc limit 1`;
  return { ...row, token: /\/textes\/([\w-]+)/.exec(row?.body_text ?? '')?.[1] ?? '' };
};
const openings = async () =>
  product.system.client<
    { letter_id: string | null; user_id: string | null }[]
  >`select letter_id, user_id from legal_opening`;

describe('the library', () => {
  it('keeps a text in versions, and writes over nobody', async () => {
    const { textId } = await legal().save.mutate(text);
    await legal().save.mutate({ ...text, textId, version: 1, title: 'Heures, mars et avril' });
    expect(await refusalOf(legal().save.mutate({ ...text, textId, version: 1 }))).toBe('legal.changed_meanwhile');
    const shown = await legal().show.query({ textId });
    expect(shown.versions.map(({ version, title }) => [version, title])).toEqual([
      [2, 'Heures, mars et avril'],
      [1, 'Heures de mars'],
    ]);
    expect(shown.text).toMatchObject({ version: 2, state: 'in_force' });
    expect(await refusalOf(legal(elsewhere.facilitator).show.query({ textId }))).toBe('legal.not_found');
    expect(await refusalOf(legal(elsewhere.facilitator).save.mutate({ ...text, textId, version: 2 }))).toBe(
      'legal.not_found',
    );
    expect(await refusalOf(legal(buyer).show.query({ textId }))).toBe('access.not_allowed');
    expect(await refusalOf(legal().save.mutate({ ...text, scope: 'buyer' }))).toBe('shared.fields_to_correct');
  });

  it('offers the texts of 2020, each taken once by each team', async () => {
    const { offered } = await legal().list.query({});
    expect(offered.map(({ code }) => code)).toContain('ordonnance-2020-319');
    await legal().adopt.mutate({ code: 'ordonnance-2020-319' });
    expect(await refusalOf(legal().adopt.mutate({ code: 'ordonnance-2020-319' }))).toBe('legal.adopted_already');
    expect(await refusalOf(legal().adopt.mutate({ code: 'nothing' }))).toBe('legal.code_not_found');
    const after = await legal().list.query({});
    expect(after.offered.length).toBe(offered.length - 1);
    expect((await legal(elsewhere.facilitator).list.query({})).texts).toEqual([]);
  });

  it('is found by its words and by its state', async () => {
    const titles = async (asked: object) => (await legal().list.query(asked)).texts.map(({ title }) => title);
    expect(await titles({ words: 'teletravail' })).toEqual(['Heures, mars et avril']);
    expect(await titles({ words: 'exceptionnelles 2020-319' })).toEqual([
      'Mesures exceptionnelles pour les contrats publics',
    ]);
    expect(await titles({ state: 'ended' })).toEqual([]);
    expect((await titles({ state: 'in_force' })).length).toBe(2);
  });
});

describe('a text that is sent', () => {
  const sent = async (id: string, buyerIds = [at.made.buyerId]) =>
    legal().send.mutate({ textId: id, buyerIds, note: 'Voyez.' });
  let textId = '';

  it('leaves as a letter to whoever answers for the buyer, with a link', async () => {
    ({ textId } = await legal().save.mutate(text));
    expect(await sent(textId)).toEqual({ sent: 1 });
    const { subject, body_text, to_address } = await lastLetter();
    expect(subject).toBe('Heures de mars');
    expect(body_text).toContain('Voyez.');
    expect(to_address).toContain(buyer.membershipId);
    const [audited] = await product.system.client`select facts from audit_entry where action = 'legal.send'`;
    expect(audited?.facts).toEqual({ sent: 1 });
  });

  it('is not opened by a visit: scanners follow links', async () => {
    const { token } = await lastLetter();
    const nobody = product.client();
    expect(await nobody.legal.describeLink.query({ token })).toMatchObject({ structureName: 'du Val' });
    expect(JSON.stringify(await nobody.legal.describeLink.query({ token }))).not.toContain('Heures');
    expect(await openings()).toEqual([]);
  });

  it('is opened by the button of its page, once, and the team sees who and when', async () => {
    const { token } = await lastLetter();
    const nobody = product.client();
    for (const _ of [1, 2])
      expect(await nobody.legal.openLink.mutate({ token })).toMatchObject({ summary: text.summary });
    expect((await openings()).length).toBe(1);
    const { buyers } = await legal().show.query({ textId });
    const row = buyers.find(({ buyerId }) => buyerId === at.made.buyerId);
    expect(row).toMatchObject({ letters: 1, openedVersion: 1, openedBy: expect.stringContaining('buyer') });
    const { texts } = await legal().list.query({ words: 'Heures de mars' });
    expect(texts[0]).toMatchObject({ sent: 1, opened: 1 });
  });

  it('is found by no other token, and by none once its time is over', async () => {
    const { token } = await lastLetter();
    const nobody = product.client();
    expect(await refusalOf(nobody.legal.openLink.mutate({ token: `${token}x` }))).toBe('legal.link_not_found');
    const over = 'a-link-of-half-a-year-ago-and-more';
    const past = await makeOrganisation(product, 'buyer', 'Ville d’avant');
    const { text: kept } = await legal().show.query({ textId });
    await product.system.as(system, (tx) =>
      tx.insert(legalLetter).values({
        ...{ versionId: kept.id, textId, structureId: at.structureId, buyerId: past },
        ...{ address: 'marches@ailleurs.test', reminder: false, tokenHash: hashToken(over), sentOn: '2019-09-01' },
        ...{ sentBy: at.facilitator.userId, sentAt: new Date('2019-09-01'), expiresAt: new Date('2020-03-01') },
      }),
    );
    expect(await refusalOf(nobody.legal.describeLink.query({ token: over }))).toBe('legal.link_not_found');
    expect(await refusalOf(nobody.legal.openLink.mutate({ token: over }))).toBe('legal.link_not_found');
  });

  it('is sent again by hand alone, three days later at the earliest, as a reminder', async () => {
    expect(await refusalOf(sent(textId))).toBe('legal.written_lately');
    today = '2020-04-09';
    await sent(textId);
    expect((await lastLetter()).subject).toBe('Rappel : Heures de mars');
    today = '2020-04-06';
  });

  it('goes to all that are ticked or to none: nobody known, no buyer of the team, a text that ended', async () => {
    const { textId: other } = await legal().save.mutate({ ...text, title: 'Autre' });
    const [silent] = await product.system.client<
      { id: string }[]
    >`insert into organisation (kind, name) values ('buyer', 'Muette') returning id`;
    expect(await refusalOf(sent(other, [at.made.buyerId, silent?.id ?? '']))).toBe('organisation.not_found');
    expect(await refusalOf(sent(other, [elsewhere.made.buyerId]))).toBe('organisation.not_found');
    expect(await refusalOf(sent(other, []))).toBe('shared.fields_to_correct');
    const { textId: theirs } = await legal(elsewhere.facilitator).save.mutate(text);
    const refused = legal(elsewhere.facilitator).send.mutate({
      textId: theirs,
      buyerIds: [elsewhere.made.buyerId],
      note: null,
    });
    expect(await refusalOf(refused)).toBe('legal.no_address');
    const { textId: ended } = await legal().save.mutate({ ...text, validTo: '2020-04-01' });
    expect(await refusalOf(sent(ended))).toBe('legal.text_ended');
    const [count] = await product.system.client`select count(*)::int as n from legal_letter`;
    expect(count?.n).toBe(3);
  });
});

describe('what a buyer received', () => {
  it('is listed without what it says, and opened by its button in the name of whoever pressed it', async () => {
    const rows = await legal(buyer).listReceived.query();
    expect(rows).toMatchObject([{ title: 'Heures de mars', structureName: 'du Val' }]);
    expect(JSON.stringify(rows)).not.toContain('télétravail');
    const versionId = rows[0]?.id ?? '';
    expect(await legal(buyer).openReceived.mutate({ versionId })).toMatchObject({ summary: text.summary });
    expect((await openings()).filter(({ user_id }) => user_id === buyer.userId).length).toBe(1);
  });

  it('is nothing of what was not sent to it, and closed to a team', async () => {
    const stranger = await makePerson(product, 'buyer', {
      ...{ organisationId: elsewhere.made.buyerId, structureId: elsewhere.structureId },
    });
    expect(await legal(stranger).listReceived.query()).toEqual([]);
    const [row] = await legal(buyer).listReceived.query();
    expect(await refusalOf(legal(stranger).openReceived.mutate({ versionId: row?.id ?? '' }))).toBe('legal.not_found');
    expect(await refusalOf(legal().listReceived.query())).toBe('access.not_allowed');
  });
});

describe('the file of a text', () => {
  const bytes = new Uint8Array(pagesPdf([['Note du service']]));
  const get = (path: string, headers: Record<string, string>) =>
    product.app.fetch(new Request(`${publicUrl}/api/legal/${path}`, { headers }));

  it('is read by the team, by the buyer it was sent to and by the holder of the link, by nobody else', async () => {
    const fileId = await uploaded(product, at.facilitator, 'paper', {
      name: 'note.pdf',
      bytes,
      media: 'application/pdf',
    });
    expect(await refusalOf(legal(elsewhere.facilitator).save.mutate({ ...text, fileId }))).toBe('file.not_found');
    const { textId } = await legal().save.mutate({ ...text, title: 'Avec fichier', fileId });
    await legal().save.mutate({ ...text, textId, version: 1, title: 'Avec fichier', keepFile: true });
    const { text: kept } = await legal().show.query({ textId });
    expect(kept).toMatchObject({ version: 2, fileName: 'note.pdf' });
    expect((await get(kept.id, buyer.headers)).status).toBe(404);
    await legal().send.mutate({ textId, buyerIds: [at.made.buyerId], note: null });
    for (const headers of [at.facilitator.headers, buyer.headers]) {
      const response = await get(kept.id, headers);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-disposition')).toContain('note.pdf');
    }
    const { token } = await lastLetter();
    expect((await get('link', { 'x-jonction-legal': token })).status).toBe(200);
    expect((await get('link', {})).status).toBe(404);
    expect((await get(kept.id, elsewhere.facilitator.headers)).status).toBe(404);
    expect((await get(kept.id, {})).status).toBe(404);
  });
});
