import { askSilentOffers } from '@jonction/api/offer/ask-still-open';
import { makeOffer } from '@jonction/testing/offer';
import pino from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeHiring, system } from '../../support/hiring.ts';
import { type Product, publicUrl, refusalOf, startProduct } from '../../support/product.ts';

// A Monday.
const today = '2026-05-04';
let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let offerId: string;
let address: string;

beforeAll(async () => {
  product = await startProduct({ today });
  here = await makeHiring(product, 'Silence du Val');
  elsewhere = await makeHiring(product, 'Silence du Mont');
});
afterAll(() => product.close());

const sql = () => product.system.client;
const ago = (days: number) => new Date(Date.parse(`${today}T08:00:00Z`) - days * 86_400_000).toISOString();
async function offerSilentFor(days: number, contactEmail: string | null, of = here) {
  const { structureId, employerId, made, facilitator } = of;
  const { contractId, lotId, clauseId } = made;
  const { id } = await product.system.as(system, (tx) =>
    makeOffer(tx, { structureId, employerId, contractId, lotId, clauseId, contactEmail, ownerId: facilitator.userId }),
  );
  await sql()`update offer set status = 'open', opened_at = ${ago(days)}, updated_at = ${ago(days)}, created_at = ${ago(days)} where id = ${id}`;
  return id;
}
beforeEach(async () => {
  await sql()`delete from offer_link`;
  await sql()`delete from organisation_contact`;
  await sql()`update offer set status = 'draft'`;
  address = `rh-${crypto.randomUUID().slice(0, 8)}@entreprise.test`;
  offerId = await offerSilentFor(35, address);
});

const ask = (id = offerId, who = here.facilitator) => who.client.offer.askStillOpen.mutate({ offerId: id });
const lettersTo = async (to: string) =>
  sql()<{ subject: string; body_text: string; about_id: string }[]>`
    select subject, body_text, about_id from message where to_address = ${to} and template = 'offer-still-open' order by id`;
const tokenOf = async (to = address) =>
  /\/offre\/([\w-]+)/.exec((await lettersTo(to)).at(-1)?.body_text ?? '')?.[1] ?? '';
const statusOf = async (id = offerId) =>
  (await sql()<{ status: string }[]>`select status from offer where id = ${id}`)[0]?.status;
const morning = (day = today, relay: unknown = {}) =>
  askSilentOffers(
    { database: product.system, publicUrl, relay, log: pino({ level: 'silent' }) },
    new Date(`${day}T06:45:00Z`),
  );
const anybody = () => product.client().offer;
const items = async () => (await here.facilitator.client.report.today.query()).items;

describe('the letter of a silent offer', () => {
  it('leaves in the morning to the company, says which offer, and holds one page to answer', async () => {
    await morning();
    const [letter] = await lettersTo(address);
    expect(letter?.subject).toMatch(/toujours à pourvoir/);
    expect(letter?.body_text).toContain(`${publicUrl}/offre/`);
    expect(letter?.about_id).toBe(offerId);
  });

  it('leaves once a silence, one to an address, never within three days of another', async () => {
    const second = await offerSilentFor(36, address);
    await morning();
    await morning();
    expect(await lettersTo(address)).toHaveLength(1);
    await sql()`update offer_link set created_at = ${ago(0)}`;
    await morning('2026-05-06');
    expect(await lettersTo(address)).toHaveLength(1);
    await morning('2026-05-07');
    const letters = await lettersTo(address);
    expect(new Set(letters.map(({ about_id }) => about_id))).toEqual(new Set([offerId, second]));
    await morning('2026-05-11');
    expect(await lettersTo(address)).toHaveLength(2);
  });

  it('does not leave before thirty days, nor on a day off, nor without a relay', async () => {
    const young = `jeune-${address}`;
    await offerSilentFor(29, young);
    await morning('2026-05-03');
    await morning(today, null);
    expect(await lettersTo(address)).toHaveLength(0);
    await morning();
    expect(await lettersTo(young)).toHaveLength(0);
  });

  it('goes to whoever of the company can be counted on, and not to an address that came back', async () => {
    await sql()`update offer set contact_email = ${address} where id = ${offerId}`;
    await sql()`insert into organisation_contact (structure_id, organisation_id, name, email, lowered_at, lowered_by)
      values (${here.structureId}, ${here.employerId}, 'Partie', ${address}, now(), 'bounce')`;
    expect(await refusalOf(ask())).toBe('offer.still_open_no_address');
    await sql()`insert into organisation_contact (structure_id, organisation_id, name, email)
      values (${here.structureId}, ${here.employerId}, 'Lina', ${`lina-${address}`})`;
    expect(await ask()).toEqual({ address: `lina-${address}` });
  });

  it('does not leave while a partner answers, nor once somebody said that it is open, nor for an offer that is over', async () => {
    const [answered, said, over] = ['repondu', 'ouverte', 'finie'].map((word) => `${word}-${address}`);
    const partner = await offerSilentFor(40, answered ?? null);
    const spoken = await offerSilentFor(40, said ?? null);
    const ended = await offerSilentFor(40, over ?? null);
    await sql()`insert into offer_broadcast (offer_id, partner_id, structure_id, answer, answered_at)
      values (${partner}, ${here.structureId}, ${here.structureId}, 'nobody', ${ago(3)})`;
    await sql()`update offer set still_open_at = ${ago(29)} where id = ${spoken}`;
    await sql()`update offer set status = 'filled' where id = ${ended}`;
    await morning();
    for (const to of [answered, said, over]) expect(await lettersTo(to ?? '')).toEqual([]);
    expect(await lettersTo(address)).toHaveLength(1);
  });

  it('goes to the one of the company who answered last, where the offer names nobody', async () => {
    const silent = await offerSilentFor(35, null);
    await sql()`insert into organisation_contact (structure_id, organisation_id, name, email, last_proof_at, last_proof) values
      (${here.structureId}, ${here.employerId}, 'Ancienne', ${`a-${address}`}, '2025-01-01', 'call'),
      (${here.structureId}, ${here.employerId}, 'Récente', ${`b-${address}`}, '2026-04-01', 'call')`;
    expect(await ask(silent)).toEqual({ address: `b-${address}` });
    expect((await lettersTo(`b-${address}`))[0]?.body_text).toContain('Récente');
  });

  it('is asked once, of two who ask at the same moment', async () => {
    const both = await Promise.allSettled([ask(), ask()]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await lettersTo(address)).toHaveLength(1);
  });

  it('leaves at once when the team asks, and is refused with its reason', async () => {
    expect(await ask()).toEqual({ address });
    expect(await refusalOf(ask())).toBe('offer.still_open_asked');
    const other = await offerSilentFor(31, address);
    expect(await refusalOf(ask(other))).toBe('offer.still_open_guard');
    await sql()`update offer set status = 'filled' where id = ${other}`;
    expect(await refusalOf(ask(other))).toBe('offer.not_open');
    expect(await refusalOf(ask(offerId, elsewhere.facilitator))).toBe('offer.not_found');
    expect(await refusalOf(ask(offerId, here.employer))).toBe('access.not_allowed');
    expect((await items()).find(({ id }) => id === offerId)).toMatchObject({ kind: 'stillOpen' });
  });
});

