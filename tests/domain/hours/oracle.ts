import type { ContractFact } from '@jonction/domain/contract/event';
import type { HoursDecision } from '@jonction/domain/hours/decision';
import type { Judgement } from '@jonction/domain/hours/judge';
import type { ElsewhereLine, HourLine } from '@jonction/domain/hours/line';
import type { PlacementFacts } from '@jonction/domain/hours/placement-facts';
import type { Policy, PolicyRule } from '@jonction/domain/hours/policy';
import { oracleExpectsHours } from '../contract/oracle.ts';

/**
 * The rules of hours written a second time, straight and slow, by the letter and with nothing of the product's code: text
 * days, one loop a sentence. It knows the holidays of 2020 and 2021 only.
 */
const holidays = new Set([
  '2020-01-01',
  '2020-04-13',
  '2020-05-01',
  '2020-05-08',
  '2020-05-21',
  '2020-06-01',
  '2020-07-14',
  '2020-08-15',
  '2020-11-01',
  '2020-11-11',
  '2020-12-25',
  '2021-01-01',
  '2021-04-05',
  '2021-05-01',
  '2021-05-08',
  '2021-05-13',
  '2021-05-24',
  '2021-07-14',
  '2021-08-15',
  '2021-11-01',
  '2021-11-11',
  '2021-12-25',
]);

export interface Given {
  placement: PlacementFacts;
  policies: Policy[];
  lines: HourLine[];
  decisions?: HoursDecision[] | null;
  elsewhere?: ElsewhereLine[] | null;
  contractEvents?: ContractFact[] | null;
  knownOn: string;
}

interface Result {
  line: number;
  day: string;
  hours: number;
  status: 'validated' | 'pending' | 'rejected';
  policy: string | null;
  rule: string | null;
  reason: string | null;
}

function nextDay(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = nextDay(day)) days.push(day);
  return days;
}

function weekdayOf(day: string): number {
  return new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
}

function mondayOf(day: string): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - weekdayOf(day) + 1);
  return date.toISOString().slice(0, 10);
}

export function oracleLayOut(line: { from: string; to: string; centihours: number }): Map<string, number> {
  const all = daysOf(line.from, line.to);
  const working = all.filter((day) => weekdayOf(day) <= 5 && !holidays.has(day));
  const days = working.length > 0 ? working : all;
  const laid = new Map(days.map((day) => [day, 0]));
  let left = line.centihours;
  // One hundredth at a time, round and round: equal shares, and the remainder on the earliest days.
  while (left > 0) {
    for (const day of days) {
      if (left === 0) break;
      laid.set(day, (laid.get(day) ?? 0) + 1);
      left -= 1;
    }
  }
  return new Map([...laid].filter(([, hours]) => hours > 0));
}

function comesBefore(a: string, b: string): boolean {
  const left = [...a].map((character) => character.codePointAt(0) ?? 0);
  const right = [...b].map((character) => character.codePointAt(0) ?? 0);
  for (let index = 0; index < left.length && index < right.length; index++) {
    if (left[index] !== right[index]) return Number(left[index]) < Number(right[index]);
  }
  return left.length < right.length;
}

function checkFails(given: Given, line: HourLine, day: string): string | null {
  const { placement, knownOn } = given;
  if (placement.from && day < placement.from) return 'outside-placement';
  if (placement.to && day > placement.to) return 'outside-placement';
  if (placement.eligibleFrom && day < placement.eligibleFrom) return 'outside-eligibility';
  if (placement.eligibleTo && day > placement.eligibleTo) return 'outside-eligibility';
  if (given.contractEvents && !oracleExpectsHours(given.contractEvents, day, line.kind, knownOn)) {
    return 'contract-inactive';
  }
  const received = line.receivedOn ?? knownOn;
  for (const other of given.elsewhere ?? []) {
    if (other.clause === placement.clause || other.kind !== line.kind || !oracleLayOut(other).has(day)) continue;
    const otherReceived = other.receivedOn ?? knownOn;
    if (otherReceived < received) return 'duplicate';
    if (otherReceived === received && comesBefore(other.clause, placement.clause)) return 'duplicate';
  }
  return null;
}

