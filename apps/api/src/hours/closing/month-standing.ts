import { readUserNames } from '@jonction/db/access/queries';
import type { Tx } from '@jonction/db/client';
import { type ClosingRow, listClosings, listProposals, type ProposalRow } from '@jonction/db/hours/closings';
import { type ClosingState, closingState } from '@jonction/domain/hours/closing';
import type { Day } from '@jonction/domain/shared/day';

/** Closings and proposals of some months, as known at an instant. Two statements. */
export async function readActs(tx: Tx, of: { from: Day; to: Day; knownAt?: Date }) {
  const closings = Map.groupBy(await listClosings(tx, of), ({ month }) => month);
  const proposals = Map.groupBy(await listProposals(tx, of), ({ month }) => month);
  return (month: string) => ({ closings: closings.get(month) ?? [], proposals: proposals.get(month) ?? [] });
}

interface Acts {
  closings: readonly ClosingRow[];
  proposals: readonly ProposalRow[];
}

/** Where a month stands, and the closing that holds, if one does. */
export function standingOfMonth(
  month: string,
  { closings, proposals }: Acts,
  today: Day,
): { state: ClosingState; closing: ClosingRow | null; proposal: ProposalRow | null } {
  const last = closings.at(-1);
  const proposal = proposals.at(-1) ?? null;
  const at = (instant: string | null | undefined) => (instant ? new Date(instant) : null);
  const acts = { closedAt: at(last?.closedAt), reopenedAt: at(last?.reopenedAt), proposedAt: at(proposal?.at) };
  const state = closingState(month, acts, today);
  return { state, closing: state === 'closed' ? (last ?? null) : null, proposal };
}

/** The names of those who closed, reopened or proposed. One statement. */
export function namesIn(tx: Tx, { closings, proposals }: Acts): Promise<ReadonlyMap<string, string>> {
  return readUserNames(tx, [
    ...closings.flatMap(({ closedBy, reopenedBy }) => (reopenedBy ? [closedBy, reopenedBy] : [closedBy])),
    ...proposals.map(({ by }) => by),
  ]);
}
