import { defaultArrivalModel } from '@jonction/domain/placement/arrival';
import { makePlacement } from '@jonction/testing/placement';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { linkClient, makeCompany, positioningOf, pushCvs } from '../../support/pushing.ts';

const today = '2026-03-16';
let product: Product;
let here: Hiring;
let there: Hiring;
let lead: Person;

beforeAll(async () => {
  product = await startProduct({ today });
  here = await makeHiring(product, 'Clauses du Val');
  there = await makeHiring(product, 'Clauses du Mont');
  lead = await makePerson(product, 'lead', { organisationId: here.structureId, structureId: here.structureId });
  await product.system.client`
    update organisation set phone = '+33140506070', settings = '{"positioningCaps":{"offer":500,"company":500}}'
    where id = ${here.structureId}`;
});
afterAll(() => product.close());

const placements = () => here.facilitator.client.placement;

async function eligible(): Promise<string> {
  const participantId = await makeCandidate(product, here.structureId);
  await here.facilitator.client.eligibility.record.mutate({ participantId, category: 'RSA', issuedOn: '2026-02-20' });
  return participantId;
}

async function hire(
  given: { startsOn?: string; employerId?: string; positioningId?: string; participantId?: string } = {},
) {
  const { placementId } = await placements().create.mutate({
    participantId: given.participantId ?? (await eligible()),
    clauseId: here.made.clauseId,
    employerId: given.employerId ?? here.employerId,
    windowKind: 'fixed_term',
    weeklyHours: 25,
    startsOn: given.startsOn ?? '2026-03-23',
    positioningId: given.positioningId ?? null,
  });
  return placementId;
}

/** A hire that comes from a CV, with a meeting whose sheet says where and with whom. */
async function hireFromCv() {
  const participantId = await eligible();
  const pushId = await pushCvs(here, [participantId], { recipientEmail: 'marc@entreprise.test' });
  const { id } = await positioningOf(product, pushId, participantId);
  const link = await linkClient(product, pushId);
  await link.positioning.answer.mutate({ positioningId: id, answer: 'meet', interviewAt: '2026-03-18T09:00' });
  await here.facilitator.client.positioning.saveSheet.mutate({
    positioningId: id,
    at: '2026-03-18T09:00',
    address: '12 rue des Ateliers',
    hours: '6 h - 13 h',
    contactName: 'Mme Roche',
    contactPhone: '01 44 55 66 77',
    tutor: 'M. Petit',
    equipment: 'Chaussures fermées',
    confirm: true,
  });
  await link.positioning.answer.mutate({ positioningId: id, answer: 'hire' });
  return hire({ participantId, positioningId: id });
}

const letters = (placementId: string) =>
  product.system.client<{ to_address: string; body_text: string; subject: string }[]>`
    select to_address, body_text, subject from message where about_id = ${placementId} and template = 'arrival-kit' order by id`;
const show = (placementId: string) => placements().showArrival.query({ placementId });

