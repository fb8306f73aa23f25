import type { CensusDifference } from './census.ts';

/** A cell that may be accepted by itself: what a form sends for it, and what it would change. */
export interface AcceptedCell {
  field: 'status' | 'ends' | 'same';
  value: string;
}

/** The cells of a difference, each to be accepted or left; none where something is wrong with the row. */
export function cellsOf({ contractId, wanted, now, answer, wrong }: CensusDifference): AcceptedCell[] {
  if (!contractId || !wanted || !now || wrong.length > 0) return [];
  const cells: AcceptedCell[] = [];
  if (answer === 'no_change') cells.push({ field: 'same', value: `${contractId}|same` });
  if (wanted.status !== null && wanted.status !== now.status) {
    cells.push({ field: 'status', value: [contractId, 'status', wanted.status, wanted.since ?? ''].join('|') });
  }
  if (wanted.endsOn !== null && wanted.endsOn !== now.endsOn) {
    cells.push({ field: 'ends', value: [contractId, 'ends', wanted.endsOn].join('|') });
  }
  return cells;
}
