import { readCsv } from '@jonction/documents/csv';
import { readCsvFields } from '@jonction/documents/csv-objects';
import { delimiterOf } from '@jonction/documents/delimiter';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.byteLength; from += size) yield bytes.subarray(from, from + size);
}

const rowsOf = (text: string, size = 65_536) => Array.fromAsync(readCsv(pieces(Buffer.from(text), size)));

/** As RFC 4180 writes a cell, quoted where it must be. */
function written(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const anyCell = fc.oneof(
  fc.constantFrom(
    '',
    'é',
    'M-1',
    '7,5',
    '12;3',
    'a\tb',
    'a|b',
    'dit "oui"',
    'deux\nlignes',
    'deux\r\nlignes',
    '""',
    "l'été",
  ),
  fc.string({ maxLength: 12 }).filter((text) => !text.includes('\u0000')),
);
const anyTable = fc.array(fc.array(anyCell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });

describe('readCsv', () => {
  it('gives back any cells that a program wrote, with any delimiter, line end and cut of the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyTable,
        fc.constantFrom(';', ',', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 50 }),
        fc.boolean(),
        async (table, delimiter, lineEnd, size, mark) => {
          const all = [['Contrat', 'Heures', 'Nature'], ...table];
          const text = all.map((row) => row.map((cell) => written(cell, delimiter)).join(delimiter)).join(lineEnd);
          const rows = await rowsOf((mark ? '\ufeff' : '') + text, size);
          expect(rows.map(({ cells }) => cells)).toEqual(all.filter((row) => row.some((cell) => cell.trim() !== '')));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('counts the rows as a spreadsheet does, empty ones and those within a cell of several lines too', async () => {
    const rows = await rowsOf('a;b\n\n;\n"x\ny";1\nz;2\n');
    expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [1, 'a'],
      [4, 'x\ny'],
      [5, 'z'],
    ]);
  });

  it('takes a quote in the middle of a cell as it is', async () => {
    const rows = await rowsOf('a;b\nBâtiment "Le Moulin";2\n5" de tuyau;3\n');
    expect(rows.slice(1).map(({ cells }) => cells)).toEqual([
      ['Bâtiment "Le Moulin"', '2'],
      ['5" de tuyau', '3'],
    ]);
  });

  it('keeps rows that have fewer or more cells than the first', async () => {
    expect((await rowsOf('a;b;c\n1\n1;2;3;4\n')).map(({ cells }) => cells.length)).toEqual([3, 1, 4]);
  });

  it('stops at a quote never closed instead of swallowing the file', async () => {
    const endless = `a;b\n"jamais fermé;${'x;y\n'.repeat(3000)}`;
    await expect(Array.fromAsync(readCsv(pieces(Buffer.from(endless), 512), 2000))).rejects.toMatchObject({
      code: expect.stringMatching(/^CSV_/),
    });
  });

  it('gives the rows before a quote never closed, even when all comes at once', async () => {
    const rows: string[][] = [];
    const text = `a;b\n1;2\n"jamais fermé;${'x;y\n'.repeat(3000)}`;
    const reading = async () => {
      for await (const { cells } of readCsv(pieces(Buffer.from(text), 1_000_000), 2000)) rows.push(cells);
    };
    await expect(reading()).rejects.toMatchObject({ code: expect.stringMatching(/^CSV_/) });
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('closes what it reads from when the reader stops early', async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from('a;b\n1;2\n');
      } finally {
        closed = true;
      }
    }
    for await (const { row } of readCsv(endless())) if (row === 5) break;
    expect(closed).toBe(true);
  });

  it('passes on the failure of what it reads from', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('a;b\n1;2\n');
      throw new Error('the disk is gone');
    }
    await expect(Array.fromAsync(readCsv(failing()))).rejects.toThrow('the disk is gone');
  });
});

describe('the delimiter', () => {
  it.each([
    ['a;b;c', ';'],
    ['a,b,c', ','],
    ['a\tb', '\t'],
    ['a|b', '|'],
    ['Montant, HT;Date;Lot', ';'],
    ['"Nom, prénom";Date', ';'],
    ['"a;b;c;d",e', ','],
    ['un seul titre', ';'],
    ['', ';'],
  ])('of %j is %j', (line, delimiter) => {
    expect(delimiterOf(line)).toBe(delimiter);
  });
});

describe('readCsvFields', () => {
  const headers = { code: ['Code_INSEE', '#Code_INSEE'], name: ['Nom', 'Libellé'] };

  it('names cells by headers written without accents, case or punctuation', async () => {
    const rows = await readCsvFields(
      pieces(Buffer.from('Autre;LIBELLE;#code insee\nx; Tilleuls ;99001\n'), 9),
      headers,
    );
    expect(rows && (await Array.fromAsync(rows))).toEqual([{ code: '99001', name: 'Tilleuls' }]);
  });

  it('gives an empty text where a row is short', async () => {
    const rows = await readCsvFields(pieces(Buffer.from('Code_INSEE;Nom\n99001\n'), 9), headers);
    expect(rows && (await Array.fromAsync(rows))).toEqual([{ code: '99001', name: '' }]);
  });

  it('gives nothing where a field has no column, or the file no line', async () => {
    expect(await readCsvFields(pieces(Buffer.from('Code_INSEE;Population\n1;2\n'), 9), headers)).toBeNull();
    expect(await readCsvFields(pieces(new Uint8Array(0), 9), headers)).toBeNull();
  });
});
