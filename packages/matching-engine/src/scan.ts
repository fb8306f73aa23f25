import { type ExclusionReason, exclusionReasons } from '@jonction/domain/matching/exclusion';
import { Best } from './best.ts';
import type { Columns } from './columns.ts';
import { isGone, judge, nothingFound, scoreRow, winsTie } from './judge.ts';
import type { Question } from './question.ts';

export interface Scan {
  /** Best first. */
  best: { row: number; score: number }[];
  /** How many are ranked, whatever the limit. */
  total: number;
  excluded: Partial<Record<ExclusionReason, number>>;
}

/** Every person of the bank, one after the other: the plain loop that the posting lists must agree with. */
export function scan(columns: Columns, question: Question, limit: number): Scan {
  const best = new Best(limit, (a, b) => winsTie(columns, a, b, question.today));
  const found = nothingFound();
  const excluded: Partial<Record<ExclusionReason, number>> = {};
  let total = 0;
  for (let row = 0; row < columns.count; row++) {
    if (isGone(columns, row)) continue;
    const reason = judge(columns, row, question, found);
    if (reason === null) {
      total += 1;
      best.offer(row, scoreRow(columns, row, question, found));
    } else {
      excluded[reason] = (excluded[reason] ?? 0) + 1;
    }
  }
  return { best: best.sorted(), total, excluded: inOrder(excluded) };
}

/** Rows left out for one reason, in the order of the bank, at most `limit`. */
export function rowsLeftOut(columns: Columns, question: Question, wanted: ExclusionReason, limit: number): number[] {
  const found = nothingFound();
  const rows: number[] = [];
  for (let row = 0; row < columns.count && rows.length < limit; row++) {
    if (!isGone(columns, row) && judge(columns, row, question, found) === wanted) rows.push(row);
  }
  return rows;
}

function inOrder(counts: Partial<Record<ExclusionReason, number>>): Partial<Record<ExclusionReason, number>> {
  return Object.fromEntries(exclusionReasons.flatMap((reason) => (reason in counts ? [[reason, counts[reason]]] : [])));
}
