import { z } from 'zod';
import { type Criteria, scoreOf } from './criterion.ts';

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

function everything(value: number): Criteria {
  return { occupation: value, experience: value, skills: value, distance: value, freshness: value, waiting: value };
}
