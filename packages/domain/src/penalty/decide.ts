import { z } from 'zod';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';

/** What a buyer does with a proposal: apply it whole, reduce it, or waive it. */
export const penaltyOutcomes = ['apply', 'reduce', 'waive'] as const;
export type PenaltyOutcome = (typeof penaltyOutcomes)[number];

/** How the team heard of a decision that it types for the buyer. */
export const penaltySources = ['mail', 'letter', 'phone', 'meeting'] as const;
export type PenaltySource = (typeof penaltySources)[number];

export const penaltyDecisionShape = {
  outcome: z.enum(penaltyOutcomes, { error: 'penalty.outcome_missing' }),
  /** Cents HT, for a reduction. */
  reducedCents: z.int().nonnegative().nullish(),
  reason: z.string().trim().min(1, { error: 'penalty.reason_missing' }).max(2000, { error: 'penalty.reason_too_long' }),
};

export const heardDecisionShape = {
  ...penaltyDecisionShape,
  source: z.enum(penaltySources, { error: 'penalty.source_missing' }),
  saidBy: z.string().trim().min(1, { error: 'penalty.said_by_missing' }).max(200),
  saidOn: daySchema,
};

export type DecisionRefusal = 'penalty.reduction_missing' | 'penalty.reduction_out_of_range';

/** What is owed after a decision, in cents HT. A reduction is more than nothing and less than what was proposed. */
export function decidedCents(
  proposedCents: number,
  { outcome, reducedCents }: { outcome: PenaltyOutcome; reducedCents?: number | null | undefined },
): Decision<number, DecisionRefusal> {
  if (outcome === 'apply') return accepted(proposedCents);
  if (outcome === 'waive') return accepted(0);
  if (reducedCents == null) return refused('penalty.reduction_missing');
  if (reducedCents <= 0 || reducedCents >= proposedCents) {
    return refused('penalty.reduction_out_of_range', { proposedCents });
  }
  return accepted(reducedCents);
}
