import { contact } from '@jonction/db/contact/tables';
import { contractStructure } from '@jonction/db/contract/tables';
import { recommendation } from '@jonction/db/participant/tables';
import { positioning, positioningEvent } from '@jonction/db/positioning/tables';
import type { ActivityFigure } from '@jonction/domain/report/activity';
import { activityFigureFacts, activityFigures } from '@jonction/domain/report/activity';
import { makeContract } from '@jonction/testing/contract';
import { makeOffer } from '@jonction/testing/offer';
import { makeParticipant } from '@jonction/testing/participant';
import { eq } from 'drizzle-orm';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Declaring, makeDeclaring, makeWorker, row, sickWeek } from '../../support/declaring.ts';
import { makeOrganisation, makePerson } from '../../support/people.ts';
import { type Product, publicUrl, refusalOf, startProduct } from '../../support/product.ts';

const system = { kind: 'system' } as const;
const march = { from: '2020-03-01', to: '2020-03-31' };
const noon = (day: string) => new Date(`${day}T11:00:00Z`);

let product: Product;
let at: Declaring;
let partnerId: string;

beforeAll(async () => {
  product = await startProduct({ today: '2020-06-08' });
  at = await makeDeclaring(product, 'du Bilan');
  partnerId = await makeOrganisation(product, 'partner', 'Mission locale du Canal');
});
afterAll(() => product.close());

const shown = async (period = march, who = at.facilitator, knownOn: string | null = null) =>
  (await who.client.report.showActivity.query({ ...period, knownOn })).figures;

async function amounts(period = march, knownOn: string | null = null): Promise<Record<ActivityFigure, number>> {
  const figures = await shown(period, at.facilitator, knownOn);
  return Object.fromEntries(figures.map(({ figure, amount }) => [figure, amount])) as Record<ActivityFigure, number>;
}

/** What an act moved, and nothing else. */
async function moved(act: () => Promise<unknown>, period = march): Promise<Partial<Record<ActivityFigure, number>>> {
  const before = await amounts(period);
  await act();
  const after = await amounts(period);
  return Object.fromEntries(
    activityFigures
      .filter((figure) => after[figure] !== before[figure])
      .map((figure) => [figure, after[figure] - before[figure]]),
  );
}

const person = () =>
  product.system.as(system, (tx) => makeParticipant(tx, { structureId: at.structureId, createdOn: '2019-05-06' }));
const offered = (traits: Partial<Parameters<typeof makeOffer>[1]> = {}) =>
  product.system.as(system, (tx) =>
    makeOffer(tx, {
      ...{ structureId: at.structureId, employerId: at.employerId, positions: 3 },
      ...{ createdAt: noon('2020-02-10'), openedAt: noon('2020-02-11'), ...traits },
    }),
  );

async function positioned(
  status: 'sent' | 'interview' | 'refused',
  on: string,
  given: { offerId?: string; participantId?: string } = {},
) {
  const participantId = given.participantId ?? (await person()).id;
  return product.system.as(system, async (tx) => {
    const [made] = await tx
      .insert(positioning)
      .values({
        ...{ structureId: at.structureId, participantId, employerId: at.employerId, offerId: given.offerId ?? null },
        ...{ status, createdAt: noon(on), sentAt: noon(on) },
      })
      .returning({ id: positioning.id });
    const positioningId = made?.id ?? '';
    await tx.insert(positioningEvent).values([
      { structureId: at.structureId, positioningId, toStatus: 'sent', at: noon(on), actorKind: 'user' },
      ...(status === 'sent'
        ? []
        : [
            {
              structureId: at.structureId,
              positioningId,
              toStatus: status,
              at: noon('2020-03-20'),
              actorKind: 'link',
            },
          ]),
    ]);
    return positioningId;
  });
}

