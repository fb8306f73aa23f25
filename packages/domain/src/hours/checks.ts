import type { ContractFact } from '../contract/event.ts';
import { expectsHoursOn, expectsHoursThroughout, timelineOf } from '../contract/status.ts';
import { type Day, dayNumber } from '../shared/day.ts';
import { compareIds } from '../shared/id-order.ts';
import { layOut } from './lay-out.ts';
import type { ElsewhereLine, HourLine } from './line.ts';
import type { CheckReason } from './outcome.ts';
import type { PlacementFacts } from './placement-facts.ts';

export interface CheckedFacts {
  placement: PlacementFacts;
  /** The same person's lines, whatever the clause. */
  elsewhere?: readonly ElsewhereLine[] | null;
  /** Absent: not checked. Empty: a contract of status `none`, which expects nothing. */
  contractEvents?: readonly ContractFact[] | null;
  knownOn: Day;
}

export interface Checks {
  /** The first check that a day of a line fails, or null when a rule may judge it. */
  on(line: HourLine, day: number): CheckReason | null;
  /** The same of all days of a line at once, in order and at least one; undefined where they differ, or may. */
  throughout(line: HourLine, days: readonly number[]): CheckReason | null | undefined;
}

/**
 * The checks made before any rule: the placement's dates, the person's window for the clause, the contract's
 * status, one hour on one clause. Rule of the house; "one hour, one contract" is the field's.
 */
export function checksOf({ placement, elsewhere, contractEvents, knownOn }: CheckedFacts): Checks {
  const placed = rangeOf(placement.from, placement.to);
  const eligible = rangeOf(placement.eligibleFrom, placement.eligibleTo);
  const timeline = contractEvents ? timelineOf(contractEvents, knownOn) : null;
  const claims = elsewhere?.length ? claimsOf(elsewhere, placement.clause, knownOn) : null;
  const ofTwin = (line: HourLine, claim: Claim | undefined): CheckReason | null => {
    const own = { receivedOn: line.receivedOn ?? knownOn, clause: placement.clause };
    return claim && isEarlier(claim, own) ? 'duplicate' : null;
  };
  return {
    on: (line, day) => {
      if (!holds(placed, day)) return 'outside-placement';
      if (!holds(eligible, day)) return 'outside-eligibility';
      if (timeline && !expectsHoursOn(timeline, day, line.kind)) return 'contract-inactive';
      return ofTwin(line, claims?.get(line.kind)?.get(day));
    },
    throughout: (line, days) => {
      const [first = 0, last = first] = [days[0], days.at(-1)];
      if (![first, last].every((day) => holds(placed, day) && holds(eligible, day))) return undefined;
      const expected = timeline ? expectsHoursThroughout(timeline, { first, last }, line.kind) : true;
      if (!expected) return expected === false ? 'contract-inactive' : undefined;
      const byDay = claims?.get(line.kind);
      const claim = byDay?.get(first);
      return byDay && !days.every((day) => byDay.get(day) === claim) ? undefined : ofTwin(line, claim);
    },
  };
}

interface Claim {
  receivedOn: Day;
  clause: string;
}

/** The earliest claim of another clause on each day, by kind of hours. */
function claimsOf(elsewhere: readonly ElsewhereLine[], ownClause: string, knownOn: Day) {
  const claims = new Map<string, Map<number, Claim>>();
  for (const line of elsewhere) {
    if (line.clause === ownClause) continue;
    const claim = { receivedOn: line.receivedOn ?? knownOn, clause: line.clause };
    const byDay = claims.get(line.kind) ?? new Map<number, Claim>();
    claims.set(line.kind, byDay);
    for (const day of layOut(line).days) {
      const other = byDay.get(day);
      if (!other || isEarlier(claim, other)) byDay.set(day, claim);
    }
  }
  return claims;
}

/** The hour belongs to the line received first; on a tie to the smaller clause id. */
function isEarlier(a: Claim, b: Claim): boolean {
  return a.receivedOn < b.receivedOn || (a.receivedOn === b.receivedOn && compareIds(a.clause, b.clause) < 0);
}

interface Range {
  first: number;
  last: number;
}

function holds({ first, last }: Range, day: number): boolean {
  return first <= day && day <= last;
}

function rangeOf(from: Day | null | undefined, to: Day | null | undefined): Range {
  return {
    first: from ? dayNumber(from) : Number.NEGATIVE_INFINITY,
    last: to ? dayNumber(to) : Number.POSITIVE_INFINITY,
  };
}
