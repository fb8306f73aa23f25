import { positioning } from '@jonction/db/positioning/tables';
import { cardsAtOnce, endedColumns, isLate, liveColumns } from '@jonction/domain/positioning/board';
import { makeOffer } from '@jonction/testing/offer';
import { makePlacement } from '@jonction/testing/placement';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Hiring, makeCandidate, makeHiring, system } from '../../support/hiring.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';
import { makeCompany } from '../../support/pushing.ts';

// A Tuesday: Tuesday of the week before is five working days ago.
const today = '2026-03-10';
let product: Product;
let here: Hiring;
let there: Hiring;

beforeAll(async () => {
  product = await startProduct({ today });
  here = await makeHiring(product, 'Clauses du Val');
  there = await makeHiring(product, 'Clauses du Mont');
});
afterAll(() => product.close());

type Input = NonNullable<Parameters<Hiring['facilitator']['client']['positioning']['board']['query']>[0]>;
const read = (input: Input = {}) => here.facilitator.client.positioning.board.query(input);
type Column = Awaited<ReturnType<typeof read>>['columns'][number];
const at = (day: string) => new Date(`${day}T09:00:00Z`);

async function column(status: Column['status'], input: Input = {}): Promise<Column> {
  const found = (await read({ withEnded: true, ...input })).columns.find((one) => one.status === status);
  if (!found) throw new Error('no such column');
  return found;
}

type Traits = Partial<typeof positioning.$inferInsert>;
async function lay(traits: Traits = {}): Promise<string> {
  const participantId = traits.participantId ?? (await makeCandidate(product, here.structureId));
  const [row] = await product.system.as(system, (tx) =>
    tx
      .insert(positioning)
      .values({
        structureId: here.structureId,
        participantId,
        employerId: here.employerId,
        offerId: null,
        status: 'sent',
        sentAt: at('2026-03-09'),
        createdAt: at('2026-03-09'),
        ...traits,
      })
      .returning({ id: positioning.id }),
  );
  return row?.id ?? '';
}
const idsOf = ({ cards }: Column) => (cards ?? []).map(({ id }) => id);

describe('the board', () => {
  it('has a column a status, in the order of the story, and none is made up', async () => {
    const { columns } = await there.facilitator.client.positioning.board.query({ withEnded: true });
    expect(columns.map(({ status }) => status)).toEqual([...liveColumns, ...endedColumns]);
    expect(columns.every(({ total, late, cards }) => total === 0 && late === 0 && cards?.length === 0)).toBe(true);
  });

  it('puts the CV that waits longest first, what the team put off last', async () => {
    const employerId = await makeCompany(product, 'Ordre SA');
    const young = await lay({ employerId, sentAt: at('2026-03-06') });
    const off = await lay({ employerId, sentAt: at('2026-02-02'), pausedUntil: '2026-03-20' });
    const old = await lay({ employerId, sentAt: at('2026-02-20') });
    const over = await lay({ employerId, sentAt: at('2026-03-02'), pausedUntil: '2026-03-10' });
    const sent = await column('sent', { employerId });
    expect(idsOf(sent)).toEqual([old, over, young, off]);
    expect(sent.cards?.map(({ late }) => late)).toEqual([true, true, false, false]);
    expect(sent).toMatchObject({ total: 4, late: 2 });
    expect(idsOf(await column('sent', { employerId, lateOnly: true }))).toEqual([old, over]);
  });

  it('puts the next meeting first, and calls late the one gone by', async () => {
    const employerId = await makeCompany(product, 'Rendez-vous SA');
    const next = await lay({ employerId, status: 'meeting_set', interviewAt: at('2026-03-12') });
    const gone = await lay({ employerId, status: 'meeting_set', interviewAt: at('2026-03-09') });
    const now = await lay({ employerId, status: 'meeting_set', interviewAt: at(today) });
    const set = await column('meeting_set', { employerId });
    expect(idsOf(set)).toEqual([gone, now, next]);
    expect(set.cards?.map(({ late }) => late)).toEqual([true, false, false]);
    await lay({ employerId, status: 'interview', answeredAt: at('2026-03-01') });
    expect(await column('interview', { employerId })).toMatchObject({ total: 1, late: 1 });
  });

  it('keeps a hire in sight until it is written down', async () => {
    const employerId = await makeCompany(product, 'Embauche SA');
    const participantId = await makeCandidate(product, here.structureId);
    const written = await lay({ employerId, participantId, status: 'hired', answeredAt: at('2026-02-02') });
    const waits = await lay({ employerId, status: 'hired', answeredAt: at('2026-02-20') });
    await product.system.as(system, (tx) =>
      makePlacement(tx, { participantId, clauseId: here.made.clauseId, employerId, positioningId: written }),
    );
    const hired = await column('hired', { employerId });
    expect(hired.cards).toMatchObject([
      { id: waits, placed: false, late: true },
      { id: written, placed: true, late: false },
    ]);
    expect(hired.late).toBe(1);
  });

  it('counts what has ended, shows it when asked, the last first, and never calls it late', async () => {
    const employerId = await makeCompany(product, 'Fin SA');
    const first = await lay({ employerId, status: 'refused', refusalReason: 'distance', sentAt: at('2026-01-05') });
    const last = await lay({ employerId, status: 'refused', refusalReason: 'distance', sentAt: at('2026-01-06') });
    const closed = (await read({ employerId })).columns.find(({ status }) => status === 'refused');
    expect(closed).toMatchObject({ total: 2, late: 0, cards: null });
    expect(idsOf(await column('refused', { employerId }))).toEqual([last, first]);
  });

  it('is narrowed to an offer, an occupation: the offer’s, or the first of the person without one', async () => {
    const { id: offerId } = await product.system.as(system, (tx) =>
      makeOffer(tx, { structureId: here.structureId, employerId: here.employerId, romeCode: 'F1703', title: 'Maçon' }),
    );
    const onOffer = await lay({ offerId });
    const byPerson = await lay({
      participantId: await makeCandidate(product, here.structureId, { occupations: [{ code: 'F1703', months: 3 }] }),
    });
    expect(idsOf(await column('sent', { offerId }))).toEqual([onOffer]);
    expect(new Set(idsOf(await column('sent', { romeCode: 'F1703' })))).toEqual(new Set([onOffer, byPerson]));
    const { choices } = await read();
    expect(choices.offers).toContainEqual({ id: offerId, label: 'Maçon · Propreté Clauses du Val' });
    expect(choices.companies).toContainEqual({ id: here.employerId, label: 'Propreté Clauses du Val' });
    expect(choices.occupations.map(({ id }) => id)).toContain('F1703');
  });

  it('judges each card as the rule does', async () => {
    const employerId = await makeCompany(product, 'Règle SA');
    const days = ['2026-02-20', '2026-03-02', '2026-03-03', '2026-03-04', '2026-03-09', today, '2026-03-12'];
    for (const [place, day] of days.entries()) {
      const pausedUntil = place % 2 === 0 ? null : (days[(place + 3) % days.length] ?? null);
      for (const status of [...liveColumns, ...endedColumns]) {
        const times = { createdAt: at(day), sentAt: at(day), answeredAt: at(day) };
        await lay({ employerId, status, ...times, interviewAt: place === 0 ? null : at(day), pausedUntil });
      }
    }
    const { columns } = await read({ employerId, withEnded: true });
    const cards = columns.flatMap((one) => one.cards ?? []);
    expect(cards).toHaveLength(days.length * columns.length);
    for (const card of cards) {
      expect({ ...card, late: isLate({ ...card, meetingOn: card.interviewAt?.slice(0, 10) ?? null }, today) }).toEqual(
        card,
      );
    }
    for (const one of columns) expect(one.late).toBe(one.cards?.filter(({ late }) => late).length);
  });

  it('is nobody’s of another structure, nor a company’s', async () => {
    await lay();
    const { columns, choices } = await there.facilitator.client.positioning.board.query({});
    expect(columns.reduce((sum, { total }) => sum + total, 0)).toBe(0);
    expect(choices).toEqual({ offers: [], companies: [], occupations: [] });
    expect(await refusalOf(here.employer.client.positioning.board.query({}))).toBe('access.not_allowed');
  });
});