const levels = ['contract', 'buyer', 'structure', 'territory', 'national'];

function versionsThatSpeak(given: Given): Policy[] {
  const published = given.policies.filter((policy) => policy.publishedOn <= given.knownOn);
  return published.filter((policy, index) => {
    const sameVersion = (other: Policy) =>
      other.id === policy.id &&
      other.scope.level === policy.scope.level &&
      (other.scope.id ?? null) === (policy.scope.id ?? null);
    return !published.some(
      (other, otherIndex) =>
        sameVersion(other) &&
        (other.publishedOn > policy.publishedOn || (other.publishedOn === policy.publishedOn && otherIndex > index)),
    );
  });
}

function scopeCovers(policy: Policy, placement: PlacementFacts): boolean {
  const { level, id } = policy.scope;
  if (id === undefined || id === null) return true;
  if (level === 'territory') return placement.territory === id;
  if (level === 'structure') return placement.structure === id;
  if (level === 'buyer') return placement.buyer === id;
  if (level === 'contract') return placement.contract === id;
  return false;
}

function winner(given: Given, line: HourLine, day: string): { policy: Policy; rule: PolicyRule } | null {
  let best: { policy: Policy; rule: PolicyRule; index: number } | null = null;
  for (const policy of versionsThatSpeak(given)) {
    if (!scopeCovers(policy, given.placement)) continue;
    if (policy.validFrom && day < policy.validFrom) continue;
    if (policy.validTo && day > policy.validTo) continue;
    policy.rules.forEach((rule, index) => {
      if (!rule.kinds.includes(line.kind)) return;
      if (rule.payer && rule.payer !== line.payer) return;
      if (rule.hourBasis && rule.hourBasis !== given.placement.hourBasis) return;
      const candidate = { policy, rule, index };
      if (!best || beats(candidate, best)) best = candidate;
    });
  }
  return best;
}

function beats(a: { policy: Policy; index: number }, b: { policy: Policy; index: number }): boolean {
  const levelA = levels.indexOf(a.policy.scope.level);
  const levelB = levels.indexOf(b.policy.scope.level);
  if (levelA !== levelB) return levelA < levelB;
  if (a.policy.publishedOn !== b.policy.publishedOn) return a.policy.publishedOn > b.policy.publishedOn;
  const fromA = a.policy.validFrom ?? '';
  const fromB = b.policy.validFrom ?? '';
  if (fromA !== fromB) return fromA > fromB;
  if (a.policy.id !== b.policy.id) return comesBefore(b.policy.id, a.policy.id);
  if (a.index !== b.index) return a.index < b.index;
  // The rules don't order two versions alike in all but the scope id: the house prefers the one made for somebody.
  return comesBefore(b.policy.scope.id ?? '', a.policy.scope.id ?? '');
}

function winningDecision(given: Given, line: HourLine, rule: string, day: string): HoursDecision | null {
  let best: HoursDecision | null = null;
  for (const decision of given.decisions ?? []) {
    if (decision.on > given.knownOn) continue;
    if ('line' in decision) {
      if (decision.line !== line.id) continue;
    } else {
      if (decision.rule !== rule || decision.contract !== given.placement.contract) continue;
      if (decision.from && day < decision.from) continue;
      if (decision.to && day > decision.to) continue;
    }
    if (!best || decision.on >= best.on) best = decision;
  }
  return best;
}

function judgeDays(given: Given): Result[] {
  const results: Result[] = [];
  const used = new Map<string, number>();
  const acceptedBy = new Map<HoursDecision, number>();
  const laid = given.lines.map((line) => oracleLayOut(line));
  const days = [...new Set(laid.flatMap((hours) => [...hours.keys()]))].sort();
  for (const day of days) {
    for (const [index, line] of given.lines.entries()) {
      const hours = laid[index]?.get(day);
      if (hours !== undefined) results.push(...judgeDay(given, index, line, day, hours, used, acceptedBy));
    }
  }
  return results;
}

