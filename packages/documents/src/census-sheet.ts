import { type ContractStatus, contractStatuses } from '@jonction/domain/contract/lifecycle';
import { type Day, isDay } from '@jonction/domain/shared/day';
import type { MappedRow } from './mapping.ts';
import { type Cell, textOfCell } from './sheet/cell.ts';
import {
  type CensusField,
  type CensusSheetKey,
  censusAnswersForm,
  censusForm,
  censusStatusChoices,
  noChangeChoices,
} from './sheet/census-form.ts';
import { choiceOf } from './sheet/choice.ts';
import { dayWritten } from './sheet/day-written.ts';
import { type RowRead, RowReading } from './sheet/row-reading.ts';
import { writeTemplate } from './write-sheet.ts';

/** What a sheet showed of a contract when it was made: a cell that still says so was changed by nobody. */
export interface CensusMark {
  status: ContractStatus;
  endsOn: Day | null;
  on: Day;
}

/** A row of a census that comes back, or of a list from elsewhere; null: the cell is empty or there is no such column. */
export interface CensusSheetRow {
  number: number | null;
  reference: string | null;
  status: ContractStatus | null;
  since: Day | null;
  endsOn: Day | null;
  noChange: boolean;
  mark: CensusMark | null;
}

export function markOf({ status, endsOn, on }: CensusMark): string {
  return [status, endsOn ?? '', on].join('|');
}

function markWritten(text: string): CensusMark | null {
  const [code = '', endsOn = '', on = ''] = text.split('|');
  const status = contractStatuses.find((known) => known === code);
  if (!status || !isDay(on) || (endsOn !== '' && !isDay(endsOn))) return null;
  return { status, endsOn: endsOn === '' ? null : endsOn, on };
}

/** One row. In the column of statuses, "sans changement" says so as well as in its own. */
export function parseCensusRow(row: MappedRow<CensusField>): RowRead<CensusSheetRow> {
  const read = new RowReading(row, censusAnswersForm);
  const number = read.whole('number', 1, 1_000_000_000);
  const reference = read.text('reference', 120);
  if (read.problems.length === 0 && number === null && reference === null) read.complain('reference', 'sheet.required');
  const unchanged = choiceOf(textOfCell(row.cells.status), noChangeChoices) !== null;
  return read.finished({
    number,
    reference,
    status: unchanged ? null : read.choice('status', censusStatusChoices),
    since: read.day('since'),
    endsOn: read.day('ends'),
    noChange: unchanged || read.choice('noChange', noChangeChoices) !== null,
    mark: markWritten(read.text('mark', 60) ?? ''),
  });
}

/**
 * Cells pasted without headers, in the order of the rows of a grid: each is known by what it holds. A status, or "sans changement";
 * the day in the next column is since when; one further on, or without a status, is the end. Null: a cell is none of these (`value`).
 */
export function parsePastedLine(
  line: string,
):
  | { ok: true; value: Pick<CensusSheetRow, 'status' | 'since' | 'endsOn' | 'noChange'> }
  | { ok: false; value: string } {
  const said: Pick<CensusSheetRow, 'status' | 'since' | 'endsOn' | 'noChange'> = {
    ...{ status: null, since: null, endsOn: null, noChange: false },
  };
  const cells = line.split('\t').map((text) => textOfCell(text));
  const statusAt = cells.findIndex((cell) => choiceOf(cell, censusStatusChoices) !== null);
  for (const [at, cell] of cells.entries()) {
    if (cell === '') continue;
    const status = choiceOf(cell, censusStatusChoices);
    const day = dayWritten(cell);
    if (cell === '=' || choiceOf(cell, noChangeChoices)) said.noChange = true;
    else if (status) said.status = status;
    else if (!day.ok) return { ok: false, value: cell };
    else if (statusAt !== -1 && at === statusAt + 1) said.since = day.value;
    else said.endsOn = day.value;
  }
  return { ok: true, value: said };
}

/** A row of the grid with what its sheet shows under each column; days and numbers as they are, statuses as codes. */
export interface CensusSheetLine extends Record<Exclude<CensusSheetKey, 'noChange' | 'mark' | 'status'>, Cell> {
  status: ContractStatus;
  /** As known when the sheet is made, apart from the day that it shows. */
  mark: CensusMark;
}

/** The grid as it stands, as `.xlsx`: the columns chosen, those that may come back with their lists, and what to change in words. */
export async function writeCensus(
  columns: readonly string[],
  intro: string,
  lines: readonly CensusSheetLine[],
): Promise<Buffer> {
  const form = censusForm(columns, intro);
  const labelOf = new Map(censusStatusChoices.map(({ code, label }) => [code, label]));
  const cellOf = (line: CensusSheetLine, key: CensusSheetKey): Cell => {
    if (key === 'noChange') return null;
    if (key === 'mark') return markOf(line.mark);
    return key === 'status' ? (labelOf.get(line.status) ?? null) : line[key];
  };
  return writeTemplate(
    form,
    lines.map((line) => form.fields.map(({ key }) => cellOf(line, key))),
  );
}