describe('the page of the question', () => {
  it('shows who asks and about what, and changes nothing however often a scanner of mail opens it', async () => {
    await ask();
    const token = await tokenOf();
    const before = await sql()`select * from offer_link`;
    for (let look = 0; look < 3; look += 1) {
      expect(await anybody().describeStillOpen.query({ token })).toMatchObject({
        structureName: 'Silence du Val',
        employerName: 'Propreté Silence du Val',
        status: 'open',
        answer: null,
      });
    }
    expect(await sql()`select * from offer_link`).toEqual(before);
    expect(await statusOf()).toBe('open');
  });

  it('is dead for a wrong token, an old one and one that was taken back', async () => {
    await ask();
    const token = await tokenOf();
    expect(await refusalOf(anybody().describeStillOpen.query({ token: `${token.slice(1)}x` }))).toBe(
      'offer.link_not_found',
    );
    await sql()`update offer_link set revoked_at = now()`;
    expect(await refusalOf(anybody().describeStillOpen.query({ token }))).toBe('offer.link_not_found');
    await sql()`update offer_link set revoked_at = null, created_at = now() - interval '31 days', expires_at = now() - interval '1 day'`;
    expect(await refusalOf(anybody().answerStillOpen.mutate({ token, answer: 'open' }))).toBe('offer.link_not_found');
  });
});

describe('the answer of the company', () => {
  const answer = async (said: 'open' | 'filled' | 'closed') =>
    anybody().answerStillOpen.mutate({ token: await tokenOf(), answer: said });

  it('"still open" starts the days again, and the tray forgets it', async () => {
    await ask();
    expect(await answer('open')).toEqual({ unchanged: false });
    expect(await statusOf()).toBe('open');
    await sql()`update offer set still_open_at = ${ago(0)} where id = ${offerId}`;
    expect((await items()).filter(({ id }) => id === offerId)).toEqual([]);
    expect(await answer('open')).toEqual({ unchanged: true });
  });

  it.each(['filled', 'closed'] as const)(
    '"%s" ends the offer, tells its team, and is not taken back by a click',
    async (said) => {
      await ask();
      await answer(said);
      expect(await statusOf()).toBe(said);
      await sql()`update offer_link set answered_at = ${ago(0)}`;
      expect((await items()).find(({ id }) => id === offerId)).toMatchObject({ kind: 'ended', answer: said });
      expect(await refusalOf(answer('open'))).toBe('offer.still_open_over');
      expect(await answer(said)).toEqual({ unchanged: true });
      const [event] = await sql()`select type from outbox where type = 'offer.changed' and subject_id = ${offerId}`;
      expect(event).toBeDefined();
    },
  );

  it('proves that somebody is there, and is written in the journal', async () => {
    await sql()`insert into organisation_contact (structure_id, organisation_id, name, email, last_proof_at, last_proof)
      values (${here.structureId}, ${here.employerId}, 'Odile', ${address}, '2026-01-01', 'call')`;
    await ask();
    await answer('open');
    const [contact] = await sql()`select last_proof from organisation_contact where email = ${address}`;
    expect(contact).toMatchObject({ last_proof: 'answer' });
    const [entry] =
      await sql()`select actor_kind, facts from audit_entry where action = 'offer.answerStillOpen' and subject_id = ${offerId}`;
    expect(entry).toMatchObject({ actor_kind: 'anonymous', facts: { answer: 'open' } });
  });

  it('of two at once, one is first and the other reads where it led', async () => {
    await ask();
    const both = await Promise.allSettled([answer('filled'), answer('closed')]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(['filled', 'closed']).toContain(await statusOf());
  });

  it('cannot be given to the base without its token', async () => {
    await ask();
    const forged = product.app.services.database.as({ kind: 'anonymous' }, (tx) =>
      tx.execute(`select app.answer_offer_link('nothing', 'filled')`),
    );
    await expect(forged).rejects.toThrow();
    expect(await statusOf()).toBe('open');
  });
});
