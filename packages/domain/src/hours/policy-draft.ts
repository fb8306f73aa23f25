import { z } from 'zod';
import { refuseSecrets } from '../reference/safe-text.ts';
import { type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';
import { type Policy, policyRuleSchema, scopeLevels } from './policy.ts';
import { type PolicyDraft, type PublishRefusalCode, publishPolicy } from './publish.ts';

/** From the first word to the version in force: a draft is tried, then published or set aside as a whole. */
export const draftStates = ['draft', 'published', 'discarded'] as const;
export type DraftState = (typeof draftStates)[number];

/** Whom a structure may make rules for: itself, one of its buyers, one of its contracts. The wider scopes come with the product. */
export const ownScopeLevels = ['structure', 'buyer', 'contract'] as const;

const longest = { id: 60, title: 160, source: 400, note: 1000, rules: 40 };

/** A row of the decision table as it is written: it may have no name yet. A line break that was pasted is a space. */
export const draftRuleSchema = policyRuleSchema.extend({
  id: z
    .string()
    .overwrite((name) => name.replace(/\p{Cc}+/gu, ' '))
    .trim()
    .max(longest.id),
});

/** What the decision table sends. An empty table is a withdrawal. Bounds are the screen's, not the field's. */
export const policyDraftSchema = z.object({
  title: z.string().trim().max(longest.title).superRefine(refuseSecrets),
  source: z.string().trim().max(longest.source).superRefine(refuseSecrets),
  note: z.string().trim().max(longest.note).superRefine(refuseSecrets).nullable(),
  scope: z.object({ level: z.enum(scopeLevels), id: z.string().min(1) }),
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
  rules: z.array(draftRuleSchema).max(longest.rules),
});

export type DraftContent = z.infer<typeof policyDraftSchema>;

export type DraftRefusalCode =
  | PublishRefusalCode
  | 'hours.policy_scope_not_yours'
  | 'hours.policy_rule_unnamed'
  | 'hours.policy_without_rule';

/**
 * The version that a draft would publish on a day, or why it cannot: what publishing refuses, a scope wider than the structure,
 * a row without a name, and an empty table that withdraws nothing. Rule of the house.
 */
export function versionOf(
  draft: PolicyDraft,
  { on, structure, withdraws }: { on: Policy['publishedOn']; structure: string; withdraws: boolean },
): Decision<Policy, DraftRefusalCode> {
  const { level, id } = draft.scope;
  if (level === 'national' || level === 'territory' || !id || (level === 'structure' && id !== structure)) {
    return refused('hours.policy_scope_not_yours');
  }
  if (draft.rules.length === 0 && !withdraws) return refused('hours.policy_without_rule');
  if (draft.rules.some((rule) => rule.id.trim() === '')) return refused('hours.policy_rule_unnamed');
  return publishPolicy(draft, on);
}
