import { parseContractRow } from '@jonction/documents/contracts-sheet';
import { parseHoursRow } from '@jonction/documents/hours-sheet';
import { parseInvoiceRow } from '@jonction/documents/invoices-sheet';
import { parseParticipantRow } from '@jonction/documents/participants-sheet';
import { openSheet } from '@jonction/documents/sheet';
import type { Cell } from '@jonction/documents/sheet/cell';
import { contractsForm } from '@jonction/documents/sheet/contracts-form';
import type { SheetForm } from '@jonction/documents/sheet/field';
import { hourKindChoices, hoursForm } from '@jonction/documents/sheet/hours-form';
import { invoicesForm } from '@jonction/documents/sheet/invoices-form';
import { openSheetInWorker } from '@jonction/documents/sheet/open-in-worker';
import { ordersForm } from '@jonction/documents/sheet/orders-form';
import { participantsForm } from '@jonction/documents/sheet/participants-form';
import { readForm } from '@jonction/documents/sheet/read-form';
import { writeTemplate } from '@jonction/documents/write-sheet';
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesOf, workbookOf } from './fixtures.ts';

const forms: SheetForm[] = [hoursForm, participantsForm, contractsForm, invoicesForm, ordersForm];
const today = '2026-04-01';

async function openedElsewhere(file: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Uint8Array.from(file).buffer);
  return workbook;
}

/** The file as the program that opened it saves it. */
async function savedElsewhere(workbook: ExcelJS.Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const ourCell = (cell: Cell): string | number | boolean | Date | null =>
  typeof cell === 'object' && cell !== null ? new Date(`${cell.day}T00:00:00Z`) : cell;

const hoursRow: Cell[] = [
  '21990001600011/2024-017',
  '2',
  'E-9',
  null,
  { day: '2020-04-01' },
  { day: '2020-04-30' },
  'télétravail',
  7.5,
  'employeur',
  'attestation employeur ; relevé d’indemnités',
];
const hoursValue = {
  contract: { buyer: '21990001600011', reference: '2024-017' },
  lot: '2',
  placement: 'E-9',
  from: '2020-04-01',
  to: '2020-04-30',
  kind: 'telework',
  centihours: 750,
  payer: 'employer',
  evidence: ['employer_attestation', 'benefit_statement'],
};

describe('the example of each column of a template', () => {
  it.each(forms.map((form) => [form.title, form] as const))('%s: is a row that comes in', async (_, form) => {
    const example = Object.fromEntries(form.fields.map((field) => [field.key, field.example]));
    const headers = Object.fromEntries(form.fields.map((field) => [field.key, field.header]));
    // The month stands in for the two dates: both are given as examples of the same month.
    const row = { row: 2, cells: example, headers };
    const read =
      form === hoursForm
        ? parseHoursRow(row)
        : form === participantsForm
          ? parseParticipantRow(row, { today })
          : form === contractsForm
            ? parseContractRow(row)
            : parseInvoiceRow(row);
    expect(read.ok ? [] : read.problems).toEqual([]);
  });
});

describe('a template filled in by another program', () => {
  it('comes back as it was filled in: texts, numbers and days', async () => {
    const workbook = await openedElsewhere(await writeTemplate(hoursForm));
    const sheet = workbook.worksheets[0];
    if (!sheet) throw new Error('no sheet');
    for (const [at, cell] of hoursRow.entries()) sheet.getRow(2).getCell(at + 1).value = ourCell(cell);
    const read = await readForm(bytesOf(await savedElsewhere(workbook)), hoursForm, parseHoursRow);
    expect(read).toMatchObject({ ok: true, value: { rows: [{ row: 2, ok: true, value: hoursValue }], ignored: [] } });
  });

  it('keeps the zeros of a number that is a text, and a reference that looks like a month', async () => {
    const workbook = await openedElsewhere(await writeTemplate(contractsForm));
    const sheet = workbook.worksheets[0];
    if (!sheet) throw new Error('no sheet');
    for (const [at, cell] of ['00099000160012', '2024-01', '', 'Voirie'].entries())
      sheet.getRow(2).getCell(at + 1).value = cell;
    const read = await readForm(bytesOf(await savedElsewhere(workbook)), contractsForm, parseContractRow);
    expect(read).toMatchObject({
      ok: true,
      value: { rows: [{ ok: true, value: { buyer: '00099000160012', reference: '2024-01', lot: null } }] },
    });
  });

  it('is read from what its formulas give and from text of several styles', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('Heures');
    sheet.addRow(['Contrat', 'Salarié (identifiant)', 'Mois', 'Nature', 'Heures']);
    sheet.addRow([
      { richText: [{ text: 'M-' }, { font: { bold: true }, text: '1' }] },
      { text: 'E-1', hyperlink: 'https://exemple.test' },
      '04/2020',
      'stage',
      { formula: 'SUM(3,4.5)', result: 7.5 },
    ]);
    const read = await readForm(bytesOf(await savedElsewhere(workbook)), hoursForm, parseHoursRow);
    expect(read).toMatchObject({
      ok: true,
      value: { rows: [{ ok: true, value: { contract: { number: 'M-1' }, placement: 'E-1', centihours: 750 } }] },
    });
  });

  it('reads days kept from 1904, as spreadsheets of old Macs do', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.properties.date1904 = true;
    workbook.addWorksheet('A').addRows([['Jour'], [new Date(Date.UTC(2020, 3, 12))]]);
    const opened = await openSheet(bytesOf(await savedElsewhere(workbook)));
    expect(opened.ok && opened.value.sheets[0]?.rows[1]?.cells).toEqual([{ day: '2020-04-12' }]);
  });
});

