import { type Database, openDatabase } from '@jonction/db/client';
import { countContracts, listContracts } from '@jonction/db/contract/list';
import { newId } from '@jonction/db/new-id';
import { type ContractListQuestion, contractListSchema } from '@jonction/domain/contract/contract';
import { liveStatuses } from '@jonction/domain/contract/standing';
import { makeContract } from '@jonction/testing/contract';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBase, type TestBase } from '../../support/base.ts';

const today = '2026-04-01';
const structureId = newId();
const otherId = newId();
const facilitators = [newId(), newId()];
const buyers = [newId(), newId(), newId()];
const companies = [newId(), newId()];
const statuses = ['active', 'notified', 'completed', 'terminated', 'planned', 'suspended'] as const;

interface Known {
  id: string;
  object: string;
  buyerId: string;
  holderId: string;
  cpv: string | null;
  place: string;
  department: string;
  notifiedOn: string | null;
  endsOn: string | null;
  amountCents: number | null;
  social: string[] | null;
  status: (typeof statuses)[number];
  attached: boolean;
  clause: boolean;
  facilitatorId: string | null;
  number: number;
}

const pick = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value;
const objects = [
  'Réfection de l’école',
  'ecole : peinture',
  'Été des jardins',
  'Nettoyage 100 % vert',
  'nettoyage_vitres',
];
const contracts: Known[] = [];

let base: TestBase;
let database: Database;
let application: Database;
const statements: string[] = [];
const actor = {
  kind: 'user',
  userId: facilitators[0] ?? '',
  role: 'facilitator',
  organisationId: structureId,
  structureId,
} as const;

beforeAll(async () => {
  base = await makeBase();
  database = openDatabase(base.ownerUrl, { max: 2 });
  application = openDatabase(base.appUrl, { max: 1, onQuery: (query) => statements.push(query) });
  const sql = database.client;
  await sql`insert into organisation (id, kind, name, slug) values
    (${structureId}, 'structure', 'Val', 'val'), (${otherId}, 'structure', 'Mont', 'mont')`;
  for (const [at, id] of facilitators.entries())
    await sql`insert into "user" (id, name, email) values (${id}, ${`Zoé ${at}`}, ${`zoe${at}@exemple.test`})`;
  for (const [at, id] of buyers.entries())
    await sql`insert into organisation (id, kind, name) values (${id}, 'buyer', ${pick(['Tilleuls (ville)', 'Évreux imaginaire', 'aulnes'], at)})`;
  for (const [at, id] of companies.entries())
    await sql`insert into organisation (id, kind, name) values (${id}, 'employer', ${pick(['Bâtisseurs réunis', 'Charpentiers d’Armor'], at)})`;
  for (let at = 0; at < 36; at++) {
    const one: Omit<Known, 'id' | 'number'> = {
      object: `${pick(objects, at)} ${at}`,
      buyerId: pick(buyers, at * 2),
      holderId: pick(companies, at),
      cpv: pick(['90910000', '45000000', '45262522', '45999999', null], at),
      place: pick(['75113', '2A004', '97411'], at),
      department: pick(['75', '2A', '974'], at),
      notifiedOn: pick(['2024-01-08', '2025-06-01', null], at),
      endsOn: pick(['2026-12-31', '2026-04-01', '2026-03-31', null], at),
      amountCents: pick([null, 100, 5_000_000, 84_000_000], at * 3 + 1),
      social: pick([null, [], ['Clause sociale']], at * 2 + 1),
      status: pick(statuses, at * 5),
      attached: at % 4 !== 0,
      clause: at % 4 !== 0 && at % 3 === 0,
      facilitatorId: pick([null, ...facilitators], at),
    };
    const { department: _, place, facilitatorId, cpv, notifiedOn, endsOn, amountCents, status, ...traits } = one;
    const made = await database.as({ kind: 'system' }, (tx) =>
      makeContract(tx, {
        ...traits,
        ...(facilitatorId === null ? {} : { facilitatorId }),
        structureId,
        place: { code: place, kind: 'Code commune' },
      }),
    );
    const [row] = await sql<{ number: number }[]>`
      update contract set cpv = ${cpv}, notified_on = ${notifiedOn}, ends_on = ${endsOn}, amount_cents = ${amountCents}, status = ${status}
      where id = ${made.contractId} returning number::int as number`;
    contracts.push({ ...one, id: made.contractId, number: row?.number ?? 0 });
  }
  // Another team follows some of the same contracts, with a clause of its own: nothing of it is ours.
  for (const { id } of contracts.slice(0, 10))
    await sql`insert into contract_structure (contract_id, structure_id) values (${id}, ${otherId})`;
});
afterAll(async () => {
  await database.close();
  await application.close();
  await base.drop();
});

