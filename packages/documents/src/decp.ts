import { accepted, type Decision, refused } from '@jonction/domain/shared/decision';
import { type ByteSource, CutFile, openBytes } from './bytes.ts';
import { type CsvRow, isCsvError, readCsv } from './csv.ts';
import { normaliseRecord } from './decp/normalise.ts';
import type { DecpRecord } from './decp/record.ts';
import { RecordScanner } from './decp/scan-json.ts';
import type { ScannedRecord } from './decp/scanned-record.ts';
import { type Column, isContractTable, rawFromRow, tableColumns } from './decp/table-row.ts';
import { decpWords } from './decp/words.ts';
import { type Problem, problemIn } from './problem.ts';
import { textOf } from './text.ts';

/** What became of a record of the file; `record` counts from 1 in the order of the file, headers not counted. */
export type DecpRead =
  | { record: number; ok: true; contract: DecpRecord }
  | { record: number; ok: false; problems: Problem[] };

export type DecpRefusal = 'decp.xml' | 'decp.zip' | 'decp.not_contracts' | 'decp.empty_file';

/**
 * Opens a file of essential data of public contracts (DECP): JSON of 2019 or 2024, JSON lines, an array, a CSV, any of
 * them compressed by gzip. Told by content, whatever the name. Read as a stream: one record in memory at a time.
 *
 * Refused whole: XML, zip, what is no file of contracts. A bad record is a value of the stream, never its end; a file
 * cut in the middle ends with a problem on the record where it stops.
 */
export async function openDecp(source: ByteSource): Promise<Decision<AsyncGenerator<DecpRead>, DecpRefusal>> {
  const { head, chunks } = await openBytes(source);
  const start = textOf(head)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (start === '') return refused('decp.empty_file');
  if (start.startsWith('<')) return refused('decp.xml');
  if (start.startsWith('PK\u0003\u0004')) return refused('decp.zip');
  if (start.startsWith('{') || start.startsWith('[')) return accepted(numbered(readJson(chunks)));
  const rows = readCsv(chunks);
  const header = await rows.next();
  const columns = header.done ? [] : tableColumns(header.value.cells);
  if (!isContractTable(columns)) {
    await rows.return(undefined);
    return refused('decp.not_contracts');
  }
  return accepted(numbered(readTable(rows, columns)));
}

type Unnumbered = DecpRecord | Problem[];

async function* numbered(records: AsyncGenerator<Unnumbered>): AsyncGenerator<DecpRead> {
  let record = 0;
  for await (const read of records) {
    record++;
    if (Array.isArray(read)) yield { record, ok: false, problems: read };
    else yield { record, ok: true, contract: read };
  }
}

const wholeRecord = 'marché';

async function* readJson(chunks: AsyncIterable<Buffer>): AsyncGenerator<Unnumbered> {
  const scanner = new RecordScanner();
  let cut = false;
  try {
    for await (const chunk of chunks) {
      for (const scanned of scanner.push(chunk)) yield readScanned(scanned);
    }
  } catch (error) {
    if (!(error instanceof CutFile)) throw error;
    cut = true;
  }
  const left = scanner.end();
  for (const scanned of left) yield readScanned(scanned);
  if (cut && left.length === 0) yield [problemIn(decpWords, wholeRecord, 'decp.cut')];
}

function readScanned(scanned: ScannedRecord): Unnumbered {
  if ('broken' in scanned) return [problemIn(decpWords, wholeRecord, `decp.${scanned.broken}`)];
  const text = textOf(scanned.bytes);
  const raw = parsed(text) ?? parsed(withoutNaN(text));
  return raw === undefined ? [problemIn(decpWords, wholeRecord, 'decp.broken')] : normaliseRecord(raw, scanned.group);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Python writes `NaN` and `Infinity`, which JSON does not know. Texts are stepped over. */
function withoutNaN(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (part) => (part[0] === '"' ? part : 'null'));
}

async function* readTable(rows: AsyncGenerator<CsvRow>, columns: readonly Column[]): AsyncGenerator<Unnumbered> {
  try {
    for await (const { cells } of rows) {
      // What a cut line still holds may be cut too: half an amount reads as an amount.
      if (cells.length < columns.length) yield [shortRow(cells.length, columns.length)];
      else yield normaliseRecord(rawFromRow(columns, cells), '');
    }
  } catch (error) {
    // A quote never closed, or a compressed file cut: what came before is good, nothing after can be trusted.
    const code = error instanceof CutFile ? 'decp.cut' : isCsvError(error) ? 'decp.broken' : null;
    if (code === null) throw error;
    yield [problemIn(decpWords, wholeRecord, code)];
  }
}

function shortRow(cells: number, columns: number): Problem {
  return problemIn(decpWords, wholeRecord, 'decp.row_short', { cells, columns });
}
