import { hourDeclaration, hourEntry, hourLine } from '@jonction/db/hours/tables';
import { newId } from '@jonction/db/new-id';
import { recommendation } from '@jonction/db/participant/tables';
import { positioning, push } from '@jonction/db/positioning/tables';
import { makeOffer } from '@jonction/testing/offer';
import { makePlacement } from '@jonction/testing/placement';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { makeOrganisation } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

// A Tuesday: Monday of the week before is six working days ago.
const today = '2026-03-10';
let product: Product;
let here: Hiring;
let elsewhere: Hiring;

beforeAll(async () => {
  product = await startProduct({ today });
  here = await makeHiring(product, 'Clauses du Val');
  elsewhere = await makeHiring(product, 'Clauses du Mont');
});
afterAll(() => product.close());

const read = () => here.facilitator.client.report.today.query();
const ofKind = async (kind: string) => (await read()).items.filter((item) => item.kind === kind);

/** A CV at a company, sent and answered when it is said. */
async function place(traits: Partial<typeof positioning.$inferInsert>, sentOn = '2026-03-09') {
  const participantId = await makeCandidate(product, here.structureId);
  const { structureId, employerId, offerId } = here;
  const id = newId();
  await product.system.as(system, async (tx) => {
    const pushId = newId();
    await tx.insert(push).values({
      id: pushId,
      structureId,
      employerId,
      offerId,
      recipientEmail: 'rh@entreprise.test',
      idempotencyKey: pushId,
      sentAt: new Date(`${sentOn}T10:00:00Z`),
      sentBy: here.facilitator.userId,
    });
    const sentAt = new Date(`${sentOn}T10:00:00Z`);
    await tx
      .insert(positioning)
      .values({ id, structureId, participantId, employerId, offerId, pushId, status: 'sent', sentAt, ...traits });
  });
  return { id, participantId };
}