async function listed(changes: Partial<ContractListQuestion>) {
  const question = { ...contractListSchema.parse({ pageSize: 200 }), ...changes, structureId, today };
  statements.length = 0;
  return application.as(actor, async (tx) => {
    const rows = await listContracts(tx, question);
    const taken = statements.filter((one) => !one.includes('set_config')).length;
    const count = await countContracts(tx, question);
    return { rows, ids: rows.map((row) => row.id), count, statements: taken };
  });
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'");

/** The filters once more, in plain words. */
function keeps(one: Known, asked: Partial<ContractListQuestion>): boolean {
  const live = (liveStatuses as readonly string[]).includes(one.status) && (one.endsOn === null || one.endsOn >= today);
  const social = one.social === null ? 'unknown' : one.social.length === 0 ? 'no' : 'yes';
  return (
    (asked.scope === 'register' || one.attached) &&
    (!asked.text || asked.text.split(' ').every((word) => plain(one.object).includes(plain(word)))) &&
    (!asked.statuses?.length || asked.statuses.includes(one.status)) &&
    (!asked.buyerId || one.buyerId === asked.buyerId) &&
    (!asked.holderId || one.holderId === asked.holderId) &&
    (!asked.department || one.department === asked.department) &&
    (!asked.cpv || one.cpv?.startsWith(asked.cpv) === true) &&
    (!asked.social || social === asked.social) &&
    (!asked.liveOnly || live) &&
    (!asked.withClause || one.clause) &&
    (!asked.facilitatorId || (one.attached && one.facilitatorId === asked.facilitatorId))
  );
}

const anyQuestion: fc.Arbitrary<Partial<ContractListQuestion>> = fc.record(
  {
    scope: fc.constantFrom('register' as const, 'mine' as const),
    text: fc.constantFrom('ECOLE', 'école peinture', 'été', '100 %', '%', 'nettoyage_', '_', 'introuvable'),
    statuses: fc.subarray([...statuses]),
    buyerId: fc.constantFrom(...buyers),
    holderId: fc.constantFrom(...companies),
    department: fc.constantFrom('75', '2A', '974', '13'),
    cpv: fc.constantFrom('45', '9091', '45262522', '4'),
    social: fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const),
    liveOnly: fc.boolean(),
    withClause: fc.boolean(),
    facilitatorId: fc.constantFrom(...facilitators),
  },
  { requiredKeys: ['scope'] },
);

