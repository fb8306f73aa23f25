import { parseHoursRow } from '@jonction/documents/hours-sheet';
import { hoursForm } from '@jonction/documents/sheet/hours-form';
import { readForm } from '@jonction/documents/sheet/read-form';
import { describe, expect, it } from 'vitest';
import { bytesOf, workbookOf } from './fixtures.ts';

const count = 5000;
/** Twelve wrong rows among five thousand, each wrong in its own way; the number is that of the row in the file. */
const wrong = new Map<number, [column: number, value: string, field: string]>([
  [2, [0, '', 'Contrat']],
  [500, [1, '', 'Salarié (identifiant)']],
  [999, [2, '31/04/2020', 'Du']],
  [1000, [3, '01/03/2020', 'Au']],
  [1001, [2, '01/04/20', 'Du']],
  [2222, [4, 'sieste', 'Nature']],
  [2500, [5, 'x', 'Heures']],
  [3000, [5, '-3', 'Heures']],
  [3001, [5, '800', 'Heures']],
  [4000, [4, '', 'Nature']],
  [4999, [3, '', 'Au']],
  [5001, [0, '21990001600012/1', 'Contrat']],
]);

const headers = ['Contrat', 'Salarié (identifiant)', 'Du', 'Au', 'Nature', 'Heures'];
const rows = Array.from({ length: count }, (_, at) => {
  const cells = ['M-1', `E-${at + 2}`, '01/04/2020', '30/04/2020', 'télétravail', '7,5'];
  const bad = wrong.get(at + 2);
  if (bad) cells[bad[0]] = bad[1];
  return cells;
});

async function read(file: string | Uint8Array) {
  const answer = await readForm(bytesOf(file), hoursForm, parseHoursRow);
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value.rows;
}

const csv = (delimiter: string, lineEnd: string) =>
  [headers, ...rows]
    .map((row) => row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter))
    .join(lineEnd);

/** Windows-1252 and Latin-1 are the same for what these rows hold. */
const files: [string, () => Promise<string | Uint8Array> | string | Uint8Array][] = [
  ['a spreadsheet', () => workbookOf({ Avril: [headers, ...rows] })],
  ['a CSV with semicolons', () => csv(';', '\n')],
  ['a CSV with commas and Windows line ends', () => csv(',', '\r\n')],
  ['a CSV with tabs and a byte order mark', () => `\ufeff${csv('\t', '\n')}`],
  ['a CSV in Windows-1252', () => Buffer.from(csv(';', '\r\n'), 'latin1')],
  ['a CSV in UTF-16', () => Buffer.from(`\ufeff${csv('\t', '\r\n')}`, 'utf16le')],
];

describe('five thousand rows of which twelve are wrong', () => {
  it.each(files)('in %s: the twelve are told by row and field, all the others come in', async (_, file) => {
    const reads = await read(await file());
    expect(reads).toHaveLength(count);
    const told = reads.flatMap((one) => (one.ok ? [] : [[one.row, one.problems.map((problem) => problem.field)]]));
    expect(told).toEqual([...wrong].map(([row, [, , field]]) => [row, [field]]));
    for (const one of reads) if (one.ok) expect(one.value.placement).toBe(`E-${one.row}`);
  });
});
