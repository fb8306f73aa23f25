import { positioning } from '@jonction/db/positioning/tables';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Declaring, makeDeclaring, makeWorker, row } from '../../support/declaring.ts';
import { makeOrganisation, makePerson } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let at: Declaring;

// On 8 June, March is declared late and May on time; nobody said a word of April.
beforeAll(async () => {
  product = await startProduct({ today: '2020-06-08' });
  at = await makeDeclaring(product, 'de la Mesure');
  for (const month of ['2020-03', '2020-05']) {
    const rows = [row(at.placementId, { from: `${month}-01`, to: `${month}-31` })];
    await at.employer.client.hours.declare.mutate({ month, rows });
  }
});
afterAll(() => product.close());

const shown = async (who = at.facilitator, employerId: string | undefined = at.employerId) =>
  who.client.report.showReliability.query({ employerId });
const figure = async (name: string, who = at.facilitator) =>
  (await shown(who)).figures.find((one) => one.figure === name);

async function sendCv(sentAt: string, answeredAt: string | null): Promise<void> {
  const worker = await makeWorker(product, at, {}, { startsOn: '2019-01-07', endsOn: '2019-01-31' });
  await product.system.as({ kind: 'system' }, (tx) =>
    tx.insert(positioning).values({
      ...{ structureId: at.structureId, participantId: worker.participantId, employerId: at.employerId },
      status: 'sent',
      sentAt: new Date(sentAt),
      answeredAt: answeredAt === null ? null : new Date(answeredAt),
    }),
  );
}

describe('report.showReliability', () => {
  it('counts the months declared by the 15th of the next, with the row of each', async () => {
    const declared = await figure('declared');
    expect(declared).toMatchObject({ good: 1, of: 3, percent: null });
    expect(declared?.rows.map(({ on, doneOn, good }) => [on, doneOn, good])).toEqual([
      ['2020-05-01', '2020-06-08', true],
      ['2020-04-01', null, false],
      ['2020-03-01', '2020-06-08', false],
    ]);
  });

  it('counts the CVs answered in five and in ten working days, and writes a share from five on', async () => {
    await sendCv('2020-05-04T08:00:00Z', '2020-05-05T08:00:00Z');
    await sendCv('2020-05-04T08:00:00Z', '2020-05-15T08:00:00Z');
    await sendCv('2020-05-04T08:00:00Z', null);
    await sendCv('2020-06-05T08:00:00Z', null);
    expect(await figure('answered_five')).toMatchObject({ good: 1, of: 3, percent: null });
    await sendCv('2020-04-06T08:00:00Z', '2020-04-07T08:00:00Z');
    await sendCv('2020-04-06T08:00:00Z', '2020-04-08T08:00:00Z');
    // Older than a year: no longer counted.
    await sendCv('2019-04-08T08:00:00Z', null);
    expect(await figure('answered_five')).toMatchObject({ good: 3, of: 5, percent: 60 });
    expect(await figure('answered_ten')).toMatchObject({ good: 4, of: 5, percent: 80 });
  });

  it('counts a hire once a quarter went by, and names it as the company knows it', async () => {
    const kept = await figure('kept');
    expect(kept).toMatchObject({ good: 1, of: 1 });
    expect(kept?.rows[0]?.name).toContain('Aïcha');
    await makeWorker(product, at, {}, { startsOn: '2020-03-02', endsOn: '2020-03-20' });
    expect(await figure('kept')).toMatchObject({ good: 1, of: 2 });
  });

  it('counts the contests of the company that were closed, and those where it was right', async () => {
    const [line] = await product.system.client<{ id: string }[]>`
      select id from hour_line where employer_id = ${at.employerId} order by from_day limit 1`;
    const { contestId } = await at.employer.client.hours.contest.mutate({
      lineId: line?.id ?? '',
      body: 'Il manque 7 h.',
    });
    expect(await figure('contests')).toMatchObject({ good: 0, of: 0 });
    await at.facilitator.client.hours.closeContest.mutate({ contestId, outcome: 'changed', body: 'Exact.' });
    expect(await figure('contests')).toMatchObject({ good: 1, of: 1, percent: null });
  });

  it('shows a company the very figures that the team reads, and those of no other', async () => {
    const own = await at.employer.client.report.showReliability.query({});
    expect(own).toEqual(await shown());
    const elsewhere = await makeOrganisation(product, 'employer', 'Peinture du Mont');
    const other = await makePerson(product, 'employer', { organisationId: elsewhere, structureId: at.structureId });
    const theirs = await shown(other);
    expect(theirs.employerName).toBe('Peinture du Mont');
    expect(theirs.figures.every(({ of, rows }) => of === 0 && rows.length === 0)).toBe(true);
  });

  it('counts for a team what happened with it alone, and is closed to buyers and partners', async () => {
    const mont = await makeDeclaring(product, 'du Mont');
    expect((await shown(mont.facilitator)).figures.every(({ rows }) => rows.length === 0)).toBe(true);
    const buyer = await makePerson(product, 'buyer', { organisationId: at.made.buyerId, structureId: at.structureId });
    expect(await refusalOf(shown(buyer))).toBe('access.not_allowed');
    expect(await refusalOf(product.client().report.showReliability.query({}))).toBe('access.sign_in_needed');
    expect(await refusalOf(shown(at.facilitator, crypto.randomUUID()))).toBe('organisation.not_found');
  });

  it('asks the base as much for one hire as for twenty', async () => {
    const { count } = countStatements(product, at.facilitator);
    const ask = () => count((procedures) => procedures.report.showReliability({ employerId: at.employerId }));
    const before = await ask();
    for (let more = 0; more < 5; more += 1) await makeWorker(product, at);
    expect(await ask()).toBe(before);
  });
});
