import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PostgresJsSession } from 'drizzle-orm/postgres-js';
import type { Tx } from '../client.ts';

const flushCharacters = 1 << 18;

/** What a column of a COPY takes; a list is an array of texts of the base, anything else that has parts is JSON. */
export type CopyCell = string | number | boolean | null | readonly string[] | { json: unknown };

/**
 * Lays rows into a table by COPY, within the transaction: each value is read once by the base, by the type of its column. The
 * table is one without row-level security, as a temporary one: COPY does not pass the walls.
 */
export async function copyIn(tx: Tx, into: string, rows: Iterable<readonly CopyCell[]>): Promise<void> {
  const { session } = tx._;
  if (!(session instanceof PostgresJsSession)) throw new Error('a transaction of another driver');
  const query = session.client.unsafe(`copy ${into} from stdin`);
  const stream = await query.writable();
  // The driver tells a failure to the query, which is answered as soon as rows may leave: told to nobody, it would be waited for.
  const failed = new Promise<never>((_, reject) => Object.assign(query, { reject }));
  await Promise.race([pipeline(Readable.from(copyText(rows, cell)), stream), failed]);
}

/** The lines of a COPY, some thousands at a time. */
export function* copyText<Cell>(rows: Iterable<readonly Cell[]>, written: (cell: Cell) => string): Generator<string> {
  let text = '';
  for (const row of rows) {
    text += `${row.map(written).join('\t')}\n`;
    if (text.length < flushCharacters) continue;
    yield text;
    text = '';
  }
  yield text;
}

function cell(value: CopyCell): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (typeof value !== 'object') return String(value);
  return escaped('json' in value ? JSON.stringify(value.json) : `{${value.map(element).join(',')}}`);
}

function element(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

const special = /[\\\t\n\r]/;
const written: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(text: string): string {
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => written[character] ?? character) : text;
}
