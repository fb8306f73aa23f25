import { makeOffer } from '@jonction/testing/offer';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { makeToken, openOwnPage } from '../../support/own-page.ts';
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
  const [first, second] = [
    await makeOrganisation(product, 'partner', 'Mission locale'),
    await makeOrganisation(product, 'partner', 'Cap emploi'),
  ];
  partner = await makePerson(product, 'partner', { organisationId: first, structureId });
  stranger = await makePerson(product, 'partner', { organisationId: second, structureId });
});
afterAll(() => product.close());
beforeEach(async () => {
  awa = await makeCandidate(product, here.structureId, {
    birthDate: '1990-12-25',
    radiusMetres: 10_000,
    recommendedByOrganisationId: partner.organisationId,
  });
});

const offered = () => {
  const { structureId, employerId, made } = here;
  return { structureId, employerId, contractId: made.contractId, lotId: made.lotId, clauseId: made.clauseId };
};
const team = () => here.facilitator.client.participant;
const show = async (participantId = awa) => team().show.query({ participantId });
const projects = async () => (await show()).projects;
const codes = async () => (await show()).participant.occupations.map(({ code, months }) => [code, months]);
const state = (given: Record<string, unknown> = {}, who = here.facilitator) =>
  who.client.participant.stateProject.mutate({ participantId: awa, code: 'G1603', ...given });
const settle = async (projectId: string, to: 'active' | 'achieved' | 'dropped', who = here.facilitator) => {
  const version = (await projects()).find(({ id }) => id === projectId)?.version ?? 0;
  return who.client.participant.settleProject.mutate({ projectId, version, state: to });
};

