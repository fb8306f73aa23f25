import { makeOffer } from '@jonction/testing/offer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let there: Hiring;
let partner: Person;
let stranger: Person;
let awa: string;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-02' });
  here = await makeHiring(product, 'Val');
  there = await makeHiring(product, 'Mont');
  const { structureId } = here;
  const organisationId = await makeOrganisation(product, 'partner', 'Mission locale');
  partner = await makePerson(product, 'partner', { organisationId, structureId });
  stranger = await makePerson(product, 'partner', {
    organisationId: await makeOrganisation(product, 'partner', 'Cap emploi'),
    structureId,
  });
});
afterAll(() => product.close());
beforeEach(async () => {
  awa = await makeCandidate(product, here.structureId, { recommendedByOrganisationId: partner.organisationId });
});

const offered = () => {
  const { structureId, employerId, made } = here;
  return { structureId, employerId, contractId: made.contractId, lotId: made.lotId, clauseId: made.clauseId };
};
const glass = { skill: 'vitrerie', label: 'Vitrerie' };
const add = (skills = [glass], who = here.facilitator) =>
  who.client.participant.addSkills.mutate({ participantId: awa, skills });
const remove = (skill = 'vitrerie', who = here.facilitator) =>
  who.client.participant.removeSkill.mutate({ participantId: awa, skill });
const skills = async () => {
  const { participant } = await here.facilitator.client.participant.show.query({ participantId: awa });
  return participant.skills.filter(({ byHand }) => byHand).map(({ skill }) => skill);
};
const confirm = async (content: Record<string, unknown>) => {
  const { cvId } = await here.facilitator.client.cv.create.mutate({ participantId: awa });
  await here.facilitator.client.cv.confirm.mutate({ cvId, version: 1, title: 'Agente de propreté', content });
  return cvId;
};

describe('participant.addSkills', () => {
  it('keeps what the team heard, and says that it is the team’s', async () => {
    expect(await add([glass, { skill: 'perche', label: 'Perche' }, glass])).toEqual({ added: 2 });
    expect(await skills()).toEqual(['perche', 'vitrerie']);
    const [entry] = await product.system.client<{ facts: unknown }[]>`
      select facts from audit_entry where action = 'participant.addSkills' and subject_id = ${awa}`;
    expect(entry?.facts).toEqual({ count: 2 });
  });

  it('counts as an asked skill held, in the very next ranking', async () => {
    const { id: offerId } = await product.system.as(system, (tx) =>
      makeOffer(tx, {
        ...offered(),
        skills: [glass],
      }),
    );
    const skillsValue = async () => {
      const { ranked } = await here.facilitator.client.matching.rank.query({ offerId, limit: 100 });
      return ranked.find(({ participantId }) => participantId === awa)?.criteria.skills;
    };
    expect(await skillsValue()).toBe(0);
    await add();
    expect(await skillsValue()).toBe(1000);
    await remove();
    expect(await skillsValue()).toBe(0);
  });

  it('refuses what is known by hand, an empty word, and whoever may not', async () => {
    await add();
    expect(await refusalOf(add())).toBe('participant.skill_known');
    expect(await refusalOf(add([]))).toBe('shared.fields_to_correct');
    expect(await refusalOf(add([{ skill: ' ', label: ' ' }]))).toBe('shared.fields_to_correct');
    expect(await refusalOf(add([glass], there.facilitator))).toBe('participant.not_found');
    expect(await refusalOf(add([glass], stranger))).toBe('participant.not_found');
    expect(await refusalOf(add([glass], here.employer))).toBe('access.not_allowed');
  });

  it('is her partner’s to say as well', async () => {
    await add([glass], partner);
    const mine = await partner.client.participant.showMine.query({ participantId: awa });
    expect(mine.participant.skills).toContainEqual({ ...glass, byHand: true });
    await remove('vitrerie', partner);
    expect(await skills()).toEqual([]);
  });

  it('keeps one of two people who say the same at once', async () => {
    const both = await Promise.allSettled([add(), add([glass], partner)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await skills()).toEqual(['vitrerie']);
  });
});

describe('a CV confirmed after it', () => {
  it('leaves what was said by hand, and brings its own', async () => {
    await add();
    await confirm({ occupations: [{ code: 'K2204', months: 24 }], skills: [{ skill: 'perche', label: 'Perche' }] });
    const { participant } = await here.facilitator.client.participant.show.query({ participantId: awa });
    expect(participant.skills).toContainEqual({ skill: 'perche', label: 'Perche', byHand: false });
    expect(await skills()).toEqual(['vitrerie']);
  });

  it('may say the same: it stands once, by hand, and stays when it is taken back', async () => {
    await add();
    await confirm({ occupations: [{ code: 'K2204', months: 24 }], skills: [glass] });
    expect(await skills()).toEqual(['vitrerie']);
    expect(await remove()).toEqual({ left: 'on_cv' });
    const { participant } = await here.facilitator.client.participant.show.query({ participantId: awa });
    expect(participant.skills).toContainEqual({ ...glass, byHand: false });
    expect(await refusalOf(remove())).toBe('participant.skill_of_cv');
  });

  it('is not asked to tick what was said by hand: it is kept already', async () => {
    await add();
    const { cvId } = await here.facilitator.client.cv.create.mutate({ participantId: awa });
    const { held } = await here.facilitator.client.cv.show.query({ cvId });
    expect(held.skills.map(({ skill }) => skill)).not.toContain('vitrerie');
  });
});

describe('participant.removeSkill', () => {
  it('takes back one that nobody else says', async () => {
    await add();
    expect(await remove()).toEqual({ left: 'gone' });
    expect(await skills()).toEqual([]);
    expect(await refusalOf(remove())).toBe('participant.skill_unknown');
  });

  it('refuses whoever may not', async () => {
    await add();
    expect(await refusalOf(remove('vitrerie', there.facilitator))).toBe('participant.not_found');
    expect(await refusalOf(remove('vitrerie', stranger))).toBe('participant.not_found');
    expect(await refusalOf(remove('vitrerie', here.employer))).toBe('access.not_allowed');
    expect(await skills()).toEqual(['vitrerie']);
  });
});

describe('reference.searchSkills', () => {
  it('finds skills of the table in everyday words, for whoever is signed in', async () => {
    const { reference } = here.facilitator.client;
    const found = await reference.searchSkills.query({ words: 'vitre' });
    expect(found.length).toBeGreaterThan(0);
    for (const { label } of found) expect(label).toMatch(/vitr/i);
    expect(await reference.searchSkills.query({ words: '' })).toEqual([]);
    expect(await refusalOf(product.client().reference.searchSkills.query({ words: 'vitre' }))).toBe(
      'access.sign_in_needed',
    );
  });
});
