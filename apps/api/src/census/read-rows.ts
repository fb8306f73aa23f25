import { namedContracts } from '@jonction/db/census/grid';
import type { Tx } from '@jonction/db/client';
import { type CensusSheetRow, parseCensusRow, parsePastedLine } from '@jonction/documents/census-sheet';
import { applyMapping, findTable } from '@jonction/documents/mapping';
import type { Workbook } from '@jonction/documents/sheet';
import { censusAnswersForm } from '@jonction/documents/sheet/census-form';
import { openSheetInWorker } from '@jonction/documents/sheet/open-in-worker';
import { mostChanged } from '@jonction/domain/census/change';
import type { WantedRow } from '@jonction/domain/census/towards';
import { sentence } from '@jonction/domain/shared/words';
import type { Context } from '../context.ts';
import { Refuse, settle } from '../refuse.ts';
import { structureOf } from '../speaker.ts';
import { words } from '../words.ts';

export interface Wrong {
  field: string;
  sentence: string;
}

/** A row as somebody wrote it, with the contract it is of; or what is wrong with it. */
export interface WrittenRow {
  /** As its file or its paste counts it, from 1. */
  record: number;
  /** As written, where no contract is known by it. */
  name: string;
  wanted: WantedRow | null;
  mark: CensusSheetRow['mark'];
  wrong: Wrong[];
}

type Here = Context & { tx: Tx };

/** The rows of a sheet that comes back, or of a list from elsewhere with headers. */
export async function rowsOfSheet(ctx: Here, bytes: Uint8Array): Promise<WrittenRow[]> {
  const workbook: Workbook = settle(await openSheetInWorker(bytes), 'file');
  return rowsOfTable(ctx, workbook);
}

async function rowsOfTable(ctx: Here, workbook: Workbook): Promise<WrittenRow[]> {
  const { fields } = censusAnswersForm;
  const { rows, mapping } = settle(applyMapping(findTable(workbook, fields), fields), 'file');
  const taken = Object.values(mapping);
  if (!taken.includes('number') && !taken.includes('reference')) throw new Refuse('census.no_names', {}, 'file');
  const filled = rows.filter(({ cells }) => Object.values(cells).some((cell) => cell !== null));
  if (filled.length > mostChanged) throw new Refuse('census.too_many', { most: mostChanged }, 'file');
  const read = filled.map((row) => parseCensusRow(row));
  const good = read.flatMap((row) => (row.ok ? [row.value] : []));
  const named = await namedContracts(ctx.tx, structureOf(ctx), {
    numbers: good.flatMap(({ number }) => number ?? []),
    references: good.flatMap(({ number, reference }) => (number === null && reference !== null ? [reference] : [])),
  });
  const seen = new Set<string>();
  return read.map((row): WrittenRow => {
    const { row: record } = row;
    if (!row.ok) {
      const wrong = row.problems.map(({ field, code, facts }) => ({
        field,
        sentence: sentence(words, ctx.locale, code, facts),
      }));
      return { record, name: '', wanted: null, mark: null, wrong };
    }
    const { number, reference, mark, ...said } = row.value;
    const same = named.filter((one) => (number === null ? one.reference === reference : one.number === number));
    const [contract] = same;
    const name = reference ?? String(number);
    const refuse = (code: string) => ({
      ...{ record, name, wanted: null, mark },
      wrong: [{ field: '', sentence: sentence(words, ctx.locale, code, { value: name }) }],
    });
    if (!contract) return refuse('census.row_unknown');
    if (same.length > 1) return refuse('census.row_ambiguous');
    if (seen.has(contract.id)) return refuse('census.row_twice');
    seen.add(contract.id);
    return { record, name, wanted: { contractId: contract.id, ...untouched(said, mark) }, mark, wrong: [] };
  });
}

/** A cell that still says what the sheet showed was changed by nobody, whatever became of the contract since. */
function untouched(
  { status, since, endsOn, noChange }: Omit<CensusSheetRow, 'number' | 'reference' | 'mark'>,
  mark: CensusSheetRow['mark'],
): Omit<WantedRow, 'contractId'> {
  const kept = mark !== null && status === mark.status;
  return {
    status: kept ? null : status,
    since: kept ? null : since,
    endsOn: mark !== null && endsOn === mark.endsOn ? null : endsOn,
    noChange,
  };
}

/** What was pasted: with headers, rows of their own; without, what stands in the rows of the grid from the one in focus on. */
export async function rowsOfPaste(ctx: Here, text: string, ids: readonly string[]): Promise<WrittenRow[]> {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const headed = tableOf(lines);
  if (headed) return rowsOfTable(ctx, headed);
  if (ids.length === 0) throw new Refuse('census.paste_without_names', {}, 'text');
  if (lines.length > ids.length)
    throw new Refuse('census.paste_too_long', { lines: lines.length, rows: ids.length }, 'text');
  return lines.map((line, index): WrittenRow => {
    const read = parsePastedLine(line);
    const contractId = ids[index] ?? '';
    if (read.ok) return { record: index + 1, name: '', wanted: { contractId, ...read.value }, mark: null, wrong: [] };
    const said = sentence(words, ctx.locale, 'census.cell_unknown', { value: read.value });
    return {
      ...{ record: index + 1, name: '', mark: null, wrong: [{ field: read.value, sentence: said }] },
      wanted: { contractId, status: null, since: null, endsOn: null, noChange: false },
    };
  });
}

/** The lines as a table, where their first one holds the header of what names a contract. */
function tableOf(lines: readonly string[]): Workbook | null {
  const rows = lines.map((line, index) => ({
    row: index + 1,
    cells: line.split('\t').map((cell) => cell.trim() || null),
  }));
  const workbook = { sheets: [{ name: '', rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null)) }] };
  const { fields } = censusAnswersForm;
  const table = findTable(workbook, fields);
  const applied = applyMapping(table, fields);
  const taken = applied.ok ? Object.values(applied.value.mapping) : [];
  return taken.includes('number') || taken.includes('reference') ? workbook : null;
}
