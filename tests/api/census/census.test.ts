import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { refusalOf } from '../../support/product.ts';
import { startWorld, today, type World } from '../contract/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

type Saying = Parameters<World['facilitator']['client']['census']['change']['mutate']>[0]['saying'];
const said = (answer: Saying['answer'], changes: Partial<Saying> = {}): Saying => ({
  ...{ answer, on: '2024-06-03', endsOn: null, source: 'phone', saidBy: 'Mme Petit', legalBasis: null, note: null },
  ...changes,
});
const census = () => world.facilitator.client.census;
const change = (ids: string[], saying: Saying, kept = ids.length) =>
  census().change.mutate({ which: { ids }, saying, kept });

/** Three contracts whose object holds a word of their own: the base is shared by the tests of this file. */
async function three(word: string): Promise<string[]> {
  const ids: string[] = [];
  for (const place of ['nord', 'sud', 'est']) {
    ids.push((await world.contract({ object: `Peinture ${word} ${place}`, events: running })).contractId);
  }
  await world.product.system.client`select app.refresh_contract_words(${ids}::uuid[])`;
  return ids;
}
const running = [
  { type: 'notify', on: '2024-01-08', endsOn: '2026-12-31' },
  { type: 'start', on: '2024-01-08' },
] satisfies NonNullable<Parameters<World['contract']>[0]>['events'];
const rowsOf = async (text: string, more = {}) => (await census().list.query({ text, ...more })).rows;

describe('census.list', () => {
  it('says of each contract its status, since when, who said it, how fresh, who works there', async () => {
    await three('alpha');
    const { rows, total } = await census().list.query({ text: 'alpha', sort: 'object', descending: false });
    expect(total).toBe(3);
    expect(rows.map(({ object }) => object)).toEqual([
      'Peinture alpha est',
      'Peinture alpha nord',
      'Peinture alpha sud',
    ]);
    expect(rows[0]).toMatchObject({
      ...{ status: 'active', statusSince: '2024-01-08', saidOn: '2024-01-08', saidBy: 'facilitator' },
      ...{
        endsOn: '2026-12-31',
        buyerName: 'Ville de Montval',
        unknownSince: null,
        atWork: 0,
        dueHours: 420,
        before: null,
      },
    });
  });

  it('gives any window of the whole, and its whole length with each', async () => {
    await three('beta');
    const asked = { text: 'beta', sort: 'object', descending: false, rows: 2 } as const;
    const first = await census().list.query(asked);
    const last = await census().list.query({ ...asked, from: 2 });
    expect([first.rows.length, first.total, last.rows.length, last.total]).toEqual([2, 3, 1, 3]);
    expect(last.rows[0]?.object).toBe('Peinture beta sud');
    expect((await census().list.query({ ...asked, from: 3 })).rows).toEqual([]);
  });

  it('shows a past day as it was known, and filters by the status of that day', async () => {
    const [first = ''] = await three('gamma');
    await change([first], said('stop'));
    expect((await rowsOf('gamma', { statuses: ['stopped'] })).map(({ id }) => id)).toEqual([first]);
    expect(await rowsOf('gamma', { statuses: ['stopped'], knownOn: '2024-06-11' })).toEqual([]);
    const before = await rowsOf('gamma', { knownOn: '2024-06-11', statuses: ['active'] });
    expect(before).toHaveLength(3);
    const compared = await rowsOf('gamma', { comparedOn: '2024-06-11' });
    expect(compared.map(({ id, status, before }) => [id, status, before?.status])).toEqual([
      [first, 'stopped', 'active'],
    ]);
  });

  it('is of the contracts that the team follows, and of no other', async () => {
    const { contractId } = await world.contract({ object: 'Peinture delta', attached: false });
    await world.product.system.client`select app.refresh_contract_words(${[contractId]}::uuid[])`;
    expect(await rowsOf('delta')).toEqual([]);
    expect(await refusalOf(world.buyer.client.census.list.query({}))).toBe('access.not_allowed');
  });

  it('says to which directorate of its buyer a contract was given, keeps those of one, and offers those of the team alone', async () => {
    const [first = '', second = ''] = await three('zeta');
    const { client } = world.product.system;
    const made = await client<{ id: string; name: string }[]>`
      insert into directorate (buyer_id, name) values (${world.buyerId}, 'Voirie'), (${world.buyerId}, 'Sans marché') returning id, name`;
    const roads = made.find(({ name }) => name === 'Voirie')?.id ?? '';
    await client`update contract set directorate_id = ${roads} where id = ${first}`;
    const rows = await rowsOf('zeta');
    expect(rows.map(({ id, directorateName }) => [id, directorateName])).toContainEqual([first, 'Voirie']);
    expect(rows.find(({ id }) => id === second)?.directorateName).toBeNull();
    expect((await rowsOf('zeta', { directorateId: roads })).map(({ id }) => id)).toEqual([first]);
    expect(await rowsOf('zeta', { directorateId: roads, knownOn: '2024-06-01', statuses: ['stopped'] })).toEqual([]);
    const { directorates } = await census().showSettings.query();
    expect(directorates).toEqual([{ id: roads, name: 'Voirie', buyerName: 'Ville de Montval' }]);
    const elsewhere = await world.stranger.client.census.showSettings.query();
    expect(elsewhere.directorates).toEqual([]);
  });

  it('asks as many statements for one row as for many, now and on a past day', async () => {
    const counted = countStatements(world.product, world.facilitator);
    const one = (await three('epsilon'))[0] ?? '';
    const number = (await rowsOf('epsilon')).find(({ id }) => id === one)?.number ?? 0;
    for (const more of [{}, { knownOn: '2024-06-01' }, { comparedOn: '2024-01-01' }]) {
      const few = await counted.count((procedures) => procedures.census.list({ text: String(number), ...more }));
      const many = await counted.count((procedures) => procedures.census.list({ text: 'peinture', ...more }));
      expect(many).toBe(few);
      expect(many).toBeLessThanOrEqual(6);
    }
    await counted.close();
  });
});

