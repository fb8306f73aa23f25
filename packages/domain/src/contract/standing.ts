import { addDays, type Day, daysBetween } from '../shared/day.ts';
import type { ContractFact } from './event.ts';
import type { ContractStatus } from './lifecycle.ts';
import type { ContractEventSource } from './said.ts';
import { type StatusQuestion, stepsOf } from './status.ts';

export interface SaidFact extends ContractFact {
  source: ContractEventSource;
}

/** Where a contract stands, and the word it rests on: a census row says who said it, and when. */
export interface Standing {
  status: ContractStatus;
  /** Day of effect of the event that brought this status. */
  since: Day | null;
  /** The end date last set. */
  endsOn: Day | null;
  /** The latest news: of the accepted events, the one recorded last. */
  saidOn: Day | null;
  saidBy: ContractEventSource | null;
}

/** The fold of the status with its freshness, for the events of effect by `asOf` and recorded by `knownOn`. */
export function standingOf({
  events,
  asOf,
  knownOn,
}: Omit<StatusQuestion, 'events'> & { events: readonly SaidFact[] }): Standing {
  const standing: Standing = { status: 'none', since: null, endsOn: null, saidOn: null, saidBy: null };
  for (const step of stepsOf(events, knownOn)) {
    const fact = events[step.index];
    if (step.fact.on > asOf || !fact) break;
    if (!step.accepted) continue;
    if (step.after !== standing.status) standing.since = fact.on;
    standing.status = step.after;
    if (fact.endsOn) standing.endsOn = fact.endsOn;
    if (standing.saidOn === null || fact.recordedOn >= standing.saidOn) {
      standing.saidOn = fact.recordedOn;
      standing.saidBy = fact.source;
    }
  }
  return standing;
}

/** Somebody answered that nothing changed. It moves no status: it says how fresh the status is. */
export interface Confirmation {
  source: ContractEventSource;
  recordedOn: Day;
  withdrawnOn?: Day | null;
}

/** The standing with the latest "nothing changed" that was known on a day: an answer without news is news of its own. */
export function confirmedStanding(standing: Standing, confirmations: readonly Confirmation[], knownOn: Day): Standing {
  let { saidOn, saidBy } = standing;
  for (const { recordedOn, source, withdrawnOn } of confirmations) {
    if (recordedOn > knownOn || (withdrawnOn && withdrawnOn <= knownOn)) continue;
    if (saidOn === null || recordedOn >= saidOn) [saidOn, saidBy] = [recordedOn, source];
  }
  return { ...standing, saidOn, saidBy };
}

/** All that was said of a contract, or of its lot. */
export interface Heard {
  facts: readonly SaidFact[];
  confirmations: readonly Confirmation[];
}

/** Where a contract stood on a day as known that day, with the latest answer that nothing changed. */
export function standingOn({ facts, confirmations }: Heard, day: Day): Standing {
  return confirmedStanding(standingOf({ events: facts, asOf: day, knownOn: day }), confirmations, day);
}

/** Statuses in which a contract runs or may run again: those that offers and the census count as live. */
export const liveStatuses = ['notified', 'active', 'stopped', 'suspended', 'clause_suspended'] as const;

export function isLive(status: ContractStatus): boolean {
  return (liveStatuses as readonly ContractStatus[]).includes(status);
}

/** A contract under way is asked about every six months (rule of the house; the field asks quarterly, or on a crisis). */
const silenceDays = 183;

/**
 * Since when nobody knows: the day after the end date when nobody has said anything since; else six months after the last news, as
 * long as the contract may still run; null while it is known. Rule of the house: "unknown since" is shown, never hidden.
 */
export function unknownSince(standing: Pick<Standing, 'status' | 'endsOn' | 'saidOn'>, today: Day): Day | null {
  if (!isLive(standing.status)) return null;
  const { endsOn, saidOn } = standing;
  if (endsOn !== null && endsOn < today && (saidOn === null || saidOn <= endsOn)) return addDays(endsOn, 1);
  if (saidOn === null || daysBetween(saidOn, today) <= silenceDays) return null;
  return addDays(saidOn, silenceDays + 1);
}
