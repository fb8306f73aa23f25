import { type Day, dayNumber } from '../shared/day.ts';
import { type HoursDecision, isOnLine } from './decision.ts';
import { centihoursOn } from './lay-out.ts';
import type { HourLine } from './line.ts';
import { type Outcome, outcomeOfCheck } from './outcome.ts';
import type { RuledLine } from './ruled-line.ts';
import type { RuleInForce } from './winning-rule.ts';

/**
 * Some hours of a day of a line, or of all its days where they are of one month, and what became of them. `decision` is null where
 * nobody had to decide.
 */
export interface SettledHours {
  /** Index of the day among those of the line. */
  index: number;
  day: number;
  lastIndex: number;
  lastDay: number;
  centihours: number;
  outcome: Outcome;
  decision: HoursDecision | null;
}

/** A decision known on the day of the question, its dates as day numbers. */
export interface KnownDecision {
  given: HoursDecision;
  firstDay: number;
  lastDay: number;
}

/** The decisions of a placement's contract and lines that are known on a day, the one that wins first. */
export function knownDecisions(
  decisions: readonly HoursDecision[],
  contract: string | null,
  knownOn: Day,
): KnownDecision[] {
  return decisions
    .map((given, order) => ({ given, order }))
    .filter(({ given }) => given.on <= knownOn && (isOnLine(given) || given.contract === contract))
    .sort((a, b) => (a.given.on === b.given.on ? b.order - a.order : a.given.on < b.given.on ? 1 : -1))
    .map(({ given }) => ({
      given,
      firstDay: isOnLine(given) || !given.from ? Number.NEGATIVE_INFINITY : dayNumber(given.from),
      lastDay: isOnLine(given) || !given.to ? Number.POSITIVE_INFINITY : dayNumber(given.to),
    }));
}

/**
 * What becomes of the hours of a line, day by day in order: weekly cap, evidence, decision. A rule that
 * rejects ends there. Rule of the house, on the four rules of the field report EPEC 2020 ("sont validées", "peuvent être
 * validées", "ne sont pas validées").
 */
export function settleLine(
  ruled: RuledLine,
  withinCaps: ReadonlyMap<number, number> | undefined,
  decisions: readonly KnownDecision[],
  noRule: Outcome,
): SettledHours[] {
  const { line, layout, verdicts } = ruled;
  const known = outcomeThroughout(ruled, decisions, noRule);
  if (known) return [wholeLine(ruled, known)];
  const hand: Hand = {
    line,
    decisions: decisions.filter(({ given }) => !isOnLine(given) || given.line === line.id),
    acceptedSoFar: new Map(),
    settled: [],
  };
  for (let index = 0; index < layout.days.length; index++) {
    const day = layout.days[index] ?? 0;
    const verdict = verdicts[index] ?? null;
    const all = centihoursOn(layout, index);
    if (verdict === null) add(hand, index, day, noRule, all);
    else if (typeof verdict === 'string') add(hand, index, day, outcomeOfCheck(verdict), all);
    else if (verdict.decides === 'reject') add(hand, index, day, verdict.outcomes.rejected, all);
    else {
      const within = withinCaps?.get(index) ?? all;
      settleWithinCap(hand, index, day, verdict, within);
      add(hand, index, day, verdict.outcomes.overCap, all - within);
    }
  }
  return hand.settled;
}

/** What becomes of every hour of a line, where each day comes to the same without a cap to count nor a decision to look up. */
function outcomeThroughout(
  { line, throughout }: RuledLine,
  decisions: readonly KnownDecision[],
  noRule: Outcome,
): Outcome | undefined {
  if (throughout === undefined || !isOfOneMonth(line)) return undefined;
  if (throughout === null) return noRule;
  if (typeof throughout === 'string') return outcomeOfCheck(throughout);
  const { decides, outcomes, weeklyCap } = throughout;
  if (decides === 'reject') return outcomes.rejected;
  if (weeklyCap !== null) return undefined;
  if (!isEvidenced(line, throughout)) return outcomes.evidenceMissing;
  if (decides === 'validate') return outcomes.validated;
  return decisions.length === 0 ? outcomes.decisionNeeded : undefined;
}

/** The ledger keeps each month apart. */
function isOfOneMonth({ from, to }: HourLine): boolean {
  return from.startsWith(to.slice(0, 7));
}

/** A line lays all its hours on its days. */
function wholeLine({ line, layout: { days } }: RuledLine, outcome: Outcome): SettledHours {
  const day = days[0] ?? 0;
  const last = { lastIndex: days.length - 1, lastDay: days.at(-1) ?? day };
  return { index: 0, day, ...last, centihours: line.centihours, outcome, decision: null };
}

/** What settling a line goes by, and what it has settled so far. */
interface Hand {
  line: HourLine;
  decisions: readonly KnownDecision[];
  acceptedSoFar: Map<KnownDecision, number>;
  settled: SettledHours[];
}

function settleWithinCap(hand: Hand, index: number, day: number, rule: RuleInForce, within: number): void {
  const { outcomes } = rule;
  const decision = winningDecision(hand.decisions, rule, day);
  if (!isEvidenced(hand.line, rule)) add(hand, index, day, outcomes.evidenceMissing, within);
  else if (rule.decides === 'validate') add(hand, index, day, outcomes.validated, within);
  else if (!decision) add(hand, index, day, outcomes.decisionNeeded, within);
  else {
    const before = hand.acceptedSoFar.get(decision) ?? 0;
    const accepted = Math.min(within, mostAccepted(decision.given) - before);
    hand.acceptedSoFar.set(decision, before + accepted);
    add(hand, index, day, outcomes.accepted, accepted, decision.given);
    add(hand, index, day, outcomes.refused, within - accepted, decision.given);
  }
}

function add(
  hand: Hand,
  index: number,
  day: number,
  outcome: Outcome,
  centihours: number,
  decision: HoursDecision | null = null,
): void {
  if (centihours <= 0) return;
  hand.settled.push({ index, day, lastIndex: index, lastDay: day, centihours, outcome, decision });
}

function isEvidenced(line: HourLine, rule: RuleInForce): boolean {
  return rule.evidence.length === 0 || rule.evidence.every((piece) => line.evidence?.includes(piece) ?? false);
}

function winningDecision(decisions: readonly KnownDecision[], rule: RuleInForce, day: number): KnownDecision | null {
  for (const decision of decisions) {
    const { given, firstDay, lastDay } = decision;
    if (isOnLine(given) || (given.rule === rule.id && firstDay <= day && day <= lastDay)) return decision;
  }
  return null;
}

/** How many hours a decision accepts at most: only a decision on a line may accept a part. */
function mostAccepted(decision: HoursDecision): number {
  if (!decision.accept) return 0;
  return (isOnLine(decision) ? decision.centihours : null) ?? Number.POSITIVE_INFINITY;
}
