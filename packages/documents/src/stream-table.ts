import { harmless } from './sheet/harmless.ts';
import { XlsxParts } from './sheet/xlsx-parts.ts';
import type { TableCell, TableColumn } from './write-table.ts';

/** Rows as they come, some at a time: how many there are is known by nobody before the end. */
export type RowBatches = AsyncIterable<readonly (readonly TableCell[])[]>;

export interface StreamedTable {
  /** The name of the sheet, 31 signs at most. */
  sheet: string;
  columns: readonly TableColumn[];
  rows: RowBatches;
  /** A second sheet of sentences: what this is, made when. The first one holds headers and rows alone, for other programs. */
  about: { sheet: string; lines: readonly string[] };
}

/** What a sheet holds in Excel, its headers counted. */
const mostRows = 1_048_576;

/**
 * A table of any length as `.xlsx`, piece by piece: headers in the first row, typed cells, a filter over them. Memory holds one batch
 * of rows, never the file. Beyond what a sheet holds the rows go on in the next one, under the same headers.
 */
export async function* streamXlsx(table: StreamedTable, rowsInSheet = mostRows): AsyncGenerator<Uint8Array> {
  const parts = new XlsxParts(table.columns);
  parts.openSheet(table.sheet);
  for await (const batch of table.rows) {
    for (const row of batch) {
      if (parts.rows === rowsInSheet) {
        parts.closeSheet();
        parts.openSheet(table.sheet);
      }
      parts.row(row);
    }
    yield* parts.taken();
  }
  parts.closeSheet();
  parts.finish(table.about);
  yield* parts.taken();
}

/**
 * The same as `.csv`: semicolons, decimal commas and days as a French spreadsheet reads them, UTF-8 with its mark so that it knows.
 * No cell is taken for a formula.
 */
export async function* streamCsv({
  columns,
  rows,
}: Pick<StreamedTable, 'columns' | 'rows'>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const lineOf = (cells: readonly string[]) => `${cells.map(quoted).join(';')}\r\n`;
  yield encoder.encode(`\ufeff${lineOf(columns.map(({ header }) => header))}`);
  for await (const batch of rows) {
    const lines = batch.map((row) => lineOf(columns.map(({ kind }, at) => written(kind, row[at] ?? null))));
    if (lines.length > 0) yield encoder.encode(lines.join(''));
  }
}

function written(kind: TableColumn['kind'], cell: TableCell): string {
  if (cell === null) return '';
  if (kind === 'text') return harmless(String(cell));
  if (kind === 'day') return String(cell).split('-').reverse().join('/');
  if (kind === 'number') return String(cell).replace('.', ',');
  const hundredths = Math.abs(Number(cell));
  const whole = `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`;
  return Number(cell) < 0 ? `-${whole}` : whole;
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
