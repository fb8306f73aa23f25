import { rankNight } from '@jonction/api/jobs/rank-night';
import { offer } from '@jonction/db/offer/tables';
import { participant } from '@jonction/db/participant/tables';
import { makeOffer } from '@jonction/testing/offer';
import { eq } from 'drizzle-orm';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let here: Hiring;
let elsewhere: Hiring;
let first: string;

beforeAll(async () => {
  product = await startProduct({ today: '2026-03-03' });
  here = await makeHiring(product, 'Clauses du Val');
  elsewhere = await makeHiring(product, 'Clauses du Mont');
  first = await makeCandidate(product, here.structureId);
  await makeCandidate(product, elsewhere.structureId);
});
afterAll(() => product.close());

const night = (day: string, keptFrom?: number) =>
  rankNight(
    { database: product.system, vault: product.app.services.vault, log: pino({ level: 'silent' }) },
    day,
    keptFrom,
  );
const newcomers = (offerId = here.offerId) => here.facilitator.client.matching.newcomers.query({ offerId });
const idsOf = async () => (await newcomers()).people.map(({ participantId }) => participantId);
const today = async () =>
  (await here.facilitator.client.report.today.query()).items.filter(({ kind }) => kind === 'newcomers');

describe('the night', () => {
  it('calls nobody new before it ran, nor on the first night of an offer', async () => {
    expect(await newcomers()).toMatchObject({ on: null, previousOn: null, total: 0, people: [] });
    await night('2026-03-01');
    expect(await newcomers()).toMatchObject({ on: '2026-03-01', previousOn: null, total: 0 });
    expect(await today()).toEqual([]);
  });

  it('names who was not in the ranking of the night before, with what both were ranked with', async () => {
    const second = await makeCandidate(product, here.structureId);
    await night('2026-03-02');
    const answer = await newcomers();
    expect(answer).toMatchObject({ on: '2026-03-02', previousOn: '2026-03-01', total: 1, rulesVersion: 0 });
    expect(answer.bankVersion).toMatch(/^\d+$/);
    expect(answer.people[0]).toMatchObject({ participantId: second });
    expect(answer.people[0]?.why).toMatch(/^même métier/);
    // Scores are those of the ranking itself.
    const { ranked } = await here.facilitator.client.matching.rank.query({ offerId: here.offerId });
    expect(answer.people[0]?.score).toBe(ranked.find(({ participantId }) => participantId === second)?.score);
  });

  it('says it on the home of the team, new, with the offer that it opens', async () => {
    expect(await today()).toMatchObject([{ id: here.offerId, count: 1, isNew: true, previousOn: '2026-03-01' }]);
    const there = await elsewhere.facilitator.client.report.today.query();
    expect(there.items.filter(({ kind }) => kind === 'newcomers')).toEqual([]);
  });

  it('changes nothing when it runs twice', async () => {
    const before = await newcomers();
    const [rows] = await product.system.client`select count(*) from night_match`;
    await night('2026-03-02');
    expect(await newcomers()).toEqual({ ...before, bankVersion: expect.stringMatching(/^\d+$/) });
    expect(await product.system.client`select count(*) from night_match`).toEqual([rows]);
  });

  it('lets go at once of somebody who takes her agreement back, before the next night', async () => {
    const leaving = await makeCandidate(product, here.structureId);
    await night('2026-03-03');
    expect(await idsOf()).toEqual([leaving]);
    await here.facilitator.client.participant.withdrawConsent.mutate({
      participantId: leaving,
      way: 'spoken',
      on: '2026-03-03',
    });
    expect(await newcomers()).toMatchObject({ total: 0, people: [] });
    expect(await today()).toEqual([]);
  });

  it('keeps nobody new for two nights, and takes whoever comes back as new again', async () => {
    const setStatus = (status: 'available' | 'unavailable') =>
      product.system.as(system, (tx) => tx.update(participant).set({ status }).where(eq(participant.id, first)));
    await setStatus('unavailable');
    await night('2026-03-04');
    expect(await idsOf()).toEqual([]);
    await setStatus('available');
    await night('2026-03-05');
    expect(await idsOf()).toEqual([first]);
    await night('2026-03-06');
    expect(await idsOf()).toEqual([]);
  });

  it('skips a night without calling everybody new', async () => {
    await night('2026-03-09');
    expect(await newcomers()).toMatchObject({ on: '2026-03-09', previousOn: '2026-03-06', total: 0 });
  });

  it('forgets the offers that are no longer open', async () => {
    const { structureId, employerId } = here;
    const { id } = await product.system.as(system, (tx) => makeOffer(tx, { structureId, employerId }));
    await night('2026-03-10');
    const kept = () => product.system.client`select 1 from night_match where offer_id = ${id}`;
    expect((await kept()).length).toBeGreaterThan(0);
    await product.system.as(system, (tx) => tx.update(offer).set({ status: 'closed' }).where(eq(offer.id, id)));
    await night('2026-03-11');
    expect((await kept()).length).toBe(0);
    expect(await newcomers(id)).toMatchObject({ on: null, total: 0 });
  });

  it('leaves its bank to the programs that start, when it is a large one', async () => {
    const kept = () => product.system.client<{ of: string }[]>`select structure_id as of from bank_snapshot`;
    expect([...(await kept())]).toEqual([]);
    await night('2026-03-12', 2);
    expect([...(await kept())]).toEqual([{ of: here.structureId }]);
    await night('2026-03-13', 1);
    expect(await kept()).toHaveLength(2);
  });

  it('goes with a person when her row goes', async () => {
    const constraints = await product.system.client<{ rule: string }[]>`
      select confdeltype as rule from pg_constraint
      where confrelid = 'participant'::regclass and conrelid = 'night_match'::regclass`;
    expect([...constraints]).toEqual([{ rule: 'c' }]);
  });

  it('is of one structure alone, and of its team', async () => {
    const input = { offerId: here.offerId };
    expect(await refusalOf(elsewhere.facilitator.client.matching.newcomers.query(input))).toBe('offer.not_found');
    expect(await refusalOf(here.employer.client.matching.newcomers.query(input))).toBe('access.not_allowed');
    const rows = await product.system.client`
      select 1 from night_match m join participant p on p.id = m.participant_id where p.structure_id <> m.structure_id`;
    expect(rows.length).toBe(0);
  });
});
