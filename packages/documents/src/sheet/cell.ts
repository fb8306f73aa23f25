import { type Day, partsOf } from '@jonction/domain/shared/day';

/** What a cell holds. A CSV has only texts; a spreadsheet also numbers, days and yes or no. */
export type Cell = string | number | boolean | { day: Day } | null;

export interface SheetRow {
  /** As the spreadsheet shows it, from 1. */
  row: number;
  cells: Cell[];
}

/** Days are counted from 30 December 1899, so a duration of some hours is a date of those days. */
const durationsBefore = Date.UTC(1901, 0, 1);
const epoch = Date.UTC(1899, 11, 30);

/** A value as read-excel-file gives it. A duration (`151:40`, which Excel keeps as days) becomes its text. */
export function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return value.trim() === '' ? null : value.trim();
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return null;
  if (value.getTime() < durationsBefore) {
    const minutes = Math.round((value.getTime() - epoch) / 60_000);
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  }
  // Half a minute more: 23:59:59.9 is how a spreadsheet keeps midnight of the next day.
  return { day: new Date(value.getTime() + 30_000).toISOString().slice(0, 10) };
}

/** The text of a cell as the person sees it, on one line. */
export function textOfCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell.replace(/[\s\u00a0\u202f]+/g, ' ').trim();
  if (typeof cell === 'boolean') return cell ? 'oui' : 'non';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  const { year, month, dayOfMonth } = partsOf(cell.day);
  return `${String(dayOfMonth).padStart(2, '0')}/${String(month).padStart(2, '0')}/${year}`;
}
