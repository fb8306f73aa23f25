import { type Day, dayNumber } from '@jonction/domain/shared/day';
import { Zip, ZipDeflate } from 'fflate';
import type { TableCell, TableColumn, TableColumnKind } from '../write-table.ts';

/** The styles of the cells, by their place in `cellXfs`: 0 plain, 1 header, then one for each kind. */
const styleOf: Readonly<Record<TableColumnKind, number>> = { text: 2, day: 3, hours: 4, money: 4, number: 5 };
const widthOf: Readonly<Record<TableColumnKind, number>> = { text: 24, day: 13, hours: 12, money: 16, number: 12 };
/** The first day of a spreadsheet, as the number of days before ours: 30 December 1899. */
const daysBefore = 25_569;
/** Pieces of the size of a page of the disk cost the compression no more than the whole, and are soon gone. */
const pieceLength = 65_536;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts of a workbook (ECMA-376), written and compressed as its rows come. */
export class XlsxParts {
  /** Of the open sheet, its headers counted. */
  rows = 0;
  readonly #columns: readonly TableColumn[];
  readonly #sheets: string[] = [];
  readonly #encoder = new TextEncoder();
  readonly #zip: Zip;
  #pieces: Uint8Array[] = [];
  #part: ZipDeflate | null = null;
  #text = '';

  constructor(columns: readonly TableColumn[]) {
    this.#columns = columns;
    this.#zip = new Zip((error, piece) => {
      if (error) throw error;
      this.#pieces.push(piece);
    });
  }

  /** What is ready to leave, once. */
  taken(): Uint8Array[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  openSheet(name: string): void {
    const before = this.#sheets.filter((one) => one.startsWith(name.slice(0, 26))).length;
    this.#sheets.push(before === 0 ? name.slice(0, 31) : `${name.slice(0, 26)} ${before + 1}`);
    this.#open(`xl/worksheets/sheet${this.#sheets.length}.xml`);
    const columns = this.#columns.map(
      ({ header, kind }, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${Math.max(widthOf[kind], Math.min(40, header.length + 3))}" customWidth="1"/>`,
    );
    this.#say(`${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">`);
    this.#say('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>');
    this.#say(`<cols>${columns.join('')}</cols><sheetData>`);
    this.rows = 0;
    this.#line(this.#columns.map(({ header }) => inCell(header, 1)));
  }

  row(cells: readonly TableCell[]): void {
    this.#line(this.#columns.map(({ kind }, at) => cellOf(kind, cells[at] ?? null)));
  }

  closeSheet(): void {
    this.#say(
      `</sheetData><autoFilter ref="A1:${letters(this.#columns.length)}${Math.max(1, this.rows)}"/></worksheet>`,
    );
    this.#close();
  }

  /** The sheet of sentences and what ties the parts together. Nothing more can be written. */
  finish(about: { sheet: string; lines: readonly string[] }): void {
    this.#sheets.push(about.sheet.slice(0, 31));
    const rows = about.lines.map((line, at) => rowOf(at + 1, [inCell(line, 0)])).join('');
    const last = this.#sheets.length;
    this.#whole(
      `xl/worksheets/sheet${last}.xml`,
      `<worksheet xmlns="${main}"><cols><col min="1" max="1" width="90" customWidth="1"/></cols><sheetData>${rows}</sheetData></worksheet>`,
    );
    const each = (write: (at: number, name: string) => string) =>
      this.#sheets.map((name, at) => write(at + 1, name)).join('');
    this.#whole('xl/styles.xml', styles);
    this.#whole(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((at, name) => `<sheet name="${safe(name)}" sheetId="${at}" r:id="rId${at}"/>`)}</sheets></workbook>`,
    );
    this.#whole(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${packaged}/relationships">${each((at) => `<Relationship Id="rId${at}" Type="${office}/worksheet" Target="worksheets/sheet${at}.xml"/>`)}<Relationship Id="rId${last + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    );
    this.#whole(
      '_rels/.rels',
      `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    );
    this.#whole(
      '[Content_Types].xml',
      `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${each((at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`)}</Types>`,
    );
    this.#zip.end();
  }

  #line(cells: readonly (string | null)[]): void {
    this.rows++;
    this.#say(rowOf(this.rows, cells));
  }

  #whole(name: string, text: string): void {
    this.#open(name);
    this.#say(head + text);
    this.#close();
  }

  #open(name: string): void {
    this.#part = new ZipDeflate(name, { level: 6 });
    this.#zip.add(this.#part);
  }

  #say(text: string): void {
    this.#text += text;
    if (this.#text.length >= pieceLength) this.#pass(false);
  }

  #close(): void {
    this.#pass(true);
    this.#part = null;
  }

  #pass(last: boolean): void {
    this.#part?.push(this.#encoder.encode(this.#text), last);
    this.#text = '';
  }
}

/** Cells by their columns; readers want the address of each, and nothing of an empty one. */
function rowOf(row: number, cells: readonly (string | null)[]): string {
  const written = cells.map((cell, at) => (cell === null ? '' : `<c r="${letters(at + 1)}${row}"${cell}</c>`));
  return `<row r="${row}">${written.join('')}</row>`;
}

/** A hundredth is written with two decimals; no sum is made on this side of the point. */
function cellOf(kind: TableColumnKind, cell: TableCell): string | null {
  const style = styleOf[kind];
  if (cell === null || cell === '') return null;
  if (kind === 'text') return inCell(String(cell), style);
  if (kind === 'day') return ` s="${style}"><v>${dayNumber(cell as Day) + daysBefore}</v>`;
  return ` s="${style}"><v>${kind === 'number' ? Number(cell) : Number(cell) / 100}</v>`;
}

function inCell(text: string, style: number): string {
  return ` s="${style}" t="inlineStr"><is><t xml:space="preserve">${safe(text)}</t></is>`;
}

/** XML 1.0 has no place for control characters, and a cell holds 32,767 signs. */
function safe(text: string): string {
  return (
    text
      .slice(0, 32_767)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** 1 is A, 27 is AA. */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? letters(rest) : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

const font = '<sz val="11"/><name val="Calibri"/>';
const xf = (format: number, more = '') =>
  `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0"${more}/>`;
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE3E8F4"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${xf(0)}<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0"/>${[49, 164, 4, 3].map((format) => xf(format, ' applyNumberFormat="1"')).join('')}</cellXfs></styleSheet>`;
