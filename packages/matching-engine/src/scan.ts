import { type ExclusionReason, exclusionReasons } from '@jonction/domain/matching/exclusion';
import type { Columns } from './columns.ts';
import { bestOf, isGone, judge, nothingFound, scoreRow } from './judge.ts';
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
  const best = bestOf(columns, limit, question.today);
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

/** A question that asks less, and the only reason that it lifts. */
export interface Lifted {
  reason: ExclusionReason;
  question: Question;
}

export interface Survey {
  total: number;
  excluded: Partial<Record<ExclusionReason, number>>;
  /** How many more each lifted question ranks, in their order. */
  gained: number[];
  /** Of those ranked, how many lack each of `skills`. */
  lacking: number[];
}

/**
 * Everybody, once: how many are ranked, why the others are not, and how many each lifted question would add. Reasons apply in their
 * order, so that a question lifting one can only bring back those left out for it.
 */
export function survey(columns: Columns, question: Question, lifted: readonly Lifted[], skills: number[]): Survey {
  const found = nothingFound();
  const excluded: Partial<Record<ExclusionReason, number>> = {};
  const gained = lifted.map(() => 0);
  const lacking = skills.map(() => 0);
  let total = 0;
  for (let row = 0; row < columns.count; row++) {
    if (isGone(columns, row)) continue;
    const reason = judge(columns, row, question, found);
    if (reason !== null) {
      excluded[reason] = (excluded[reason] ?? 0) + 1;
      for (const [at, other] of lifted.entries()) {
        if (other.reason === reason && judge(columns, row, other.question, found) === null)
          gained[at] = (gained[at] ?? 0) + 1;
      }
      continue;
    }
    total += 1;
    for (const [at, skill] of skills.entries()) {
      if (!columns.skills.has(row, skill)) lacking[at] = (lacking[at] ?? 0) + 1;
    }
  }
  return { total, excluded: inOrder(excluded), gained, lacking };
}

/** The best among some rows, whoever else is in the bank. */
export function scanRows(columns: Columns, question: Question, rows: Iterable<number>, limit: number): Scan['best'] {
  const best = bestOf(columns, limit, question.today);
  const found = nothingFound();
  for (const row of rows) {
    if (isGone(columns, row) || judge(columns, row, question, found) !== null) continue;
    best.offer(row, scoreRow(columns, row, question, found));
  }
  return best.sorted();
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
