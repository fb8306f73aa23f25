import {
  applyMapping,
  findTable,
  type Mapping,
  readMapping,
  suggestMapping,
  type Table,
} from '@jonction/documents/mapping';
import { parseParticipantRow } from '@jonction/documents/participants-sheet';
import { openSheet } from '@jonction/documents/sheet';
import { textOfCell } from '@jonction/documents/sheet/cell';
import { type ParticipantsField, participantsForm } from '@jonction/documents/sheet/participants-form';
import type { ImportedPerson, RowProblem } from '@jonction/domain/participant/import';
import type { Day } from '@jonction/domain/shared/day';
import { settle } from '../../refuse.ts';

export interface ReadRow {
  record: number;
  /** The name as the file writes it, so that a refused row is found again. */
  name: string;
  person: ImportedPerson | null;
  problems: RowProblem[];
}

/** The columns of a file, with the first values of each, to say what it holds. */
export interface Columns {
  headers: string[];
  samples: Record<string, string[]>;
}

export interface ReadList {
  mapping: Mapping<ParticipantsField>;
  /** Columns of ours that no header is for and that a person cannot enter without. */
  missing: ParticipantsField[];
  rows: ReadRow[];
}

/** Opens a list; refused in words when it is no spreadsheet of ours. */
export async function openList(bytes: Uint8Array): Promise<Table> {
  const workbook = settle(await openSheet(once(bytes)), 'file');
  return findTable(workbook, participantsForm.fields);
}

/** Reads every row under a mapping; headers that it does not name are guessed. Rows that hold nothing are stepped over. */
export function readList(table: Table, given: Readonly<Record<string, string>>, today: Day): ReadList {
  const chosen = settle(readMapping<ParticipantsField>(given, participantsForm.fields), 'mapping');
  const applied = applyMapping(table, participantsForm.fields, chosen);
  if (!applied.ok) {
    const mapping = { ...suggestMapping(table.headers, participantsForm.fields), ...chosen };
    const mapped = new Set(Object.values(mapping));
    const missing = participantsForm.fields.filter(({ required, key }) => required && !mapped.has(key));
    return { mapping, missing: missing.map(({ key }) => key), rows: [] };
  }
  const { rows, mapping } = applied.value;
  const filled = rows.filter(({ cells }) => Object.values(cells).some((cell) => textOfCell(cell) !== ''));
  return {
    mapping,
    missing: [],
    rows: filled.map((row) => {
      const read = parseParticipantRow(row, { today });
      const name = [textOfCell(row.cells.lastName), textOfCell(row.cells.firstName)].filter(Boolean).join(' ');
      return {
        record: row.row,
        name,
        person: read.ok ? read.value : null,
        problems: read.ok ? [] : read.problems.map(({ field, code, facts }) => ({ field, code, facts })),
      };
    }),
  };
}

/** The same headers, in any order and however they are capitalised, find the mapping that somebody chose last time. */
export function headersKey(headers: readonly string[]): string {
  return headers
    .map((header) =>
      header
        .normalize('NFD')
        .replaceAll(/\p{Diacritic}/gu, '')
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, ' ')
        .trim(),
    )
    .filter((header) => header !== '')
    .sort()
    .join('|')
    .slice(0, 2000);
}

export function columnsOf(table: Table): Columns {
  const samples: Record<string, string[]> = {};
  for (const [at, header] of table.headers.entries()) {
    if (header === '') continue;
    const values = table.rows.slice(0, 40).map(({ cells }) => textOfCell(cells[at]));
    samples[header] = values.filter((value) => value !== '').slice(0, 3);
  }
  return { headers: table.headers, samples };
}

/** The table with the headers that a person named alone: those left out are read as nothing. */
export function onlyMapped(table: Table, mapping: Readonly<Record<string, string>>): Table {
  return { ...table, headers: table.headers.map((header) => (Object.hasOwn(mapping, header) ? header : '')) };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
