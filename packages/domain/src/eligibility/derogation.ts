import { z } from 'zod';
import type { Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';

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
    /** Why whoever gave the opinion decides on it: nobody else of the team can. Asked of a team of one alone. */
    alone: z
      .string()
      .trim()
      .min(leastOpinion, { error: 'eligibility.derogation_alone_short' })
      .max(2000, { error: 'eligibility.derogation_opinion_long' })
      .nullish(),
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

/**
 * Two people: whoever gives an opinion does not decide on it, and what is decided stays. A team of one decides on its own opinion, with
 * a written reason that is shown with the decision (`alone`: nobody else of the team is there).
 */
export function decideDerogation(
  derogation: { askedBy: string; decision: DerogationDecision | null },
  decidedBy: string,
  { alone, reason }: { alone: boolean; reason: string | null },
): Decision<
  { decidedAlone: boolean },
  'eligibility.derogation_decided' | 'eligibility.derogation_own' | 'eligibility.derogation_alone_short'
> {
  if (derogation.decision !== null) return refused('eligibility.derogation_decided');
  if (derogation.askedBy !== decidedBy) return accepted({ decidedAlone: false });
  if (!alone) return refused('eligibility.derogation_own');
  return reason === null ? refused('eligibility.derogation_alone_short') : accepted({ decidedAlone: true });
}

/** Whether a hire may begin on a day by a derogation. */
export function derogates(
  { decision, validFrom, validTo }: { decision: DerogationDecision | null; validFrom: Day | null; validTo: Day | null },
  day: Day,
): boolean {
  return decision === 'granted' && validFrom !== null && validTo !== null && validFrom <= day && day <= validTo;
}