describe('census.preview', () => {
  it('says how many move from where to where, and what fits those that do not', async () => {
    const [first = '', second = '', third = ''] = await three('zeta');
    await change([third], said('suspend', { on: '2024-05-02' }));
    const answer = await census().preview.query({ which: { ids: [first, second, third] }, saying: said('stop') });
    expect(answer).toMatchObject({ chosen: 3, kept: 2, atWork: 0 });
    expect(answer.moves).toEqual([{ before: 'active', after: 'stopped', count: 2 }]);
    expect(answer.turned).toEqual([
      expect.objectContaining({
        id: third,
        object: 'Peinture zeta est',
        status: 'suspended',
        allowed: ['extend', 'resume', 'terminate'],
      }),
    ]);
    expect((await rowsOf('zeta', { statuses: ['stopped'] })).length).toBe(0);
  });

  it('takes all that filters keep, besides a few', async () => {
    const [first = ''] = await three('eta');
    const answer = await census().preview.query({
      which: { question: { text: 'eta' }, except: [first] },
      saying: said('stop'),
    });
    expect(answer.chosen).toBe((await rowsOf('eta')).length - 1);
  });

  it.each<[string, Partial<Saying>, string]>([
    ['a day more than a year ahead', { answer: 'stop', on: '2025-06-13' }, 'contract.event_in_future'],
    ['"no change" of tomorrow', { answer: 'no_change', on: '2024-06-13' }, 'census.confirmed_in_future'],
  ])('refuses %s', async (_, changes, code) => {
    const { contractId } = await world.contract();
    const asked = { which: { ids: [contractId] }, saying: { ...said('stop'), ...changes } };
    expect(await refusalOf(census().preview.query(asked))).toBe(code);
  });

  it('refuses a choice of nothing, and of what is not the team’s', async () => {
    const { contractId } = await world.contract({ attached: false });
    expect(await refusalOf(census().preview.query({ which: { ids: [contractId] }, saying: said('stop') }))).toBe(
      'census.nothing_chosen',
    );
    expect(
      await refusalOf(census().preview.query({ which: { question: { text: 'introuvable' } }, saying: said('stop') })),
    ).toBe('census.nothing_chosen');
  });
});

