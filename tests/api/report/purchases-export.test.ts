import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { publicUrl } from '../../support/product.ts';
import { startWorld, type World } from '../contract/world.ts';

let world: World;
let buyerId: string;
let buyer: Person;

beforeAll(async () => {
  world = await startWorld();
  const { structureId } = world;
  buyerId = await makeOrganisation(world.product, 'buyer', 'Métropole du Val');
  buyer = await makePerson(world.product, 'buyer', { organisationId: buyerId, structureId });
  for (const [object, social, amountCents] of [
    ['Bitume', ['Clause sociale'], 12_000_000],
    ['Linge', ['Marché réservé'], 5_000_050],
    ['Papier', [], 900_000],
    ['Conseil', null, 700_000],
  ] as const)
    await world.contract({
      buyerId,
      object,
      social: social && [...social],
      amountCents,
      notifiedOn: '2024-02-01',
      clause: false,
    });
});
afterAll(() => world.product.close());

const get = (path: string, who: Person) =>
  world.product.app.fetch(new Request(`${publicUrl}/api/exports/${path}`, { headers: who.headers }));
async function sheets(path: string, who: Person) {
  const response = await get(path, who);
  expect(response.status).toBe(200);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  return new Map(
    book.worksheets.map((sheet) => {
      const rows: unknown[][] = [];
      sheet.eachRow((row) => {
        rows.push(Array.isArray(row.values) ? row.values.slice(1) : []);
      });
      return [sheet.name, rows];
    }),
  );
}
const rowOf = (rows: unknown[][] | undefined, name: string) => rows?.find(([first]) => first === name);

describe('the spreadsheet of purchases', () => {
  it('holds the figures of the page and every contract that they count', async () => {
    const book = await sheets('purchases?annee=2024', buyer);
    expect([...book.keys()]).toEqual(['Chiffres', 'Directions', 'Années', 'Marchés']);
    const figures = book.get('Chiffres');
    expect(rowOf(figures, 'Réservés')?.slice(0, 4)).toEqual(['Réservés', 1, 50_000.5, 0]);
    expect(rowOf(figures, 'Inconnus')?.slice(1, 3)).toEqual([1, 7_000]);
    const contracts = book.get('Marchés')?.map(([, object]) => object);
    expect(contracts).toEqual(expect.arrayContaining(['Bitume', 'Linge', 'Papier', 'Conseil']));
    expect(rowOf(book.get('Années'), '2024')?.[1]).toBe(186_000.5);
  });

  it('is the same for the team, which names the buyer, and is written in the journal', async () => {
    const theirs = await sheets(`purchases?annee=2024&acheteur=${buyerId}`, world.facilitator);
    expect(theirs.get('Chiffres')?.length).toBe((await sheets('purchases?annee=2024', buyer)).get('Chiffres')?.length);
    const lines = await world.product.system.client<{ facts: unknown }[]>`
      select facts from audit_entry where action = 'report.exportPurchases' and subject_id = ${buyerId}`;
    expect(lines).toHaveLength(3);
    expect(lines[0]?.facts).toMatchObject({ year: 2024, rows: 4 });
  });

  it('is not there for another buyer, another team, a company, nobody, nor for a year that is none', async () => {
    const path = `purchases?annee=2024&acheteur=${buyerId}`;
    for (const who of [world.otherBuyer, world.stranger, world.employer, world.partner])
      expect((await get(path, who)).status).toBe(404);
    expect((await world.product.app.fetch(new Request(`${publicUrl}/api/exports/${path}`))).status).toBe(404);
    expect((await get('purchases?annee=deux', buyer)).status).toBe(404);
  });
});

describe('the spreadsheet of indicators', () => {
  it('gives each with its definition and denominator, the hours, and what is not known', async () => {
    const book = await sheets('scheme?annee=2024', buyer);
    expect([...book.keys()]).toEqual(['Indicateurs', 'Heures d’insertion', 'Non connus']);
    const clause = rowOf(book.get('Indicateurs'), 'Avec une clause sociale');
    expect(clause?.slice(0, 3)).toEqual(['Avec une clause sociale', 1, 120_000]);
    expect(clause?.[5]).toBe(3);
    expect(book.get('Non connus')?.length).toBeGreaterThan(4);
    const text = JSON.stringify([...book]);
    expect(text).toContain('40');
    expect(text).toContain('Aucun chiffre national');
  });

  it('is not there for another buyer', async () => {
    expect((await get(`scheme?annee=2024&acheteur=${buyerId}`, world.otherBuyer)).status).toBe(404);
  });
});
