import type { MappedRow } from '@jonction/documents/mapping';
import { applyMapping, findTable } from '@jonction/documents/mapping';
import { openSheet } from '@jonction/documents/sheet';
import type { SheetForm } from '@jonction/documents/sheet/field';
import ExcelJS from 'exceljs';

export async function* bytesOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof content === 'string' ? Buffer.from(content) : content;
}

/** A spreadsheet as another program writes it: sheets of rows, `undefined` for an empty cell. */
export async function workbookOf(sheets: Record<string, unknown[][]>): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export async function rowsOf<Key extends string>(
  form: SheetForm<Key>,
  content: string | Uint8Array,
): Promise<MappedRow<Key>[]> {
  const opened = await openSheet(bytesOf(content));
  if (!opened.ok) throw new Error(opened.refusal.code);
  const mapped = applyMapping(findTable(opened.value, form.fields), form.fields);
  if (!mapped.ok) throw new Error(mapped.refusal.code);
  return mapped.value.rows;
}
