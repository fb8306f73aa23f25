import { parse } from 'csv-parse';
import { delimiterOf } from './delimiter.ts';
import { decodeText } from './text.ts';

export interface CsvRow {
  cells: string[];
  /** From 1, empty rows counted: the number a spreadsheet shows beside the row. */
  row: number;
}

/**
 * Rows of a CSV as they arrive, empty ones left out. The delimiter is detected on the first line with something in it,
 * UTF-8 or Windows-1252 on the bytes. Piece by piece rather than by `pipe`: a stream that fails throws away the rows it
 * had already parsed, and those before a quote left open are good.
 *
 * @throws csv-parse's error (code `CSV_...`) when a quoted cell is never closed within `maxRowBytes`.
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>, maxRowBytes = 1_048_576): AsyncGenerator<CsvRow> {
  const text = decodeText(chunks)[Symbol.asyncIterator]();
  let head = '';
  while (!/\S[^\r\n]*[\r\n]/.test(head) && head.length < 65_536) {
    const next = await text.next();
    if (next.done) break;
    head += next.value;
  }
  head = head.replace(/^\ufeff/, '');
  async function* all(): AsyncGenerator<string> {
    yield head;
    for (let next = await text.next(); !next.done; next = await text.next()) yield next.value;
  }
  let parsed: string[][] = [];
  const parser = parse({
    delimiter: delimiterOf(head.trimStart().split(/\r?\n|\r/, 1)[0] ?? ''),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: maxRowBytes,
    on_record: (cells: string[]) => {
      parsed.push(cells);
      return null;
    },
  });
  let failure: Error | null = null;
  const failed = (error?: Error | null): void => {
    failure ??= error ?? null;
  };
  parser.on('error', failed);
  let row = 0;
  function* taken(): Generator<CsvRow> {
    const rows = parsed;
    parsed = [];
    for (const cells of rows) {
      row++;
      if (cells.some((cell) => cell.trim() !== '')) yield { cells, row };
    }
  }
  try {
    for await (const piece of all()) {
      await new Promise<void>((resolve) => {
        parser.write(piece, (error) => {
          failed(error);
          resolve();
        });
      });
      yield* taken();
      if (failure) throw failure;
    }
    await new Promise<void>((resolve) => {
      parser.once('close', resolve);
      parser.end(() => resolve());
    });
    yield* taken();
    if (failure) throw failure;
  } finally {
    parser.destroy();
    await text.return?.(undefined);
  }
}

/** Whether an error says that the text is no CSV, and not that something else failed. */
export function isCsvError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');
}
