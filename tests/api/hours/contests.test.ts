import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { type Declaring, makeDeclaring, makeWorker, row, sickWeek } from '../../support/declaring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, refusalOf, startProduct } from '../../support/product.ts';

let product: Product;
let at: Declaring;
let other: Declaring;
let colleague: Person;

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  at = await makeDeclaring(product, 'du Débat');
  other = await makeDeclaring(product, 'du Mont');
  const { employerId, structureId } = at;
  colleague = await makePerson(product, 'employer', { organisationId: employerId, structureId });
});
afterAll(() => product.close());

async function line(): Promise<{ lineId: string; placementId: string }> {
  const { placementId } = await makeWorker(product, at);
  await at.employer.client.hours.declare.mutate({ month: '2020-04', rows: [sickWeek(placementId)] });
  const { rows } = await at.employer.client.hours.listLines.query({ placementId });
  return { lineId: rows[0]?.id ?? '', placementId };
}

const contest = (who: Person, lineId: string, body = 'Elle était présente le 6 avril.') =>
  who.client.hours.contest.mutate({ lineId, body });
const shown = (who: Person, lineId: string) => who.client.hours.showLine.query({ lineId });

describe('a contest', () => {
  it('stands beside the hours, which go on adding up to what was declared', async () => {
    const { lineId } = await line();
    const before = (await shown(at.facilitator, lineId)).line;
    await contest(at.employer, lineId);
    const after = await shown(at.facilitator, lineId);
    expect(after.line).toEqual({ ...before, contested: true });
    expect(after.line.validated + after.line.pending + after.line.rejected).toBe(after.line.centihours);
    expect(after.contests).toMatchObject([
      {
        side: 'employer',
        outcome: null,
        mine: false,
        words: [{ side: 'employer', body: 'Elle était présente le 6 avril.' }],
      },
    ]);
    const { rows } = await at.facilitator.client.hours.listLines.query({ placementId: before.placementId });
    expect(rows.map(({ contested }) => contested)).toEqual([true]);
  });

  it('keeps its exchange in order, with who and when, and tells by a letter that the team answered', async () => {
    const { lineId } = await line();
    const { contestId } = await contest(at.employer, lineId);
    await at.facilitator.client.hours.answerContest.mutate({ contestId, body: 'Avez-vous la feuille d’émargement ?' });
    await colleague.client.hours.answerContest.mutate({ contestId, body: 'Oui, la voici jointe.' });
    const [only] = (await shown(at.employer, lineId)).contests;
    expect(only?.mine).toBe(true);
    expect(only?.words.map(({ side, body }) => [side, body])).toEqual([
      ['employer', 'Elle était présente le 6 avril.'],
      ['team', 'Avez-vous la feuille d’émargement ?'],
      ['employer', 'Oui, la voici jointe.'],
    ]);
    expect(only?.words[1]?.saidByName).toMatch(/^facilitator/);
    const letters = await product.system.client<{ subject: string; body_text: string }[]>`
      select subject, body_text from message where about_id = ${contestId}`;
    expect(letters).toHaveLength(1);
    expect(letters[0]?.body_text).toContain(`/entreprise/heures/lignes/${lineId}`);
    // The letter says that there is an answer; what it says, which is about somebody, stays behind sign-in.
    expect(letters[0]?.body_text).not.toContain('émargement');
  });

  it('is closed by a decision of the team, with a reason, and opened again by another one', async () => {
    const { lineId } = await line();
    const { contestId } = await contest(at.employer, lineId);
    const close = (who: Person, outcome: 'maintained' | 'changed' | 'withdrawn') =>
      who.client.hours.closeContest.mutate({ contestId, outcome, body: 'Feuille d’émargement non signée.' });
    expect(await refusalOf(close(at.employer, 'changed'))).toBe('hours.contest_team_decides');
    expect(await refusalOf(close(colleague, 'withdrawn'))).toBe('hours.contest_not_yours');
    expect(await refusalOf(close(at.facilitator, 'withdrawn'))).toBe('hours.contest_not_yours');
    await close(at.facilitator, 'maintained');
    expect(await refusalOf(close(at.lead, 'changed'))).toBe('hours.contest_closed');
    expect(await refusalOf(at.employer.client.hours.answerContest.mutate({ contestId, body: 'Mais…' }))).toBe(
      'hours.contest_closed',
    );
    const { contests, line: after } = await shown(at.employer, lineId);
    expect(after.contested).toBe(false);
    expect(contests).toMatchObject([{ outcome: 'maintained' }]);
    expect(contests[0]?.closedByName).toMatch(/^facilitator/);
    await contest(at.employer, lineId, 'Voici la feuille signée.');
    expect((await shown(at.employer, lineId)).contests.map(({ outcome }) => outcome)).toEqual([null, 'maintained']);
  });

  it('is taken back by whoever opened it', async () => {
    const { lineId } = await line();
    const { contestId } = await contest(at.employer, lineId);
    await at.employer.client.hours.closeContest.mutate({ contestId, outcome: 'withdrawn', body: 'Notre erreur.' });
    expect((await shown(at.facilitator, lineId)).contests).toMatchObject([{ outcome: 'withdrawn' }]);
  });

  it('of a facilitator is decided by a colleague, never by herself', async () => {
    const { lineId } = await line();
    const { contestId } = await contest(at.facilitator, lineId, 'La salariée dit ne pas avoir été en arrêt.');
    const close = (who: Person) =>
      refusalOf(who.client.hours.closeContest.mutate({ contestId, outcome: 'changed', body: 'Vu avec elle.' }));
    expect(await close(at.facilitator)).toBe('hours.contest_own');
    await at.lead.client.hours.closeContest.mutate({ contestId, outcome: 'changed', body: 'Vu avec elle.' });
    const [row] = await product.system.client<{ count: number }[]>`
      select count(*)::int as count from message where about_id = ${contestId}`;
    expect(row?.count).toBe(0);
  });

  it('stays on the line when the line is corrected', async () => {
    const { lineId, placementId } = await line();
    await contest(at.facilitator, lineId);
    await at.employer.client.hours.declare.mutate({
      month: '2020-04',
      rows: [sickWeek(placementId, { centihours: 2800 })],
    });
    const { rows } = await at.facilitator.client.hours.listLines.query({ placementId });
    expect(rows).toMatchObject([{ centihours: 2800, contested: true }]);
    expect((await shown(at.facilitator, rows[0]?.id ?? '')).contests).toHaveLength(1);
    const listed = await at.facilitator.client.hours.listContests.query({});
    expect(listed.rows.map((one) => one.lineId)).toContain(rows[0]?.id);
  });

  it('is one at a time, says something, and holds no number of a person', async () => {
    const { lineId } = await line();
    expect(await refusalOf(contest(at.employer, lineId, '   '))).toBe('shared.fields_to_correct');
    expect(await refusalOf(contest(at.employer, lineId, 'Mme X, IBAN DE89 3704 0044 0532 0130 00'))).toBe(
      'shared.fields_to_correct',
    );
    await contest(at.employer, lineId);
    expect(await refusalOf(contest(colleague, lineId))).toBe('hours.contest_waiting');
  });

  it('is closed to another company and another team', async () => {
    const { lineId } = await line();
    expect(await refusalOf(contest(other.employer, lineId))).toBe('hours.line_not_found');
    expect(await refusalOf(contest(other.facilitator, lineId))).toBe('hours.line_not_found');
    const { contestId } = await contest(at.employer, lineId);
    for (const who of [other.employer, other.facilitator]) {
      expect(await refusalOf(who.client.hours.answerContest.mutate({ contestId, body: 'vu' }))).toBe(
        'hours.contest_not_found',
      );
      expect(await refusalOf(who.client.hours.closeContest.mutate({ contestId, outcome: 'changed', body: 'vu' }))).toBe(
        'hours.contest_not_found',
      );
    }
  });
});

