import { openSheet, sheetLimits } from '@jonction/documents/sheet';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesOf, workbookOf } from './fixtures.ts';

async function rowsIn(content: string | Uint8Array) {
  const opened = await openSheet(bytesOf(content));
  return opened.ok ? opened.value.sheets[0]?.rows : opened.refusal.code;
}

async function refusal(content: string | Uint8Array, limits = sheetLimits) {
  const opened = await openSheet(bytesOf(content), limits);
  return opened.ok ? null : opened.refusal.code;
}

describe('openSheet reads CSV', () => {
  it.each([
    ['semicolons', 'a;b\n1,5;é\n'],
    ['commas and quotes', 'a,b\n"1,5",é\n'],
    ['tabs', 'a\tb\n1,5\té\n'],
    ['a byte order mark and Windows line ends', '\ufeffa;b\r\n1,5;é\r\n'],
    ['old line ends', 'a;b\r1,5;é\r'],
  ])('with %s', async (_, text) => {
    expect(await rowsIn(text)).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1,5', 'é'] },
    ]);
  });

  it('in Windows-1252 and UTF-16', async () => {
    const expected = [{ row: 1, cells: ['é', 'œ'] }];
    expect(await rowsIn(Uint8Array.from([0xe9, 0x3b, 0x9c]))).toEqual(expected);
    expect(await rowsIn(Buffer.from('\ufeffé;œ', 'utf16le'))).toEqual(expected);
  });

  it('and counts empty rows as a spreadsheet does', async () => {
    expect(await rowsIn('\na;b\n\n;;\n"x\ny";2\n')).toEqual([
      { row: 2, cells: ['a', 'b'] },
      { row: 5, cells: ['x\ny', '2'] },
    ]);
  });
});

describe('openSheet reads spreadsheets', () => {
  it('with typed cells and the numbers of their rows', async () => {
    const file = await workbookOf({
      A: [[], ['Jour', 'Heures', 'Vu'], [], [new Date(Date.UTC(2020, 3, 12)), 7.5, true, '  x ', 21990001600011]],
    });
    expect(await rowsIn(file)).toEqual([
      { row: 2, cells: ['Jour', 'Heures', 'Vu', null, null] },
      { row: 4, cells: [{ day: '2020-04-12' }, 7.5, true, 'x', 21990001600011] },
    ]);
  });
});

describe('openSheet refuses in words', () => {
  it('what is too large or too long', async () => {
    expect(await refusal('a;b\n'.repeat(20), { ...sheetLimits, maxBytes: 50 })).toBe('sheet.too_large');
    expect(await refusal('a;b\n'.repeat(20), { ...sheetLimits, maxRows: 19 })).toBe('sheet.too_many_rows');
    const file = await workbookOf({ A: [['a'], ['b'], ['c']] });
    expect(await refusal(file, { ...sheetLimits, maxRows: 2 })).toBe('sheet.too_many_rows');
  });

  it('a spreadsheet that would unfold to more than the memory should hold', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(1), 'xl/a.xml': new Uint8Array(2_000_000) });
    expect(await refusal(bomb, { ...sheetLimits, maxUnfoldedBytes: 1_999_999 })).toBe('sheet.unreadable');
  });

  it('other formats, each with what to do', async () => {
    const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect(await refusal(ole)).toBe('sheet.xls');
    expect(await refusal(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('sheet.protected');
    expect(await refusal(zipSync({ 'content.xml': new Uint8Array(1) }))).toBe('sheet.ods');
    expect(await refusal(zipSync({ 'word/document.xml': new Uint8Array(1) }))).toBe('sheet.unreadable');
    expect(await refusal(Buffer.from('%PDF-1.7\u0000'))).toBe('sheet.unreadable');
    expect(await refusal((await workbookOf({ A: [['a']] })).subarray(0, 300))).toBe('sheet.unreadable');
    expect(await refusal(`a;b\n"never closed${'x'.repeat(1_100_000)}`)).toBe('sheet.unreadable');
    expect(await refusal('')).toBe('sheet.empty');
    expect(await refusal('\n\n')).toBe('sheet.empty');
  });
});
