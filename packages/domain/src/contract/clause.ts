import { z } from 'zod';
import { type CategorySet, categorySetSchema } from '../eligibility/category.ts';
import type { Day } from '../shared/day.ts';
import { daySchema } from '../shared/field-schema.ts';
import { targetSchema } from './target.ts';

/** Kinds of social measure (CCP L2112-2, R2152-7, L2113-12 and following, R2123-1 3°), and clauses of private contracts. */
export const clauseKinds = [
  'execution',
  'execution_and_criterion',
  'criterion',
  'reserved',
  'insertion',
  'training',
  'voluntary',
] as const;
export type ClauseKind = (typeof clauseKinds)[number];

/** Which hours a clause counts: worked, as most do, or paid (leave and public holidays too). */
export const hourBases = ['worked', 'paid'] as const;
export type HourBasis = (typeof hourBases)[number];

const cents = z.int().nonnegative();

/** What the contract says of penalties; the amount is proposed by the software and decided by the buyer. */
export const penaltyTermsSchema = z.object({
  perHour: z
    .discriminatedUnion('basis', [
      z.object({ basis: z.literal('fixed'), cents }),
      z.object({ basis: z.literal('smic_multiple'), multipleHundredths: z.int().positive() }),
    ])
    .nullable(),
  perDayCents: cents.nullable(),
  capBps: z.int().min(0).max(10_000).nullable(),
  note: z.string().trim().max(1000).nullable(),
});
export type PenaltyTerms = z.infer<typeof penaltyTermsSchema>;

/** What a clause is written with, at the procedure and in the form. */
export const clauseInputSchema = z
  .object({
    lotId: z.uuid(),
    kind: z.enum(clauseKinds),
    target: targetSchema,
    categoryCodes: z.array(z.string().min(1).max(40)).min(1, { error: 'contract.categories_missing' }),
    hourBasis: z.enum(hourBases),
    startsOn: daySchema.nullable(),
    endsOn: daySchema.nullable(),
    penalty: penaltyTermsSchema.nullable(),
  })
  .refine((clause) => clause.startsOn === null || clause.endsOn === null || clause.startsOn <= clause.endsOn, {
    error: 'contract.clause_period_reversed',
    path: ['endsOn'],
  });
export type ClauseInput = z.infer<typeof clauseInputSchema>;

/** The column `clause.categories`: dated sets, one for most clauses. */
export const clauseCategoriesSchema = z.array(categorySetSchema);

/**
 * The set accepted from a day on, next to those before it: a change of the list never rewrites what was accepted
 * when somebody was hired (eligibility is judged on the day of hire).
 */
export function withCategories(sets: readonly CategorySet[], set: CategorySet, from: Day): CategorySet[] {
  const last = sets.at(-1);
  if (!last) return [{ ...set, validFrom: null }];
  if (sameCodes(last, set)) return [...sets];
  const kept = sets.filter((one) => (one.validFrom ?? '') < from);
  return kept.length === 0 ? [{ ...set, validFrom: null }] : [...kept, { ...set, validFrom: from }];
}

function sameCodes(a: CategorySet, b: CategorySet): boolean {
  const codes = (set: CategorySet) =>
    set.categories
      .map(({ code }) => code)
      .sort()
      .join(' ');
  return codes(a) === codes(b);
}
