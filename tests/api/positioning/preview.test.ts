import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let elsewhere: Hiring;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  here = await makeHiring(product, 'Val');
  elsewhere = await makeHiring(product, 'Mont');
});
afterAll(() => product.close());

/** Two people sent to the company: its link, and who they are. */
async function sent() {
  const names = ['Diallo', 'Imbert'];
  const participantIds: string[] = [];
  for (const lastName of names) {
    participantIds.push(
      await makeCandidate(product, here.structureId, { lastName, firstName: 'Awa', phone: '+33612345678' }),
    );
  }
  const { pushId } = await here.facilitator.client.positioning.push.mutate({
    offerId: here.offerId,
    participantIds,
    recipientEmail: 'rh@entreprise.test',
    idempotencyKey: participantIds.join('-'),
  });
  const [letter] = await product.system.client<{ body_text: string }[]>`
    select body_text from message where about_id = ${pushId}`;
  const token = /\/cv\/([\w-]+)/.exec(letter?.body_text ?? '')?.[1] ?? '';
  return { participantIds, pushId, link: product.client({ 'x-jonction-link': token }) };
}

const openingsOf = async (participantIds: readonly string[]) =>
  (
    await product.system.client<{ participant_id: string }[]>`
      select participant_id from cv_opening where participant_id in ${product.system.client([...participantIds])}`
  ).length;

describe('positioning.preview', () => {
  it('shows a company what each person can do, nobody’s name, and writes nothing down', async () => {
    const { link, participantIds } = await sent();
    const previews = await link.positioning.preview.query();
    expect(previews).toHaveLength(2);
    expect(previews.every(({ opened, anonymous, status }) => !opened && anonymous !== null && status === 'sent')).toBe(
      true,
    );
    expect(previews[0]?.anonymous?.occupations[0]?.code).toBe('K2204');
    expect(JSON.stringify(previews)).not.toMatch(/Awa|Diallo|Imbert|612345678|@/);
    expect(await openingsOf(participantIds)).toBe(0);
  });

  it('opens one CV and not the others: that opening alone is in the trail', async () => {
    const { link, participantIds } = await sent();
    const [first, second] = await link.positioning.preview.query();
    const opened = await link.positioning.openLink.mutate({ positioningIds: [first?.positioningId ?? ''] });
    expect(opened).toHaveLength(1);
    expect(opened[0]?.card?.firstName).toBe('Awa');
    expect(await openingsOf(participantIds)).toBe(1);
    const after = await link.positioning.preview.query();
    expect(after.map(({ positioningId, opened: was }) => [positioningId, was])).toEqual(
      expect.arrayContaining([
        [first?.positioningId, true],
        [second?.positioningId, false],
      ]),
    );
    expect(JSON.stringify(after)).not.toMatch(/Awa|Diallo|Imbert/);
    expect(await link.positioning.openLink.mutate({ positioningIds: [] })).toEqual([]);
  });

  it('names nobody to an account before it has opened', async () => {
    const { participantIds } = await sent();
    const { preview, listReceived, showReceived } = here.employer.client.positioning;
    const [waiting] = (await listReceived.query()).filter(({ status }) => status === 'sent');
    expect(waiting).toMatchObject({ name: null, there: true });
    const positioningId = waiting?.positioningId ?? '';
    const [one] = await preview.query({ positioningId });
    expect(one).toMatchObject({ positioningId, opened: false });
    expect(JSON.stringify(one)).not.toMatch(/Awa|Diallo|Imbert/);
    await showReceived.mutate({ positioningId });
    const [row] = (await listReceived.query()).filter((row) => row.positioningId === positioningId);
    expect(row?.name).toMatch(/^Awa (Diallo|Imbert)$/);
    expect(participantIds).toHaveLength(2);
  });

  it('has no profile left once consent is withdrawn, or the CV taken back', async () => {
    const { link, participantIds } = await sent();
    await here.facilitator.client.participant.withdrawConsent.mutate({
      participantId: participantIds[0] ?? '',
      way: 'spoken',
      on: '2026-03-02',
    });
    const previews = await link.positioning.preview.query();
    expect(previews.filter(({ anonymous }) => anonymous === null)).toMatchObject([{ status: 'withdrawn' }]);
    expect(previews.filter(({ anonymous }) => anonymous !== null)).toHaveLength(1);
  });

  it('is another company’s to see nothing of, and dies with its link', async () => {
    const { pushId, link } = await sent();
    const [one] = await link.positioning.preview.query();
    const theirs = elsewhere.employer.client.positioning.preview;
    expect(await theirs.query()).toEqual([]);
    expect(await theirs.query({ positioningId: one?.positioningId ?? '' })).toEqual([]);
    expect(await refusalOf(here.facilitator.client.positioning.preview.query())).toBe('access.not_allowed');
    await product.system
      .client`update push_link set expires_at = now() - interval '1 second' where push_id = ${pushId}`;
    expect(await refusalOf(link.positioning.preview.query())).toBe('access.sign_in_needed');
    expect(await refusalOf(link.positioning.openLink.mutate())).toBe('access.sign_in_needed');
  });
});