describe('a template filled in by us', () => {
  it('shows another program days as days, hours as numbers and references as text', async () => {
    const workbook = await openedElsewhere(await writeTemplate(hoursForm, [hoursRow]));
    const row = workbook.worksheets[0]?.getRow(2);
    expect(row?.getCell(1).value).toBe('21990001600011/2024-017');
    expect(row?.getCell(1).numFmt).toBe('@');
    expect(row?.getCell(5).value).toEqual(new Date('2020-04-01T00:00:00Z'));
    expect(row?.getCell(5).numFmt).toBe('dd/mm/yyyy');
    expect(row?.getCell(8).value).toBe(7.5);
  });

  it('holds as many rows as it is given, each checked while it is typed', async () => {
    const rows = Array.from({ length: 1200 }, (_, at): Cell[] => [
      'M-1',
      null,
      `E-${at}`,
      null,
      null,
      null,
      null,
      at / 4,
    ]);
    const workbook = await openedElsewhere(await writeTemplate(hoursForm, rows));
    const sheet = workbook.worksheets[0];
    expect(sheet?.getCell('C1201').value).toBe('E-1199');
    expect(sheet?.getCell('G1201').dataValidation).toMatchObject({ type: 'list' });
  });

  it('keeps the signs that XML reserves', async () => {
    const text = `<b> & "M" 'x' ]]> é`;
    const rows: Cell[][] = [[text, null, 'E-1', { day: '2020-04-01' }, null, null, 'stage', 1, null, null]];
    const read = await readForm(bytesOf(await writeTemplate(hoursForm, rows)), hoursForm, parseHoursRow);
    expect(read).toMatchObject({ ok: true, value: { rows: [{ ok: true, value: { contract: { number: text } } }] } });
  });

  it('says in its instructions what is required, and offers no list that its own reader refuses', async () => {
    for (const form of forms) {
      const workbook = await openedElsewhere(await writeTemplate(form));
      const instructions = workbook.getWorksheet('Mode d’emploi');
      const told = new Map<string, string>();
      instructions?.eachRow((row) => told.set(String(row.getCell(1).value), String(row.getCell(2).value)));
      for (const field of form.fields) expect(told.get(field.header)).toBe(field.required ? 'oui' : 'non');
    }
    expect(hoursForm.fields.find((field) => field.key === 'kind')?.choices).toHaveLength(hourKindChoices.length);
  });
});

describe('a sheet opened in a thread of its own', () => {
  it('is what it is when opened here', async () => {
    const file = await workbookOf({
      A: [
        ['Contrat', 'Heures'],
        ['M-1', 7.5],
      ],
    });
    expect(await openSheetInWorker(file)).toEqual(await openSheet(bytesOf(file)));
    const text = Buffer.from('Contrat;Heures\nM-1;7,5\n');
    expect(await openSheetInWorker(text)).toEqual(await openSheet(bytesOf(text)));
  });

  it('is refused with the same code', async () => {
    expect(await openSheetInWorker(Buffer.from('%PDF-1.7\u0000'))).toMatchObject({
      ok: false,
      refusal: { code: 'sheet.unreadable' },
    });
    expect(await openSheetInWorker(new Uint8Array(0))).toMatchObject({ ok: false, refusal: { code: 'sheet.empty' } });
  });

  it('ends as too heavy when it takes too long or too much memory, and the program goes on', async () => {
    const heavy = await workbookOf({ A: Array.from({ length: 3000 }, (_, at) => [at, `ligne ${at}`, at / 3]) });
    expect(await openSheetInWorker(heavy, { timeoutMs: 1, maxMb: 128 })).toMatchObject({
      refusal: { code: 'sheet.too_heavy' },
    });
    const cells = (row: number) => `<c r="A${row}" t="inlineStr"><is><t>${'abcdefghij'.repeat(20)} ${row}</t></is></c>`;
    const rows = Array.from({ length: 60_000 }, (_, at) => `<row r="${at + 1}">${cells(at + 1)}</row>`).join('');
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`;
    const parts = { ...emptyWorkbook, 'xl/worksheets/sheet1.xml': Buffer.from(sheet) };
    expect(await openSheetInWorker(zipSync(parts), { timeoutMs: 20_000, maxMb: 32 })).toMatchObject({
      refusal: { code: 'sheet.too_heavy' },
    });
  });
});

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const emptyWorkbook = {
  'xl/workbook.xml': Buffer.from(
    `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relationships}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ),
  'xl/_rels/workbook.xml.rels': Buffer.from(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ),
};