describe('report.today', () => {
  it('gathers what partners recommend, by partner, since the first of them: late beyond five days', async () => {
    const late = await makeOrganisation(product, 'partner', 'Mission locale du Val');
    const waiting = await makeOrganisation(product, 'partner', 'École de la deuxième chance');
    for (const [partnerId, day] of [
      [late, '2026-03-04'],
      [late, '2026-03-07'],
      [waiting, '2026-03-07'],
    ] as const) {
      const participantId = await makeCandidate(product, here.structureId);
      await product.system.as(system, (tx) =>
        tx.insert(recommendation).values({
          structureId: here.structureId,
          participantId,
          partnerId,
          createdAt: new Date(`${day}T09:00:00Z`),
        }),
      );
    }
    expect(await ofKind('recommendation')).toMatchObject([
      { partnerName: 'Mission locale du Val', count: 2, since: '2026-03-04', group: 'late', isNew: false },
      { partnerName: 'École de la deuxième chance', count: 1, since: '2026-03-07', group: 'decide', isNew: false },
    ]);
  });

  it('names a company that leaves CVs without an answer for five working days, and no other', async () => {
    await place({}, '2026-03-06');
    await place({ status: 'refused', refusalReason: 'distance' }, '2026-03-02');
    expect(await ofKind('silent')).toEqual([]);
    await place({}, '2026-03-02');
    expect(await ofKind('silent')).toMatchObject([{ waiting: 1, cvs: 1, workingDays: 6, group: 'late' }]);
  });

  it('shows the meetings of today and tomorrow, and asks what came of those gone by', async () => {
    await place({ status: 'meeting_set', interviewAt: new Date('2026-03-11T08:30:00Z') });
    await place({ status: 'meeting_set', interviewAt: new Date('2026-03-09T08:30:00Z') });
    await place({ status: 'meeting_set', interviewAt: new Date('2026-03-12T08:30:00Z') });
    expect(await ofKind('meeting')).toMatchObject([{ since: '2026-03-11', at: '2026-03-11T08:30:00Z' }]);
    expect(await ofKind('outcome')).toMatchObject([{ since: '2026-03-09', group: 'late' }]);
    expect((await read()).items[0]?.kind).toBe('meeting');
  });

  it('asks for the sheet of a meeting that a company wants, however far its date', async () => {
    const { id } = await place({ status: 'interview', interviewAt: new Date('2026-04-20T08:30:00Z') });
    expect(await ofKind('prepare')).toMatchObject([{ id, group: 'decide', at: '2026-04-20T08:30:00Z' }]);
  });

  it('says apart that a company lets CVs wait for ten working days without a meeting', async () => {
    await place({}, '2026-02-24');
    expect(await ofKind('slow')).toMatchObject([{ waiting: 1, workingDays: 10, group: 'late' }]);
    expect(JSON.stringify(await ofKind('silent'))).not.toContain('"workingDays":10');
  });

  it('keeps the news of a CV until somebody has seen it', async () => {
    const { id } = await place({ status: 'closed' });
    await product.system.client`
      insert into positioning_notice (structure_id, positioning_id, kind) values (${here.structureId}, ${id}, 'closed_silence')`;
    expect(await ofKind('cvNews')).toMatchObject([{ id, news: 'closed_silence', group: 'decide' }]);
    await here.facilitator.client.positioning.dismissNotice.mutate({ positioningId: id });
    expect(await ofKind('cvNews')).toEqual([]);
  });

  it('keeps a hire until the work contract is recorded', async () => {
    const { id, participantId } = await place({ status: 'hired', answeredAt: new Date('2026-03-09T15:00:00Z') });
    expect(await ofKind('hired')).toMatchObject([{ id, participantId, group: 'decide', isNew: true }]);
    await product.system.as(system, (tx) =>
      makePlacement(tx, {
        participantId,
        clauseId: here.made.clauseId,
        employerId: here.employerId,
        positioningId: id,
        startsOn: '2026-03-16',
      }),
    );
    expect(await ofKind('hired')).toEqual([]);
    expect((await read()).figures.hires).toBe(1);
  });

  it('shows what employers ask for until it is opened', async () => {
    const { structureId, employerId } = here;
    const { id } = await product.system.as(system, (tx) =>
      makeOffer(tx, { structureId, employerId, title: 'Peintre', status: 'proposed' }),
    );
    expect(await ofKind('proposed')).toMatchObject([{ id, title: 'Peintre' }]);
    await here.facilitator.client.offer.act.mutate({ offerId: id, act: 'close' });
    expect(await ofKind('proposed')).toEqual([]);
  });

  it('gathers hours that wait for a decision by rule, over all contracts', async () => {
    const participantId = await makeCandidate(product, here.structureId);
    await product.system.as(system, async (tx) => {
      const made = await makePlacement(tx, {
        participantId,
        clauseId: here.made.clauseId,
        employerId: here.employerId,
      });
      const { structureId, employerId } = here;
      const of = { structureId, employerId, placementId: made.id, contractId: here.made.contractId };
      const declarationId = newId();
      await tx
        .insert(hourDeclaration)
        .values({ id: declarationId, structureId, employerId, month: '2026-03-01', source: 'form' });
      for (const day of ['2026-03-03', '2026-03-04']) {
        const lineId = newId();
        const clauseId = here.made.clauseId;
        const days = { fromDay: day, toDay: day, centihours: 700 };
        await tx.insert(hourLine).values({
          ...of,
          ...days,
          id: lineId,
          declarationId,
          participantId,
          clauseId,
          kind: 'sick_leave',
          receivedOn: day,
        });
        await tx.insert(hourEntry).values({
          ...of,
          ...days,
          lineId,
          clauseId,
          status: 'pending',
          policy: 'emergency-2020',
          rule: 'sick-ss',
          reason: 'decision-needed',
          judgementId: newId(),
        });
      }
    });
    expect(await ofKind('hours')).toMatchObject([
      {
        kinds: ['sick_leave'],
        decides: true,
        lines: 2,
        contracts: 1,
        centihours: 1400,
        from: '2026-03-03',
        to: '2026-03-04',
      },
    ]);
  });

  it('reminds of what was noted to be done, until it is done or put off', async () => {
    const participantId = await makeCandidate(product, here.structureId, {
      nextAction: 'Rappeler pour le permis',
      nextActionOn: '2026-03-08',
      ownerId: here.facilitator.userId,
    });
    expect(await ofKind('follow')).toMatchObject([
      { id: participantId, nextAction: 'Rappeler pour le permis', group: 'late', ownerId: here.facilitator.userId },
    ]);
    await here.facilitator.client.participant.follow.mutate({
      participantId,
      ownerId: here.facilitator.userId,
      nextAction: 'Rappeler pour le permis',
      nextActionOn: '2026-03-17',
    });
    expect(await ofKind('follow')).toEqual([]);
  });

  it('counts by group exactly the rows it shows', async () => {
    const { items, counts } = await read();
    for (const group of ['decide', 'late', 'coming'] as const) {
      expect(counts[group]).toBe(items.filter((item) => item.group === group).length);
    }
    expect(counts.fresh).toBe(items.filter(({ isNew }) => isNew).length);
  });

  it('counts people nobody has talked with for sixty days', async () => {
    const before = (await read()).figures.stale;
    await makeCandidate(product, here.structureId, { lastContactOn: '2026-01-08' });
    await makeCandidate(product, here.structureId, { lastContactOn: '2026-01-09' });
    await makeCandidate(product, here.structureId, { lastContactOn: null });
    expect((await read()).figures.stale - before).toBe(2);
  });

  it('takes eighteen statements, whatever waits', async () => {
    const counter = countStatements(product, here.facilitator);
    const mine = await counter.count((procedures) => procedures.report.today());
    await counter.close();
    const other = countStatements(product, elsewhere.facilitator);
    const empty = await other.count((procedures) => procedures.report.today());
    await other.close();
    expect([mine, empty]).toEqual([18, 18]);
  });

  it('shows nothing of another structure, and nothing to employers', async () => {
    expect(await elsewhere.facilitator.client.report.today.query()).toMatchObject({
      items: [],
      counts: { decide: 0, late: 0, coming: 0, fresh: 0 },
      figures: { openOffers: 1, hires: 0, cvsSent: 0, stale: 0 },
    });
    expect(await refusalOf(here.employer.client.report.today.query())).toBe('access.not_allowed');
  });
});
