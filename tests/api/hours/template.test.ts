import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Declaring, makeDeclaring, makeWorker } from '../../support/declaring.ts';
import { makeOrganisation, makePerson, type Person } from '../../support/people.ts';
import { type Product, publicUrl, startProduct } from '../../support/product.ts';
import { uploaded } from '../../support/upload.ts';

let product: Product;
let at: Declaring;
let partner: Person;

beforeAll(async () => {
  product = await startProduct({ today: '2020-05-18' });
  at = await makeDeclaring(product, 'du Val');
  await makeWorker(product, at, { firstName: 'Bruno' }, { startsOn: '2020-03-16', endsOn: '2020-04-10' });
  await makeWorker(product, at, {}, { startsOn: '2020-05-04' });
  const organisationId = await makeOrganisation(product, 'partner', 'Mission locale du Val');
  partner = await makePerson(product, 'partner', { organisationId, structureId: at.structureId });
});
afterAll(() => product.close());

function get(path: string, who?: Person) {
  return product.app.fetch(new Request(`${publicUrl}/api/templates/${path}`, { headers: who?.headers ?? {} }));
}

async function opened(response: Response): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  return workbook;
}

describe('the template of hours', () => {
  it('comes with the workers of the month and their days; filled in and sent back, it is taken whole', async () => {
    const response = await get('hours?month=2020-04', at.employer);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toContain('heures-2020-04.xlsx');
    const workbook = await opened(response);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Heures', 'Mode d’emploi', 'Listes']);
    const sheet = workbook.worksheets[0];
    const row = (number: number) => sheet?.getRow(number);
    expect(row(1)?.getCell(1).value).toBe('Contrat');
    const days = [2, 3].map((number) => [row(number)?.getCell(5).value, row(number)?.getCell(6).value]);
    expect(days.map((pair) => pair.map((day) => (day as Date).toISOString().slice(0, 10)))).toEqual([
      ['2020-04-01', '2020-04-10'],
      ['2020-04-01', '2020-04-30'],
    ]);
    expect(row(4)?.getCell(3).value).toBeNull();
    for (const number of [2, 3]) {
      const cell = row(number)?.getCell(8);
      if (cell) cell.value = 120.5;
    }
    const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
    const fileId = await uploaded(product, at.employer, 'hours', { name: 'avril.xlsx', bytes });
    expect(await at.employer.client.hours.importSheet.mutate({ fileId })).toMatchObject({
      read: 2,
      created: 2,
      rejected: [],
    });
  });

  it('is empty for the clause team, and not there for others, for nobody, or for a month that is none', async () => {
    const sheet = (await opened(await get('hours', at.facilitator))).worksheets[0];
    expect(sheet?.getRow(2).getCell(3).value).toBeNull();
    expect((await get('hours', partner)).status).toBe(404);
    expect((await get('hours')).status).toBe(404);
    expect((await get('hours?month=2020-13', at.employer)).status).toBe(404);
  });
});

describe('the template of participants', () => {
  it('is for partners and the clause team, with the headers that come back', async () => {
    const sheet = (await opened(await get('participants', partner))).worksheets[0];
    expect([1, 2, 3].map((column) => sheet?.getRow(1).getCell(column).value)).toEqual([
      'Nom',
      'Prénom',
      'Date de naissance',
    ]);
    expect((await get('participants', at.facilitator)).status).toBe(200);
    expect((await get('participants', at.employer)).status).toBe(404);
  });
});