describe('census.change', () => {
  let ids: string[];
  let word: string;
  let made = 0;
  beforeEach(async () => {
    made += 1;
    word = `theta${made}`;
    ids = await three(word);
  });

  it('stops all at once; lists, threads and the buyer’s page follow, and say who said it', async () => {
    const answer = await change(ids, said('stop', { source: 'buyer_answer', legalBasis: 'ordre de service nº 3' }));
    expect(answer).toMatchObject({ kept: 3, turned: 0 });
    const rows = await rowsOf(word);
    expect(rows.map(({ status, statusSince, saidOn, saidBy }) => [status, statusSince, saidOn, saidBy])).toEqual(
      Array.from({ length: 3 }, () => ['stopped', '2024-06-03', today, 'buyer_answer']),
    );
    const { moments } = await world.facilitator.client.contract.show.query({ contractId: ids[0] ?? '' });
    expect(moments.at(-1)).toMatchObject({
      type: 'stop',
      saidBy: 'Mme Petit',
      legalBasis: 'ordre de service nº 3',
      authorName: 'Inès Marchand',
    });
    const seen = await world.buyer.client.contract.showBought.query({ contractId: ids[0] ?? '' });
    expect(seen.standing.status).toBe('stopped');
    const events = await world.product.system.client`
      select 1 from outbox where type = 'census.changed' and subject_id = ${answer.changeId}`;
    expect(events).toHaveLength(1);
  });

  it('makes fresh what has not changed, and leaves its status', async () => {
    await change(ids, said('no_change', { on: today, source: 'mail' }));
    const [row] = await rowsOf(word);
    expect(row).toMatchObject({ status: 'active', statusSince: '2024-01-08', saidOn: today, saidBy: 'mail' });
    const shown = await world.facilitator.client.contract.show.query({ contractId: ids[0] ?? '' });
    expect(shown.standing).toMatchObject({ status: 'active', saidOn: today, saidBy: 'mail' });
    const earlier = await world.facilitator.client.contract.show.query({
      contractId: ids[0] ?? '',
      knownOn: '2024-06-11',
    });
    expect(earlier.standing).toMatchObject({ saidOn: '2024-01-08' });
  });

  it('changes those that it fits, and counts the others', async () => {
    await change([ids[0] ?? ''], said('terminate'));
    const answer = await change(ids, said('stop', { on: '2024-06-04' }), 2);
    expect(answer).toMatchObject({ kept: 2, turned: 1 });
    expect((await rowsOf(word)).map(({ status }) => status).sort()).toEqual(['stopped', 'stopped', 'terminated']);
  });

  it('does nothing where the list moved since the preview, and says how many it would be', async () => {
    await change([ids[0] ?? ''], said('terminate'));
    expect(await refusalOf(change(ids, said('stop', { on: '2024-06-04' }), 3))).toBe('census.list_moved');
    expect((await rowsOf(word, { statuses: ['stopped'] })).length).toBe(0);
  });

  it('refuses what fits none', async () => {
    expect(await refusalOf(change(ids, said('archive'), 0))).toBe('census.nothing_fits');
  });

  it('lets two of the team say it at once: one of them is told that the list moved', async () => {
    const answers = await Promise.allSettled([change(ids, said('stop')), change(ids, said('stop'))]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await rowsOf(word, { statuses: ['stopped'] })).length).toBe(3);
  });

  it('is not for a buyer, a company, a partner or an administrator', async () => {
    for (const person of [world.buyer, world.employer, world.partner, world.administrator]) {
      const asked = person.client.census.change.mutate({ which: { ids }, saying: said('stop'), kept: 3 });
      expect(await refusalOf(asked)).toBe('access.not_allowed');
    }
  });

  it('takes back a change as a whole: it was known until today, and is of the list of changes', async () => {
    const { changeId } = await change(ids, said('stop'));
    expect(await census().undo.mutate({ changeId })).toEqual({ undone: 3, left: 0 });
    expect((await rowsOf(word)).map(({ status, saidOn }) => [status, saidOn])).toEqual(
      Array.from({ length: 3 }, () => ['active', '2024-01-08']),
    );
    const [latest] = await census().listChanges.query();
    expect(latest).toMatchObject({ id: changeId, answer: 'stop', kept: 3, withdrawn: 3, userName: 'Inès Marchand' });
    expect(await refusalOf(census().undo.mutate({ changeId }))).toBe('census.nothing_to_undo');
  });

  it('takes back "no change": the status is as old as before', async () => {
    const { changeId } = await change(ids, said('no_change', { on: today }));
    await census().undo.mutate({ changeId });
    expect((await rowsOf(word)).map(({ saidOn }) => saidOn)).toEqual(['2024-01-08', '2024-01-08', '2024-01-08']);
  });

  it('leaves what something said since rests on, and counts it', async () => {
    const { changeId } = await change(ids, said('stop'));
    await change([ids[0] ?? ''], said('resume', { on: '2024-06-10' }));
    expect(await census().undo.mutate({ changeId })).toEqual({ undone: 2, left: 1 });
    expect((await rowsOf(word)).map(({ status }) => status)).toEqual(['active', 'active', 'active']);
  });

  it('is undone by the team that made it, for which alone it exists', async () => {
    const { changeId } = await change(ids, said('stop'));
    expect(await refusalOf(world.stranger.client.census.undo.mutate({ changeId }))).toBe('census.change_not_found');
    expect(await world.stranger.client.census.listChanges.query()).toEqual([]);
    expect((await rowsOf(word, { statuses: ['stopped'] })).length).toBe(3);
  });

  it('leaves a trace of the change and of its undoing', async () => {
    const { changeId } = await change(ids, said('stop'));
    await census().undo.mutate({ changeId });
    const trace = await world.product.system.client<{ action: string }[]>`
      select action from audit_entry where subject_id = ${changeId} order by id`;
    expect(trace.map(({ action }) => action)).toEqual(['census.change', 'census.undo']);
  });
});
