import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';

const flushCharacters = 1 << 19;

/** Lays rows into a table by COPY; a list is written as an array of the base. Texts hold no tab, line nor backslash. */
export async function copyRows(
  client: postgres.Sql,
  table: string,
  columns: string,
  rows: Iterable<readonly unknown[]>,
): Promise<void> {
  const stream = await client.unsafe(`copy ${table} (${columns}) from stdin`).writable();
  await pipeline(Readable.from(textOf(rows)), stream);
}

function* textOf(rows: Iterable<readonly unknown[]>): Generator<string> {
  let text = '';
  for (const row of rows) {
    text += `${row.map(cell).join('\t')}\n`;
    if (text.length < flushCharacters) continue;
    yield text;
    text = '';
  }
  yield text;
}

function cell(value: unknown): string {
  if (value == null) return '\\N';
  return Array.isArray(value) ? `{${value.join(',')}}` : String(value);
}
