import type { startJobs } from '@jonction/api/jobs/start';
import { makeOffer } from '@jonction/testing/offer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { startTestJobs } from '../../support/jobs.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, startProduct } from '../../support/product.ts';
import { linkClient, makeCompany, positioningOf, pushCvs } from '../../support/pushing.ts';

let product: Product;
let jobs: Awaited<ReturnType<typeof startJobs>>;
let here: Hiring;
let partner: Person;
let elsewhereId: string;
let offerId: string;
let person: string;
let other: string;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  jobs = await startTestJobs(product);
  here = await makeHiring(product, 'Clauses du Val');
  const organisationId = await makeOrganisation(product, 'partner', 'Mission locale');
  partner = await makePerson(product, 'partner', {
    organisationId,
    structureId: here.structureId,
    name: 'Nadia Petit',
  });
  elsewhereId = await makeCompany(product, 'Travaux du Nord');
});
afterAll(async () => {
  await jobs.close();
  await product.close();
});
beforeEach(async () => {
  person = await makeCandidate(product, here.structureId);
  other = await makeCandidate(product, here.structureId);
  await product.system.client`
    update participant set recommended_by_organisation_id = ${partner.organisationId} where id in (${person}, ${other})`;
  const { made, structureId, employerId } = here;
  const { contractId, lotId, clauseId } = made;
  const made2 = await product.system.as(system, (tx) =>
    makeOffer(tx, { structureId, employerId, contractId, lotId, clauseId, positions: 1 }),
  );
  offerId = made2.id;
});

interface Letter {
  template: string;
  to_address: string;
  body_text: string;
  subject: string;
}
const lettersTo = (address: string, template: string) => product.system.client<Letter[]>`
  select template, to_address, subject, body_text from message where to_address = ${address} and template = ${template}
  order by id`;
const partnerEmail = () => `${partner.membershipId}@exemple.test`;
const hire = async (pushId: string, participantId: string) => {
  const { id } = await positioningOf(product, pushId, participantId);
  const link = await linkClient(product, pushId);
  await link.positioning.openLink.mutate();
  await link.positioning.answer.mutate({ positioningId: id, answer: 'hire' });
  await jobs.settled();
  return id;
};

