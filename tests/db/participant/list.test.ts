import { type Database, openDatabase } from '@jonction/db/client';
import { newId } from '@jonction/db/new-id';
import { type ParticipantFilters, participantFilters } from '@jonction/db/participant/filter';
import { listParticipants } from '@jonction/db/participant/list';
import { addDays } from '@jonction/domain/shared/day';
import { makeCv } from '@jonction/testing/cv';
import { makeParticipant } from '@jonction/testing/participant';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBase, type TestBase } from '../../support/base.ts';

const today = '2026-04-01';
const structureId = newId();
const otherId = newId();
const owners = [newId(), newId()];
const partners = [newId(), newId()];
const paris = { latitude: 48.8283, longitude: 2.3626 };
const system = { kind: 'system' } as const;

interface Known {
  id: string;
  lastName: string;
  firstName: string;
  occupations: string[];
  licences: string[] | null;
  frenchLevel: number | null;
  availableFrom: string | null;
  status: 'available' | 'placed' | 'unavailable' | 'left';
  lastContactOn: string | null;
  waitingSince: string | null;
  nextActionOn: string | null;
  createdOn: string;
  consents: boolean;
  provenTo: string | null | undefined;
  ownerId: string | null;
  partnerId: string | null;
  latitude: number | null;
  longitude: number | null;
  confirmedOn: string | null;
}

const names = ['Éboué', 'ebner', 'Zoé', 'Ábel', 'Martin', 'martin', 'Ñuñez', 'Œuvrard', 'O’Brien', 'Le Goff'];
const pick = <Value>(values: readonly Value[], at: number): Value => values[at % values.length] as Value;

/** Forty people, of which no two are alike, with every kind of gap. */
const people: Known[] = Array.from({ length: 40 }, (_, at) => ({
  id: newId(),
  lastName: pick(names, at * 3),
  firstName: `P${(at * 7) % 40}`,
  occupations: pick([['K2204'], ['F1703', 'K2204'], [], ['N1101']], at),
  licences: pick([['B'], ['B', 'caces_r489_3'], [], null], at * 3 + 1),
  frenchLevel: pick([null, 0, 1, 2, 3, 4, 6], at),
  availableFrom: pick([null, '2026-03-01', '2026-04-01', '2026-06-01'], at * 5),
  status: pick(['available', 'available', 'placed', 'unavailable', 'left'] as const, at),
  lastContactOn: pick(
    [null, today, addDays(today, -15), addDays(today, -16), addDays(today, -179), addDays(today, -180), '2024-01-01'],
    at,
  ),
  waitingSince: pick([null, '2026-01-01', '2025-06-01'], at * 2),
  nextActionOn: pick([null, '2026-04-02', '2026-03-30'], at),
  createdOn: pick(['2025-01-01', '2026-02-02', '2026-03-03'], at * 2 + 1),
  consents: at % 3 !== 0,
  provenTo: pick([undefined, null, today, addDays(today, -1)], at * 3 + 2),
  ownerId: pick([null, ...owners], at),
  partnerId: pick([null, ...partners], at + 1),
  latitude: pick([paris.latitude, 48.9, 45.764, null], at),
  longitude: pick([paris.longitude, 2.36, 4.8357, null], at),
  confirmedOn: pick([null, '2026-03-20', '2025-01-01'], at),
}));

let base: TestBase;
let database: Database;
let application: Database;
const statements: string[] = [];
const actor = {
  kind: 'user',
  userId: owners[0] ?? '',
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
  for (const [at, id] of owners.entries())
    await sql`insert into "user" (id, name, email) values (${id}, ${`Zoé ${at}`}, ${`zoe${at}@exemple.test`})`;
  for (const [at, id] of partners.entries())
    await sql`insert into organisation (id, kind, name) values (${id}, 'partner', ${`Mission ${at}`})`;
  await database.as(system, async (tx) => {
    for (const one of people) {
      const { occupations, provenTo, partnerId, confirmedOn, ...row } = one;
      await makeParticipant(tx, {
        ...row,
        structureId,
        recommendedByOrganisationId: partnerId,
        occupations: occupations.map((code) => ({ code })),
      });
      if (confirmedOn !== null) await makeCv(tx, { participantId: one.id, structureId, confirmedOn });
    }
    for (let at = 0; at < 5; at++) await makeParticipant(tx, { structureId: otherId, frenchLevel: 6, licences: ['B'] });
  });
  for (const { id, provenTo } of people) {
    if (provenTo === undefined) continue;
    await sql`insert into eligibility_code (participant_id, structure_id, code, proven_from, proven_to)
      values (${id}, ${structureId}, 'k', '2025-01-01', ${provenTo})`;
  }
});
afterAll(async () => {
  await database.close();
  await application.close();
  await base.drop();
});

