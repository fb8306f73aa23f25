import { accepted, type Decision, refused } from '@jonction/domain/shared/decision';
import readXlsx, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/node';
import { type ByteSource, CutFile, openBytes } from './bytes.ts';
import { isCsvError, readCsv } from './csv.ts';
import { isOle, oleKind } from './ole.ts';
import { cellOf, type SheetRow } from './sheet/cell.ts';
import { canBeText } from './text.ts';
import { isZip, listZip } from './zip-listing.ts';

/** The sheets of a file in their order; empty rows are left out, and every row keeps its number. */
export interface Workbook {
  sheets: { name: string; rows: SheetRow[] }[];
}

export interface SheetLimits {
  maxBytes: number;
  maxRows: number;
  /** What the files within a spreadsheet may add up to: a file of 10 MB can be made to fill the memory. */
  maxUnfoldedBytes: number;
}

const megabyte = 1024 * 1024;

export const sheetLimits: SheetLimits = {
  maxBytes: 10 * megabyte,
  maxRows: 100_000,
  maxUnfoldedBytes: 300 * megabyte,
};

export type SheetRefusal =
  | 'sheet.empty'
  | 'sheet.too_large'
  | 'sheet.too_many_rows'
  | 'sheet.xls'
  | 'sheet.ods'
  | 'sheet.protected'
  | 'sheet.unreadable';

/**
 * Reads an `.xlsx` or a `.csv` (`;`, `,` or tab; UTF-8 or Windows-1252), told by content. Refused in words: what is too
 * large, too long, empty, protected by a password, or of another format (`.xls`, `.ods`).
 */
export async function openSheet(
  source: ByteSource,
  limits: SheetLimits = sheetLimits,
): Promise<Decision<Workbook, SheetRefusal>> {
  const { chunks } = await openBytes(source);
  const bytes = await collected(chunks, limits.maxBytes);
  if (bytes === null) return refused('sheet.too_large', { megabytes: Math.round(limits.maxBytes / megabyte) });
  if (bytes.byteLength === 0) return refused('sheet.empty');
  if (isOle(bytes)) return refused(oleKind(bytes) === 'protected' ? 'sheet.protected' : 'sheet.xls');
  const read = isZip(bytes) ? await readWorkbook(bytes, limits) : await readTextTable(bytes, limits.maxRows);
  if (!read.ok) return read;
  const rows = Math.max(0, ...read.value.sheets.map((sheet) => sheet.rows.length));
  if (rows === 0) return refused('sheet.empty');
  return rows > limits.maxRows ? refused('sheet.too_many_rows', { rows: limits.maxRows }) : read;
}

async function collected(chunks: AsyncIterable<Buffer>, maxBytes: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of chunks) {
      size += chunk.byteLength;
      if (size > maxBytes) return null;
      parts.push(chunk);
    }
  } catch (error) {
    if (!(error instanceof CutFile)) throw error;
  }
  return Buffer.concat(parts);
}

async function readWorkbook(bytes: Buffer, limits: SheetLimits): Promise<Decision<Workbook, SheetRefusal>> {
  const listing = listZip(bytes);
  if (listing?.names.has('content.xml')) return refused('sheet.ods');
  if (!listing?.names.has('xl/workbook.xml') || listing.unfoldedBytes > limits.maxUnfoldedBytes) {
    return refused('sheet.unreadable');
  }
  try {
    const sheets = await readXlsx(bytes);
    return accepted({ sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: filledRows(data) })) });
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError)
      return refused('sheet.unreadable');
    throw error;
  }
}

async function readTextTable(bytes: Buffer, maxRows: number): Promise<Decision<Workbook, SheetRefusal>> {
  if (!canBeText(bytes)) return refused('sheet.unreadable');
  const rows: SheetRow[] = [];
  try {
    for await (const { cells, row } of readCsv(once(bytes))) {
      rows.push({ row, cells: cells.map(cellOf) });
      if (rows.length > maxRows) break;
    }
  } catch (error) {
    if (isCsvError(error)) return refused('sheet.unreadable');
    throw error;
  }
  return accepted({ sheets: [{ name: '', rows }] });
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function filledRows(data: readonly (readonly unknown[])[]): SheetRow[] {
  return data
    .map((values, at) => ({ row: at + 1, cells: values.map(cellOf) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null));
}
