import { z } from 'zod';

/** The six values of a score, in the order in which they are shown. Each is an integer from 0 to 1000. */
export const criteria = ['occupation', 'experience', 'skills', 'distance', 'freshness', 'waiting'] as const;
export type Criterion = (typeof criteria)[number];
export type Criteria = Record<Criterion, number>;

/** Per mille: the score of a person who has 1000 everywhere is 1,000,000. */
export type Weights = Record<Criterion, number>;

/** The weights of the house; a structure may set its own, and they are published with each result. */
export const defaultWeights: Weights = {
  occupation: 350,
  experience: 150,
  skills: 200,
  distance: 150,
  freshness: 50,
  waiting: 100,
};

const weight = z.number().int().min(0).max(1000);

/** Weights as a structure sets them: integers per mille that add up to 1000. */
export const weightsSchema = z
  .object({
    occupation: weight,
    experience: weight,
    skills: weight,
    distance: weight,
    freshness: weight,
    waiting: weight,
  })
  .refine((weights) => scoreOf(everything(1000), weights) === 1_000_000, { error: 'matching.weights_not_1000' });

/** Sum of weight x criterion. */
export function scoreOf(values: Criteria, weights: Weights): number {
  let score = 0;
  for (const criterion of criteria) score += weights[criterion] * values[criterion];
  return score;
}

function everything(value: number): Criteria {
  return { occupation: value, experience: value, skills: value, distance: value, freshness: value, waiting: value };
}
