import type { Checks } from './checks.ts';
import { type Layout, layOut } from './lay-out.ts';
import type { HourLine } from './line.ts';
import type { CheckReason } from './outcome.ts';
import {
  type PlacementRules,
  type RuleInForce,
  rulesForLine,
  winningRule,
  winningRuleThroughout,
} from './winning-rule.ts';

/** A line laid on its days, with what judges each: the check that it fails, a rule, or none. */
export interface RuledLine {
  readonly line: HourLine;
  readonly layout: Layout;
  /** The rules that know its kind and payer. */
  readonly rules: readonly RuleInForce[];
  /** One a day of the layout. */
  readonly verdicts: readonly Verdict[];
  /** The verdict of each day where all are the same, as those of most lines are; undefined where they differ, or may. */
  readonly throughout: Verdict | undefined;
}

/** The check that a day fails, the rule that judges it, or none. */
export type Verdict = CheckReason | RuleInForce | null;

export function ruleLine(line: HourLine, checks: Checks, placementRules: PlacementRules): RuledLine {
  const layout = layOut(line);
  const rules = rulesForLine(placementRules, line.kind, line.payer ?? null);
  const throughout = verdictThroughout(line, layout, checks, rules);
  const verdicts =
    throughout === undefined
      ? layout.days.map((day) => checks.on(line, day) ?? winningRule(rules, day))
      : new Array<Verdict>(layout.days.length).fill(throughout);
  return { line, layout, rules, verdicts, throughout };
}

function verdictThroughout(
  line: HourLine,
  { days }: Layout,
  checks: Checks,
  rules: readonly RuleInForce[],
): Verdict | undefined {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const failed = checks.throughout(line, days);
  return failed === null ? winningRuleThroughout(rules, { first, last }) : failed;
}
