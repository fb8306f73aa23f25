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

/** Sum of weight x criterion. */
export function scoreOf(values: Criteria, weights: Weights): number {
  let score = 0;
  for (const criterion of criteria) score += weights[criterion] * values[criterion];
  return score;
}
