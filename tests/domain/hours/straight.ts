import type { ContractFact } from '@jonction/domain/contract/event';
import type { HoursDecision } from '@jonction/domain/hours/decision';
import type { ElsewhereLine, HourLine } from '@jonction/domain/hours/line';
import type { PlacementFacts } from '@jonction/domain/hours/placement-facts';
import type { Policy, PolicyRule } from '@jonction/domain/hours/policy';
import { holidaysOf } from './calendar.ts';

/**
 * The rules of hours as one would first write them, to measure the product against: days are numbers, everything that a
 * placement needs is worked out once for it, then one loop on its lines and their days. No trick, and no waste either.
 */
export interface StraightGiven {
  placement: PlacementFacts;
  lines: readonly HourLine[];
  decisions?: readonly HoursDecision[] | null;
  elsewhere?: readonly ElsewhereLine[] | null;
  contractEvents?: readonly ContractFact[] | null;
}

export interface StraightPortion {
  line: string;
  from: string;
  to: string;
  centihours: number;
  status: 'validated' | 'pending' | 'rejected';
  policy: string | null;
  rule: string | null;
  reason: string | null;
}

interface DatedRule {
  policy: Policy;
  rule: PolicyRule;
  first: number;
  last: number;
}

const dayMs = 86_400_000;
const numberOf = (day: string): number => Date.parse(day) / dayMs;
const dayOf = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10);
/** 1970-01-01 was a Thursday. */
const weekdayOf = (number: number): number => ((number + 3) % 7) + 1;

const holidays = new Set(Array.from({ length: 60 }, (_, index) => [...holidaysOf(1990 + index)].map(numberOf)).flat());

function layOut({ from, to, centihours }: { from: string; to: string; centihours: number }): [number, number][] {
  const every: number[] = [];
  for (let day = numberOf(from); day <= numberOf(to); day++) every.push(day);
  const working = every.filter((day) => weekdayOf(day) <= 5 && !holidays.has(day));
  const days = working.length > 0 ? working : every;
  const share = Math.floor(centihours / days.length);
  const left = centihours - share * days.length;
  return days
    .map((day, index): [number, number] => [day, index < left ? share + 1 : share])
    .filter(([, hours]) => hours > 0);
}

const levels = ['contract', 'buyer', 'structure', 'territory', 'national'];

/** The rules that speak on a day of knowledge, those that win first. */
export function straightRules(policies: readonly Policy[], knownOn: string): DatedRule[] {
  const last = new Map<string, Policy>();
  for (const policy of policies) {
    if (policy.publishedOn > knownOn) continue;
    const key = `${policy.id} ${policy.scope.level} ${policy.scope.id ?? ''}`;
    const other = last.get(key);
    if (!other || other.publishedOn <= policy.publishedOn) last.set(key, policy);
  }
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...last.values()]
    .sort(
      (a, b) =>
        levels.indexOf(a.scope.level) - levels.indexOf(b.scope.level) ||
        compare(b.publishedOn, a.publishedOn) ||
        compare(b.validFrom ?? '', a.validFrom ?? '') ||
        compare(b.id, a.id),
    )
    .flatMap((policy) =>
      policy.rules.map((rule) => ({
        policy,
        rule,
        first: policy.validFrom ? numberOf(policy.validFrom) : Number.NEGATIVE_INFINITY,
        last: policy.validTo ? numberOf(policy.validTo) : Number.POSITIVE_INFINITY,
      })),
    );
}

/** What the contract expects, as a list of days from which something else holds. */
const expectedAfter: Record<string, 'all' | 'off site' | 'nothing'> = {
  ...{ notify: 'all', start: 'all', resume: 'all', stop: 'off site' },
  ...{ suspend: 'nothing', suspend_clause: 'nothing', terminate: 'nothing', complete: 'nothing' },
};

interface DatedFact {
  day: number;
  expected: 'all' | 'off site' | 'nothing';
}

/** For contracts whose events are given in order and allowed where they fall, as those of the bench: notified, started, stopped, resumed. */
function datedFacts(events: readonly ContractFact[], knownOn: string): DatedFact[] {
  return events
    .filter(({ recordedOn }) => recordedOn <= knownOn)
    .map(({ type, on }) => ({ day: numberOf(on), expected: expectedAfter[type] ?? 'nothing' }));
}