describe('participant.stateProject', () => {
  it('keeps the trade she looks for, in her words, and makes it hers to be found for', async () => {
    const { projectId, main } = await state({
      wish: 'En cuisine, pas le soir.',
      transports: ['bike', 'public', 'bike'],
      radiusKm: 15,
      availableFrom: '2026-04-01',
      weeklyHoursMin: 20,
      weeklyHoursMax: 30,
    });
    expect(main).toBe(true);
    expect(await projects()).toMatchObject([
      {
        id: projectId,
        code: 'G1603',
        label: expect.stringMatching(/restauration/i),
        wish: 'En cuisine, pas le soir.',
        transports: ['bike', 'public'],
        main: true,
        state: 'active',
        statedOn: '2026-03-02',
        closedOn: null,
        recordedByName: expect.stringMatching(/^facilitator/),
      },
    ]);
    expect(await codes()).toEqual([
      ['G1603', 0],
      ['K2204', 24],
    ]);
    expect((await show()).participant).toMatchObject({
      radiusKm: 15,
      availableFrom: '2026-04-01',
      weeklyHoursMin: 20,
      weeklyHoursMax: 30,
    });
  });

  it('is found for an offer of that trade from the next request', async () => {
    const { id: offerId } = await product.system.as(system, (tx) => makeOffer(tx, { ...offered(), romeCode: 'A1203' }));
    const ranked = async () =>
      (await here.facilitator.client.matching.rank.query({ offerId })).ranked.map(({ participantId }) => participantId);
    expect(await ranked()).not.toContain(awa);
    const { projectId } = await state({ code: 'A1203' });
    expect(await ranked()).toContain(awa);
    await settle(projectId, 'dropped');
    expect(await ranked()).not.toContain(awa);
  });

  it('leaves in the record what the main project does not say', async () => {
    await state({ radiusKm: null, availableFrom: null });
    expect((await show()).participant).toMatchObject({ radiusKm: 10, availableFrom: '2026-01-05' });
    // Read from the record, since it is the main one.
    expect(await projects()).toMatchObject([{ radiusKm: 10, availableFrom: '2026-01-05' }]);
  });

  it('takes the second one beside the main one, and its distance for itself', async () => {
    await state();
    expect(await state({ code: 'N1105', radiusKm: 40 })).toMatchObject({ main: false });
    expect((await projects()).map(({ code, main, radiusKm }) => [code, main, radiusKm])).toEqual([
      ['G1603', true, 10],
      ['N1105', false, 40],
    ]);
    expect((await show()).participant.radiusKm).toBe(10);
  });

  it('refuses a trade nobody knows, the same twice, and a seventh', async () => {
    expect(await refusalOf(state({ code: 'A0000' }))).toBe('participant.occupation_unknown');
    await state();
    expect(await refusalOf(state())).toBe('participant.project_twice');
    for (const code of ['N1105', 'A1203', 'F1702', 'K1302', 'K2204']) await state({ code });
    expect(await refusalOf(state({ code: 'I1203' }))).toBe('participant.project_many');
    expect(await projects()).toHaveLength(6);
  });

  it('lets one of two that come at once through', async () => {
    const both = await Promise.allSettled([state(), state({}, partner)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await projects()).toHaveLength(1);
  });

  it('is her partner’s to state, of her own people alone', async () => {
    await state({}, partner);
    const mine = await partner.client.participant.showMine.query({ participantId: awa });
    expect(mine.projects).toMatchObject([{ code: 'G1603', main: true }]);
    expect(await refusalOf(state({ code: 'N1105' }, stranger))).toBe('participant.not_found');
    expect(await refusalOf(state({ code: 'N1105' }, there.facilitator))).toBe('participant.not_found');
    expect(await refusalOf(state({ code: 'N1105' }, here.employer))).toBe('access.not_allowed');
  });
});

describe('participant.changeProject', () => {
  it('changes the main one and the record with it, emptied facts too', async () => {
    const { projectId } = await state({ radiusKm: 15, availableFrom: '2026-04-01' });
    const change = { projectId, version: 1, wish: 'Le matin.', transports: ['car' as const] };
    await team().changeProject.mutate({ ...change, radiusKm: 25, availableFrom: null });
    expect(await projects()).toMatchObject([
      { wish: 'Le matin.', transports: ['car'], radiusKm: 25, availableFrom: null, version: 2 },
    ]);
    expect((await show()).participant).toMatchObject({ radiusKm: 25, availableFrom: null });
  });

  it('changes another one without touching the record', async () => {
    await state();
    const { projectId } = await state({ code: 'N1105' });
    await team().changeProject.mutate({ projectId, version: 1, radiusKm: 80 });
    expect((await show()).participant.radiusKm).toBe(10);
    expect((await projects())[1]).toMatchObject({ code: 'N1105', radiusKm: 80 });
  });

  it('refuses what somebody else changed meanwhile, what is over, and what is not hers', async () => {
    const { projectId } = await state();
    const change = { projectId, version: 1, wish: 'Le soir.' };
    await team().changeProject.mutate(change);
    expect(await refusalOf(team().changeProject.mutate(change))).toBe('shared.changed_meanwhile');
    for (const who of [stranger, there.facilitator]) {
      expect(await refusalOf(who.client.participant.changeProject.mutate({ ...change, version: 2 }))).toBe(
        'participant.project_not_found',
      );
    }
    await settle(projectId, 'achieved');
    expect(await refusalOf(team().changeProject.mutate({ ...change, version: 3 }))).toBe('participant.project_over');
  });
});

describe('participant.makeProjectMain', () => {
  it('gives the record its facts, and leaves the one before with those it had', async () => {
    await state({ radiusKm: 15, weeklyHoursMin: 20, weeklyHoursMax: 30 });
    const { projectId } = await state({ code: 'N1105', radiusKm: 40, weeklyHoursMin: 35 });
    await team().makeProjectMain.mutate({ projectId });
    expect((await projects()).map(({ code, main, radiusKm }) => [code, main, radiusKm])).toEqual([
      ['N1105', true, 40],
      ['G1603', false, 15],
    ]);
    // Hours are one fact: the least of one project never stands with the most of another.
    expect((await show()).participant).toMatchObject({ radiusKm: 40, weeklyHoursMin: 35, weeklyHoursMax: null });
    expect((await codes()).map(([code]) => code)).toEqual(['N1105', 'G1603', 'K2204']);
  });

  it('refuses the main one, one that is over, and one out of reach', async () => {
    const { projectId } = await state();
    expect(await refusalOf(team().makeProjectMain.mutate({ projectId }))).toBe('participant.project_so_already');
    expect(await refusalOf(stranger.client.participant.makeProjectMain.mutate({ projectId }))).toBe(
      'participant.project_not_found',
    );
    await settle(projectId, 'dropped');
    expect(await refusalOf(team().makeProjectMain.mutate({ projectId }))).toBe('participant.project_over');
  });

  it('is never two in the base, whoever writes', async () => {
    await state();
    const second = product.system
      .client`insert into participant_project (structure_id, participant_id, rome_code, stated_on, main)
      values (${here.structureId}, ${awa}, 'N1105', '2026-03-02', true)`;
    await expect(second).rejects.toThrow(/participant_project_main/);
  });
});

describe('participant.settleProject', () => {
  it('takes the trade given up out of her occupations, and puts it back when it runs again', async () => {
    const { projectId } = await state();
    await settle(projectId, 'dropped');
    expect(await projects()).toMatchObject([{ state: 'dropped', closedOn: '2026-03-02', main: false }]);
    expect(await codes()).toEqual([['K2204', 24]]);
    await settle(projectId, 'active');
    expect(await projects()).toMatchObject([{ state: 'active', closedOn: null, main: true }]);
    expect(await codes()).toContainEqual(['G1603', 0]);
  });

  it('leaves a trade in which she worked, and one that ended well', async () => {
    const worked = await state({ code: 'K2204' });
    await settle(worked.projectId, 'dropped');
    expect(await codes()).toEqual([['K2204', 24]]);
    const { projectId } = await state();
    await settle(projectId, 'achieved');
    expect(await codes()).toContainEqual(['G1603', 0]);
  });

  it('keeps with the project what the record said of it', async () => {
    const { projectId } = await state({ radiusKm: 15 });
    await settle(projectId, 'achieved');
    const { participant } = await show();
    await team().update.mutate({
      ...{ participantId: awa, version: participant.version, firstName: 'Awa', lastName: 'Diop' },
      ...{ status: 'available', radiusKm: 50, occupations: [{ code: 'K2204', months: 24 }] },
    });
    expect(await projects()).toMatchObject([{ radiusKm: 15 }]);
  });

  it('refuses what stands so already, an old version, and whoever may not', async () => {
    const { projectId } = await state();
    expect(await refusalOf(settle(projectId, 'active'))).toBe('participant.project_so_already');
    expect(await refusalOf(team().settleProject.mutate({ projectId, version: 9, state: 'dropped' }))).toBe(
      'shared.changed_meanwhile',
    );
    for (const who of [stranger, there.facilitator]) {
      expect(await refusalOf(settle(projectId, 'dropped', who))).toBe('participant.project_not_found');
    }
  });
});

describe('what else writes her record', () => {
  it('a CV confirmed later leaves the trades she looks for', async () => {
    await state();
    const { cvId } = await here.facilitator.client.cv.create.mutate({ participantId: awa });
    const content = { occupations: [{ code: 'F1702', months: 6 }] };
    await here.facilitator.client.cv.confirm.mutate({ cvId, version: 1, title: 'Maçon VRD', content });
    expect((await codes()).map(([code]) => code)).toEqual(expect.arrayContaining(['G1603', 'F1702']));
  });

  it('the form of her record does not take out a trade she looks for, and says which', async () => {
    await state();
    const { participant } = await show();
    const update = {
      ...{ participantId: awa, version: participant.version, firstName: 'Awa', lastName: 'Diop' },
      ...{ status: 'available' as const, occupations: [{ code: 'K2204', months: 24 }] },
    };
    expect(await refusalOf(team().update.mutate(update))).toBe('participant.project_seeks');
    const both = [...update.occupations, { code: 'G1603', months: 2 }];
    await team().update.mutate({ ...update, occupations: both });
    expect(await codes()).toEqual([
      ['K2204', 24],
      ['G1603', 2],
    ]);
  });

  it('what she corrects on her own page is what her main project says', async () => {
    await state({ radiusKm: 15, wish: 'En cuisine.' });
    const page = await openOwnPage(product, await makeToken(here.facilitator, awa), { day: '25', month: '12' });
    const own = await page.client.participant.showPage.query();
    expect(own.projects).toEqual([{ label: expect.stringMatching(/restauration/i), wish: 'En cuisine.' }]);
    await page.client.participant.correctOwn.mutate({ field: 'radius', radiusKm: 5 });
    expect(await projects()).toMatchObject([{ main: true, radiusKm: 5 }]);
    await page.client.participant.correctOwn.mutate({ field: 'project', words: 'Je préfère le ménage.' });
    const { words } = await team().showLink.query({ participantId: awa });
    expect(words).toContainEqual(
      expect.objectContaining({ field: 'project', applied: false, words: 'Je préfère le ménage.' }),
    );
  });

  it('two records that become one keep one main project, and one for each trade', async () => {
    await state();
    const bis = await makeCandidate(product, here.structureId, { firstName: 'Awa', lastName: 'Diop' });
    for (const code of ['N1105', 'G1603']) await state({ participantId: bis, code });
    const [kept, gone] = [(await show()).participant, (await show(bis)).participant];
    const { mergeId } = await team().merge.mutate({
      ...{ keptId: awa, goneId: bis, keptVersion: kept.version, goneVersion: gone.version },
    });
    expect((await projects()).map(({ code, main }) => [code, main])).toEqual([
      ['G1603', true],
      ['N1105', false],
    ]);
    await team().undoMerge.mutate({ mergeId });
    expect((await projects()).map(({ code }) => code)).toEqual(['G1603']);
    expect((await show(bis)).projects.map(({ code }) => code).sort()).toEqual(['G1603', 'N1105']);
  });

  it('is read in the same number of statements for one project and for six, and kept in the journal', async () => {
    await state();
    const counter = countStatements(product, here.facilitator);
    const few = await counter.count((procedures) => procedures.participant.show({ participantId: awa }));
    for (const code of ['N1105', 'A1203', 'F1702', 'K1302', 'K2204']) await state({ code });
    const many = await counter.count((procedures) => procedures.participant.show({ participantId: awa }));
    await counter.close();
    expect(many).toBe(few);
    const entries = await product.system.client`
      select 1 from audit_entry where action = 'participant.stateProject' and subject_id = ${awa}`;
    expect(entries).toHaveLength(6);
  });
});
