import type { ByteSource } from './bytes.ts';
import { openBytes } from './bytes.ts';
import { readCsv } from './csv.ts';
import { foldedText } from './folded-text.ts';

/**
 * Rows of a CSV (gzip or not) as cells named by a list of accepted headers per field: official files rename their
 * columns from year to year. Null: a field has no column.
 */
export async function readCsvFields<Field extends string>(
  source: ByteSource,
  headers: Record<Field, readonly string[]>,
): Promise<AsyncGenerator<Record<Field, string>> | null> {
  const { chunks } = await openBytes(source);
  const rows = readCsv(chunks);
  const first = await rows.next();
  const written = first.done ? [] : first.value.cells.map(foldedText);
  const fields = Object.keys(headers) as Field[];
  const columns = fields.map((field) => {
    const accepted = new Set(headers[field].map(foldedText));
    return written.findIndex((header) => accepted.has(header));
  });
  if (columns.includes(-1)) {
    await rows.return(undefined);
    return null;
  }
  async function* named(): AsyncGenerator<Record<Field, string>> {
    for await (const { cells } of rows) {
      const entries = fields.map((field, at) => [field, cells[columns[at] ?? -1]?.trim() ?? ''] as const);
      yield Object.fromEntries(entries) as Record<Field, string>;
    }
  }
  return named();
}
