import { z } from 'zod';
import { daySchema } from '../shared/field-schema.ts';
import { hourBases } from './policy.ts';

/** What judging hours must know of a placement: its days, its window, and the scopes that it stands in. */
export const placementFactsSchema = z.object({
  id: z.string().min(1),
  from: daySchema.nullish(),
  to: daySchema.nullish(),
  structure: z.string().nullish(),
  buyer: z.string().nullish(),
  contract: z.string().nullish(),
  clause: z.string().min(1),
  territory: z.string().nullish(),
  hourBasis: z.enum(hourBases).nullish(),
  /** The person's eligibility window for the clause. */
  eligibleFrom: daySchema.nullish(),
  eligibleTo: daySchema.nullish(),
});

export type PlacementFacts = z.infer<typeof placementFactsSchema>;
