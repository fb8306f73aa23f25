import { readCsv } from '@jonction/documents/csv';
import { type RowBatches, type StreamedTable, streamCsv, streamXlsx } from '@jonction/documents/stream-table';
import type { TableCell } from '@jonction/documents/write-table';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';

const columns = [
  { header: 'Nom', kind: 'text' },
  { header: 'Le', kind: 'day' },
  { header: 'Heures', kind: 'hours' },
  { header: 'Montant', kind: 'money' },
  { header: 'Postes', kind: 'number' },
] as const;

async function* batches(...some: TableCell[][][]): RowBatches {
  yield* some;
}

function table(rows: RowBatches, more: Partial<StreamedTable> = {}): StreamedTable {
  return { sheet: 'Offres', columns, rows, about: { sheet: 'À propos', lines: ['Fait le 3 avril.'] }, ...more };
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function opened(pieces: AsyncIterable<Uint8Array>) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await whole(pieces)) as unknown as ArrayBuffer);
  return book.worksheets.map((sheet) => {
    const rows: unknown[][] = [];
    sheet.eachRow((row) => {
      rows.push((row.values as unknown[]).slice(1));
    });
    return { name: sheet.name, rows, filter: sheet.autoFilter, views: sheet.views };
  });
}

const first: TableCell[] = ['Awa & <fille>', '2020-02-29', 3_333, 120_000_05, 2];

describe('a table of any length as a spreadsheet', () => {
  it('holds headers in the first row, then typed cells; a second sheet says what it is', async () => {
    const [sheet, about] = await opened(streamXlsx(table(batches([first], [[null, null, null, null, null]]))));
    expect(sheet?.name).toBe('Offres');
    expect(sheet?.rows[0]).toEqual(['Nom', 'Le', 'Heures', 'Montant', 'Postes']);
    expect(sheet?.rows[1]).toEqual(['Awa & <fille>', new Date('2020-02-29T00:00:00Z'), 33.33, 120_000.05, 2]);
    expect(sheet?.rows.length).toBe(2);
    expect(sheet?.filter).toBe('A1:E3');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(about).toMatchObject({ name: 'À propos', rows: [['Fait le 3 avril.']] });
  });

  it('is read by the reader of our own imports', async () => {
    const rows = await readSheet(await whole(streamXlsx(table(batches([first])))));
    expect(rows[0]).toEqual(['Nom', 'Le', 'Heures', 'Montant', 'Postes']);
    expect(rows[1]).toEqual(['Awa & <fille>', new Date('2020-02-29T00:00:00Z'), 33.33, 120_000.05, 2]);
  });

  it('has its headers and its second sheet even where no row came', async () => {
    const sheets = await opened(streamXlsx(table(batches())));
    expect(sheets.map(({ rows }) => rows.length)).toEqual([1, 1]);
  });

  it('gives out its beginning before the end is known: memory holds a batch, never the file', async () => {
    let read = 0;
    async function* many(): RowBatches {
      for (let batch = 0; batch < 60; batch++) {
        read++;
        // Nothing that repeats, or it would all fit into the first piece.
        yield Array.from({ length: 200 }, (_, at) => [
          [...`${batch} ${at}`].map((sign) => `${sign.charCodeAt(0) * (at + 7) * (batch + 3)}`).join('-'),
          ...[null, at, at, at],
        ]);
      }
    }
    const sizes: number[] = [];
    let readAtFirst = 0;
    for await (const piece of streamXlsx(table(many()))) {
      if (sizes.length === 0) readAtFirst = read;
      sizes.push(piece.length);
    }
    expect(readAtFirst).toBeLessThan(30);
    expect(read).toBe(60);
    const sum = sizes.reduce((all, size) => all + size, 0);
    expect(Math.max(...sizes)).toBeLessThan(sum / 2);
  });

  it('goes on in another sheet beyond what one holds, under the same headers', async () => {
    const rows = Array.from({ length: 5 }, (_, at): TableCell[] => [`n ${at}`, null, null, null, null]);
    const sheets = await opened(streamXlsx(table(batches(rows)), 3));
    expect(sheets.map(({ name }) => name)).toEqual(['Offres', 'Offres 2', 'Offres 3', 'À propos']);
    expect(sheets.slice(0, 3).map(({ rows: some }) => some.map(([cell]) => cell))).toEqual([
      ['Nom', 'n 0', 'n 1'],
      ['Nom', 'n 2', 'n 3'],
      ['Nom', 'n 4'],
    ]);
  });

  it('takes no text for a formula, and keeps every text that XML can hold', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const rows = ['=1+1', ...given].map((text): TableCell[] => [text, null, null, null, null]);
        const sheet = await readSheet(await whole(streamXlsx(table(batches(rows)))), { trim: false });
        expect(sheet.slice(1).map(([cell]) => cell)).toEqual(['=1+1', ...given]);
      }),
      { numRuns: 15 },
    );
    const odd: TableCell[] = ['a\u0000b\u0007c\ud800d', null, null, null, null];
    const [sheet] = await opened(streamXlsx(table(batches([odd]))));
    expect(sheet?.rows[1]?.[0]).toBe('abcd');
  });

  it('breaks when its rows do: half a file never looks whole', async () => {
    async function* failing(): RowBatches {
      yield [first];
      throw new Error('the base went away');
    }
    await expect(whole(streamXlsx(table(failing())))).rejects.toThrow('the base went away');
    await expect(whole(streamCsv(table(failing())))).rejects.toThrow('the base went away');
  });
});

describe('the same as text', () => {
  it('is what a French spreadsheet opens: its mark, semicolons, commas, days', async () => {
    const negative: TableCell[] = ['Zoé', '2020-12-01', -5, 100, 1.5];
    const text = (await whole(streamCsv(table(batches([first, negative]))))).toString('utf8');
    expect(text).toBe(
      '\ufeffNom;Le;Heures;Montant;Postes\r\nAwa & <fille>;29/02/2020;33,33;120000,05;2\r\nZoé;01/12/2020;-0,05;1,00;1,5\r\n',
    );
  });

  it('is read again by our reader, cell by cell, whatever the texts', async () => {
    const text = fc
      .string({ unit: 'grapheme' })
      .filter((one) => !/[\r\0]/.test(one) && one.trim() === one && one !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }), async (rows) => {
        const two = [
          { header: 'Un', kind: 'text' },
          { header: 'Deux', kind: 'text' },
        ] as const;
        const read: string[][] = [];
        for await (const { cells } of readCsv(streamCsv({ columns: two, rows: batches(rows) }))) read.push(cells);
        expect(read.slice(1).map((cells) => cells.map((cell) => cell.replace(/^'/, '')))).toEqual(
          rows.map((cells) => cells.map((cell) => cell.replace(/^'/, ''))),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('takes no cell for a formula', async () => {
    const rows = ['=cmd', '+33612345678', '@a', '-1'].map((cell): TableCell[] => [cell, null, null, null, null]);
    const text = (await whole(streamCsv(table(batches(rows))))).toString('utf8');
    expect(
      text
        .split('\r\n')
        .slice(1, 5)
        .map((line) => line.split(';')[0]),
    ).toEqual(["'=cmd", "'+33612345678", "'@a", "'-1"]);
  });
});
