import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Hiring, makeCandidate, makeHiring } from '../../support/hiring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { linkClient, makeCompany, positioningOf, pushCvs } from '../../support/pushing.ts';

let product: Product;
let here: Hiring;
let there: Hiring;
let northId: string;

/** Sent on Monday 2 March 2026; today is Monday 30 March. */
beforeAll(async () => {
  product = await startProduct({ today: '2026-03-30' });
  here = await makeHiring(product, 'Clauses du Val');
  there = await makeHiring(product, 'Clauses du Mont');
  northId = await makeCompany(product, 'Travaux du Nord');
  await send({ meeting: '2026-03-04T10:00:00Z', confirmed: true });
  await send({ meeting: '2026-03-10T10:00:00Z', confirmed: true, outcome: 'took_place' });
  await send({ meeting: '2026-03-05T10:00:00Z', confirmed: true, outcome: 'did_not' });
  await send({ meeting: '2026-03-05T10:00:00Z', confirmed: false });
  await send({ employerId: northId });
});
afterAll(() => product.close());

async function send(given: { meeting?: string; confirmed?: boolean; outcome?: string; employerId?: string }) {
  const person = await makeCandidate(product, here.structureId);
  const pushId = await pushCvs(here, [person], given.employerId ? { employerId: given.employerId } : {});
  const { id } = await positioningOf(product, pushId, person);
  await product.system.client`update positioning set sent_at = '2026-03-02T08:00:00Z' where id = ${id}`;
  if (!given.meeting) return;
  const link = await linkClient(product, pushId);
  await link.positioning.answer.mutate({ positioningId: id, answer: 'meet', interviewAt: given.meeting.slice(0, 16) });
  await product.system.client`
    update interview set at = ${given.meeting}, confirmed_at = ${given.confirmed ? '2026-03-03T08:00:00Z' : null},
      outcome = ${given.outcome ?? null} where positioning_id = ${id}`;
}

const read = (from = '2026-03-01', to = '2026-03-30') => here.facilitator.client.positioning.delays.query({ from, to });

describe('positioning.delays', () => {
  it('measures to the first meeting that was confirmed or took place, and to no other', async () => {
    expect((await read()).all).toEqual({
      met: 2,
      waiting: 3,
      medianDays: 4,
      p90Days: 6,
      worstDays: 6,
      longestWaitDays: 20,
      slow: 3,
    });
  });

  it('tells companies and occupations apart, the slowest first', async () => {
    const { byCompany, byOccupation } = await read();
    expect(byCompany.map(({ name, met, waiting }) => [name, met, waiting])).toEqual([
      ['Propreté Clauses du Val', 2, 2],
      ['Travaux du Nord', 0, 1],
    ]);
    expect(byOccupation).toMatchObject([{ id: 'K2204', met: 2, waiting: 3 }]);
  });

  it('tells each company apart by occupation, with the CVs behind each line', async () => {
    const person = await makeCandidate(product, here.structureId, { occupations: [{ code: 'F1703', months: 2 }] });
    const pushId = await pushCvs(here, [person], { employerId: northId });
    const { id } = await positioningOf(product, pushId, person);
    // A wait of nine working days is no alert.
    await product.system.client`update positioning set sent_at = '2026-03-17T08:00:00Z' where id = ${id}`;
    const { byPair } = await read();
    expect(byPair).toMatchObject([
      { name: 'Propreté Clauses du Val', romeCode: 'K2204', met: 2, waiting: 2, medianDays: 4, worstDays: 6, slow: 2 },
      { name: 'Travaux du Nord', romeCode: 'K2204', met: 0, waiting: 1, longestWaitDays: 20, slow: 1 },
      { name: 'Travaux du Nord', romeCode: 'F1703', met: 0, waiting: 1, longestWaitDays: 9, slow: 0 },
    ]);
    expect(byPair.every(({ occupation }) => occupation !== null)).toBe(true);
    for (const { employerId, romeCode, met, waiting } of byPair) {
      const behind = await here.facilitator.client.positioning.list.query({
        employerId,
        ...(romeCode ? { romeCode } : {}),
        sentFrom: '2026-03-01',
        sentTo: '2026-03-30',
      });
      expect(behind.total).toBe(met + waiting);
    }
    await product.system.client`update positioning set sent_at = '2026-01-05T08:00:00Z' where id = ${id}`;
  });

  it('counts how far the CVs went, each step within the one before', async () => {
    const { funnel } = await read();
    expect(funnel).toEqual({ sent: 5, opened: 4, interested: 4, meeting: 0, hired: 0 });
    for (const step of ['sent', 'opened', 'interested', 'meeting', 'hired'] as const) {
      const behind = await here.facilitator.client.positioning.list.query({
        step,
        sentFrom: '2026-03-01',
        sentTo: '2026-03-30',
      });
      expect(behind.total, step).toBe(funnel[step]);
    }
  });

  it('looks at the days asked for, and at none of another structure', async () => {
    expect((await read('2026-03-03')).all).toMatchObject({ met: 0, waiting: 0 });
    const other = await there.facilitator.client.positioning.delays.query({});
    expect(other.funnel.sent).toBe(0);
    expect(await refusalOf(here.employer.client.positioning.delays.query({}))).toBe('access.not_allowed');
  });
});