const nothing: ParticipantFilters = {
  page: 1,
  pageSize: 200,
  near: null,
  ids: null,
  today,
  descending: false,
};

async function listed(filters: Partial<ParticipantFilters>) {
  statements.length = 0;
  const answer = await application.as(actor, (tx) => listParticipants(tx, { ...nothing, ...filters }));
  return {
    ...answer,
    ids: answer.rows.map((row) => row.id),
    statements: statements.filter((one) => !one.includes('set_config')).length,
  };
}

function kmFrom({ latitude, longitude }: Known): number | null {
  if (latitude === null || longitude === null) return null;
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half =
    Math.sin(rad(latitude - paris.latitude) / 2) ** 2 +
    Math.cos(rad(latitude)) * Math.cos(rad(paris.latitude)) * Math.sin(rad(longitude - paris.longitude) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(half));
}

/** The filters once more, in plain words. */
function keeps(one: Known, filters: Partial<ParticipantFilters>): boolean {
  const { lastContactOn: last } = one;
  const age = last === null ? null : Math.round((Date.parse(today) - Date.parse(last)) / 86_400_000);
  const freshness = age === null ? 'never' : age <= 15 ? 'recent' : age < 180 ? 'due' : 'stale';
  const confirmed = one.confirmedOn === null ? 'none' : one.confirmedOn === '2025-01-01' ? 'due' : 'fresh';
  const eligible = one.provenTo === null || (one.provenTo !== undefined && one.provenTo >= today);
  const km = kmFrom(one);
  return (
    (!filters.occupations?.length || filters.occupations.some((code) => one.occupations.includes(code))) &&
    (!filters.licences?.length || filters.licences.every((code) => one.licences?.includes(code))) &&
    (filters.frenchAtLeast == null || (one.frenchLevel !== null && one.frenchLevel >= filters.frenchAtLeast)) &&
    (filters.availableOn == null || one.availableFrom === null || one.availableFrom <= filters.availableOn) &&
    (filters.status == null || one.status === filters.status) &&
    (filters.freshness == null || freshness === filters.freshness) &&
    (filters.confirmed == null || confirmed === filters.confirmed) &&
    (filters.silentSince == null || last === null || last < filters.silentSince) &&
    (filters.consents == null || one.consents === filters.consents) &&
    (filters.eligible == null || eligible === filters.eligible) &&
    (filters.ownerId == null || one.ownerId === filters.ownerId) &&
    (filters.partnerId == null || one.partnerId === filters.partnerId) &&
    (filters.near == null || (km !== null && km <= filters.near.withinKm)) &&
    (filters.ids == null || filters.ids.includes(one.id))
  );
}

const anyFilters: fc.Arbitrary<Partial<ParticipantFilters>> = fc.record(
  {
    occupations: fc.subarray(['K2204', 'F1703', 'X9999']),
    licences: fc.subarray(['B', 'caces_r489_3']),
    frenchAtLeast: fc.constantFrom(0, 2, 4),
    availableOn: fc.constantFrom('2026-03-15', '2026-04-01'),
    status: fc.constantFrom('available' as const, 'placed' as const),
    freshness: fc.constantFrom('recent' as const, 'due' as const, 'stale' as const, 'never' as const),
    confirmed: fc.constantFrom('fresh' as const, 'due' as const, 'none' as const),
    silentSince: fc.constantFrom('2026-01-01', today),
    consents: fc.boolean(),
    eligible: fc.boolean(),
    ownerId: fc.constantFrom(...owners),
    partnerId: fc.constantFrom(...partners),
    near: fc.constantFrom({ ...paris, withinKm: 1 }, { ...paris, withinKm: 20 }, { ...paris, withinKm: 500 }),
  },
  { requiredKeys: [] },
);

