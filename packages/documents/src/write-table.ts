import { type Day, dayNumber } from '@jonction/domain/shared/day';
import writeXlsx, { type CellObject, type SheetData } from 'write-excel-file/node';

/** What a column of an export holds. Hours come as whole hundredths and money as cents: the file shows hours and euros. */
export type TableColumnKind = 'text' | 'day' | 'hours' | 'money' | 'number';
export type TableCell = string | number | null;

export interface TableColumn {
  header: string;
  kind: TableColumnKind;
}

export interface WrittenTable {
  /** The name of the sheet, 31 signs at most. */
  sheet: string;
  title: string;
  /** What the reader must know of the figures, above them: as known on which day, by which rule, made when. */
  notes: readonly string[];
  columns: readonly TableColumn[];
  rows: readonly (readonly TableCell[])[];
  /** Sums of the columns of hours and money, in the last row, under this word. */
  sumsAs?: string;
}

const formats = { day: 'dd/mm/yyyy', hours: '#,##0.00', money: '#,##0.00', number: '#,##0', text: '@' } as const;
const header = { fontWeight: 'bold', backgroundColor: '#E3E8F4', wrap: true, alignVertical: 'center' } as const;

/** Tables as one `.xlsx`, a sheet each: title and notes above, typed cells, sums under. */
export async function writeTables(tables: readonly WrittenTable[]): Promise<Buffer> {
  const sheets = tables.map((table) => ({
    sheet: table.sheet.slice(0, 31),
    data: dataOf(table),
    columns: table.columns.map((column, at) => ({ width: widthOf(column, at, table) })),
    stickyRowsCount: headRows(table),
  }));
  return writeXlsx(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
}

/** The title, each note, an empty row, the headers. */
function headRows({ notes }: WrittenTable): number {
  return 1 + notes.length + 1 + 1;
}

function dataOf({ title, notes, columns, rows, sumsAs }: WrittenTable): SheetData {
  const data: SheetData = [
    [{ value: title, type: String, fontWeight: 'bold', fontSize: 14 }],
    ...notes.map((note) => [{ value: note, type: String }]),
    [],
    columns.map((column) => ({ value: column.header, ...header })),
    ...rows.map((row) => columns.map((column, at) => cellOf(column, row[at] ?? null))),
  ];
  if (sumsAs !== undefined) {
    data.push(
      columns.map((column, at): CellObject | null => {
        if (column.kind !== 'hours' && column.kind !== 'money')
          return at === 0 ? { value: sumsAs, type: String, fontWeight: 'bold' } : null;
        const sum = rows.reduce((all, row) => all + Number(row[at] ?? 0), 0);
        return { ...cellOf(column, sum), fontWeight: 'bold' };
      }),
    );
  }
  return data;
}

/** A hundredth is written with two decimals, which a spreadsheet keeps as they are: no sum is made on this side of the point. */
function cellOf({ kind }: TableColumn, cell: TableCell): CellObject {
  if (cell === null) return {};
  if (kind === 'text') return { value: String(cell), type: String, format: formats.text };
  if (kind === 'day') return { value: new Date(dayNumber(cell as Day) * 86_400_000), type: Date, format: formats.day };
  const value = kind === 'number' ? Number(cell) : Number(cell) / 100;
  return { value, type: Number, format: formats[kind] };
}

function widthOf({ header: name, kind }: TableColumn, at: number, { rows }: WrittenTable): number {
  if (kind !== 'text') return Math.max(12, Math.min(24, name.length + 2));
  const longest = rows.slice(0, 200).reduce((most, row) => Math.max(most, String(row[at] ?? '').length), name.length);
  return Math.max(12, Math.min(60, longest + 2));
}