describe('the kit of a first day', () => {
  it('comes with the hire, already saying what the meeting said', async () => {
    const placementId = await hireFromCv();
    expect(await show(placementId)).toMatchObject({
      startsOn: '2026-03-23',
      weeklyHours: 25,
      hour: '6 h - 13 h',
      place: '12 rue des Ateliers',
      welcomedBy: 'Mme Roche',
      tutor: 'M. Petit',
      equipment: 'Chaussures fermées',
      ...defaultArrivalModel,
      toldOn: expect.any(String),
      callName: expect.any(String),
      structurePhone: '+33140506070',
    });
  });

  it('is written to whoever received the CV, whole, without the person’s name', async () => {
    const placementId = await hireFromCv();
    const [letter, ...more] = await letters(placementId);
    expect(more).toEqual([]);
    expect(letter?.to_address).toBe('marc@entreprise.test');
    const { workerName } = await show(placementId);
    for (const words of [
      '12 rue des Ateliers',
      'M. Petit',
      'L. 4154-2',
      '☐',
      'déclarez',
      `/entreprise/arrivees/${placementId}`,
    ]) {
      expect(letter?.body_text).toContain(words);
    }
    expect(`${letter?.subject} ${letter?.body_text}`).not.toContain(workerName);
    expect(letter?.body_text).not.toMatch(/À compléter/);
  });

  it('never says why she is eligible, to whoever reads it', async () => {
    const placementId = await hireFromCv();
    const company = await here.employer.client.placement.showArrival.query({ placementId });
    const [letter] = await letters(placementId);
    for (const text of [JSON.stringify(company), letter?.body_text ?? '']) {
      expect(text).not.toMatch(/RSA|DELD|éligib|minima|catégor/i);
    }
    expect(company.workerName).toBeTruthy();
    expect(Object.keys(company)).not.toContain('participantId');
  });

  it('says what is missing in its letter, which the offer’s contact gets without a CV', async () => {
    await product.system.client`update placement set offer_id = null`;
    const placementId = await hire();
    const kit = await show(placementId);
    expect(kit).toMatchObject({ hour: null, tutor: null });
    const [letter] = await letters(placementId);
    // No CV, no offer: somebody of the company who has an account.
    const [account] = await product.system.client<
      { email: string }[]
    >`select email from "user" where id = ${here.employer.userId}`;
    expect(letter?.to_address).toBe(account?.email);
    expect(letter?.body_text).toMatch(/À compléter .*tuteur ou tutrice/);
  });

  it('is not written of a first day gone by, nor where no address is known; the page has it all the same', async () => {
    const past = await hire({ startsOn: '2026-03-13' });
    expect(await letters(past)).toEqual([]);
    expect(await show(past)).toMatchObject({ toldOn: null, safety: defaultArrivalModel.safety });
    const nowhere = await hire({ employerId: await makeCompany(product, 'Sans adresse SA') });
    expect(await letters(nowhere)).toEqual([]);
    expect(await refusalOf(placements().tellArrival.mutate({ placementId: nowhere }))).toBe(
      'placement.arrival_no_address',
    );
    const sent = await placements().tellArrival.mutate({ placementId: nowhere, email: 'chef@sans-adresse.test' });
    expect(sent.email).toBe('chef@sans-adresse.test');
    expect((await letters(nowhere)).map(({ to_address }) => to_address)).toEqual(['chef@sans-adresse.test']);
  });
});

describe('what is hers', () => {
  let placementId: string;
  beforeEach(async () => {
    placementId = await hire();
  });

  it('is completed by the team or by the company, and read by both', async () => {
    await here.employer.client.placement.saveArrival.mutate({ placementId, tutor: ' Mme Sy ', hour: '7 h' });
    expect(await show(placementId)).toMatchObject({ tutor: 'Mme Sy', hour: '7 h', place: null });
    await placements().saveArrival.mutate({ placementId, tutor: 'Mme Sy', hour: '7 h 30', place: 'Dépôt' });
    expect(await here.employer.client.placement.showArrival.query({ placementId })).toMatchObject({ hour: '7 h 30' });
    expect(await refusalOf(placements().saveArrival.mutate({ placementId, hour: 'x'.repeat(201) }))).toBe(
      'shared.fields_to_correct',
    );
  });

  it('is nobody else’s: another company, another structure, a partner', async () => {
    for (const client of [there.employer.client, there.facilitator.client]) {
      expect(await refusalOf(client.placement.showArrival.query({ placementId }))).toBe('placement.arrival_not_found');
      expect(await refusalOf(client.placement.saveArrival.mutate({ placementId, hour: '6 h' }))).toBe(
        'placement.arrival_not_found',
      );
    }
    const partner = await makePerson(product, 'partner', {
      organisationId: here.structureId,
      structureId: here.structureId,
    });
    expect(await refusalOf(partner.client.placement.showArrival.query({ placementId }))).toBe('access.not_allowed');
    expect(await refusalOf(partner.client.placement.saveArrival.mutate({ placementId, hour: '6 h' }))).toBe(
      'access.not_allowed',
    );
    expect(await refusalOf(here.employer.client.placement.tellArrival.mutate({ placementId }))).toBe(
      'access.not_allowed',
    );
    expect(await refusalOf(there.facilitator.client.placement.tellArrival.mutate({ placementId }))).toBe(
      'placement.arrival_not_found',
    );
  });
});

