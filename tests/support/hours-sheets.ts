import type { Cell } from '@jonction/documents/sheet/cell';
import { hoursForm } from '@jonction/documents/sheet/hours-form';
import { writeTemplate } from '@jonction/documents/write-sheet';
import ExcelJS from 'exceljs';

/** One row as an employer fills the sheet in; what is left out stays empty. */
export interface SheetHours {
  contract: string | number;
  lot?: string;
  placement: string | number;
  month?: string;
  from?: string;
  to?: string;
  kind: string;
  hours: number | string;
  payer?: string;
  evidence?: string;
}

/** Our own template, filled in. */
export async function filledTemplate(rows: readonly SheetHours[]): Promise<Uint8Array<ArrayBuffer>> {
  const cells = rows.map((row) => hoursForm.fields.map(({ key }) => cellOf(row, key)));
  return new Uint8Array(await writeTemplate(hoursForm, cells));
}

function cellOf(row: SheetHours, key: keyof SheetHours): Cell {
  const value = row[key];
  if (value === undefined) return null;
  if (key === 'from' || key === 'to') return { day: String(value) };
  return value;
}

/** A sheet by another library, with other headers and a title above, as a payroll exports it. */
export async function foreignWorkbook(
  headers: Readonly<Partial<Record<keyof SheetHours, string>>>,
  rows: readonly SheetHours[],
): Promise<Uint8Array<ArrayBuffer>> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Export paie');
  sheet.addRow(['Relevé mensuel des heures']);
  sheet.addRow([]);
  const keys = Object.keys(headers) as (keyof SheetHours)[];
  sheet.addRow(keys.map((key) => headers[key]));
  for (const row of rows) {
    sheet.addRow(keys.map((key) => (key === 'from' || key === 'to' ? dateOf(row[key]) : (row[key] ?? null))));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function dateOf(day: string | number | undefined): Date | null {
  return day === undefined ? null : new Date(`${day}T00:00:00Z`);
}
