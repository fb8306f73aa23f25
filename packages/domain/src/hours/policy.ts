import { z } from 'zod';
import { daySchema } from '../shared/field-schema.ts';
import { centihoursSchema, hourKinds, hourPayers } from './line.ts';

/** From the widest to the narrowest: of two rules that know a day, the one of the narrower scope judges it. */
export const scopeLevels = ['national', 'territory', 'structure', 'buyer', 'contract'] as const;

export type ScopeLevel = (typeof scopeLevels)[number];

/** What a contract counts: hours worked, or every hour paid (paid leave and public holidays included). */
export const hourBases = ['worked', 'paid'] as const;

export type HourBasis = (typeof hourBases)[number];

/** `discretion` is the "may" of a rule ("peuvent être validées"): a facilitator decides. */
export const ruleOutcomes = ['validate', 'reject', 'discretion'] as const;

export const policyRuleSchema = z.object({
  id: z.string().min(1),
  kinds: z.array(z.enum(hourKinds)),
  payer: z.enum(hourPayers).nullish(),
  hourBasis: z.enum(hourBases).nullish(),
  evidence: z.array(z.string().min(1)).nullish(),
  outcome: z.enum(ruleOutcomes),
  /** Hours credited at most a placement and ISO week, in hundredths. */
  creditedCapPerWeek: centihoursSchema.min(0).nullish(),
});

export type PolicyRule = z.infer<typeof policyRuleSchema>;

/**
 * A published version of a policy: data, dated twice (the days that it judges, the day on which it became
 * known) and never changed; the next version of the same id and scope takes its place. Without a scope id it
 * covers every placement. Rule of the house; the contents cite their own source.
 */
export const policySchema = z.object({
  id: z.string().min(1),
  title: z.string().optional(),
  source: z.string().optional(),
  /** Whether the rules are the field's or ours, and what is uncertain in them. */
  note: z.string().optional(),
  scope: z.object({ level: z.enum(scopeLevels), id: z.string().min(1).nullish() }),
  validFrom: daySchema.nullish(),
  validTo: daySchema.nullish(),
  publishedOn: daySchema,
  rules: z.array(policyRuleSchema),
});

export type Policy = z.infer<typeof policySchema>;

/** A version takes the place of those of the same policy and scope, and of no other. */
export function versionKey({ id, scope }: Pick<Policy, 'id' | 'scope'>): string {
  return JSON.stringify([id, scope.level, scope.id ?? null]);
}
