import { type HourMark, markOf } from '@jonction/domain/hours/by-week';
import type { HourReason, HourStatus } from '@jonction/domain/hours/outcome';
import { builtInPolicies } from '@jonction/domain/hours/policies/built-in';
import { policyWords } from '@jonction/domain/hours/policies/policy-words';
import { hoursWords } from '@jonction/domain/hours/words';
import type { Locale } from '@jonction/domain/shared/locale';
import { withCapital } from '@jonction/domain/shared/typography';
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

/** The rule in words. One that a structure wrote itself has none of ours: the kinds of hours that it is about say it. */
export function ruleName(
  { policy, rule }: { policy: string | null; rule: string },
  kinds: readonly string[],
  locale: Locale,
): string {
  const code = `hours.rule.${rule}`;
  const ours = rule === 'no-rule' || (policy !== null && hasSentence(words, `hours.policy.${policy}`));
  if (ours && hasSentence(words, code)) return sentence(words, locale, code);
  const said = kinds.map((kind) => named(`hours.kind.${kind}`, kind, locale)).join(', ');
  return sentence(words, locale, 'hours.rule.own', { kinds: withCapital(said) });
}

function policyName(policy: string, locale: Locale): string {
  return named(`hours.policy.${policy}`, policy, locale);
}

/** Where a policy comes from, in the reader's language where the text is ours. */
export function policySource(policy: string, source: string, locale: Locale): string {
  return builtInPolicies[policy]?.source === source ? named(`hours.source.${policy}`, source, locale) : source;
}

export function policyNote(policy: string, note: string, locale: Locale): string {
  return builtInPolicies[policy]?.note === note ? named(`hours.note.${policy}`, note, locale) : note;
}

/** The title that a structure gave its policy; ours in the reader's language. */
export function policyTitle(policy: string, title: string | null, locale: Locale): string {
  return title === null || builtInPolicies[policy]?.title === title ? policyName(policy, locale) : title;
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
