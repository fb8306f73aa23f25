import type { Day } from '@jonction/domain/shared/day';
import type { Locale } from '@jonction/domain/shared/locale';
import { formatDay, formatHours, formatMoney, formatNumber } from '@jonction/domain/shared/typography';

/**
 * A paper that leaves the product: what it says, in order, whatever the file. The same value makes the tagged PDF and the
 * spreadsheet, so that the two never tell different figures. Rule of the house.
 */
export interface Printed {
  title: string;
  locale: Locale;
  /** Who the paper comes from: the head of each page. */
  from: string;
  /** What it is known by, at the foot of each page. */
  reference: string;
  blocks: readonly PrintedBlock[];
  /** How anybody checks it: an address, as a QR code and in words. */
  check?: { address: string; alt: string; words: string };
}

export type PrintedBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'facts'; rows: readonly (readonly [label: string, value: PrintedCell])[] }
  | {
      kind: 'table';
      caption: string;
      headers: readonly string[];
      rows: readonly (readonly PrintedCell[])[];
      /** The last row, which adds up the others. */
      total?: readonly PrintedCell[];
      /** Said instead of rows. */
      empty: string;
    };

/** Words, or a figure with its unit. */
export type PrintedCell = string | { centihours: number } | { cents: number } | { count: number } | { day: Day };

/** A cell as people read it. */
export function cellText(cell: PrintedCell, locale: Locale): string {
  if (typeof cell === 'string') return cell;
  if ('centihours' in cell) return formatHours(cell.centihours, locale);
  if ('cents' in cell) return formatMoney(cell.cents, locale);
  return 'count' in cell ? formatNumber(cell.count, locale) : formatDay(cell.day, locale);
}

/** Whether a column holds figures only: those are set to the right. */
export function isFigure(cell: PrintedCell | undefined): boolean {
  return cell !== undefined && typeof cell !== 'string' && !('day' in cell);
}
