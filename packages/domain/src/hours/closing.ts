import { z } from 'zod';
import { addMonths, type Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { type HoursByMark, hourMarks } from './by-week.ts';

/** A month, `2020-03`. */
export const monthSchema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'hours.month_missing' });

/**
 * Where a month stands: under way, over and so to be closed, proposed by a facilitator, closed, or reopened after a closing.
 * Rule of the house.
 */
export const closingStates = ['running', 'open', 'proposed', 'closed', 'reopened'] as const;
export type ClosingState = (typeof closingStates)[number];

export interface MonthActs {
  /** The last closing, the reopening that ended it, the last proposal: instants. */
  closedAt: Date | null;
  reopenedAt: Date | null;
  proposedAt: Date | null;
}

/** A month is over the day after its last one. */
export function isMonthOver(month: string, today: Day): boolean {
  return addMonths(`${month}-01`, 1) <= today;
}

/** What was done last counts: a proposal made before the closing says nothing after it. */
export function closingState(month: string, acts: MonthActs, today: Day): ClosingState {
  if (!isMonthOver(month, today)) return 'running';
  const { closedAt, reopenedAt, proposedAt } = acts;
  if (closedAt !== null && reopenedAt === null) return 'closed';
  const since = reopenedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  if (proposedAt !== null && proposedAt.getTime() > since) return 'proposed';
  return reopenedAt === null ? 'open' : 'reopened';
}

/** Whether a month may be closed, or proposed for it. Refused: `hours.month_not_over`, `hours.month_closed`. */
export function mayClose(
  state: ClosingState,
  month: string,
): Decision<true, 'hours.month_not_over' | 'hours.month_closed'> {
  if (state === 'running') return refused('hours.month_not_over', { month });
  if (state === 'closed') return refused('hours.month_closed', { month });
  return accepted(true);
}

/** Whether a month may be reopened. Refused: `hours.month_not_closed`. */
export function mayReopen(state: ClosingState, month: string): Decision<true, 'hours.month_not_closed'> {
  return state === 'closed' ? accepted(true) : refused('hours.month_not_closed', { month });
}

/** What the ledger says now less what was frozen, by mark; nought where nothing moved. */
export function sinceClosing(frozen: HoursByMark, now: HoursByMark): HoursByMark {
  const moved = { validated: 0, toDecide: 0, waiting: 0, rejected: 0 };
  for (const mark of hourMarks) moved[mark] = now[mark] - frozen[mark];
  return moved;
}
