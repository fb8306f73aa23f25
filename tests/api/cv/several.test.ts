import { makeCv } from '@jonction/testing/cv';
import { makeOffer } from '@jonction/testing/offer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

const today = '2026-03-02';
let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let partner: Person;

beforeAll(async () => {
  product = await startProduct({ today });
  here = await makeHiring(product, 'du Val');
  elsewhere = await makeHiring(product, 'du Mont');
  const partnerId = await makeOrganisation(product, 'partner', 'Mission locale');
  partner = await makePerson(product, 'partner', { organisationId: partnerId, structureId: here.structureId });
});
afterAll(() => product.close());

const { client: team } = { client: () => here.facilitator.client };
const cleaning = { occupations: [{ code: 'K2204', months: 24 }], skills: [{ skill: 'vitres', label: 'vitres' }] };
const cooking = {
  occupations: [{ code: 'G1602', months: 12 }],
  skills: [{ skill: 'haccp', label: 'HACCP' }],
  experience: [{ label: 'Commis, Table Imaginaire', from: '2024-01', to: null }],
};

/** Somebody with a cleaner's CV (current), then a cook's. */
async function withTwo(): Promise<{ participantId: string; cleaner: string; cook: string }> {
  const participantId = await makeCandidate(product, here.structureId);
  const [first] = (await team().participant.show.query({ participantId })).cvs;
  const { cvId } = await team().cv.create.mutate({ participantId });
  await team().cv.confirm.mutate({ cvId, version: 1, title: 'Commis de cuisine', content: cooking });
  return { participantId, cleaner: first?.id ?? '', cook: cvId };
}
const cvsOf = async (participantId: string) => (await team().participant.show.query({ participantId })).cvs;
const setDays = (id: string, day: string) =>
  product.system.client`update cv set confirmed_on = ${day} where id = ${id}`;
const audited = (action: string, participantId: string) =>
  product.system.client`select facts from audit_entry where action = ${action} and subject_id = ${participantId}`;

describe('cv.confirm, for one more occupation', () => {
  it('keeps the CV of the other occupation: both may be shown, the new one is current', async () => {
    const { participantId, cleaner, cook } = await withTwo();
    expect((await cvsOf(participantId)).map(({ id, status, current }) => [id, status, current])).toEqual([
      [cook, 'confirmed', true],
      [cleaner, 'confirmed', false],
    ]);
  });

  it('adds to what she can do, and takes nothing away', async () => {
    const { participantId } = await withTwo();
    const { participant } = await team().participant.show.query({ participantId });
    expect(participant.occupations.map(({ code, months }) => [code, months])).toEqual([
      ['G1602', 12],
      ['K2204', 24],
    ]);
    expect(participant.skills.map(({ skill }) => skill).sort()).toEqual(['haccp', 'monobrosse']);
  });

  it('corrects a CV without making it the current one', async () => {
    const { participantId, cleaner, cook } = await withTwo();
    await team().cv.confirm.mutate({ cvId: cleaner, version: 1, title: 'Agente de propreté', content: cleaning });
    expect((await cvsOf(participantId)).find(({ current }) => current)?.id).toBe(cook);
  });

  it('takes the place of the CV for the same occupation alone', async () => {
    const { participantId, cleaner, cook } = await withTwo();
    const { cvId } = await team().cv.create.mutate({ participantId });
    await team().cv.confirm.mutate({ cvId, version: 1, title: 'Agente', content: cleaning });
    expect(new Map((await cvsOf(participantId)).map(({ id, status }) => [id, status]))).toEqual(
      new Map([
        [cleaner, 'replaced'],
        [cook, 'confirmed'],
        [cvId, 'confirmed'],
      ]),
    );
  });

  it('offers in its review only what no other CV keeps', async () => {
    const { participantId } = await withTwo();
    const { cvId } = await team().cv.create.mutate({ participantId });
    const { held } = await team().cv.show.query({ cvId });
    expect(held.occupations).toEqual([]);
    expect(held.skills).toEqual([]);
  });

  it('is held to one CV an occupation by the base itself', async () => {
    const { participantId } = await withTwo();
    const second = product.system.as(system, (tx) =>
      makeCv(tx, { participantId, structureId: here.structureId, current: false }),
    );
    await expect(second).rejects.toMatchObject({ cause: { constraint_name: 'cv_one_per_occupation' } });
  });

  it('lets nobody mark as current what was not confirmed, whatever program writes', async () => {
    const { cleaner } = await withTwo();
    const marked = product.system.client`update cv set status = 'proposed', current = true where id = ${cleaner}`;
    await expect(marked).rejects.toMatchObject({ constraint_name: 'cv_current_is_confirmed' });
  });
});

