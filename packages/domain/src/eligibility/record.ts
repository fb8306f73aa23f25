import { z } from 'zod';
import type { Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';
import { categoryOf } from './categories.ts';
import { evidenceSchema } from './eligible-on-day.ts';

/** What the vault keeps sealed. `label`: the paper, in words ("attestation CAF du 3 mars"). */
export const sealedEvidenceSchema = evidenceSchema.extend({ label: z.string().nullable() });
export type SealedEvidence = z.infer<typeof sealedEvidenceSchema>;

export const recordEvidenceSchema = z.object({
  participantId: z.uuid(),
  category: z.string().min(1, { error: 'eligibility.category_missing' }).max(60),
  issuedOn: daySchema,
  validTo: daySchema.nullish(),
  label: z.string().trim().max(200).nullish(),
  /** The paper itself, uploaded just before; it opens to the team alone. */
  fileId: z.uuid().nullish(),
});
export type RecordEvidence = z.infer<typeof recordEvidenceSchema>;

export const checkEligibilitySchema = z.object({
  participantId: z.uuid(),
  clauseId: z.uuid(),
  /** The day of hire: eligibility is judged on it, then frozen. */
  on: daySchema,
});

/** Refuses a paper of the future, one that ends before it begins, and a category that nobody knows. */
export function recordEvidence(
  evidence: { category: string; issuedOn: Day; validTo: Day | null },
  today: Day,
  ownCategories: readonly string[] = [],
): Decision<
  { category: string; issuedOn: Day; validTo: Day | null },
  'eligibility.category_unknown' | 'eligibility.issued_in_future' | 'eligibility.ends_before_issue'
> {
  if (categoryOf(evidence.category) === null && !ownCategories.includes(evidence.category)) {
    return refused('eligibility.category_unknown');
  }
  if (evidence.issuedOn > today) return refused('eligibility.issued_in_future');
  if (evidence.validTo !== null && evidence.validTo < evidence.issuedOn)
    return refused('eligibility.ends_before_issue');
  return accepted(evidence);
}
