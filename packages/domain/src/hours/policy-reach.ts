import type { Day } from '../shared/day.ts';
import { earlier, later } from '../shared/day.ts';
import { type HourKind, hourKinds } from './line.ts';
import { type Policy, versionKey } from './policy.ts';

/** The lines that a version may judge otherwise: of these kinds, with at least one of these days. An absent end is open. */
export interface PolicyReach {
  kinds: HourKind[];
  from: Day | null;
  to: Day | null;
}

/** The version whose place another one takes: of the same policy and scope, published last of those that are known. */
export function supersededBy(version: Policy, known: readonly Policy[]): Policy | null {
  const key = versionKey(version);
  let superseded: Policy | null = null;
  for (const other of known) {
    if (versionKey(other) !== key || other.publishedOn > version.publishedOn) continue;
    if (!superseded || other.publishedOn >= superseded.publishedOn) superseded = other;
  }
  return superseded;
}

/**
 * Publishing a version changes no other day and no other kind of hours than its own and those of the version whose place it takes:
 * only the placements with such a line need judging again. Follows from the choice of the winning rule; rule of the house.
 */
export function reachOf(version: Policy, superseded: Policy | null): PolicyReach {
  const both = superseded && superseded.rules.length > 0 ? [version, superseded] : [version];
  const speaking = both.filter(({ rules }) => rules.length > 0);
  const kinds = new Set(speaking.flatMap(({ rules }) => rules.flatMap((rule) => rule.kinds)));
  const [first, ...others] = speaking;
  const start = { from: first?.validFrom ?? null, to: first?.validTo ?? null };
  const days = others.reduce(
    ({ from, to }, { validFrom, validTo }) => ({
      from: from && validFrom ? earlier(from, validFrom) : null,
      to: to && validTo ? later(to, validTo) : null,
    }),
    start,
  );
  return { kinds: [...kinds], ...days };
}

/**
 * The kinds of hours to judge for what versions move in some kinds: these, and those that any version known lets share a weekly cap
 * with them, directly or through others. A cap counts a rule id, whatever the policy, and checks look at no other kind: a line of any
 * other kind neither changes nor changes one of these. In the order of the declaration sheet. Follows from the semantics of caps and
 * checks; rule of the house.
 */
export function kindsJudgedTogether(kinds: readonly HourKind[], known: readonly Policy[]): HourKind[] {
  const capped = known.flatMap(({ rules }) => rules.filter(({ creditedCapPerWeek }) => creditedCapPerWeek != null));
  const sharing = [...Map.groupBy(capped, ({ id }) => id).values()].map((rules) => rules.flatMap((rule) => rule.kinds));
  const together = new Set(kinds);
  for (let before = -1; before !== together.size; ) {
    before = together.size;
    for (const group of sharing) {
      if (group.some((kind) => together.has(kind))) for (const kind of group) together.add(kind);
    }
  }
  return hourKinds.filter((kind) => together.has(kind));
}