describe('who arrives', () => {
  it('is listed to her company, the next first, a fortnight after at the most', async () => {
    const employerId = await makeCompany(product, 'Arrivées SA');
    const company = await makePerson(product, 'employer', {
      organisationId: employerId,
      structureId: here.structureId,
    });
    const [later, sooner, lately] = [
      await hire({ employerId, startsOn: '2026-04-20' }),
      await hire({ employerId, startsOn: '2026-03-17' }),
      await hire({ employerId, startsOn: '2026-03-02' }),
    ];
    await hire({ employerId, startsOn: '2026-03-01' });
    const listed = await company.client.placement.listArrivals.query();
    expect(listed.map(({ placementId }) => placementId)).toEqual([lately, sooner, later]);
    expect(await there.employer.client.placement.listArrivals.query()).toEqual([]);
    expect(await refusalOf(placements().listArrivals.query())).toBe('access.not_allowed');
  });
});

describe('the model of the structure', () => {
  const model = { safety: 'Casque et gilet.', checklist: ['Badge', '  ', 'Vestiaire'], declaring: 'Chaque mois.' };

  it('is written by its lead, counts for the hires to come, and leaves the others as they are', async () => {
    const before = await hire();
    await lead.client.placement.setArrivalModel.mutate(model);
    expect(await placements().showArrivalModel.query()).toEqual({ ...model, checklist: ['Badge', 'Vestiaire'] });
    expect(await show(await hire())).toMatchObject({ safety: 'Casque et gilet.', checklist: ['Badge', 'Vestiaire'] });
    expect(await show(before)).toMatchObject({ safety: defaultArrivalModel.safety });
    expect(await there.facilitator.client.placement.showArrivalModel.query()).toEqual(defaultArrivalModel);
  });

  it('is not a facilitator’s nor a company’s to change, and is never empty', async () => {
    for (const person of [here.facilitator, here.employer]) {
      expect(await refusalOf(person.client.placement.setArrivalModel.mutate(model))).toBe('access.not_allowed');
    }
    expect(await refusalOf(here.employer.client.placement.showArrivalModel.query())).toBe('access.not_allowed');
    const empty = lead.client.placement.setArrivalModel.mutate({ ...model, checklist: [' '] });
    expect(await refusalOf(empty)).toBe('shared.fields_to_correct');
  });
});

describe('a hire from before there were kits', () => {
  const without = async () => {
    const participantId = await makeCandidate(product, here.structureId);
    const { id } = await product.system.as(system, (tx) =>
      makePlacement(tx, {
        ...{ participantId, clauseId: here.made.clauseId, employerId: here.employerId, offerId: here.offerId },
        startsOn: '2026-03-23',
      }),
    );
    return id;
  };
  const kits = (placementId: string) =>
    product.system.client`select told_at from arrival_kit where placement_id = ${placementId}`;

  it('gets its kit when the team looks for the first time, with what the offer already says, and no letter', async () => {
    const placementId = await without();
    const before = (await letters(placementId)).length;
    const kit = await placements().showArrival.query({ placementId });
    expect(kit).toMatchObject({
      ...{ place: 'Paris 13e', tutor: null, toldOn: null },
      ...(await placements().showArrivalModel.query()),
    });
    expect(await letters(placementId)).toHaveLength(before);
    expect(await placements().showArrival.query({ placementId })).toEqual(kit);
  });

  it('gets one of two looks at once', async () => {
    const placementId = await without();
    const looks = [1, 2].map(() => placements().showArrival.query({ placementId }));
    const [first, second] = await Promise.all(looks);
    expect(first).toEqual(second);
    expect(await kits(placementId)).toHaveLength(1);
  });

  it('is completed as any other from then on', async () => {
    const placementId = await without();
    await placements().showArrival.query({ placementId });
    await placements().saveArrival.mutate({ placementId, tutor: 'Mme Ravel' });
    expect(await here.employer.client.placement.showArrival.query({ placementId })).toMatchObject({
      tutor: 'Mme Ravel',
    });
  });

  it('is laid by no company, and by no other team', async () => {
    const placementId = await without();
    for (const who of [here.employer, there.facilitator]) {
      expect(await refusalOf(who.client.placement.showArrival.query({ placementId }))).toBe(
        'placement.arrival_not_found',
      );
    }
    expect(await kits(placementId)).toHaveLength(0);
  });
});
