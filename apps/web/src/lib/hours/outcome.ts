import { type HourMark, markOf } from '@jonction/domain/hours/by-week';
import type { HourReason, HourStatus } from '@jonction/domain/hours/outcome';
import { policyWords } from '@jonction/domain/hours/policies/policy-words';
import { hoursWords } from '@jonction/domain/hours/words';
import type { Locale } from '@jonction/domain/shared/locale';
import { hasSentence, joinWords, sentence } from '@jonction/domain/shared/words';

const words = joinWords(hoursWords, policyWords);

/** Some hours and what became of them, as the API tells it. */
export interface Judged {
  status: HourStatus;
  reason: string | null;
  policy: string | null;
  rule: string | null;
}

export function stateOf({ status, reason }: Pick<Judged, 'status' | 'reason'>): HourMark {
  return markOf({ status, reason: reason as HourReason | null });
}

/** The rule in words; its id for one that a structure wrote itself. */
export function ruleName(rule: string, locale: Locale): string {
  return named(`hours.rule.${rule}`, rule, locale);
}

export function policyName(policy: string, locale: Locale): string {
  return named(`hours.policy.${policy}`, policy, locale);
}

export function reasonSentence(reason: string, locale: Locale): string {
  return named(`hours.reason.${reason}`, reason, locale);
}

/** A paper in words; as it was written where it is none of ours. */
export function evidenceName(evidence: string, locale: Locale): string {
  return named(`hours.evidence.${evidence}`, evidence, locale);
}

function named(code: string, fallback: string, locale: Locale): string {
  return hasSentence(words, code) ? sentence(words, locale, code) : fallback;
}

/** Portions that say the same, added up: a line cut by a week-end or a month is told once. */
export function gathered<Portion extends Judged & { centihours: number }>(portions: readonly Portion[]): Portion[] {
  const groups = Map.groupBy(portions, ({ status, reason, policy, rule }) => [status, reason, policy, rule].join('|'));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, centihours: group.reduce((sum, { centihours }) => sum + centihours, 0) }] : [];
  });
}