describe('when a company hires somebody', () => {
  it('her other CVs stop waiting, for a typed reason, moved by the house and nobody else', async () => {
    const address = `${crypto.randomUUID()}@travaux.test`;
    const elsewhere = await pushCvs(here, [person], { employerId: elsewhereId, recipientEmail: address });
    await (await linkClient(product, elsewhere)).positioning.openLink.mutate();
    await hire(await pushCvs(here, [person], { offerId }), person);
    const closed = await positioningOf(product, elsewhere, person);
    expect(closed).toMatchObject({ status: 'closed', close_reason: 'found_work' });
    const { events } = await here.facilitator.client.positioning.show.query({ positioningId: closed.id });
    expect(events.at(-1)).toMatchObject({ act: 'close', actor: 'system', toStatus: 'closed' });
    const [letter, ...more] = await lettersTo(address, 'push-closed');
    expect(letter?.body_text).toContain('la personne a trouvé un emploi');
    expect(more).toEqual([]);
  });

  it('the company reads that its CV expects nothing more, without the card, and cannot answer it', async () => {
    const elsewhere = await pushCvs(here, [person], { employerId: elsewhereId });
    const link = await linkClient(product, elsewhere);
    await link.positioning.openLink.mutate();
    await hire(await pushCvs(here, [person], { offerId }), person);
    expect(await link.positioning.openLink.mutate()).toMatchObject([
      { status: 'closed', closeReason: 'found_work', card: null },
    ]);
  });

  it('a company that no letter reached, and that opened nothing, is not told that it is over', async () => {
    const address = `${crypto.randomUUID()}@travaux.test`;
    await pushCvs(here, [person], { employerId: elsewhereId, recipientEmail: address });
    await jobs.settled();
    await hire(await pushCvs(here, [person], { offerId }), person);
    expect(await lettersTo(address, 'push-closed')).toEqual([]);
  });

  it('the partner who recommended her hears of it once, without her name in the mail', async () => {
    const before = await lettersTo(partnerEmail(), 'partner-hired');
    const id = await hire(await pushCvs(here, [person], { offerId }), person);
    await product.system.as(system, async (tx) => {
      await tx.execute(
        `insert into outbox (type, structure_id, subject_id) values ('positioning.hired', '${here.structureId}', '${id}')`,
      );
    });
    await jobs.settled();
    const after = await lettersTo(partnerEmail(), 'partner-hired');
    expect(after.length - before.length).toBe(1);
    const [row] = await product.system.client<{ last_name: string }[]>`
      select last_name from participant where id = ${person}`;
    expect(after.at(-1)?.body_text).not.toContain(row?.last_name);
    expect(after.at(-1)?.body_text).toContain(`/partenaire/personnes/${person}`);
  });

  it('an offer whose positions are taken is filled, the others on it stop waiting, and the partner is told softly', async () => {
    const before = await lettersTo(partnerEmail(), 'partner-closed');
    const pushId = await pushCvs(here, [person, other], { offerId });
    await hire(pushId, person);
    const { status } = await here.facilitator.client.offer.show.query({ offerId });
    expect(status).toBe('filled');
    expect(await positioningOf(product, pushId, other)).toMatchObject({
      status: 'closed',
      close_reason: 'offer_filled',
    });
    const after = await lettersTo(partnerEmail(), 'partner-closed');
    expect(after.length - before.length).toBe(1);
    expect(after.at(-1)?.body_text).toContain('Le poste est pris');
    const notices = await product.system.client<{ kind: string }[]>`
      select kind from positioning_notice n join positioning p on p.id = n.positioning_id where p.participant_id = ${other}`;
    expect(notices).toEqual([{ kind: 'closed_offer' }]);
  });

  it('an offer with a position left stays open, and the others on it keep waiting', async () => {
    await product.system.client`update offer set positions = 2 where id = ${offerId}`;
    const pushId = await pushCvs(here, [person, other], { offerId });
    await hire(pushId, person);
    expect((await here.facilitator.client.offer.show.query({ offerId })).status).toBe('open');
    expect((await positioningOf(product, pushId, other)).status).toBe('seen');
  });
});

describe('when the team closes an offer', () => {
  it('what waited on it stops waiting', async () => {
    const pushId = await pushCvs(here, [other], { offerId });
    await here.facilitator.client.offer.act.mutate({ offerId, act: 'close' });
    await jobs.settled();
    expect(await positioningOf(product, pushId, other)).toMatchObject({
      status: 'closed',
      close_reason: 'offer_closed',
    });
  });
});

describe('the caps', () => {
  it('refuse a sending above what may wait on an offer, with the cap and the reason', async () => {
    const administrator = await makePerson(product, 'administrator', {
      organisationId: here.structureId,
      structureId: here.structureId,
    });
    const { client } = administrator;
    expect(await client.positioning.showCaps.query()).toEqual({ offer: 20, company: 40 });
    await client.positioning.setCaps.mutate({ offer: 1, company: 40 });
    await pushCvs(here, [person], { offerId });
    const read = await pushCvs(here, [other], { offerId }).then(
      () => '',
      (error: { data: { code: string; sentence: string } }) => `${error.data.code} ${error.data.sentence}`,
    );
    expect(read).toMatch(
      /^positioning\.offer_cap CV qui attendent déjà une réponse sur cette offre\s: 1, pour 1 au plus/u,
    );
    expect(await here.employer.client.positioning.showCaps.query()).toEqual({ offer: 1, company: 40 });
    await client.positioning.setCaps.mutate({ offer: 20, company: 1 });
    const company = await pushCvs(here, [other], { offerId }).catch(
      (error: { data: { code: string } }) => error.data.code,
    );
    expect(company).toBe('positioning.company_cap');
    await client.positioning.setCaps.mutate({ offer: 20, company: 40 });
    await pushCvs(here, [other], { offerId });
  });
});
