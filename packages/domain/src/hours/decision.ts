import { z } from 'zod';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';
import { centihoursSchema } from './line.ts';

const signed = {
  /** Its id once recorded, which the ledger keeps beside the hours that it moved. */
  id: z.string().min(1).optional(),
  accept: z.boolean(),
  by: z.string().min(1),
  on: daySchema,
  reason: z.string(),
};

/** A facilitator decides on one line; `centihours` accepts that many, earliest days first, and refuses the rest. */
export const lineDecisionSchema = z.object({
  ...signed,
  line: z.string().min(1),
  centihours: centihoursSchema.min(0).nullish(),
});

/** One decision for a whole batch: the hours that a rule leaves open on a contract, from a day to a day. */
export const ruleDecisionSchema = z.object({
  ...signed,
  rule: z.string().min(1),
  contract: z.string().min(1),
  from: daySchema.nullish(),
  to: daySchema.nullish(),
});

/**
 * Someone's answer where a rule says "may". It never overrides a rule that validates or rejects. `on` is the day on
 * which it was made: before that day nobody knows it. Rule of the house.
 */
export const hoursDecisionSchema = z.union([lineDecisionSchema, ruleDecisionSchema]);

export type LineDecision = z.infer<typeof lineDecisionSchema>;
export type HoursDecision = z.infer<typeof hoursDecisionSchema>;

export function isOnLine(decision: HoursDecision): decision is LineDecision {
  return 'line' in decision && typeof decision.line === 'string';
}

export type HoursDecisionRefusalCode = 'hours.decision_without_reason' | 'hours.decision_dates_reversed';

/** A decision may be entered with a reason (it can be contested, and is read again years later). Rule of the house. */
export function enterDecision(decision: HoursDecision): Decision<HoursDecision, HoursDecisionRefusalCode> {
  if (decision.reason.trim() === '') return refused('hours.decision_without_reason');
  if (!isOnLine(decision) && decision.from && decision.to && decision.from > decision.to) {
    return refused('hours.decision_dates_reversed', { from: decision.from, to: decision.to });
  }
  return accepted(decision);
}