describe('the list of the bank', () => {
  it('keeps whom each filter keeps, alone and with others, and counts them', async () => {
    await fc.assert(
      fc.asyncProperty(anyFilters, async (filters) => {
        const expected = people.filter((one) => keeps(one, filters)).map(({ id }) => id);
        const { ids, total } = await listed(filters);
        expect([...ids].sort()).toEqual([...expected].sort());
        expect(total).toBe(expected.length);
      }),
      { numRuns: 40 },
    );
  });

  it('has a plain word in this test for each of its filters', () => {
    const said = [
      'occupations',
      'near',
      'licences',
      'frenchAtLeast',
      'availableOn',
      'status',
      'freshness',
      'confirmed',
    ];
    expect([...participantFilters]).toEqual([...said, 'silentSince', 'consents', 'eligible', 'ownerId', 'partnerId']);
  });

  it('is cut in pages that hold everybody once, in the same order whatever the page size', async () => {
    const whole = (await listed({})).ids;
    expect(whole).toHaveLength(people.length);
    for (const sort of ['name', 'lastContact', 'waiting', 'created', 'available', 'nextAction'] as const) {
      const { ids } = await listed({ sort });
      for (const pageSize of [1, 7, 40]) {
        const pages: string[] = [];
        for (let page = 1; page <= Math.ceil(people.length / pageSize); page++) {
          const part = await listed({ sort, page, pageSize });
          expect(part.total).toBe(people.length);
          pages.push(...part.ids);
        }
        expect(pages).toEqual(ids);
        if (pageSize === 1) break;
      }
    }
  });

  it('says how many there are, also beyond its last page', async () => {
    expect(await listed({ page: 9, pageSize: 20 })).toMatchObject({ ids: [], total: people.length });
    expect(await listed({ page: 1, status: 'left', frenchAtLeast: 6, eligible: true, consents: false })).toMatchObject({
      total: 0,
    });
  });

  it('sorts names as a French person does, without case or accents', async () => {
    const { rows } = await listed({});
    const order = new Intl.Collator('fr').compare;
    const shown = rows.map(({ lastName }) => lastName);
    expect(shown).toEqual([...shown].sort(order));
    expect(shown.indexOf('Ábel')).toBeLessThan(shown.indexOf('ebner'));
    expect(shown.indexOf('Œuvrard')).toBeLessThan(shown.indexOf('Zoé'));
  });

  it.each([
    ['lastContact', 'lastContactOn'],
    ['waiting', 'waitingSince'],
    ['created', 'createdOn'],
    ['available', 'availableFrom'],
    ['nextAction', 'nextActionOn'],
  ] as const)('sorts by %s both ways, what is unknown last', async (sort, field) => {
    for (const descending of [false, true]) {
      const values = (await listed({ sort, descending })).rows.map((row) => row[field]);
      const known = values.filter((value) => value !== null);
      expect(values.slice(0, known.length)).toEqual(known);
      expect(known).toEqual([...known].sort((a, b) => (descending ? 1 : -1) * (a < b ? 1 : a > b ? -1 : 0)));
    }
  });

  it('measures the distance to a place as the crow flies, and sorts by it', async () => {
    const { rows } = await listed({ near: { ...paris, withinKm: 500 }, sort: 'distance' });
    const expected = new Map(people.map((one) => [one.id, kmFrom(one)]));
    for (const { id, distanceKm } of rows) expect(distanceKm).toBeCloseTo(expected.get(id) ?? -1, 6);
    const distances = rows.map(({ distanceKm }) => distanceKm ?? 0);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect((await listed({})).rows.every(({ distanceKm }) => distanceKm === null)).toBe(true);
  });

  it('gives what words found in the order of the search, and only those', async () => {
    const found = [people[7], people[2], people[30]].flatMap((one) => (one ? [one.id] : []));
    expect((await listed({ ids: found })).ids).toEqual(found);
    expect((await listed({ ids: found, sort: 'name' })).ids).toHaveLength(3);
    expect(await listed({ ids: [] })).toMatchObject({ ids: [], total: 0 });
    expect((await listed({ ids: [newId()] })).ids).toEqual([]);
  });

  it('takes one statement, whatever the filters, the words and the length', async () => {
    expect((await listed({})).statements).toBe(1);
    expect((await listed({ pageSize: 1 })).statements).toBe(1);
    const all = {
      occupations: ['K2204'],
      licences: ['B'],
      near: { ...paris, withinKm: 9 },
      ids: people.map(({ id }) => id),
    };
    expect((await listed(all)).statements).toBe(1);
  });
});