describe('a thousand cards in a column', () => {
  let employerId: string;
  beforeAll(async () => {
    employerId = await makeCompany(product, 'Mille SA');
    await product.system.client`
      with people as (
        insert into participant (structure_id, first_name, last_name)
        select ${here.structureId}, 'Prénom', 'Nom ' || n from generate_series(1, 1000) n returning id
      )
      insert into positioning (structure_id, participant_id, employer_id, status, created_at, sent_at)
      select ${here.structureId}, id, ${employerId}, 'seen', '2026-01-05T09:00:00Z',
             timestamptz '2026-01-05T09:00:00Z' + row_number() over (order by id) * interval '1 minute' from people`;
  });

  it('are counted whole, shown twenty at a time, each once, in order', async () => {
    const seen: string[] = [];
    const pages = 1000 / cardsAtOnce;
    for (const page of [1, 2, pages]) {
      const one = await column('seen', { employerId, column: 'seen', page });
      expect(one).toMatchObject({ total: 1000, late: 1000, page });
      expect(one.cards).toHaveLength(cardsAtOnce);
      seen.push(...idsOf(one));
    }
    expect(new Set(seen).size).toBe(3 * cardsAtOnce);
    const all = await product.system.client<{ id: string }[]>`
      select id from positioning where employer_id = ${employerId} order by sent_at`;
    expect(seen.slice(0, 2 * cardsAtOnce)).toEqual(all.slice(0, 2 * cardsAtOnce).map(({ id }) => id));
    expect(seen.slice(-cardsAtOnce)).toEqual(all.slice(-cardsAtOnce).map(({ id }) => id));
  });

  it('come back to the last page when an old address asks beyond it', async () => {
    const one = await column('seen', { employerId, column: 'seen', page: 900 });
    expect(one).toMatchObject({ page: 50 });
    expect(one.cards).toHaveLength(cardsAtOnce);
  });

  it('take four statements, as an empty board does', async () => {
    for (const whose of [here, there]) {
      const counter = countStatements(product, whose.facilitator);
      expect(await counter.count((procedures) => procedures.positioning.board({ withEnded: true }))).toBe(4);
      await counter.close();
    }
  });
});
