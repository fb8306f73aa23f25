import { type WrittenTable, writeTables } from '@jonction/documents/write-table';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';

const table: WrittenTable = {
  sheet: 'Lignes',
  title: 'Heures de mars 2026',
  notes: ['Telles que connues le 12 avr. 2026', 'Mois clos le 3 avr. 2026'],
  columns: [
    { header: 'Salarié', kind: 'text' },
    { header: 'Du', kind: 'day' },
    { header: 'Validées', kind: 'hours' },
    { header: 'Montant', kind: 'money' },
    { header: 'Personnes', kind: 'number' },
  ],
  rows: [
    ['Aïcha Benali', '2026-03-02', 15_167, 125_000, 3],
    ['=2+2', '2026-03-31', 33, null, null],
    [null, null, 1, 1, 0],
  ],
  sumsAs: 'Total',
};

async function read(tables: readonly WrittenTable[]): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(new Uint8Array(await writeTables(tables)).buffer);
  return workbook;
}
const values = (sheet: ExcelJS.Worksheet | undefined, row: number) =>
  [1, 2, 3, 4, 5].map((column) => sheet?.getRow(row).getCell(column).value);

describe('a table as a spreadsheet', () => {
  it('says above the figures what the reader must know of them', async () => {
    const sheet = (await read([table])).worksheets[0];
    expect([1, 2, 3].map((row) => sheet?.getRow(row).getCell(1).value)).toEqual([table.title, ...table.notes]);
    expect(values(sheet, 5)).toEqual(['Salarié', 'Du', 'Validées', 'Montant', 'Personnes']);
  });

  it('holds hours, euros, days and words as what they are, read by another library', async () => {
    const sheet = (await read([table])).worksheets[0];
    const first = values(sheet, 6);
    expect(first[0]).toBe('Aïcha Benali');
    expect((first[1] as Date).toISOString().slice(0, 10)).toBe('2026-03-02');
    expect(first.slice(2)).toEqual([151.67, 1250, 3]);
    expect(values(sheet, 8)).toEqual([null, null, 0.01, 0.01, 0]);
  });

  it('never makes a formula of somebody’s name', async () => {
    const sheet = (await read([table])).worksheets[0];
    expect(sheet?.getRow(7).getCell(1).value).toBe('=2+2');
    expect(sheet?.getRow(7).getCell(1).formula).toBeFalsy();
  });

  it('sums hours and euros exactly under them, and nothing else', async () => {
    const sheet = (await read([table])).worksheets[0];
    expect(values(sheet, 9)).toEqual(['Total', null, 152.01, 1250.01, null]);
    const { sumsAs: _, ...bare } = table;
    expect((await read([bare])).worksheets[0]?.getRow(9).getCell(1).value).toBeNull();
  });

  it('sums whole hundredths: a thousand times 0,1 is 100', async () => {
    const rows = Array.from({ length: 1000 }, () => ['x', '2026-03-02', 10, 10, null]);
    const sheet = (await read([{ ...table, rows }])).worksheets[0];
    expect(values(sheet, 1006).slice(2, 4)).toEqual([100, 100]);
  });

  it('holds several tables, each on its sheet, its name cut to what a spreadsheet takes', async () => {
    const workbook = await read([table, { ...table, sheet: 'Un nom de feuille bien trop long pour un tableur' }]);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['Lignes', 'Un nom de feuille bien trop lon']);
  });

  it('is whole without a row', async () => {
    const sheet = (await read([{ ...table, rows: [] }])).worksheets[0];
    expect(values(sheet, 6)).toEqual(['Total', null, 0, 0, null]);
  });
});
