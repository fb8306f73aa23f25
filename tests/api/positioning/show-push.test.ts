import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

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

  it('never gives the link itself', async () => {
    const [letter] = await product.system.client<{ body_text: string }[]>`
      select body_text from message where about_id = ${pushId}`;
    const token = /\/cv\/([\w-]+)/.exec(letter?.body_text ?? '')?.[1] ?? 'absent';
    expect(token).not.toBe('absent');
    const push = await here.facilitator.client.positioning.showPush.query({ pushId });
    expect(JSON.stringify(push)).not.toContain(token);
  });

  it('does not know the sending of another structure, nor serve the employer', async () => {
    expect(await refusalOf(elsewhere.facilitator.client.positioning.showPush.query({ pushId }))).toBe(
      'positioning.push_not_found',
    );
    expect(await refusalOf(here.employer.client.positioning.showPush.query({ pushId }))).toBe('access.not_allowed');
  });
});
