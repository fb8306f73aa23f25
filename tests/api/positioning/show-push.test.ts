import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { type Product, publicUrl, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let pushId: string;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-01' });
  here = await makeHiring(product, 'Clauses du Val');
  elsewhere = await makeHiring(product, 'Clauses du Mont');
  const sent = await here.facilitator.client.positioning.push.mutate({
    offerId: here.offerId,
    participantIds: [await makeCandidate(product, here.structureId), await makeCandidate(product, here.structureId)],
    recipientEmail: 'recrutement@entreprise.test',
    recipientName: 'Mme Roche',
    message: 'Disponibles tout de suite.',
    idempotencyKey: crypto.randomUUID(),
  });
  pushId = sent.pushId;
});
afterAll(() => product.close());

async function letterOf(): Promise<{ id: string; token: string }> {
  const [letter] = await product.system.client<{ id: string; body_text: string }[]>`
    select id, body_text from message where about_id = ${pushId}`;
  const token = /\/cv\/([\w-]+)/.exec(letter?.body_text ?? '')?.[1];
  if (!letter || !token) throw new Error('no letter with a link');
  return { id: letter.id, token };
}

describe('positioning.showPush', () => {
  it('says what left, to whom, by whom, and until when the link opens', async () => {
    const push = await here.facilitator.client.positioning.showPush.query({ pushId });
    expect(push).toMatchObject({
      employerId: here.employerId,
      offerId: here.offerId,
      recipientName: 'Mme Roche',
      recipientEmail: 'recrutement@entreprise.test',
      message: 'Disponibles tout de suite.',
    });
    expect(push.people.map(({ status }) => status)).toEqual(['sent', 'sent']);
    const days = (Date.parse(push.linkExpiresAt ?? '') - Date.parse(push.sentAt)) / 86_400_000;
    expect(Math.round(days)).toBe(30);
  });

  it('says that no mail left without a relay, and gives the link to pass on, the reading written in the journal', async () => {
    const { id, token } = await letterOf();
    const push = await here.facilitator.client.positioning.showPush.query({ pushId });
    expect(push).toMatchObject({ mailLeft: false, link: `${publicUrl}/cv/${token}`, letterId: id });
    const [read] = await product.system.client<{ n: number }[]>`
      select count(*)::int as n from audit_entry where action = 'message.show' and subject_id = ${id}`;
    expect(read?.n).toBeGreaterThan(0);
  });

  it('gives the link of the letter, not one that stands in the message before it', async () => {
    const sent = await here.facilitator.client.positioning.push.mutate({
      offerId: here.offerId,
      participantIds: [await makeCandidate(product, here.structureId)],
      recipientEmail: 'recrutement@entreprise.test',
      recipientName: null,
      message: 'Notre site :\nhttps://ailleurs.test/cv/autre',
      idempotencyKey: crypto.randomUUID(),
    });
    const push = await here.facilitator.client.positioning.showPush.query({ pushId: sent.pushId });
    expect(push.link).toMatch(new RegExp(`^${publicUrl}/cv/`));
  });

  it('never gives the link once a relay took the letter', async () => {
    const { id, token } = await letterOf();
    await product.system.client`update message set status = 'sent' where id = ${id}`;
    const push = await here.facilitator.client.positioning.showPush.query({ pushId });
    expect(push).toMatchObject({ mailLeft: true, link: null });
    expect(JSON.stringify(push)).not.toContain(token);
  });

  it('says that no mail left when the relay refused the letter', async () => {
    const { id } = await letterOf();
    await product.system.client`update message set status = 'failed' where id = ${id}`;
    const push = await here.facilitator.client.positioning.showPush.query({ pushId });
    expect(push).toMatchObject({ mailLeft: false, link: expect.stringContaining('/cv/') });
  });

  it('does not hand out a link that opens no more', async () => {
    await product.system.client`update push_link set expires_at = now() - interval '1 day' where push_id = ${pushId}`;
    const push = await here.facilitator.client.positioning.showPush.query({ pushId });
    expect(push).toMatchObject({ mailLeft: false, link: null });
  });

  it('does not know the sending of another structure, nor serve the employer', async () => {
    expect(await refusalOf(elsewhere.facilitator.client.positioning.showPush.query({ pushId }))).toBe(
      'positioning.push_not_found',
    );
    expect(await refusalOf(here.employer.client.positioning.showPush.query({ pushId }))).toBe('access.not_allowed');
  });
});
