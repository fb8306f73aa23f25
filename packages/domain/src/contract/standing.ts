import { addDays, type Day, daysBetween } from '../shared/day.ts';
import type { ContractEventSource, ContractFact } from './event.ts';
import type { ContractStatus } from './lifecycle.ts';
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

/** Statuses in which a contract runs or may run again: those that offers and the census count as live. */
export const liveStatuses = ['notified', 'active', 'stopped', 'suspended', 'clause_suspended'] as const;

export function isLive(status: ContractStatus): boolean {
  return (liveStatuses as readonly ContractStatus[]).includes(status);
}

/** A contract under way is asked about every six months (rule of the house; the field asks quarterly, or on a crisis). */
const silenceDays = 183;

/**
 * Since when nobody knows: the day after the end date when nobody said what became of the contract; six months after the
 * last news while it runs; null while it is known. Rule of the house: "unknown since" is shown, never hidden.
 */
export function unknownSince(standing: Pick<Standing, 'status' | 'endsOn' | 'saidOn'>, today: Day): Day | null {
  if (!isLive(standing.status)) return null;
  const { endsOn, saidOn } = standing;
  if (endsOn !== null && endsOn < today) return saidOn !== null && saidOn > endsOn ? null : addDays(endsOn, 1);
  if (saidOn === null || daysBetween(saidOn, today) <= silenceDays) return null;
  return addDays(saidOn, silenceDays + 1);
}
