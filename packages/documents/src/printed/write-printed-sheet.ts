import { dayNumber } from '@jonction/domain/shared/day';
import writeXlsx, { type CellObject, type SheetData } from 'write-excel-file/node';
import { harmless } from '../sheet/harmless.ts';
import type { Printed, PrintedBlock, PrintedCell } from './printed.ts';

const headerStyle = { fontWeight: 'bold', backgroundColor: '#E3E8F4', wrap: true, alignVertical: 'center' } as const;

/** The same paper as `.xlsx`, on one sheet: its words, and its figures as numbers that a formula can add up. */
export async function writePrintedSheet(printed: Printed): Promise<Uint8Array> {
  const data: SheetData = [
    [{ ...text(printed.title), fontWeight: 'bold', fontSize: 14 }],
    [text(printed.from)],
    ...printed.blocks.flatMap((block) => rowsOf(block)),
    [],
    [text(printed.reference)],
    ...(printed.check ? [[text(printed.check.words)], [text(printed.check.address)]] : []),
  ];
  const width = Math.max(...data.map((row) => row?.length ?? 0));
  const columns = Array.from({ length: width }, (_, column) => ({ width: column === 0 ? 38 : 18 }));
  const sheet = harmless(printed.title.replaceAll(/[[\]:*?/\\]/g, ' ')).slice(0, 31);
  return writeXlsx([{ sheet, data, columns }], { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
}

function rowsOf(block: PrintedBlock): SheetData {
  if (block.kind === 'heading') return [[], [{ ...text(block.text), fontWeight: 'bold', fontSize: 12 }]];
  if (block.kind === 'text') return [[text(block.text)]];
  if (block.kind === 'facts') return block.rows.map(([label, value]) => [text(label), cellOf(value)]);
  const bold = (cell: PrintedCell): CellObject => ({ ...cellOf(cell), fontWeight: 'bold' });
  return [
    [],
    [{ ...text(block.caption), fontWeight: 'bold', fontSize: 12 }],
    ...(block.rows.length === 0
      ? [[text(block.empty)]]
      : [
          block.headers.map((header) => ({ ...text(header), ...headerStyle })),
          ...block.rows.map((row) => row.map(cellOf)),
          ...(block.total ? [block.total.map(bold)] : []),
        ]),
  ];
}

function cellOf(cell: PrintedCell): CellObject {
  if (typeof cell === 'string') return text(cell);
  if ('centihours' in cell) return { value: cell.centihours / 100, type: Number, format: '#,##0.00 "h"' };
  if ('cents' in cell) return { value: cell.cents / 100, type: Number, format: '#,##0.00 "€ HT"' };
  if ('count' in cell) return { value: cell.count, type: Number, format: '#,##0' };
  return { value: new Date(dayNumber(cell.day) * 86_400_000), type: Date, format: 'dd/mm/yyyy' };
}

function text(value: string): { value: string; type: StringConstructor; format: string } {
  return { value: harmless(value), type: String, format: '@' };
}
