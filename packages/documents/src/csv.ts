import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { delimiterOf } from './delimiter.ts';
import { decodeText } from './text.ts';

export interface CsvRow {
  cells: string[];
  /** The line of the file on which the row ends, from 1. */
  line: number;
}

/**
 * Rows of a CSV as they arrive, the header first; empty rows left out. The delimiter is detected on the first line
 * and UTF-8 or Windows-1252 on the bytes.
 *
 * @throws csv-parse's error when a quoted cell is never closed (over `maxCellBytes`).
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>, maxCellBytes = 1_048_576): AsyncGenerator<CsvRow> {
  const text = decodeText(chunks)[Symbol.asyncIterator]();
  let head = '';
  while (!/[\r\n]/.test(head.trimStart()) && head.length < 65_536) {
    const next = await text.next();
    if (next.done) break;
    head += next.value;
  }
  head = head.replace(/^\ufeff/, '').trimStart();
  async function* all(): AsyncGenerator<string> {
    yield head;
    for (let next = await text.next(); !next.done; next = await text.next()) yield next.value;
  }
  const parser = parse({
    delimiter: delimiterOf(head.split(/\r?\n|\r/, 1)[0] ?? ''),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: maxCellBytes,
    info: true,
  });
  const source = Readable.from(all());
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  for await (const read of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    yield { cells: read.record, line: read.info.lines };
  }
}
