import type { Tx } from '@jonction/db/client';
import { findSheetPlacements, type SheetPlacement } from '@jonction/db/hours/find-sheet-placements';
import { type HoursRow, parseHoursRow } from '@jonction/documents/hours-sheet';
import { applyMapping, findTable, readMapping } from '@jonction/documents/mapping';
import { openSheet } from '@jonction/documents/sheet';
import { lotReference } from '@jonction/documents/sheet/contract-reference';
import { hoursForm } from '@jonction/documents/sheet/hours-form';
import { type DeclaredRow, rowKey } from '@jonction/domain/hours/declare';
import { sentence } from '@jonction/domain/shared/words';
import { settle } from '../refuse.ts';
import { words } from '../words.ts';
import { type Declaration, declareRows } from './declare-rows.ts';

export interface ImportRejection {
  file: string;
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

interface Row {
  record: number;
  row: DeclaredRow;
}

/**
 * Hours from a spreadsheet. A row is known by contract, lot, placement, dates and kind: the same with other hours is a
 * correction. Bad rows come back with their reason, the others are in; each placement is a transaction, so that a run
 * cut half-way goes on where it stopped when it is run again.
 */
export async function importHours(
  file: HoursFile,
  transact: Transact,
  declaration: Declaration,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<ImportResult> {
  const workbook = settle(await openSheet(oneChunk(file.bytes)));
  const mapping = settle(readMapping(file.mapping, hoursForm.fields));
  const table = findTable(workbook, hoursForm.fields, mapping);
  const { rows } = settle(applyMapping(table, hoursForm.fields, mapping));
  const result: ImportResult = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: [] };
  const reject = (record: number, field: string, reason: string) =>
    result.rejected.push({ file: file.name, record, field, reason });

  const parsed: { record: number; value: HoursRow }[] = [];
  for (const row of rows) {
    if (Object.values(row.cells).every((cell) => cell === null || cell === '')) continue;
    result.read += 1;
    const read = parseHoursRow(row);
    if (read.ok) parsed.push({ record: read.row, value: read.value });
    else {
      const [problem] = read.problems;
      reject(read.row, problem?.field ?? '', read.problems.map(({ reason }) => reason).join(' '));
    }
  }

  const placements = await transact((tx) =>
    findSheetPlacements(
      tx,
      parsed.map(({ value }) => placementNumber(value)),
    ),
  );
  const known: Row[] = [];
  const seen = new Set<string>();
  for (const { record, value } of parsed) {
    const placement = placements.get(placementNumber(value));
    const problem = placement
      ? mismatch(value, placement)
      : { field: 'Salarié (identifiant)', code: 'hours.sheet_placement' };
    if (!placement || problem) {
      reject(record, problem?.field ?? '', sentence(words, 'fr', problem?.code ?? 'hours.sheet_placement'));
      continue;
    }
    const { contract: _, lot: __, placement: ___, ...declared } = value;
    const row = { ...declared, placementId: placement.id };
    if (row.from.slice(0, 7) !== row.to.slice(0, 7)) reject(record, 'Au', sentence(words, 'fr', 'hours.one_month'));
    else if (seen.has(rowKey(row))) reject(record, 'Nature', sentence(words, 'fr', 'hours.row_twice'));
    else {
      seen.add(rowKey(row));
      known.push({ record, row });
    }
  }

  let done = 0;
  for (const group of Map.groupBy(known, ({ row }) => row.placementId).values()) {
    const { outcomes } = await transact((tx) =>
      declareRows(
        tx,
        group.map(({ row }) => row),
        declaration,
      ),
    );
    for (const outcome of outcomes) result[outcome] += 1;
    done += group.length;
    progress(done, known.length);
  }
  result.rejected.sort((a, b) => a.record - b.record);
  return result;
}

function placementNumber(row: HoursRow): string {
  return row.placement.replace(/^[^\d]*0*(?=\d)/, '').trim();
}

/** The hire named must be on the contract and lot named: a wrong line on the right person would count on another clause. */
function mismatch(row: HoursRow, placement: SheetPlacement): { field: string; code: string } | null {
  const { contract } = row;
  const same =
    'number' in contract
      ? contract.number.replace(/^[^\d]*0*(?=\d)/, '') === placement.contractNumber
      : contract.buyer === placement.buyerSiret && contract.reference === placement.contractReference;
  if (!same) return { field: 'Contrat', code: 'hours.sheet_contract' };
  if (row.lot !== null && lotReference(placement.lotNumber ?? '1') !== row.lot)
    return { field: 'Lot', code: 'hours.sheet_lot' };
  return null;
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
