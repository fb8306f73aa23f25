import { type Day, dayNumber } from '../shared/day.ts';
import { compareIds } from '../shared/id-order.ts';
import type { HourKind, HourPayer } from './line.ts';
import { type Outcome, type OutcomesOfRule, outcomesOfRules } from './outcome.ts';
import type { PlacementFacts } from './placement-facts.ts';
import { type Policy, type PolicyRule, scopeLevels, versionKey } from './policy.ts';

/** A rule of a version that is known, ready to judge days. */
export interface RuleInForce {
  readonly id: string;
  readonly decides: PolicyRule['outcome'];
  readonly evidence: readonly string[];
  readonly weeklyCap: number | null;
  readonly firstDay: number;
  readonly lastDay: number;
  readonly outcomes: OutcomesOfRule;
}

interface Candidate {
  /** Its place in the order of precedence. */
  place: number;
  version: Policy;
  rule: PolicyRule;
  inForce: RuleInForce;
}

/** The rules known on a day, those that win first; made once for many placements. */
export interface Rulebook {
  readonly knownOn: Day;
  readonly candidates: readonly Candidate[];
  readonly noRule: Outcome;
  /** The rules of placements that the same versions cover, by those versions. */
  readonly remembered: Map<string, PlacementRules>;
}

/** The rules that cover one placement, by kind and payer, those that win first. */
export interface PlacementRules {
  readonly candidates: readonly Candidate[];
  readonly byKind: Map<HourKind, Map<HourPayer | null, readonly RuleInForce[]>>;
}

export function rulebookOf(policies: readonly Policy[], knownOn: Day): Rulebook {
  const outcomesOf = outcomesOfRules();
  const candidates = currentVersions(policies, knownOn)
    .flatMap((version) => version.rules.map((rule, index) => ({ version, rule, index })))
    .sort((a, b) => comparePrecedence(a.version, b.version) || a.index - b.index || compareScopeIds(a, b))
    .map(({ version, rule }, place) => ({
      place,
      version,
      rule,
      inForce: {
        id: rule.id,
        decides: rule.outcome,
        evidence: rule.evidence ?? [],
        weeklyCap: rule.creditedCapPerWeek ?? null,
        firstDay: version.validFrom ? dayNumber(version.validFrom) : Number.NEGATIVE_INFINITY,
        lastDay: version.validTo ? dayNumber(version.validTo) : Number.POSITIVE_INFINITY,
        outcomes: outcomesOf(version.id, rule.id),
      },
    }));
  return { knownOn, candidates, noRule: outcomesOf('none', 'no-rule').rejected, remembered: new Map() };
}

/**
 * Of the versions of a policy for one scope that are published on the day of knowledge, the one published last (on a
 * tie the later given) speaks, even of days that its dates leave out: that is how a policy is withdrawn.
 */
function currentVersions(policies: readonly Policy[], knownOn: Day): Policy[] {
  const current = new Map<string, Policy>();
  for (const policy of policies) {
    if (policy.publishedOn > knownOn) continue;
    const key = versionKey(policy);
    const other = current.get(key);
    if (!other || policy.publishedOn >= other.publishedOn) current.set(key, policy);
  }
  return [...current.values()];
}

/** Narrowest scope, then published last, then valid from the latest day, then greatest id. */
function comparePrecedence(a: Policy, b: Policy): number {
  return (
    scopeLevels.indexOf(b.scope.level) - scopeLevels.indexOf(a.scope.level) ||
    compareIds(b.publishedOn, a.publishedOn) ||
    compareIds(b.validFrom ?? '', a.validFrom ?? '') ||
    compareIds(b.id, a.id)
  );
}

/** Two versions alike in all but the scope id: the one made for somebody goes before the one made for all. */
function compareScopeIds(a: { version: Policy }, b: { version: Policy }): number {
  return compareIds(b.version.scope.id ?? '', a.version.scope.id ?? '');
}

export function rulesForPlacement(rulebook: Rulebook, placement: PlacementFacts): PlacementRules {
  const candidates = rulebook.candidates.filter(
    ({ version, rule }) => covers(version, placement) && (!rule.hourBasis || rule.hourBasis === placement.hourBasis),
  );
  const key = candidates.map(({ place }) => place).join();
  const remembered = rulebook.remembered.get(key);
  if (remembered) return remembered;
  const rules = { candidates, byKind: new Map() };
  rulebook.remembered.set(key, rules);
  return rules;
}

function covers({ scope }: Policy, placement: PlacementFacts): boolean {
  if (scope.id === undefined || scope.id === null) return true;
  return scope.level !== 'national' && placement[scope.level] === scope.id;
}

/** The rules that know a kind of hours and its payer, the winning one of a day being the first whose dates hold it. */
export function rulesForLine(rules: PlacementRules, kind: HourKind, payer: HourPayer | null): readonly RuleInForce[] {
  const byPayer = rules.byKind.get(kind) ?? new Map<HourPayer | null, readonly RuleInForce[]>();
  const known = byPayer.get(payer);
  if (known) return known;
  const list = rules.candidates
    .filter(({ rule }) => rule.kinds.includes(kind) && (!rule.payer || rule.payer === payer))
    .map(({ inForce }) => inForce);
  rules.byKind.set(kind, byPayer.set(payer, list));
  return list;
}

export function winningRule(rules: readonly RuleInForce[], day: number): RuleInForce | null {
  for (const rule of rules) {
    if (rule.firstDay <= day && day <= rule.lastDay) return rule;
  }
  return null;
}

/** The rule that wins on every day from the first to the last, null where none does; undefined where days differ. */
export function winningRuleThroughout(
  rules: readonly RuleInForce[],
  { first, last }: { first: number; last: number },
): RuleInForce | null | undefined {
  for (const rule of rules) {
    if (rule.lastDay < first || last < rule.firstDay) continue;
    return rule.firstDay <= first && last <= rule.lastDay ? rule : undefined;
  }
  return null;
}

/**
 * The version that made an entry of the ledger: of the policy that it names, the one with that rule that won among those known on
 * the day of its recording. Null where the version is not given. Answers "which version, which text" of any hour.
 */
export function versionBehind(
  policies: readonly Policy[],
  entry: { policy: string; rule: string; recordedOn: Day },
  placement: PlacementFacts,
): Policy | null {
  const named = currentVersions(policies, entry.recordedOn).filter(
    (version) =>
      version.id === entry.policy && covers(version, placement) && version.rules.some(({ id }) => id === entry.rule),
  );
  return named.sort(comparePrecedence)[0] ?? null;
}
