import { type CheckedFacts, checksOf } from './checks.ts';
import type { HoursDecision } from './decision.ts';
import type { HourLine } from './line.ts';
import type { HourStatus } from './outcome.ts';
import type { Policy } from './policy.ts';
import { type Portion, portionOf, stretchesOf } from './portion.ts';
import { type RuledLine, ruleLine } from './ruled-line.ts';
import { knownDecisions, type SettledHours, settleLine } from './settle.ts';
import { type HourWarning, warningsOf } from './warnings.ts';
import { withinWeeklyCaps } from './weekly-cap.ts';
import { type Rulebook, rulebookOf, rulesForPlacement } from './winning-rule.ts';

/** The lines of one placement, and all that judging them must know. */
export interface HoursToJudge extends CheckedFacts {
  /** In the order given, which tells who comes first under a cap. */
  lines: readonly HourLine[];
  decisions?: readonly HoursDecision[] | null;
}

export interface Judgement {
  portions: Portion[];
  /** Hundredths of an hour. */
  totals: Record<HourStatus, number>;
  warnings: HourWarning[];
}

export interface SettledLine {
  ruled: RuledLine;
  settled: SettledHours[];
}

/**
 * Judges the lines of one placement as known on a day: each day of each line passes the checks, finds the rule
 * that wins, then its weekly cap, its evidence and the decisions. The statuses of a line always sum to its
 * hours. Semantics: rule of the house; contents: the policies given.
 */
export function judgeHours({ policies, ...given }: HoursToJudge & { policies: readonly Policy[] }): Judgement {
  return judgeByRulebook(rulebookOf(policies, given.knownOn), given);
}

/** `judgeHours` for many placements on one day of knowledge: the rulebook is made once. */
export function judgeByRulebook(rulebook: Rulebook, given: HoursToJudge): Judgement {
  const totals = { validated: 0, pending: 0, rejected: 0 };
  const portions: Portion[] = [];
  const settledLines = settleHours(rulebook, given);
  for (const { ruled, settled } of settledLines) {
    for (const stretch of stretchesOf(settled)) {
      totals[stretch.outcome.status] += stretch.centihours;
      portions.push(portionOf(ruled.line.id, stretch));
    }
  }
  return { portions, totals, warnings: warningsOf(settledLines.map(({ ruled }) => ruled.layout)) };
}

/** The hours of each line, day by day. The rulebook must be of the day of knowledge asked for. */
export function settleHours(rulebook: Rulebook, given: HoursToJudge): SettledLine[] {
  if (rulebook.knownOn !== given.knownOn) throw new RangeError('the rulebook is of another day of knowledge');
  const { placement, lines, knownOn } = given;
  const checks = checksOf(given);
  const rules = rulesForPlacement(rulebook, placement);
  const decisions = knownDecisions(given.decisions ?? [], placement.contract ?? null, knownOn);
  const ruledLines = lines.map((line) => ruleLine(line, checks, rules));
  const withinCaps = withinWeeklyCaps(ruledLines);
  return ruledLines.map((ruled, index) => ({
    ruled,
    settled: settleLine(ruled, withinCaps.get(index), decisions, rulebook.noRule),
  }));
}
