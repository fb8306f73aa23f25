import type { Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import type { Policy } from './policy.ts';

/** A version as the decision-table screen holds it, before it has a day of publication. */
export type PolicyDraft = Omit<Policy, 'publishedOn'>;

export type PublishRefusalCode =
  | 'hours.policy_untitled'
  | 'hours.policy_without_source'
  | 'hours.policy_dates_reversed'
  | 'hours.policy_rule_repeated'
  | 'hours.policy_rule_without_kind'
  | 'hours.policy_national_with_id';

/**
 * Publishes a version: from that day it is known, and it is never changed, only followed by another. Rule of the house. A
 * rule id may stand once in a version, because decisions and weekly caps are by rule id.
 */
export function publishPolicy(draft: PolicyDraft, today: Day): Decision<Policy, PublishRefusalCode> {
  if (!draft.title?.trim()) return refused('hours.policy_untitled');
  if (!draft.source?.trim()) return refused('hours.policy_without_source');
  if (draft.validFrom && draft.validTo && draft.validFrom > draft.validTo) {
    return refused('hours.policy_dates_reversed', { from: draft.validFrom, to: draft.validTo });
  }
  if (draft.scope.level === 'national' && draft.scope.id) return refused('hours.policy_national_with_id');
  const ids = new Set<string>();
  for (const rule of draft.rules) {
    if (ids.has(rule.id)) return refused('hours.policy_rule_repeated', { rule: rule.id });
    if (rule.kinds.length === 0) return refused('hours.policy_rule_without_kind', { rule: rule.id });
    ids.add(rule.id);
  }
  return accepted({ ...draft, publishedOn: today });
}

/** Withdrawing is publishing a version of the same id and scope without rules: the past stays readable. */
export function withdrawalOf(policy: Policy): PolicyDraft {
  const { publishedOn: _, ...draft } = policy;
  return { ...draft, rules: [] };
}

/** A structure adopts a built-in by publishing it, as it is or edited, for itself. */
export function adoptionOf(policy: Policy, structure: string): PolicyDraft {
  const { publishedOn: _, ...draft } = policy;
  return { ...draft, scope: { level: 'structure', id: structure } };
}