describe('the second wall', () => {
  it('keeps a company from deciding on its own contest behind the product’s back', async () => {
    const { lineId } = await line();
    const { contestId } = await contest(at.employer, lineId);
    const { employerId } = at;
    const settings = {
      kind: 'user',
      userId: at.employer.userId,
      role: 'employer',
      organisationId: employerId,
    } as const;
    const decided = product.app.services.database.as({ ...settings, structureId: at.structureId }, (tx) =>
      tx.execute(
        `update hour_contest set outcome = 'changed', closed_by = '${colleague.userId}', closed_at = now() where id = '${contestId}'`,
      ),
    );
    await expect(decided).rejects.toThrow();
    const changed = product.system.client`update hour_contest_word set body = 'autre' where contest_id = ${contestId}`;
    await expect(changed.execute().then((rows) => rows.count)).resolves.toBe(0);
  });
});

describe('hours.listContests', () => {
  it('gives the open ones, the longest waiting first, then those closed, by as many statements whatever their number', async () => {
    const here = await makeDeclaring(product, 'des Listes');
    const lines: string[] = [];
    for (let month = 1; month <= 4; month += 1) {
      await here.employer.client.hours.declare.mutate({
        month: '2020-04',
        rows: [
          row((await makeWorker(product, here)).placementId, {
            from: '2020-04-01',
            to: '2020-04-30',
            centihours: month * 100,
          }),
        ],
      });
    }
    const { rows } = await here.facilitator.client.hours.listLines.query({});
    for (const one of rows)
      lines.push((await here.employer.client.hours.contest.mutate({ lineId: one.id, body: 'Non' })).contestId);
    const listed = await here.facilitator.client.hours.listContests.query({});
    expect(listed).toMatchObject({ total: 4, open: 4 });
    expect(listed.rows.map(({ id }) => id)).toEqual(lines);
    const counter = countStatements(product, here.facilitator);
    const few = await counter.count((procedures) => procedures.hours.listContests({ pageSize: 1 }));
    expect(await counter.count((procedures) => procedures.hours.listContests({ pageSize: 50 }))).toBe(few);
    await counter.close();
    const [first = ''] = lines;
    await here.facilitator.client.hours.closeContest.mutate({ contestId: first, outcome: 'maintained', body: 'Vu' });
    expect(await here.lead.client.hours.listContests.query({})).toMatchObject({ total: 3, open: 3 });
    const closed = await here.lead.client.hours.listContests.query({ open: false });
    expect(closed).toMatchObject({ total: 1, open: 3, rows: [{ id: first, outcome: 'maintained', lastBody: 'Vu' }] });
    expect(await other.facilitator.client.hours.listContests.query({})).toMatchObject({ total: 0 });
    expect(await refusalOf(here.employer.client.hours.listContests.query({}))).toBe('access.not_allowed');
  });
});
