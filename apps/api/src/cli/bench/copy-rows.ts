import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { copyText } from '@jonction/db/shared/copy-in';
import type postgres from 'postgres';

/** Lays rows into a table by COPY; a list is written as an array of the base. Texts hold no tab, line nor backslash. */
export async function copyRows(
  client: postgres.Sql,
  table: string,
  columns: string,
  rows: Iterable<readonly unknown[]>,
): Promise<void> {
  const stream = await client.unsafe(`copy ${table} (${columns}) from stdin`).writable();
  await pipeline(Readable.from(copyText(rows, cell)), stream);
}

function cell(value: unknown): string {
  if (value == null) return '\\N';
  return Array.isArray(value) ? `{${value.join(',')}}` : String(value);
}
