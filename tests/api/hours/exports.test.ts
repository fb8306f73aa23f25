import { addDays, parisDayOf } from '@jonction/domain/shared/day';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Declaring, makeDeclaring, makeWorker, row } from '../../support/declaring.ts';
import { makePerson, type Person } from '../../support/people.ts';
import { type Product, publicUrl, startProduct } from '../../support/product.ts';

let product: Product;
let at: Declaring;
let other: Declaring;
let buyer: Person;

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  at = await makeDeclaring(product, 'du Val');
  other = await makeDeclaring(product, 'du Mont');
  buyer = await makePerson(product, 'buyer', { organisationId: at.made.buyerId, structureId: at.structureId });
  const { placementId } = await makeWorker(product, at, { firstName: 'Zora', lastName: 'Zitouni' });
  await at.employer.client.hours.declare.mutate({
    month: '2020-03',
    rows: [row(at.placementId), row(placementId, { centihours: 3_333 })],
  });
  await other.employer.client.hours.declare.mutate({ month: '2020-03', rows: [row(other.placementId)] });
  await at.lead.client.hours.closeMonth.mutate({ month: '2020-03' });
  await at.employer.client.hours.declare.mutate({
    month: '2020-03',
    rows: [row(placementId, { centihours: 3_000 })],
  });
});
afterAll(() => product.close());

const get = (path: string, who?: Person) =>
  product.app.fetch(new Request(`${publicUrl}/api/exports/${path}`, { headers: who?.headers ?? {} }));

async function opened(path: string, who: Person) {
  const response = await get(path, who);
  expect(response.status).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const rowsOf = (at: number) => {
    const rows: unknown[][] = [];
    workbook.worksheets[at]?.eachRow((one) => {
      rows.push((one.values as unknown[]).slice(1));
    });
    return rows;
  };
  return { name: response.headers.get('content-disposition'), rowsOf };
}

describe('the lines of a filter as a spreadsheet', () => {
  it('adds up to the ledger, says when it was known and which lines came after the closing', async () => {
    const { name, rowsOf } = await opened('lines?mois=2020-03', at.facilitator);
    expect(name).toContain('heures-lignes-2020-03.xlsx');
    const rows = rowsOf(0);
    expect(rows[0]?.[0]).toBe('Lignes d’heures');
    expect(String(rows[1]?.[0])).toMatch(/^Telles qu’elles sont connues le 18.mai.2020/);
    const declared = rows.find((one) => one.includes('Déclarées'))?.indexOf('Déclarées') ?? -1;
    const { rows: lines } = await at.facilitator.client.hours.listLines.query({ month: '2020-03' });
    const sum = (field: 'centihours' | 'validated') => lines.reduce((all, line) => all + line[field], 0) / 100;
    expect(rows.at(-1)?.slice(declared, declared + 2)).toEqual([sum('centihours'), sum('validated')]);
    expect(sum('centihours')).toBe(181.67);
    const late = rows.filter((one) => String(one.at(-1)).includes('corrigé après la clôture'));
    expect(late.map((one) => one[4])).toEqual(['Zora Zitouni']);
    expect(JSON.stringify(rows)).not.toContain('du Mont');
  });

  it('is told as known on a day, above the figures and in its name', async () => {
    const yesterday = addDays(parisDayOf(new Date()), -1);
    const { name, rowsOf } = await opened(`lines?mois=2020-03&connu=${yesterday}`, at.facilitator);
    expect(name).toContain(`heures-lignes-2020-03-connues-le-${yesterday}.xlsx`);
    expect(String(rowsOf(0)[1]?.[0])).toContain('Telles qu’elles étaient connues le');
    // Nothing was declared by then: titles, headers, a sum of nought.
    expect(rowsOf(0).at(-1)?.[0]).toBe('Total');
    expect(JSON.stringify(rowsOf(0))).not.toContain('Benali');
  });

  it('keeps to the filter', async () => {
    const { rowsOf } = await opened(`lines?embauche=${at.placementId}`, at.facilitator);
    expect(JSON.stringify(rowsOf(0))).toContain('Benali');
    expect(JSON.stringify(rowsOf(0))).not.toContain('Zitouni');
    const rejected = await opened('lines?etat=rejected', at.facilitator);
    expect(JSON.stringify(rejected.rowsOf(0))).not.toContain('Benali');
    const late = await opened('lines?tard=oui', at.facilitator);
    expect(JSON.stringify(late.rowsOf(0))).not.toContain('Benali');
    const odd = await opened('lines?mois=mars&embauche=rien&connu=hier', at.facilitator);
    expect(JSON.stringify(odd.rowsOf(0))).toContain('Benali');
  });

  it('gives a company its own people, another team nothing of ours', async () => {
    const { rowsOf } = await opened('lines', at.employer);
    expect(JSON.stringify(rowsOf(0))).toContain('Benali');
    const theirs = await opened('lines', other.facilitator);
    expect(JSON.stringify(theirs.rowsOf(0))).not.toContain('Zitouni');
  });

  it('is closed to a buyer, and to whoever is not signed in', async () => {
    expect((await get('lines', buyer)).status).toBe(404);
    expect((await get('lines')).status).toBe(404);
  });

  it('is logged, and so is the month', async () => {
    await get('month?mois=2020-03', at.facilitator);
    const rows = await product.system.client<{ action: string; facts: Record<string, string> }[]>`
      select action, facts from audit_entry where action like 'hours.export%' and user_id = ${at.facilitator.userId}`;
    expect(new Set(rows.map(({ action }) => action))).toEqual(new Set(['hours.exportLines', 'hours.exportMonth']));
    expect(rows.at(-1)?.facts.month).toBe('2020-03');
  });
});

describe('a month as a spreadsheet', () => {
  it('holds what was frozen beside what stands, and whose hours moved', async () => {
    const { name, rowsOf } = await opened('month?mois=2020-03', at.lead);
    expect(name).toContain('heures-mois-2020-03.xlsx');
    const lots = rowsOf(0);
    expect(String(lots[2]?.[0])).toMatch(/^Mois clos le /);
    expect(lots.at(-1)?.[3]).toBe(185);
    expect(lots.at(-1)?.[7]).toBe(181.67);
    const people = rowsOf(1);
    const moved = people.filter((one) => one[0] === 'Zora Zitouni');
    expect(moved).toHaveLength(1);
    expect([moved[0]?.[3], moved[0]?.[7]]).toEqual([33.33, 30]);
    expect(JSON.stringify(people)).not.toContain('Benali');
  });

  it('says that a month is not closed, and has one side then', async () => {
    const { rowsOf } = await opened('month?mois=2020-03', other.lead);
    expect(rowsOf(0)[2]?.[0]).toBe('Mois non clos.');
    expect(rowsOf(0).at(-1)).toHaveLength(7);
    expect(rowsOf(1)).toEqual([]);
  });

  it('is the team’s: not a company’s, not a buyer’s, not of a month that is none', async () => {
    for (const who of [at.employer, buyer, undefined]) expect((await get('month?mois=2020-03', who)).status).toBe(404);
    expect((await get('month?mois=2020-3', at.lead)).status).toBe(404);
    expect((await get('month', at.lead)).status).toBe(404);
  });
});
