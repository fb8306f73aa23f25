import { z } from 'zod';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { PaperKind, ValidityBasis } from './categories.ts';
import { proposedMonths } from './checklist.ts';
import { timedKinds, usualOf } from './timed.ts';

export const setValiditySchema = z.object({
  kind: z.enum(timedKinds),
  months: z
    .int({ error: 'paper.months_malformed' })
    .min(1, { error: 'paper.months_malformed' })
    .max(24, { error: 'paper.months_malformed' }),
  /** What the screen showed. */
  from: z.int(),
});

/**
 * Whether the lead may set these months: not what holds already, not on a screen that is out of date, and never longer than a text says.
 * A text is a limit; usage and our own choice are hers to change (rule of the house).
 */
export function checkValidity(
  { kind, months, from }: z.infer<typeof setValiditySchema>,
  inForce: number,
): Decision<number, 'paper.validity_changed' | 'paper.validity_same' | 'paper.validity_over_text'> {
  if (from !== inForce) return refused('paper.validity_changed');
  if (months === inForce) return refused('paper.validity_same');
  const usual: { months: number; basis: ValidityBasis; source: string } = usualOf(kind);
  if (usual.basis === 'text' && months > usual.months) {
    return refused('paper.validity_over_text', { count: usual.months, source: usual.source });
  }
  return accepted(months);
}

export interface LineMonths {
  kind: PaperKind;
  /** Kept with the line when it was asked; null: no months. */
  validMonths: number | null;
  /** As the lead had set them when the line was asked, and as they are set now; null: nobody did. */
  monthsThen: number | null;
  monthsNow: number | null;
}

/**
 * The months of a paper that comes now. A line asked with the months of its time follows what is set since; one asked with months of
 * its own keeps them. Papers that came before keep the end they were given.
 */
export function monthsOfLine({ kind, validMonths, monthsThen, monthsNow }: LineMonths): number | null {
  const usual = proposedMonths(kind);
  const follows = validMonths !== null && usual !== null && validMonths === (monthsThen ?? usual);
  return follows ? (monthsNow ?? usual) : validMonths;
}
