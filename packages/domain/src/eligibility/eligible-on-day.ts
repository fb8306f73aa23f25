import { z } from 'zod';
import { addMonths, type Day, partsOf } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';

/** A category that a clause accepts: how long a proof without end date holds, and ages where they matter. */
export const acceptedCategorySchema = z.object({
  code: z.string(),
  freshMonths: z.int().nonnegative().nullish(),
  ageFrom: z.int().nonnegative().nullish(),
  ageUnder: z.int().nonnegative().nullish(),
});
export type AcceptedCategory = z.infer<typeof acceptedCategorySchema>;

export const evidenceSchema = z.object({ category: z.string(), issuedOn: daySchema, validTo: daySchema.nullish() });
export type Evidence = z.infer<typeof evidenceSchema>;

export const eligibilityQuestionSchema = z.object({
  day: daySchema,
  birthDate: daySchema.nullish(),
  categories: z.array(acceptedCategorySchema),
  evidences: z.array(evidenceSchema),
});
export type EligibilityQuestion = z.infer<typeof eligibilityQuestionSchema>;

export interface EligibilityAnswer {
  eligible: boolean;
  /** Every proven code, in the order of the set. Never shown to an employer or a buyer. */
  categories: string[];
}

/**
 * Whether a person is eligible on a day, the day of hire: the answer is then frozen, a later expiry changes nothing
 * (usage of the field). The set of categories is that of the clause on that day.
 */
export function eligibleOnDay({ day, birthDate, categories, evidences }: EligibilityQuestion): EligibilityAnswer {
  const proven = categories
    .filter((category) => hasAge(category, birthDate ?? null, day))
    .filter((category) => evidences.some((evidence) => proves(evidence, category, day)))
    .map((category) => category.code);
  return { eligible: proven.length > 0, categories: [...new Set(proven)] };
}

/**
 * The last day on which a proof counts: its own end date; else its issue and the months that the category allows, that
 * day included; null when it holds for good.
 */
export function provenUntil(evidence: Evidence, category: AcceptedCategory): Day | null {
  if (evidence.validTo != null) return evidence.validTo;
  return category.freshMonths == null ? null : addMonths(evidence.issuedOn, category.freshMonths);
}

/** Completed years on a day; who was born on 29 February turns a year older on 1 March of ordinary years. */
export function ageOn(birthDate: Day, day: Day): number {
  const years = partsOf(day).year - partsOf(birthDate).year;
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

function proves(evidence: Evidence, category: AcceptedCategory, day: Day): boolean {
  if (evidence.category !== category.code || evidence.issuedOn > day) return false;
  const until = provenUntil(evidence, category);
  return until === null || day <= until;
}

/** Without a birth date no category bound to an age can be proven. */
function hasAge({ ageFrom, ageUnder }: AcceptedCategory, birthDate: Day | null, day: Day): boolean {
  if (ageFrom == null && ageUnder == null) return true;
  if (birthDate === null) return false;
  const age = ageOn(birthDate, day);
  return (ageFrom == null || age >= ageFrom) && (ageUnder == null || age < ageUnder);
}
