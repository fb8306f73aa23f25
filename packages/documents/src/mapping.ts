import { accepted, type Decision, refused } from '@jonction/domain/shared/decision';
import { foldedText } from './folded-text.ts';
import { type Cell, textOfCell } from './sheet/cell.ts';
import type { SheetField } from './sheet/field.ts';
import type { Workbook } from './sheet.ts';

/** Header as the file writes it -> key of our field. Headers that stay out are not read. */
export type Mapping<Key extends string = string> = Readonly<Record<string, Key>>;

/** A sheet of which one row has been recognised as the headers. */
export interface Table {
  /** Made different where two columns have the same: `Date`, `Date (2)`. */
  headers: string[];
  headerRow: number;
  rows: { row: number; cells: Cell[] }[];
}

export interface MappedRow<Key extends string> {
  row: number;
  cells: Readonly<Partial<Record<Key, Cell>>>;
  /** The header each field was read under: what the person sees in the file. */
  headers: Readonly<Partial<Record<Key, string>>>;
}

export type MappingRefusal = 'sheet.columns_missing' | 'sheet.field_unknown';

const headerRowsLookedAt = 20;
const fewestHeaders = 2;

/** The sheet and row whose headers say most of our fields: titles above and other sheets are stepped over. */
export function findTable(workbook: Workbook, fields: readonly SheetField[], mapping: Mapping = {}): Table {
  let best: Table = { headers: [], headerRow: 0, rows: [] };
  let bestScore = -1;
  for (const { rows } of workbook.sheets) {
    for (const [at, candidate] of rows.slice(0, headerRowsLookedAt).entries()) {
      const headers = distinct(candidate.cells.map((cell) => textOfCell(cell)));
      // A title above the table may hold one of our words, but stands alone in its row.
      if (headers.filter((header) => header !== '').length < fewestHeaders) continue;
      const known = headers.filter((header) => Object.hasOwn(mapping, header)).length;
      const score = known + Object.keys(suggestMapping(headers, fields)).length;
      if (score <= bestScore) continue;
      bestScore = score;
      best = { headers, headerRow: candidate.row, rows: rows.slice(at + 1) };
    }
  }
  return best;
}

function distinct(headers: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headers.map((header) => {
    const count = (seen.get(header) ?? 0) + 1;
    seen.set(header, count);
    return count === 1 || header === '' ? header : `${header} (${count})`;
  });
}

/**
 * Guesses which header is which field, without case, accents or punctuation: the header of our template first, then
 * the names people use, then a header that contains one. Each field once.
 */
export function suggestMapping<Key extends string>(
  headers: readonly string[],
  fields: readonly SheetField<Key>[],
): Mapping<Key> {
  const guesses = headers
    .filter((header) => header !== '')
    .flatMap((header) => fields.map((field) => ({ header, key: field.key, score: likeness(header, field) })))
    .filter((guess) => guess.score > 0)
    .sort((a, b) => b.score - a.score);
  const mapping: Record<string, Key> = {};
  const taken = new Set<Key>();
  for (const { header, key } of guesses) {
    if (Object.hasOwn(mapping, header) || taken.has(key)) continue;
    mapping[header] = key;
    taken.add(key);
  }
  return mapping;
}

function likeness(header: string, field: SheetField): number {
  const written = foldedText(header);
  if (written === foldedText(field.header)) return 1000;
  const aliases = field.aliases.map(foldedText);
  if (aliases.includes(written) || written === foldedText(field.key)) return 900;
  // Short words ("du", "au", "lot") are found within others by chance.
  const within = [foldedText(field.header), ...aliases].filter((name) => name.length >= 5 && written.includes(name));
  return Math.max(0, ...within.map((name) => name.length));
}

/**
 * Checks a mapping given from outside (a file of the operator, what was remembered): values are keys or headers of
 * ours. Refused: one that names no field.
 */
export function readMapping<Key extends string>(
  given: Readonly<Record<string, string>>,
  fields: readonly SheetField<Key>[],
): Decision<Mapping<Key>, MappingRefusal> {
  const mapping: Record<string, Key> = {};
  for (const [header, name] of Object.entries(given)) {
    const folded = foldedText(name);
    const field = fields.find((one) => foldedText(one.key) === folded || foldedText(one.header) === folded);
    if (!field) {
      const known = fields.map((one) => one.header).join(', ');
      return refused('sheet.field_unknown', { header, field: name, fields: known });
    }
    mapping[header] = field.key;
  }
  return accepted(mapping);
}

/**
 * The rows by field. The mapping given comes before what is guessed for the other headers. Refused: a required field
 * that no column is for.
 */
export function applyMapping<Key extends string>(
  table: Table,
  fields: readonly SheetField<Key>[],
  given: Mapping<Key> = {},
): Decision<{ rows: MappedRow<Key>[]; mapping: Mapping<Key>; ignored: string[] }, MappingRefusal> {
  const written = new Map(Object.entries<Key>(given).map(([header, key]) => [foldedText(header), key]));
  const chosen = new Map(table.headers.flatMap((header) => pairOf(header, written.get(foldedText(header)))));
  const free = table.headers.filter((header) => !chosen.has(header));
  const left = fields.filter((field) => ![...chosen.values()].includes(field.key));
  const mapping: Record<string, Key> = { ...Object.fromEntries(chosen), ...suggestMapping(free, left) };
  const headerOf = new Map(Object.entries<Key>(mapping).map(([header, key]) => [key, header]));
  const missing = fields.filter((field) => field.required && !headerOf.has(field.key));
  if (missing.length > 0) {
    return refused('sheet.columns_missing', { columns: missing.map((field) => field.header).join(', ') });
  }
  const columns = [...headerOf].map(([key, header]) => ({ key, at: table.headers.indexOf(header) }));
  const headers: Partial<Record<Key, string>> = {};
  for (const [key, header] of headerOf) headers[key] = header;
  const rows = table.rows.map(({ row, cells }) => {
    const named: Partial<Record<Key, Cell>> = {};
    for (const { key, at } of columns) named[key] = cells[at] ?? null;
    return { row, cells: named, headers };
  });
  const ignored = table.headers.filter((header) => header !== '' && !Object.hasOwn(mapping, header));
  return accepted({ rows, mapping, ignored });
}

function pairOf<Key extends string>(header: string, key: Key | undefined): [string, Key][] {
  return key === undefined || header === '' ? [] : [[header, key]];
}