describe('the list of contracts', () => {
  it('keeps what each filter keeps, alone and with others, and counts it', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (asked) => {
        const expected = contracts.filter((one) => keeps(one, asked)).map(({ id }) => id);
        const { ids, count } = await listed(asked);
        expect([...ids].sort()).toEqual([...expected].sort());
        expect(count).toEqual({ total: expected.length, estimated: false });
      }),
      { numRuns: 40 },
    );
  });

  it.each(['4', '45', '459', '4526', '45262522', '90', '99'])(
    'keeps every code that begins with %s and no other',
    async (cpv) => {
      const expected = contracts.filter((one) => one.cpv?.startsWith(cpv)).map(({ id }) => id);
      expect([...(await listed({ scope: 'register', cpv })).ids].sort()).toEqual(expected.sort());
    },
  );

  it.each(['notified', 'ends', 'amount', 'buyer', 'object', 'status', 'number'] as const)(
    'sorted by %s is cut in pages that hold each contract once, both ways',
    async (sort) => {
      for (const descending of [false, true]) {
        const { ids } = await listed({ scope: 'register', sort, descending });
        expect(new Set(ids).size).toBe(contracts.length);
        const pages: string[] = [];
        for (let page = 1; page <= 4; page++)
          pages.push(...(await listed({ scope: 'register', sort, descending, page, pageSize: 10 })).ids);
        expect(pages).toEqual(ids);
      }
    },
  );

  it.each([
    ['notified', 'notifiedOn'],
    ['ends', 'endsOn'],
    ['amount', 'amountCents'],
  ] as const)('sorted by %s puts what is unknown last, both ways', async (sort, field) => {
    for (const descending of [false, true]) {
      const values = (await listed({ scope: 'register', sort, descending })).rows.map((row) => row[field]);
      const known = values.filter((value) => value !== null);
      expect(known.length).toBeLessThan(values.length);
      expect(values.slice(0, known.length)).toEqual(known);
      const way = descending ? -1 : 1;
      expect(known).toEqual([...known].sort((a, b) => (a < b ? -way : a > b ? way : 0)));
    }
  });

  it('sorts buyers and objects as a French person does', async () => {
    const { compare } = new Intl.Collator('fr', { ignorePunctuation: false });
    const buyersShown = (await listed({ scope: 'register', sort: 'buyer', descending: false })).rows.map(
      (row) => row.buyerName,
    );
    expect([...new Set(buyersShown)]).toEqual(['aulnes', 'Évreux imaginaire', 'Tilleuls (ville)']);
    const shown = (await listed({ scope: 'register', sort: 'object', descending: false })).rows.map(
      (row) => row.object,
    );
    expect(shown).toEqual([...shown].sort(compare));
  });

  it('finds a contract by its number and by the names of its buyer and its company', async () => {
    const [first] = contracts;
    const byNumber = await listed({ scope: 'register', text: String(first?.number ?? '') });
    expect(byNumber.ids).toContain(first?.id);
    expect(
      (await listed({ scope: 'register', text: 'evreux' })).rows.every((row) => row.buyerName === 'Évreux imaginaire'),
    ).toBe(true);
    const byCompany = await listed({ scope: 'register', text: 'charpentiers armor' });
    expect(byCompany.ids.length).toBe(contracts.filter(({ holderId }) => holderId === companies[1]).length);
  });

  it('says of each contract what is ours and not what is another team’s', async () => {
    for (const row of (await listed({ scope: 'register' })).rows) {
      const known = contracts.find(({ id }) => id === row.id);
      expect(row.attached).toBe(known?.attached);
      expect(row.clauseCount).toBe(known?.clause ? 1 : 0);
      expect(row.dueHours).toBe(known?.clause ? 420 : 0);
      expect(row.department).toBe(known?.department);
      expect(row.social).toEqual(known?.social);
      expect(row.holderCount).toBe(1);
      expect(row.lotCount).toBe(1);
    }
  });

  it('takes one statement for a page of any length, and tells an estimate only beyond its bound', async () => {
    expect((await listed({ scope: 'register' })).statements).toBe(1);
    expect((await listed({ scope: 'register', pageSize: 1 })).statements).toBe(1);
    const question = { ...contractListSchema.parse({}), scope: 'register' as const, structureId, today };
    const bounded = await application.as(actor, (tx) => countContracts(tx, question, 5));
    expect(bounded.estimated).toBe(true);
    expect(bounded.total).toBeGreaterThan(5);
    expect(await application.as(actor, (tx) => countContracts(tx, question, contracts.length))).toEqual({
      total: contracts.length,
      estimated: false,
    });
  });
});
