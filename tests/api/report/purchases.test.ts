import { listPurchases, sumPurchases } from '@jonction/db/report/purchases';
import { clauseKinds } from '@jonction/domain/contract/clause';
import {
  censusFloorCents,
  greenKindOf,
  type PurchaseCell,
  purchaseFigures,
  socialKindOf,
  sumOf,
} from '@jonction/domain/report/purchase';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countStatements } from '../../support/counting.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { refusalOf } from '../../support/product.ts';
import { startWorld, type World } from '../contract/world.ts';

let world: World;
let buyerId: string;
let buyer: Person;
let stranger: Person;
let voirie: string;
const facts = new Map<string, { social: string[] | null; environmental: string[] | null; clauseKinds: string[] }>();

const socials = [
  null,
  [],
  ['Clause sociale'],
  ['Critère social'],
  ['Marché réservé'],
  ['Critère social', 'Clause sociale'],
];
const greens = [null, [], ['Clause environnementale'], ['Critère environnemental']];
const amounts = [null, 3_999_999, 4_000_000, 9_000_000];

beforeAll(async () => {
  world = await startWorld();
  const { structureId } = world;
  buyerId = await makeOrganisation(world.product, 'buyer', 'Métropole du Val');
  buyer = await makePerson(world.product, 'buyer', { organisationId: buyerId, structureId });
  const elsewhere = await makeOrganisation(world.product, 'buyer', 'Ville du Mont');
  stranger = await makePerson(world.product, 'buyer', { organisationId: elsewhere, structureId });
  ({ directorateId: voirie } = await buyer.client.organisation.createDirectorate.mutate({ name: 'Voirie' }));
  // Every combination of what a source may say, with and without a clause written here.
  let at = 0;
  for (const social of socials)
    for (const environmental of greens)
      for (const amount of amounts) {
        const written = clauseKinds[at % (clauseKinds.length + 3)] ?? null;
        const year = at % 11 === 0 ? null : 2022 + ((3 * at + Math.floor(at / 4)) % 4);
        const { contractId } = await world.contract({
          buyerId,
          social,
          clause: written !== null,
          ...(amount === null ? {} : { amountCents: amount }),
        });
        facts.set(contractId, { social, environmental, clauseKinds: written === null ? [] : [written] });
        const { client } = world.product.system;
        await client`update contract set environmental_considerations = ${environmental}, amount_cents = ${amount},
          notified_on = ${year === null ? null : `${year}-05-04`}, directorate_id = ${at % 3 === 0 ? voirie : null} where id = ${contractId}`;
        if (written) await client`update clause set kind = ${written} where contract_id = ${contractId}`;
        at += 1;
      }
});
afterAll(() => world.product.close());

const report = (who = buyer) => who.client.report;
const read = <Answer>(work: (tx: Parameters<typeof sumPurchases>[0]) => Promise<Answer>) =>
  world.product.system.as({ kind: 'system' }, work);

describe('the kinds of contracts in the base', () => {
  it('are those of the rules, whatever a source says', async () => {
    const rows = await read((tx) => listPurchases(tx, { buyerId, figure: 'all', directorateId: null }));
    expect(rows).toHaveLength(facts.size);
    const wrong = rows.filter(({ id, social }) => {
      const known = facts.get(id);
      return !known || socialKindOf(known) !== social;
    });
    expect(wrong).toEqual([]);
    const greensOf = new Map([...facts].map(([id, known]) => [id, greenKindOf(known)]));
    const green = await read((tx) => listPurchases(tx, { buyerId, figure: 'green', directorateId: null }));
    expect(green.map(({ id }) => id).sort()).toEqual(
      [...greensOf]
        .filter(([, kind]) => kind === 'clause' || kind === 'criterion')
        .map(([id]) => id)
        .sort(),
    );
  });

  it('open every figure into as many contracts and euros as it says', async () => {
    const cells: PurchaseCell[] = await read((tx) => sumPurchases(tx, buyerId));
    for (const figure of purchaseFigures) {
      const rows = await read((tx) => listPurchases(tx, { buyerId, figure, directorateId: null }));
      const { contracts, amountCents, withoutAmount } = sumOf(cells, figure);
      expect([figure, rows.length, rows[0]?.totalCents ?? 0]).toEqual([figure, contracts, amountCents]);
      expect([figure, rows.filter((row) => row.amountCents === null).length]).toEqual([figure, withoutAmount]);
    }
  });

  it('count in the national census from the amount of their year', async () => {
    const rows = await read((tx) => listPurchases(tx, { buyerId, figure: 'census', directorateId: null }));
    for (const { notifiedOn, amountCents } of rows)
      expect(amountCents).toBeGreaterThanOrEqual(censusFloorCents(Number((notifiedOn ?? '').slice(0, 4))));
    expect(rows.some(({ amountCents }) => amountCents === 4_000_000)).toBe(true);
  });
});

