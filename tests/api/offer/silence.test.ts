import { setAsideSilentOffers } from '@jonction/api/offer/still-open';
import { listSilentOffers } from '@jonction/db/offer/silence';
import { makeOffer } from '@jonction/testing/offer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

const today = '2026-05-04';
let product: Product;
let here: Hiring;
let elsewhere: Hiring;

beforeAll(async () => {
  product = await startProduct({ today });
  here = await makeHiring(product, 'Silence du Val');
  elsewhere = await makeHiring(product, 'Silence du Mont');
  await product.system.client`update offer set status = 'draft'`;
});
afterAll(() => product.close());

const sql = () => product.system.client;
const ago = (days: number) => new Date(Date.parse(`${today}T10:00:00Z`) - days * 86_400_000).toISOString();
async function offerSilentFor(days: number, structure = here) {
  const { structureId, employerId, made, facilitator } = structure;
  const { contractId, lotId, clauseId } = made;
  const { id } = await product.system.as(system, (tx) =>
    makeOffer(tx, { structureId, employerId, contractId, lotId, clauseId, ownerId: facilitator.userId }),
  );
  await sql()`update offer set status = 'open', opened_at = ${ago(days)}, updated_at = ${ago(days)}, created_at = ${ago(days)} where id = ${id}`;
  return id;
}
const silent = async () =>
  (await product.system.as(system, (tx) => listSilentOffers(tx, today))).map(({ id, aside }) => ({ id, aside }));
const statusOf = async (id: string) => (await sql()`select status, set_aside_on::text from offer where id = ${id}`)[0];

describe('an offer that nobody speaks of', () => {
  it('is asked about after thirty days, and quiet again once somebody says that it is still open', async () => {
    const [young, old] = [await offerSilentFor(29), await offerSilentFor(30)];
    expect(await silent()).toEqual([{ id: old, aside: false }]);
    await here.facilitator.client.offer.confirmOpen.mutate({ offerId: old });
    await sql()`update offer set still_open_at = ${ago(0)} where id = ${old}`;
    expect(await silent()).toEqual([]);
    const confirm = (offerId: string, who = here.facilitator) => who.client.offer.confirmOpen.mutate({ offerId });
    expect(await refusalOf(confirm(young, elsewhere.facilitator))).toBe('offer.not_found');
    expect(await refusalOf(confirm(young, here.employer))).toBe('access.not_allowed');
    await sql()`update offer set status = 'filled' where id = ${young}`;
    expect(await refusalOf(confirm(young))).toBe('offer.not_open');
  });

  it('is put aside at forty-five days, with everything it holds, and opened again in one click', async () => {
    const [asked, gone] = [await offerSilentFor(44), await offerSilentFor(45)];
    const participantId = await makeCandidate(product, here.structureId);
    await sql()`insert into positioning (structure_id, participant_id, employer_id, offer_id, status)
      values (${here.structureId}, ${participantId}, ${here.employerId}, ${gone}, 'sent')`;
    const database = product.system;
    await setAsideSilentOffers({ database }, today);
    expect(await statusOf(asked)).toMatchObject({ status: 'open' });
    expect(await statusOf(gone)).toMatchObject({ status: 'closed', set_aside_on: today });
    const [kept] = await sql()`select status from positioning where offer_id = ${gone}`;
    expect(kept).toMatchObject({ status: 'sent' });
    expect(await silent()).toContainEqual({ id: gone, aside: true });
    await setAsideSilentOffers({ database }, today);
    const told = await sql()`select 1 from outbox where type = 'offer.set_aside' and subject_id = ${gone}`;
    expect(told).toHaveLength(1);
    await here.facilitator.client.offer.act.mutate({ offerId: gone, act: 'open' });
    expect(await statusOf(gone)).toMatchObject({ status: 'open', set_aside_on: null });
  });

  it('is not silent while a CV moves or a partner answers', async () => {
    const [moved, answered] = [await offerSilentFor(60), await offerSilentFor(60)];
    const participantId = await makeCandidate(product, here.structureId);
    const [row] = await sql()<{ id: string }[]>`
      insert into positioning (structure_id, participant_id, employer_id, offer_id, status)
      values (${here.structureId}, ${participantId}, ${here.employerId}, ${moved}, 'sent') returning id`;
    await sql()`insert into positioning_event (structure_id, positioning_id, to_status, actor_kind, at)
      values (${here.structureId}, ${row?.id ?? ''}, 'sent', 'user', ${ago(3)})`;
    await sql()`insert into offer_broadcast (offer_id, partner_id, structure_id, answer, answered_at)
      values (${answered}, ${here.structureId}, ${here.structureId}, 'nobody', ${ago(3)})`;
    const ids = (await silent()).map(({ id }) => id);
    expect(ids).not.toContain(moved);
    expect(ids).not.toContain(answered);
  });
});

describe('an offer that comes from a company', () => {
  it('is read and opened by the team before anybody sees it: it is never open by itself', async () => {
    const { client } = here.employer;
    const [row] = await sql()<
      { id: string }[]
    >`insert into offer (structure_id, employer_id, contract_id, lot_id, clause_id, title, rome_code,
        weekly_hours_min, weekly_hours_max, employment_kind, starts_on, place_label, latitude, longitude, status, created_by)
      select structure_id, employer_id, contract_id, lot_id, clause_id, title, rome_code, weekly_hours_min, weekly_hours_max, employment_kind,
        starts_on, place_label, latitude, longitude, 'proposed', ${here.employer.userId} from offer where structure_id = ${here.structureId} limit 1 returning id`;
    const offerId = row?.id ?? '';
    expect(await refusalOf(client.offer.act.mutate({ offerId, act: 'open' }))).toBe('access.not_allowed');
    await expect(
      product.app.services.database.as(
        {
          kind: 'user',
          userId: here.employer.userId,
          role: 'employer',
          organisationId: here.employerId,
          structureId: here.structureId,
        },
        (tx) => tx.execute(`update offer set status = 'open' where id = '${offerId}' returning id`),
      ),
    ).resolves.toHaveLength(0);
    await here.facilitator.client.offer.act.mutate({ offerId, act: 'open' });
    expect(await statusOf(offerId)).toMatchObject({ status: 'open' });
  });
});
