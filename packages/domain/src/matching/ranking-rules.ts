import { z } from 'zod';
import { defaultWeights, type Weights } from './criterion.ts';
import { weightsSchema } from './weights-schema.ts';

/** How a structure ranks. `version` 0: it has decided nothing, the rules of the house apply. Published with each result. */
export interface RankingRules {
  version: number;
  weights: Weights;
  /** One CV in so many of a sending goes to somebody forgotten. */
  forgottenEvery: number;
}

export const houseRules: RankingRules = { version: 0, weights: defaultWeights, forgottenEvery: 5 };

/**
 * What a team lead decides, and why. `after` is the version that she read: a decision taken on older rules is refused, so
 * that nobody undoes a colleague's without having seen it.
 */
export const rulesDecisionSchema = z.object({
  after: z.number().int().min(0),
  weights: weightsSchema,
  forgottenEvery: z
    .number({ error: 'matching.every_out_of_range' })
    .int({ error: 'matching.every_out_of_range' })
    .min(2, { error: 'matching.every_out_of_range' })
    .max(12, { error: 'matching.every_out_of_range' }),
  reason: z.string().trim().min(3, { error: 'matching.reason_needed' }).max(500, { error: 'matching.reason_needed' }),
});
export type RulesDecision = z.infer<typeof rulesDecisionSchema>;
