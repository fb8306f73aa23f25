import type { Check } from './checks.ts';
import { type Layout, layOut } from './lay-out.ts';
import type { HourLine } from './line.ts';
import type { CheckReason } from './outcome.ts';
import { type PlacementRules, type RuleInForce, rulesForLine, winningRule } from './winning-rule.ts';

/** A line laid on its days, with what judges each: the check that it fails, a rule, or none. */
export interface RuledLine {
  readonly line: HourLine;
  readonly layout: Layout;
  /** The rules that know its kind and payer. */
  readonly rules: readonly RuleInForce[];
  /** One a day of the layout. */
  readonly verdicts: readonly (CheckReason | RuleInForce | null)[];
}

export function ruleLine(line: HourLine, check: Check, placementRules: PlacementRules): RuledLine {
  const layout = layOut(line);
  const rules = rulesForLine(placementRules, line.kind, line.payer ?? null);
  const verdicts = layout.days.map((day) => check(line, day) ?? winningRule(rules, day));
  return { line, layout, rules, verdicts };
}
