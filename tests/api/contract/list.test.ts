import { openDatabase } from '@jonction/db/client';
import { countContracts, listContracts } from '@jonction/db/contract/list';
import { contractListSchema } from '@jonction/domain/contract/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refusalOf } from '../../support/product.ts';
import { startWorld, today, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await world.contract({
    object: 'Piscine',
    cpv: '45212212',
    place: { code: '20200', kind: 'Code postal' },
    amountCents: 300,
    notifiedOn: '2024-02-01',
  });
  await world.contract({
    object: 'Gymnase',
    cpv: '45212225',
    social: null,
    amountCents: 200,
    notifiedOn: '2023-02-01',
    endsOn: '2024-05-31',
    clause: false,
  });
  await world.contract({
    object: 'Écoles',
    cpv: '90911200',
    social: [],
    amountCents: 100,
    notifiedOn: '2022-02-01',
    place: { code: '97411', kind: 'Code commune' },
    events: [
      { type: 'notify', on: '2022-02-01', endsOn: '2025-01-31' },
      { type: 'terminate', on: '2024-01-01' },
    ],
  });
});
afterAll(() => world.product.close());

async function objects(question: Record<string, unknown>): Promise<string[]> {
  const { rows } = await world.facilitator.client.contract.list.query(question);
  return rows.map(({ object }) => object);
}

describe('contract.list', () => {
  it.each([
    [{}, ['Piscine', 'Gymnase', 'Écoles']],
    [{ sort: 'object', descending: false }, ['Écoles', 'Gymnase', 'Piscine']],
    [{ sort: 'amount', descending: false }, ['Écoles', 'Gymnase', 'Piscine']],
    [{ statuses: ['terminated'] }, ['Écoles']],
    [{ department: '2b' }, ['Piscine']],
    [{ department: '974' }, ['Écoles']],
    [{ cpv: '45212' }, ['Piscine', 'Gymnase']],
    [{ cpv: '90' }, ['Écoles']],
    [{ social: 'yes' }, ['Piscine']],
    [{ social: 'no' }, ['Écoles']],
    [{ social: 'unknown' }, ['Gymnase']],
    [{ liveOnly: true }, ['Piscine']],
    [{ withClause: true }, ['Piscine', 'Écoles']],
    [{ text: 'ecoles' }, ['Écoles']],
    [{ text: '100%' }, []],
    [{ page: 2, pageSize: 2 }, ['Écoles']],
  ])('answers %o', async (question, expected) => {
    expect(await objects(question)).toEqual(expected);
  });

  it('says since when nobody knows what became of a contract', async () => {
    const { rows } = await world.facilitator.client.contract.list.query({ text: 'gymnase' });
    expect(rows[0]?.unknownSince).toBe('2024-06-01');
  });

  it('shows the register to another team without what is ours, and nothing as its own', async () => {
    expect((await world.stranger.client.contract.list.query({})).total).toBe(0);
    const { rows } = await world.stranger.client.contract.list.query({ scope: 'register' });
    expect(rows.map(({ attached, dueHours, facilitatorName }) => [attached, dueHours, facilitatorName])).toEqual(
      Array(3).fill([false, 0, null]),
    );
  });

  it('refuses buyers, companies, partners and administrators', async () => {
    for (const person of [world.buyer, world.employer, world.partner, world.administrator]) {
      expect(await refusalOf(person.client.contract.list.query({}))).toBe('access.not_allowed');
    }
  });
});

describe('the register at length', () => {
  it('takes the same number of statements for any page, and tells an estimate beyond the bound', async () => {
    const { system, base } = world.product;
    await system.client`
      insert into contract (buyer_id, reference, object, cpv, source, notified_on, words, place_code, place_kind)
      select ${world.buyerId}, 'R' || n, 'Marché ' || n, (45000000 + n % 9000)::text, 'decp', date '2020-01-01' + n % 1500,
             'marche ' || n, '75013', 'Code postal'
      from generate_series(1, 12000) n`;
    await system.client`analyze contract`;
    const statements: string[] = [];
    const counted = openDatabase(base.appUrl, { onQuery: (query) => statements.push(query) });
    const actor = {
      kind: 'user' as const,
      userId: world.facilitator.userId,
      role: 'facilitator',
      organisationId: world.structureId,
      structureId: world.structureId,
    };
    const ask = (question: Record<string, unknown>) =>
      counted.as(actor, async (tx) => {
        statements.length = 0;
        const full = { ...contractListSchema.parse(question), structureId: world.structureId, today };
        const rows = await listContracts(tx, full);
        const listed = statements.length;
        return { rows: rows.length, listed, ...(await countContracts(tx, full, 10_000)) };
      });
    expect(await ask({ scope: 'register', pageSize: 1 })).toMatchObject({ rows: 1, listed: 1, estimated: true });
    const long = await ask({ scope: 'register', pageSize: 200, sort: 'buyer' });
    expect(long).toMatchObject({ rows: 200, listed: 1 });
    expect(long.total).toBeGreaterThan(10_000);
    expect(await ask({ scope: 'register', cpv: '450001' })).toMatchObject({ estimated: false, total: 200 });
    await counted.close();
  });
});
