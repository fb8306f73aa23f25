import { z } from 'zod';
import { type Day, daySchema } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';

export const derogationDecisions = ['granted', 'refused'] as const;
export type DerogationDecision = (typeof derogationDecisions)[number];

/** Signs of an opinion that says something: less is a formula (rule of the house). */
export const leastOpinion = 30;

/**
 * An opinion that a person should be hired on a clause although no paper proves a category that it accepts: why, and on what evidence
 * (*avis motivé*).
 */
export const askDerogationSchema = z.object({
  participantId: z.uuid(),
  clauseId: z.uuid({ error: 'eligibility.derogation_clause_missing' }),
  opinion: z
    .string()
    .trim()
    .min(leastOpinion, { error: 'eligibility.derogation_opinion_short' })
    .max(2000, { error: 'eligibility.derogation_opinion_long' }),
  fileId: z.uuid().nullish(),
});

export const decideDerogationSchema = z
  .object({
    derogationId: z.uuid(),
    decision: z.enum(derogationDecisions, { error: 'eligibility.derogation_decision_missing' }),
    /** Days on which a hire may begin on it; nothing for a refusal. */
    validFrom: daySchema.nullish(),
    validTo: daySchema.nullish(),
  })
  .superRefine(({ decision, validFrom, validTo }, context) => {
    if (decision === 'refused') return;
    const say = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message, input: null });
    if (validFrom == null) say('validFrom', 'eligibility.derogation_days_missing');
    if (validTo == null) say('validTo', 'eligibility.derogation_days_missing');
    if (validFrom != null && validTo != null && validTo < validFrom) {
      say('validTo', 'eligibility.derogation_days_reversed');
    }
  });

/** Two people: whoever gives an opinion does not decide on it, and what is decided stays. */
export function decideDerogation(
  derogation: { askedBy: string; decision: DerogationDecision | null },
  decidedBy: string,
): Decision<true, 'eligibility.derogation_decided' | 'eligibility.derogation_own'> {
  if (derogation.decision !== null) return refused('eligibility.derogation_decided');
  return derogation.askedBy === decidedBy ? refused('eligibility.derogation_own') : accepted(true);
}

/** Whether a hire may begin on a day by a derogation. */
export function derogates(
  { decision, validFrom, validTo }: { decision: DerogationDecision | null; validFrom: Day | null; validTo: Day | null },
  day: Day,
): boolean {
  return decision === 'granted' && validFrom !== null && validTo !== null && validFrom <= day && day <= validTo;
}
