import { z } from 'zod';
import { optionalSafeText } from '../reference/safe-text.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { type AbsenceReason, absenceReasons } from './absence-reason.ts';

/** `reason` null takes back what was said: nothing is known again. */
export const clauseAbsenceSchema = z
  .object({
    lotId: z.uuid(),
    reason: z.enum(absenceReasons, { error: 'contract.absence_reason_missing' }).nullable(),
    note: optionalSafeText(),
  })
  .refine(({ reason, note }) => reason !== 'other' || note !== null, {
    error: 'contract.absence_note_missing',
    path: ['note'],
  });

/** A lot that has a clause is not without one, and nothing is taken back where nothing was said. Rule of the house. */
export function markAbsence(
  lot: { hasClause: boolean; standing: AbsenceReason | null },
  reason: AbsenceReason | null,
): Decision<true, 'contract.absence_of_clause' | 'contract.absence_not_said'> {
  if (lot.hasClause) return refused('contract.absence_of_clause');
  return reason === null && lot.standing === null ? refused('contract.absence_not_said') : accepted(true);
}

/** Whether a lot has a clause, is known to have none, or nothing is known: three things, never two. */
export function clausePresence(lot: { hasClause: boolean; standing: AbsenceReason | null }) {
  if (lot.hasClause) return 'clause' as const;
  return lot.standing === null ? ('unknown' as const) : ('none' as const);
}
