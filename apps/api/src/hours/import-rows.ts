import type { Tx } from '@jonction/db/client';
import { findSheetPlacements, type SheetPlacement } from '@jonction/db/hours/find-sheet-placements';
import { type HoursRow, parseHoursRow } from '@jonction/documents/hours-sheet';
import { applyMapping } from '@jonction/documents/mapping';
import { lotReference } from '@jonction/documents/sheet/contract-reference';
import { type HoursField, hoursForm } from '@jonction/documents/sheet/hours-form';
import { type DeclaredRow, rowKey } from '@jonction/domain/hours/declare';
import type { Locale } from '@jonction/domain/shared/locale';
import { sentence } from '@jonction/domain/shared/words';
import { Refuse, settle } from '../refuse.ts';
import { words } from '../words.ts';
import { type Declaration, declareRows } from './declare-rows.ts';
import { openHoursWorkbook, tableOf } from './sheet-table.ts';

export interface ImportRejection {
  file: string;
  /** The number of the row in the file, as a spreadsheet counts. */
  record: number;
  field: string;
  reason: string;
}

export interface ImportResult {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: ImportRejection[];
}

/** Runs some work in a transaction of its own, in the name of whoever imports. */
export type Transact = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;

export interface HoursFile {
  name: string;
  bytes: Uint8Array;
  /** Header -> field, chosen by the person. */
  mapping: Readonly<Record<string, string>>;
}

export interface ImportWishes {
  /** Only hires of this structure: for the operator, whom no wall stops. */
  structureId?: string | null;
  locale?: Locale;
  progress?: (done: number, total: number) => void;
}

interface Row {
  record: number;
  row: DeclaredRow;
}

/**
 * Hours from a spreadsheet. A row is known by contract, lot, placement, dates and kind: the same with other hours is a
 * correction. Bad rows come back with their reason, the others are in; each placement is a piece of work of its own, so that
 * a run cut half-way goes on where it stopped when it is run again.
 */
export async function importHours(
  file: HoursFile,
  transact: Transact,
  declaration: Declaration,
  { structureId = null, locale = 'fr', progress }: ImportWishes = {},
): Promise<ImportResult & { headers: string[]; months: string[] }> {
  const { table, mapping } = tableOf(await openHoursWorkbook(file.bytes), file.mapping);
  const { rows, mapping: taken } = settle(applyMapping(table, hoursForm.fields, mapping), 'mapping');
  const headerOf = (key: HoursField) => Object.keys(taken).find((header) => taken[header] === key) ?? key;
  const result: ImportResult = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: [] };
  const reject = (record: number, field: string, reason: string) =>
    result.rejected.push({ file: file.name, record, field, reason });
  const say = (code: string, facts: Record<string, string | number> = {}) => sentence(words, locale, code, facts);

  const parsed: { record: number; value: HoursRow }[] = [];
  for (const row of rows) {
    if (Object.values(row.cells).every((cell) => cell === null || cell === '')) continue;
    result.read += 1;
    const read = parseHoursRow(row);
    if (read.ok) parsed.push({ record: read.row, value: read.value });
    else {
      const [problem] = read.problems;
      reject(read.row, problem?.field ?? '', read.problems.map(({ code, facts }) => say(code, facts)).join(' '));
    }
  }

  if (result.read === 0) throw new Refuse('hours.sheet_empty', {}, 'file');

  const placements = await transact((tx) =>
    findSheetPlacements(
      tx,
      parsed.map(({ value }) => placementNumber(value)),
      structureId,
    ),
  );
  const known: Row[] = [];
  const seen = new Set<string>();
  for (const { record, value } of parsed) {
    const placement = placements.get(placementNumber(value));
    const problem = problemOf(value, placement);
    if (!placement || problem) {
      reject(record, headerOf(problem?.field ?? 'placement'), say(problem?.code ?? 'hours.sheet_placement'));
      continue;
    }
    const { contract: _, lot: __, placement: ___, ...declared } = value;
    const row = { ...declared, placementId: placement.id };
    if (row.from.slice(0, 7) !== row.to.slice(0, 7)) reject(record, headerOf('to'), say('hours.one_month'));
    else if (seen.has(rowKey(row))) reject(record, headerOf('kind'), say('hours.row_twice'));
    else {
      seen.add(rowKey(row));
      known.push({ record, row });
    }
  }

  let done = 0;
  // In the order of their ids: two imports at once take their locks in the same order and never wait for each other in a ring.
  const groups = [...Map.groupBy(known, ({ row }) => row.placementId)].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [, group] of groups) {
    const { outcomes } = await transact((tx) =>
      declareRows(
        tx,
        group.map(({ row }) => row),
        declaration,
      ),
    );
    for (const outcome of outcomes) result[outcome] += 1;
    done += group.length;
    progress?.(done, known.length);
  }
  result.rejected.sort((a, b) => a.record - b.record);
  const months = [...new Set(known.map(({ row }) => row.from.slice(0, 7)))].sort();
  return { ...result, headers: table.headers, months };
}

function placementNumber(row: HoursRow): string {
  return row.placement.replace(/^[^\d]*0*(?=\d)/, '').trim();
}

/** The hire named must be on the contract and lot named: a wrong line on the right person would count on another clause. */
function problemOf(row: HoursRow, placement: SheetPlacement | undefined): { field: HoursField; code: string } | null {
  if (!placement) return { field: 'placement', code: 'hours.sheet_placement' };
  const { contract } = row;
  const same =
    'number' in contract
      ? contract.number.replace(/^[^\d]*0*(?=\d)/, '') === placement.contractNumber
      : contract.buyer === placement.buyerSiret && contract.reference === placement.contractReference;
  if (!same) return { field: 'contract', code: 'hours.sheet_contract' };
  if (row.lot !== null && lotReference(placement.lotNumber ?? '1') !== row.lot)
    return { field: 'lot', code: 'hours.sheet_lot' };
  return null;
}
