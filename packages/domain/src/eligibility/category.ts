import { z } from 'zod';
import type { Day } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';
import type { Locale } from '../shared/locale.ts';
import { type AcceptedCategory, acceptedCategorySchema } from './eligible-on-day.ts';

/**
 * The two families of the CCAG of 2021: people recruited and accompanied by a structure that the State recognises, and people
 * who meet a criterion of distance from work.
 */
export const categoryFamilies = ['accompanied', 'criterion'] as const;
export type CategoryFamily = (typeof categoryFamilies)[number];

/** A category of people that a clause may accept, with the proof that is usual for it. */
export interface Category extends AcceptedCategory {
  label: Readonly<Record<Locale, string>>;
  family: CategoryFamily;
  /** In French: it is read by those who ask for the paper. */
  proof: string;
  source: string;
}

/** The categories that a clause accepts between two days, both included; an absent end is open. */
export const categorySetSchema = z.object({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  validFrom: daySchema.nullish(),
  validTo: daySchema.nullish(),
  categories: z.array(acceptedCategorySchema),
});
export type CategorySet = z.infer<typeof categorySetSchema>;

/** The set of a clause on a day: of those whose dates cover it the latest begun; null where none does. */
export function categorySetOn(sets: readonly CategorySet[], day: Day): CategorySet | null {
  let found: CategorySet | null = null;
  for (const set of sets) {
    if ((set.validFrom ?? '') > day || (set.validTo != null && set.validTo < day)) continue;
    if (found === null || (set.validFrom ?? '') >= (found.validFrom ?? '')) found = set;
  }
  return found;
}