describe('cv.confirmAgain', () => {
  it('confirms in one call every CV that is due, and logs the conversation when she says so', async () => {
    const { participantId, cleaner, cook } = await withTwo();
    await setDays(cleaner, '2026-01-01');
    await setDays(cook, '2025-11-01');
    expect(await team().cv.confirmAgain.mutate({ participantId, spoken: true })).toEqual({
      participantId,
      confirmed: 2,
    });
    expect((await cvsOf(participantId)).map(({ confirmedOn }) => confirmedOn)).toEqual([today, today]);
    const [last] = await team().contact.list.query({ participantId });
    expect(last).toMatchObject({ channel: 'phone', outcome: 'reached', purpose: 'follow_up' });
    expect(await audited('cv.confirmAgain', participantId)).toEqual([{ facts: { cvs: 2, spoken: true } }]);
  });

  it('leaves the CV that is still fresh as it was', async () => {
    const { participantId, cleaner, cook } = await withTwo();
    await setDays(cleaner, '2026-01-01');
    await setDays(cook, '2026-02-20');
    expect((await team().cv.confirmAgain.mutate({ participantId })).confirmed).toBe(1);
    expect((await cvsOf(participantId)).find(({ id }) => id === cook)?.confirmedOn).toBe('2026-02-20');
  });

  it('writes no conversation that nobody had', async () => {
    const { participantId } = await withTwo();
    await team().cv.confirmAgain.mutate({ participantId });
    expect(await team().contact.list.query({ participantId })).toEqual([]);
  });

  it('confirms the one CV named, and no other', async () => {
    const { participantId, cleaner, cook } = await withTwo();
    await setDays(cleaner, '2026-01-01');
    await setDays(cook, '2026-01-01');
    await team().cv.confirmAgain.mutate({ participantId, cvId: cleaner });
    const days = new Map((await cvsOf(participantId)).map(({ id, confirmedOn }) => [id, confirmedOn]));
    expect([days.get(cleaner), days.get(cook)]).toEqual([today, '2026-01-01']);
  });

  it('refuses a CV that is not shown, and somebody without any', async () => {
    const { participantId } = await withTwo();
    const { cvId } = await team().cv.create.mutate({ participantId });
    expect(await refusalOf(team().cv.confirmAgain.mutate({ participantId, cvId }))).toBe('cv.not_live');
    const { participantId: bare } = await team().participant.create.mutate({ firstName: 'Ida', lastName: 'Sansgêne' });
    expect(await refusalOf(team().cv.confirmAgain.mutate({ participantId: bare }))).toBe('cv.none_to_confirm');
  });

  it('is for the team of the structure alone', async () => {
    const { participantId } = await withTwo();
    const refused = (who: Person) => refusalOf(who.client.cv.confirmAgain.mutate({ participantId }));
    expect(await refused(elsewhere.facilitator)).toBe('participant.not_found');
    expect(await refused(partner)).toBe('access.not_allowed');
    expect(await refused(here.employer)).toBe('access.not_allowed');
  });
});

describe('cv.makeCurrent and cv.withdraw', () => {
  it('moves the mark, there is only one', async () => {
    const { participantId, cleaner } = await withTwo();
    await team().cv.makeCurrent.mutate({ cvId: cleaner });
    expect((await cvsOf(participantId)).filter(({ current }) => current).map(({ id }) => id)).toEqual([cleaner]);
  });

  it('shows a CV withdrawn no more, and another becomes current', async () => {
    const { participantId, cleaner, cook } = await withTwo();
    expect(await team().cv.withdraw.mutate({ cvId: cook })).toEqual({ participantId, currentId: cleaner });
    expect(await team().cv.withdraw.mutate({ cvId: cleaner })).toEqual({ participantId, currentId: null });
    expect(await refusalOf(team().cv.withdraw.mutate({ cvId: cleaner }))).toBe('cv.not_live');
    expect(await refusalOf(team().cv.makeCurrent.mutate({ cvId: cleaner }))).toBe('cv.not_live');
  });

  it('are for the team of the structure alone', async () => {
    const { cook } = await withTwo();
    expect(await refusalOf(elsewhere.facilitator.client.cv.withdraw.mutate({ cvId: cook }))).toBe('cv.not_found');
    expect(await refusalOf(elsewhere.facilitator.client.cv.makeCurrent.mutate({ cvId: cook }))).toBe('cv.not_found');
    expect(await refusalOf(partner.client.cv.withdraw.mutate({ cvId: cook }))).toBe('access.not_allowed');
  });
});