describe('report.showActivity moves by one event and by nothing else', () => {
  it('for an offer that arrives: its positions with it', async () => {
    expect(await moved(() => offered({ createdAt: noon('2020-03-09'), openedAt: null, status: 'proposed' }))).toEqual({
      offers_received: 1,
      positions_received: 3,
    });
    expect(await moved(() => offered({ createdAt: noon('2020-03-09'), openedAt: null, status: 'draft' }))).toEqual({});
    expect(await moved(() => offered({ openedAt: noon('2020-04-02') }))).toEqual({});
  });

  it('for an offer that was open, and one that was worked on', async () => {
    expect(await moved(() => offered())).toEqual({ offers_alive: 1 });
    expect(await moved(() => offered({ closedAt: noon('2020-02-28'), status: 'closed' }))).toEqual({});
    expect(await moved(() => offered({ closedAt: noon('2020-03-01'), status: 'closed' }))).toEqual({
      offers_alive: 1,
      offers_handled: 1,
    });
    const { id } = await offered();
    expect(await moved(() => positioned('refused', '2020-03-10', { offerId: id }))).toEqual({
      ...{ offers_handled: 1, cvs_sent: 1, people_proposed: 1 },
    });
  });

  it('counts the first and the last day in, in Paris', async () => {
    const { id } = await person();
    const called = (instant: string) =>
      product.system.as(system, (tx) =>
        tx.insert(contact).values({
          ...{
            structureId: at.structureId,
            participantId: id,
            at: new Date(instant),
            channel: 'phone',
            purpose: 'follow_up',
          },
          outcome: 'voicemail',
        }),
      );
    expect(await moved(() => called('2020-02-29T22:59:00Z'))).toEqual({});
    expect(await moved(() => called('2020-02-29T23:00:00Z'))).toEqual({ contacts_made: 1 });
    // The clocks moved on the 29th: March ends at ten in the evening.
    expect(await moved(() => called('2020-03-31T21:59:00Z'))).toEqual({ contacts_made: 1 });
    expect(await moved(() => called('2020-03-31T22:00:00Z'))).toEqual({});
  });

  it('for a CV: sent, the person once, the meeting asked for, and what still runs on the last day', async () => {
    const { id } = await person();
    expect(await moved(() => positioned('sent', '2020-03-12', { participantId: id }))).toEqual({
      ...{ cvs_sent: 1, people_proposed: 1, positionings_running: 1 },
    });
    expect(await moved(() => positioned('interview', '2020-03-13', { participantId: id }))).toEqual({
      ...{ cvs_sent: 1, interviews: 1, positionings_running: 1 },
    });
    expect(await moved(() => positioned('sent', '2020-02-12', { participantId: id }))).toEqual({
      positionings_running: 1,
    });
  });

  it('for an apprenticeship: its positions once, however many people are put forward', async () => {
    const { id } = await offered({ employmentKind: 'apprenticeship', positions: 9, createdAt: noon('2020-02-01') });
    expect(await moved(() => positioned('sent', '2020-02-20', { offerId: id }))).toEqual({
      ...{ positionings_running: 1, training_positions: 9 },
    });
    expect(await moved(() => positioned('sent', '2020-02-21', { offerId: id }))).toEqual({ positionings_running: 1 });
  });

  it('for a hire, and a second contract of the same person', async () => {
    const first = await makeWorker(
      product,
      at,
      { createdOn: '2019-06-03' },
      { startsOn: '2020-02-03', endsOn: '2020-02-28' },
    );
    const again = { participantId: first.participantId, startsOn: '2020-03-09', endsOn: '2020-03-20' };
    expect(await moved(() => makeWorker(product, at, {}, again))).toEqual({ hires: 1, people_hired: 1 });
    expect(await moved(() => makeWorker(product, at, {}, { ...again, startsOn: '2020-03-23', endsOn: null }))).toEqual({
      hires: 1,
    });
  });

  it('for an orientation by a partner, and its answer', async () => {
    const { id } = await person();
    const oriented = (status: 'received' | 'accepted') =>
      product.system.as(system, (tx) =>
        tx.insert(recommendation).values({
          ...{ structureId: at.structureId, participantId: id, partnerId, createdAt: noon('2020-03-05'), status },
          ...(status === 'accepted' ? { answeredAt: noon('2020-04-05'), answer: 'Bienvenue.' } : {}),
        }),
      );
    expect(await moved(() => oriented('received'))).toEqual({ orientations: 1 });
    expect(await moved(() => oriented('accepted'))).toEqual({ orientations: 1, orientations_answered: 1 });
    const figure = (await shown()).find(({ figure }) => figure === 'orientations');
    expect(figure?.groups).toEqual([{ key: partnerId, label: expect.stringContaining('Mission locale'), amount: 2 }]);
  });

  it('for a person who enters the bank', async () => {
    const entered = () =>
      product.system.as(system, (tx) => makeParticipant(tx, { structureId: at.structureId, createdOn: '2020-03-31' }));
    expect(await moved(entered)).toEqual({ people_entered: 1 });
  });

  it('for hours, by what became of them: the parts add up to what was declared', async () => {
    const declare = (month: string, rows: Parameters<typeof row>[1][]) =>
      at.employer.client.hours.declare.mutate({ month, rows: rows.map((one) => row(at.placementId, one)) });
    expect(await moved(() => declare('2020-03', [{ to: '2020-03-13', centihours: 7_000 }]))).toEqual({
      ...{ hours_declared: 7_000, hours_validated: 7_000 },
    });
    const sick = {
      from: '2020-03-26',
      to: '2020-03-27',
      kind: 'sick_leave',
      payer: 'social_security',
      centihours: 1_400,
    } as const;
    const waiting = await moved(() => declare('2020-03', [sick]));
    expect(waiting).toMatchObject({ hours_declared: 1_400 });
    const all = await amounts();
    expect(all.hours_validated + all.hours_to_decide + all.hours_waiting + all.hours_rejected).toBe(all.hours_declared);
    const april = await moved(() =>
      at.employer.client.hours.declare.mutate({ month: '2020-04', rows: [sickWeek(at.placementId)] }),
    );
    expect(april).toEqual({});
  });

  it('for a contract followed, by its status on the last day', async () => {
    const followed = () =>
      product.system.as(system, async (tx) => {
        const { contractId } = await makeContract(tx, {
          ...{ structureId: at.structureId, notifiedOn: '2020-01-06', clause: false },
          events: [
            { type: 'notify', on: '2020-01-06', recordedOn: '2020-01-06', source: 'import' },
            { type: 'start', on: '2020-01-06', recordedOn: '2020-01-06', source: 'import' },
            { type: 'stop', on: '2020-03-17', recordedOn: '2020-03-19', source: 'phone' },
            { type: 'resume', on: '2020-05-11', recordedOn: '2020-05-12', source: 'phone' },
          ],
        });
        await tx
          .update(contractStructure)
          .set({ attachedAt: noon('2020-01-07') })
          .where(eq(contractStructure.contractId, contractId));
      });
    expect(await moved(followed)).toEqual({ contracts_followed: 1, contracts_heard: 1 });
    const groups = async (to: string) =>
      (await shown({ from: '2020-03-01', to })).find(({ figure }) => figure === 'contracts_followed')?.groups;
    expect(await groups('2020-03-31')).toEqual([{ key: 'stopped', label: null, amount: 1 }]);
    expect(await groups('2020-03-16')).toEqual([{ key: 'active', label: null, amount: 1 }]);
    expect(await groups('2020-05-31')).toEqual([{ key: 'active', label: null, amount: 1 }]);
  });
});