function judgeDay(
  given: Given,
  index: number,
  line: HourLine,
  day: string,
  hours: number,
  used: Map<string, number>,
  acceptedBy: Map<HoursDecision, number>,
): Result[] {
  const results: Result[] = [];
  let policyId: string | null = null;
  let ruleId: string | null = null;
  const tell = (centihours: number, status: Result['status'], reason: string | null): Result[] => {
    if (centihours > 0) {
      results.push({ line: index, day, hours: centihours, status, policy: policyId, rule: ruleId, reason });
    }
    return results;
  };
  const failed = checkFails(given, line, day);
  if (failed) return tell(hours, 'rejected', failed);
  const won = winner(given, line, day);
  policyId = won?.policy.id ?? 'none';
  ruleId = won?.rule.id ?? 'no-rule';
  if (!won) return tell(hours, 'rejected', null);
  const { rule } = won;
  if (rule.outcome === 'reject') return tell(hours, 'rejected', null);
  let within = hours;
  if (rule.creditedCapPerWeek !== undefined && rule.creditedCapPerWeek !== null) {
    const week = `${rule.id} in the week of ${mondayOf(day)}`;
    const free = Math.max(0, rule.creditedCapPerWeek - (used.get(week) ?? 0));
    within = Math.min(hours, free);
    used.set(week, (used.get(week) ?? 0) + within);
  }
  tell(hours - within, 'rejected', 'over-cap');
  const missing = (rule.evidence ?? []).some((piece) => !(line.evidence ?? []).includes(piece));
  if (missing) return tell(within, 'pending', 'evidence-missing');
  if (rule.outcome === 'validate') return tell(within, 'validated', null);
  const decision = winningDecision(given, line, rule.id, day);
  if (!decision) return tell(within, 'pending', 'decision-needed');
  if (!decision.accept) return tell(within, 'rejected', 'decided');
  let take = within;
  if ('line' in decision && decision.centihours !== undefined && decision.centihours !== null) {
    take = Math.min(within, decision.centihours - (acceptedBy.get(decision) ?? 0));
    acceptedBy.set(decision, (acceptedBy.get(decision) ?? 0) + take);
  }
  tell(take, 'validated', 'decided');
  return tell(within - take, 'rejected', 'decided');
}

function warningsOf(given: Given): Judgement['warnings'] {
  const perDay = new Map<string, number>();
  const perWeek = new Map<string, number>();
  for (const line of given.lines) {
    for (const [day, hours] of oracleLayOut(line)) {
      perDay.set(day, (perDay.get(day) ?? 0) + hours);
      perWeek.set(mondayOf(day), (perWeek.get(mondayOf(day)) ?? 0) + hours);
    }
  }
  const long = (totals: Map<string, number>, most: number, code: 'over-day' | 'over-week') =>
    [...totals.keys()]
      .sort()
      .filter((on) => (totals.get(on) ?? 0) > most)
      .map((on) => ({ code, on, centihours: totals.get(on) ?? 0 }));
  return [...long(perDay, 1000, 'over-day'), ...long(perWeek, 4800, 'over-week')];
}

export function oracleJudge(given: Given): Omit<Judgement, 'portions'> & { portions: unknown[] } {
  const results = judgeDays(given);
  const totals = { validated: 0, pending: 0, rejected: 0 };
  for (const result of results) totals[result.status] += result.hours;
  const portions: unknown[] = [];
  given.lines.forEach((line, index) => {
    const days = [...oracleLayOut(line).keys()];
    const ofLine = results.filter((result) => result.line === index);
    const named = (result: Result) => JSON.stringify([result.status, result.policy, result.rule, result.reason]);
    for (const name of new Set(ofLine.map(named))) {
      let open: { line: string; from: string; to: string; centihours: number } | null = null;
      for (const day of days) {
        const result = ofLine.find((one) => one.day === day && named(one) === name);
        if (!result) {
          open = null;
          continue;
        }
        const { status, policy, rule, reason } = result;
        if (!open) {
          open = { line: line.id, from: day, to: day, centihours: 0 };
          portions.push(Object.assign(open, { status, policy, rule, reason }));
        }
        open.to = day;
        open.centihours += result.hours;
      }
    }
  });
  return { portions, totals, warnings: warningsOf(given) };
}