describe('report.showPurchases', () => {
  it('tells a year, its directorates and the years, each adding up to the next', async () => {
    const seen = await report().showPurchases.query({ year: 2024 });
    const all = seen.figures.all?.sum ?? { contracts: 0, amountCents: 0 };
    const sum = (key: 'contracts' | 'amountCents') =>
      seen.directorates.reduce((total, { figures }) => total + (figures.all?.sum[key] ?? 0), 0);
    expect([sum('contracts'), sum('amountCents')]).toEqual([all.contracts, all.amountCents]);
    expect(seen.directorates.map(({ name }) => name).sort()).toEqual(['Voirie', null].sort());
    expect(seen.years.map(({ year }) => year)).toEqual([2025, 2024, 2023, 2022, null]);
    expect(seen.years.find(({ year }) => year === 2024)?.figures).toEqual(seen.figures);
    const parts = (['reserved', 'clause', 'criterion', 'none', 'unknown'] as const).map(
      (figure) => seen.figures[figure]?.sum.contracts ?? 0,
    );
    expect(parts.reduce((total, part) => total + part, 0)).toBe(all.contracts);
    expect(parts.at(-1)).toBeGreaterThan(0);
  });

  it('says the same to the team that works with the buyer, and nothing to others', async () => {
    const given = { year: 2024 };
    const seen = await report(world.facilitator).showPurchases.query({ buyerId, ...given });
    expect(seen.figures).toEqual((await report().showPurchases.query(given)).figures);
    expect(await refusalOf(report(stranger).showPurchases.query({ buyerId, ...given }))).toBe('organisation.not_found');
    expect(await refusalOf(report(world.stranger).showPurchases.query({ buyerId, ...given }))).toBe(
      'organisation.not_found',
    );
    expect((await report(stranger).showPurchases.query(given)).figures.all?.sum.contracts).toBe(0);
    expect(await refusalOf(report(world.employer).showPurchases.query(given))).toBe('access.not_allowed');
  });

  it('asks the base as much for one contract as for many', async () => {
    const counted = countStatements(world.product, buyer, 'buyer');
    const many = await counted.count((procedures) => procedures.report.showPurchases({ year: 2024 }));
    const none = await counted.count((procedures) => procedures.report.showPurchases({ year: 2001 }));
    expect(many).toBe(none);
    await counted.close();
  });
});

describe('report.listPurchases', () => {
  it('shows the contracts of a figure, of one directorate or of none, page by page', async () => {
    const ask = { year: 2024, figure: 'all' as const };
    const all = await report().listPurchases.query(ask);
    const parts = await Promise.all(
      [voirie, 'none'].map((directorateId) => report().listPurchases.query({ ...ask, directorateId })),
    );
    expect(parts.map(({ total }) => total).reduce((one, other) => one + other, 0)).toBe(all.total);
    const second = await report().listPurchases.query({ ...ask, page: 2, pageSize: 5 });
    expect(second.rows.map(({ id }) => id)).toEqual(all.rows.slice(5, 10).map(({ id }) => id));
    expect(second.totalCents).toBe(all.totalCents);
    const undated = await report().listPurchases.query({ ...ask, year: null });
    expect(undated.rows.every(({ notifiedOn }) => notifiedOn === null)).toBe(true);
    expect(undated.total).toBeGreaterThan(0);
  });

  it('is closed to another buyer, to another team, to companies', async () => {
    const ask = { buyerId, year: 2024, figure: 'all' as const };
    expect(await refusalOf(report(stranger).listPurchases.query(ask))).toBe('organisation.not_found');
    expect(await refusalOf(report(world.stranger).listPurchases.query(ask))).toBe('organisation.not_found');
    expect(await refusalOf(report(world.partner).listPurchases.query(ask))).toBe('access.not_allowed');
  });
});

describe('report.showScheme', () => {
  it('gives each indicator with what it is a share of, and the figure of the country beside it', async () => {
    const seen = await report().showScheme.query({ year: 2022 });
    expect(seen).toMatchObject({ nationalBps: 2230, censusFloorCents: 9_000_000, schemeFloorCents: 10_000_000_000 });
    expect(seen.scheme.clause?.of?.contracts).toBe(seen.scheme.social?.of?.contracts ?? 0);
    const { sum, of, contractsBps } = seen.census.census_clause ?? {};
    expect(contractsBps).toBe(Math.round((10_000 * (sum?.contracts ?? 0)) / (of?.contracts ?? 1)));
    expect((await report().showScheme.query({ year: 2025 })).nationalBps).toBeNull();
    expect(seen.hours).toMatchObject({ validated: 0, people: 0, fteHours: 1600 });
  });

  it('is closed to whoever does not read the purchases', async () => {
    expect(await refusalOf(report(stranger).showScheme.query({ buyerId, year: 2024 }))).toBe('organisation.not_found');
    expect(await refusalOf(report(world.employer).showScheme.query({ year: 2024 }))).toBe('access.not_allowed');
  });
});