describe('report.listActivity', () => {
  it('opens every figure into rows whose amounts add up to it', async () => {
    for (const { figure, amount, rows: count } of await shown()) {
      const { rows, ...told } = await at.facilitator.client.report.listActivity.query({
        ...march,
        figure,
        pageSize: 200,
      });
      expect(told, figure).toEqual({ total: count, amount });
      expect(
        rows.reduce((sum, row) => sum + row.amount, 0),
        figure,
      ).toBe(amount);
      expect(
        rows.every(({ label }) => label !== ''),
        figure,
      ).toBe(true);
    }
  });

  it('opens a group alone, and pages what is long', async () => {
    const of = { ...march, figure: 'orientations' as const };
    const group = await at.facilitator.client.report.listActivity.query({ ...of, key: partnerId });
    expect(group.total).toBe(2);
    const page = await at.facilitator.client.report.listActivity.query({ ...of, page: 2, pageSize: 1 });
    expect(page.rows).toHaveLength(1);
    expect(page.total).toBe(2);
  });
});

describe('the activity report', () => {
  it('stands beside the period before', async () => {
    const { before, figures } = await at.facilitator.client.report.showActivity.query(march);
    expect(before).toEqual({ from: '2020-02-01', to: '2020-02-29' });
    const february = await amounts(before);
    for (const { figure, before: then } of figures) expect(then, figure).toBe(february[figure]);
  });

  it('as known on a day knows nothing of what was recorded later', async () => {
    const known = await amounts(march, '2020-03-15');
    expect(known.hours_declared).toBe(0);
    expect(known.hires).toBe(0);
    expect(known.cvs_sent).toBe((await amounts({ from: '2020-03-01', to: '2020-03-15' })).cvs_sent);
  });

  it('takes as many statements for one event as for many', async () => {
    const asked = countStatements(product, at.facilitator);
    const one = await asked.count((procedures) =>
      procedures.report.showActivity({ from: '2020-02-01', to: '2020-02-02' }),
    );
    const many = await asked.count((procedures) =>
      procedures.report.showActivity({ from: '2020-02-01', to: '2020-05-31' }),
    );
    expect(many).toBe(one);
  });

  it('says of another structure nothing, and is not for a company', async () => {
    const other = await makeOrganisation(product, 'structure', 'PLIE d’ailleurs');
    const stranger = await makePerson(product, 'facilitator', { organisationId: other, structureId: other });
    for (const { figure, amount, before } of await shown(march, stranger))
      expect([amount, before], figure).toEqual([0, 0]);
    expect(await refusalOf(at.employer.client.report.showActivity.query(march))).toBe('access.not_allowed');
  });

  it('is refused in words when its days are reversed', async () => {
    const asked = at.facilitator.client.report.showActivity.query({ from: '2020-03-02', to: '2020-03-01' });
    await expect(asked).rejects.toMatchObject({ data: { fields: { to: expect.stringContaining('inversez') } } });
  });

  it('goes out as a spreadsheet that another library reads back to the same figures, and is logged', async () => {
    const answer = await product.app.fetch(
      new Request(`${publicUrl}/api/exports/activity?du=${march.from}&au=${march.to}`, {
        headers: at.facilitator.headers,
      }),
    );
    expect(answer.status).toBe(200);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await answer.arrayBuffer());
    const sheet = book.worksheets[0]?.getSheetValues().slice(1) ?? [];
    const all = await amounts();
    const told = sheet
      .slice(-activityFigures.length)
      .map((cells) => (Array.isArray(cells) ? [cells[2] ?? null, cells[3] ?? null] : []));
    expect(told).toEqual(
      activityFigures.map((figure) =>
        activityFigureFacts[figure].unit === 'hours' ? [null, all[figure] / 100] : [all[figure], null],
      ),
    );
    const [logged] = await product.system
      .client`select count(*)::int from audit_entry where action = 'report.exportActivity'`;
    expect(logged).toEqual({ count: 1 });
  });
});
