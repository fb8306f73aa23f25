import type { ContractFact } from '../contract/event.ts';
import { expectsHoursOn, timelineOf } from '../contract/status.ts';
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

/** The first check that a day of a line fails, or null when a rule may judge it. */
export type Check = (line: HourLine, day: number) => CheckReason | null;

/**
 * The checks made before any rule: the placement's dates, the person's window for the clause, the contract's
 * status, one hour on one clause. Rule of the house; "one hour, one contract" is the field's.
 */
export function checksOf({ placement, elsewhere, contractEvents, knownOn }: CheckedFacts): Check {
  const placed = rangeOf(placement.from, placement.to);
  const eligible = rangeOf(placement.eligibleFrom, placement.eligibleTo);
  const timeline = contractEvents ? timelineOf(contractEvents, knownOn) : null;
  const claims = elsewhere?.length ? claimsOf(elsewhere, placement.clause, knownOn) : null;
  return (line, day) => {
    if (day < placed.first || day > placed.last) return 'outside-placement';
    if (day < eligible.first || day > eligible.last) return 'outside-eligibility';
    if (timeline && !expectsHoursOn(timeline, day, line.kind)) return 'contract-inactive';
    const claim = claims?.get(line.kind)?.get(day);
    if (claim && isEarlier(claim, { receivedOn: line.receivedOn ?? knownOn, clause: placement.clause })) {
      return 'duplicate';
    }
    return null;
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

function rangeOf(from: Day | null | undefined, to: Day | null | undefined): { first: number; last: number } {
  return {
    first: from ? dayNumber(from) : Number.NEGATIVE_INFINITY,
    last: to ? dayNumber(to) : Number.POSITIVE_INFINITY,
  };
}