export function straightJudge(
  { placement, lines, decisions, elsewhere, contractEvents }: StraightGiven,
  rules: readonly DatedRule[],
  knownOn: string,
): { portions: StraightPortion[]; totals: Record<StraightPortion['status'], number> } {
  const mine = rules.filter(
    ({ policy, rule }) =>
      (!policy.scope.id || placement[policy.scope.level as 'structure'] === policy.scope.id) &&
      (!rule.hourBasis || rule.hourBasis === placement.hourBasis),
  );
  const placedFrom = placement.from ? numberOf(placement.from) : -Infinity;
  const placedTo = placement.to ? numberOf(placement.to) : Infinity;
  const eligibleFrom = placement.eligibleFrom ? numberOf(placement.eligibleFrom) : -Infinity;
  const eligibleTo = placement.eligibleTo ? numberOf(placement.eligibleTo) : Infinity;
  const facts = contractEvents ? datedFacts(contractEvents, knownOn) : null;
  const others = (elsewhere ?? [])
    .filter((other) => other.clause !== placement.clause)
    .map((other) => ({ ...other, days: new Set(layOut(other).map(([day]) => day)) }));
  const known = (decisions ?? []).filter((decision) => decision.on <= knownOn);
  const laid = lines.flatMap((line, order) => layOut(line).map(([day, hours]) => ({ line, order, day, hours })));
  laid.sort((a, b) => a.day - b.day || a.order - b.order);
  const used = new Map<string, number>();
  const acceptedBy = new Map<HoursDecision, number>();
  const totals = { validated: 0, pending: 0, rejected: 0 };
  const open = lines.map(() => new Map<string, StraightPortion & { lastIndex: number }>());
  const indexes = lines.map(() => -1);
  const portions: StraightPortion[] = [];

  function checkFailed(line: HourLine, day: number): string | null {
    if (day < placedFrom || day > placedTo) return 'outside-placement';
    if (day < eligibleFrom || day > eligibleTo) return 'outside-eligibility';
    if (facts) {
      const expected = facts.findLast((fact) => fact.day <= day)?.expected ?? 'nothing';
      if (expected === 'nothing' || (expected === 'off site' && line.kind === 'worked_on_site'))
        return 'contract-inactive';
    }
    const received = line.receivedOn ?? knownOn;
    for (const other of others) {
      if (other.kind !== line.kind || !other.days.has(day)) continue;
      const theirs = other.receivedOn ?? knownOn;
      if (theirs < received || (theirs === received && other.clause < placement.clause)) return 'duplicate';
    }
    return null;
  }

  function tell(
    { line, order, day }: { line: HourLine; order: number; day: number },
    centihours: number,
    status: StraightPortion['status'],
    [policy, rule, reason]: [string | null, string | null, string | null],
  ): void {
    if (centihours <= 0) return;
    totals[status] += centihours;
    const key = `${status} ${policy} ${rule} ${reason}`;
    const index = indexes[order] ?? 0;
    const portion = open[order]?.get(key);
    if (portion && portion.lastIndex >= index - 1) {
      portion.to = dayOf(day);
      portion.centihours += centihours;
      portion.lastIndex = index;
      return;
    }
    const on = dayOf(day);
    const made = { line: line.id, from: on, to: on, centihours, status, policy, rule, reason, lastIndex: index };
    open[order]?.set(key, made);
    portions.push(made);
  }

  for (const one of laid) {
    const { line, order, day, hours } = one;
    indexes[order] = (indexes[order] ?? -1) + 1;
    const failed = checkFailed(line, day);
    if (failed) {
      tell(one, hours, 'rejected', [null, null, failed]);
      continue;
    }
    const won = mine.find(
      ({ rule, first: from, last: to }) =>
        from <= day && day <= to && rule.kinds.includes(line.kind) && (!rule.payer || rule.payer === line.payer),
    );
    if (!won || won.rule.outcome === 'reject') {
      tell(one, hours, 'rejected', [won?.policy.id ?? 'none', won?.rule.id ?? 'no-rule', null]);
      continue;
    }
    const { rule, policy } = won;
    let within = hours;
    if (rule.creditedCapPerWeek != null) {
      const week = `${rule.id} ${day - weekdayOf(day)}`;
      within = Math.min(hours, Math.max(0, rule.creditedCapPerWeek - (used.get(week) ?? 0)));
      used.set(week, (used.get(week) ?? 0) + within);
    }
    tell(one, hours - within, 'rejected', [policy.id, rule.id, 'over-cap']);
    const lacks = (rule.evidence ?? []).some((piece) => !line.evidence?.includes(piece));
    const decision = known.findLast((given) =>
      'line' in given
        ? given.line === line.id
        : given.rule === rule.id &&
          given.contract === placement.contract &&
          (!given.from || numberOf(given.from) <= day) &&
          (!given.to || day <= numberOf(given.to)),
    );
    if (lacks) tell(one, within, 'pending', [policy.id, rule.id, 'evidence-missing']);
    else if (rule.outcome === 'validate') tell(one, within, 'validated', [policy.id, rule.id, null]);
    else if (!decision) tell(one, within, 'pending', [policy.id, rule.id, 'decision-needed']);
    else {
      const most = decision.accept ? (('line' in decision ? decision.centihours : null) ?? Infinity) : 0;
      const taken = Math.min(within, most - (acceptedBy.get(decision) ?? 0));
      acceptedBy.set(decision, (acceptedBy.get(decision) ?? 0) + taken);
      tell(one, taken, 'validated', [policy.id, rule.id, 'decided']);
      tell(one, within - taken, 'rejected', [policy.id, rule.id, 'decided']);
    }
  }
  return { portions, totals };
}
