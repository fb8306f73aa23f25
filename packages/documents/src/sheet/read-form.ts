import { type Decision, refused } from '@jonction/domain/shared/decision';
import type { ByteSource } from '../bytes.ts';
import { applyMapping, findTable, type MappedRow, type Mapping, type MappingRefusal, readMapping } from '../mapping.ts';
import { openSheet, type SheetRefusal } from '../sheet.ts';
import type { SheetForm } from './field.ts';
import type { RowRead } from './row-reading.ts';

export interface FormRead<Key extends string, Value> {
  rows: RowRead<Value>[];
  /** What was understood of the headers: to be shown, and remembered for the next file. */
  mapping: Mapping<Key>;
  ignored: string[];
}

/**
 * Reads a file of one of our forms from its bytes to typed rows. `given` maps headers of the file to fields (keys or
 * headers of ours) where the guess would be wrong. A row that cannot be read is a value; only a file that is no such
 * table is refused.
 */
export async function readForm<Key extends string, Value>(
  source: ByteSource,
  form: SheetForm<Key>,
  parse: (row: MappedRow<Key>) => RowRead<Value>,
  given: Readonly<Record<string, string>> = {},
): Promise<Decision<FormRead<Key, Value>, SheetRefusal | MappingRefusal>> {
  const opened = await openSheet(source);
  if (!opened.ok) return opened;
  const wanted = readMapping(given, form.fields);
  if (!wanted.ok) return wanted;
  const table = findTable(opened.value, form.fields, wanted.value);
  const mapped = applyMapping(table, form.fields, wanted.value);
  if (!mapped.ok) return mapped;
  const { rows, mapping, ignored } = mapped.value;
  const filled = rows.filter(({ cells }) => Object.values(cells).some((cell) => cell !== null));
  if (filled.length === 0) return refused('sheet.empty');
  return { ok: true, value: { rows: filled.map((row) => parse(row)), mapping, ignored } };
}
