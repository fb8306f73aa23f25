import type { PenaltyRow } from '@jonction/db/penalty/queries';
import { parisDayOf } from '@jonction/domain/shared/day';

/** What was decided of a proposal, on the day that the buyer gives or the day of its own act; null before. */
export function decisionOf({ outcome, decidedCents, reason, source, saidBy, saidOn, decidedAt }: PenaltyRow) {
  if (outcome === null || decidedCents === null || reason === null || decidedAt === null) return null;
  return { outcome, cents: decidedCents, reason, on: saidOn ?? parisDayOf(decidedAt), source, saidBy };
}