describe('the CV of the occupation asked', () => {
  it('is the one that the list names beside each person', async () => {
    const { participantId, cleaner, cook } = await withTwo();
    const cvOf = async (occupations: string[]) =>
      (await team().participant.search.query({ occupations, pageSize: 200 })).rows.find(
        ({ id }) => id === participantId,
      )?.cv?.id;
    expect(await cvOf(['K2204'])).toBe(cleaner);
    expect(await cvOf(['G1602'])).toBe(cook);
    expect(await cvOf([])).toBe(cook);
  });

  it('is the one that a ranking names, and the one that is pushed for an offer', async () => {
    const { participantId, cleaner } = await withTwo();
    const { ranked } = await team().matching.rank.query({ offerId: here.offerId, limit: 200 });
    expect(ranked.find((row) => row.participantId === participantId)?.cv?.id).toBe(cleaner);
    const [person] = (
      await team().positioning.preparePush.query({ offerId: here.offerId, participantIds: [participantId] })
    ).people;
    expect(person).toMatchObject({ cvTitle: 'Agente de propreté', cvConfirmedOn: '2026-01-15' });
    await team().positioning.push.mutate(pushOf({ offerId: here.offerId }, participantId));
    expect(await sentCv(participantId)).toEqual({ cv_id: cleaner, title: 'Agente de propreté', occupation: 'K2204' });
  });

  it('is the current one when a company without an offer gets it', async () => {
    const { participantId, cook } = await withTwo();
    await team().positioning.push.mutate(pushOf({ employerId: here.employerId }, participantId));
    expect(await sentCv(participantId)).toEqual({ cv_id: cook, title: 'Commis de cuisine', occupation: 'G1602' });
  });

  it('says nothing to the company of the occupation it did not ask for', async () => {
    const { participantId } = await withTwo();
    const { id: offerId } = await product.system.as(system, (tx) =>
      makeOffer(tx, { structureId: here.structureId, employerId: here.employerId, romeCode: 'G1602' }),
    );
    await team().positioning.push.mutate(pushOf({ offerId }, participantId));
    const [row] = await product.system.client`select card from disclosure where participant_id = ${participantId}`;
    expect(row?.card.occupations.map(({ code }: { code: string }) => code)).toEqual(['G1602']);
    expect(row?.card.skills).toEqual(['HACCP']);
    expect(row?.card.experience).toEqual(cooking.experience);
  });
});

describe('what is flagged', () => {
  it('is counted by the list as it is marked on its rows: one CV that is due is enough', async () => {
    const { participantId, cleaner } = await withTwo();
    await setDays(cleaner, '2026-01-01');
    const due = await team().participant.search.query({ confirmed: 'due', pageSize: 200 });
    expect(due.rows.find(({ id }) => id === participantId)?.confirmation).toBe('due');
    expect(due.rows.every(({ confirmation }) => confirmation === 'due')).toBe(true);
    expect(due.facets.confirmed.find(({ value }) => value === 'due')?.count).toBe(due.total);
    const none = await team().participant.search.query({ confirmed: 'none', pageSize: 200 });
    expect(none.rows.every(({ cv, confirmation }) => cv === null && confirmation === 'none')).toBe(true);
  });

  it('is counted on the home of the team, as the list opens it', async () => {
    const { participantId, cleaner } = await withTwo();
    const before = (await team().report.today.query()).figures.cvsDue;
    await setDays(cleaner, '2026-01-01');
    const { figures } = await team().report.today.query();
    expect(figures.cvsDue).toBe(before + 1);
    const listed = await team().participant.search.query({ confirmed: 'due', status: 'available' });
    expect(figures.cvsDue).toBe(listed.total);
    await team().cv.confirmAgain.mutate({ participantId });
    expect((await team().report.today.query()).figures.cvsDue).toBe(before);
  });
});

function pushOf(to: { offerId?: string; employerId?: string }, participantId: string) {
  return {
    offerId: to.offerId ?? null,
    employerId: to.employerId ?? null,
    participantIds: [participantId],
    recipientName: 'Nadia Imaginaire',
    recipientEmail: 'nadia@entreprise.test',
    message: null,
    idempotencyKey: crypto.randomUUID(),
  };
}

async function sentCv(participantId: string) {
  const [row] = await product.system.client`select p.cv_id, d.card ->> 'title' as title,
      d.card -> 'occupations' -> 0 ->> 'code' as occupation
    from positioning p join disclosure d on d.positioning_id = p.id where p.participant_id = ${participantId}`;
  return row;
}
