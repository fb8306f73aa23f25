import { type Day, dayNumber } from '../shared/day.ts';
import { type ContractFact, inFoldOrder } from './event.ts';
import { allowedEvents, type ContractEventType, type ContractStatus, statusAfter } from './lifecycle.ts';

export interface RefusedEvent {
  /** Index of the event in the list as given. */
  event: number;
  allowed: ContractEventType[];
}

export interface StatusQuestion {
  events: readonly ContractFact[];
  asOf: Day;
  knownOn: Day;
}

export interface FoldedStatus {
  status: ContractStatus;
  /** The end date last set by an accepted event; null when none has set one. */
  endsOn: Day | null;
  refused: RefusedEvent[];
}

/**
 * The status of a contract on a day (`asOf`) as it was known on another (`knownOn`): the events of effect not
 * after the first and recorded not after the second, in fold order. An event not allowed where it falls is
 * skipped and reported; those that follow it are judged as if it had never been. Rule of the house: the field asks for
 * "as known on" views because a census is refreshed by asking buyers.
 */
export function foldStatus({ events, asOf, knownOn }: StatusQuestion): FoldedStatus {
  const folded: FoldedStatus = { status: 'none', endsOn: null, refused: [] };
  for (const step of stepsOf(events, knownOn)) {
    if (step.fact.on > asOf) break;
    if (!step.accepted) folded.refused.push({ event: step.index, allowed: [...allowedEvents(step.before)] });
    else if (step.fact.endsOn) folded.endsOn = step.fact.endsOn;
    folded.status = step.after;
  }
  return folded;
}

/** Which kinds of hours are expected: each level holds the one before, so that the greatest of two is their union. */
const expectation = { none: 0, all_but_on_site: 1, every_kind: 2 } as const;

type Expectation = (typeof expectation)[keyof typeof expectation];

/** The life of a contract folded once, to be asked for many days. */
export interface ContractTimeline {
  readonly changes: readonly { day: number; thatDay: Expectation; afterwards: Expectation }[];
}

export function timelineOf(events: readonly ContractFact[], knownOn: Day): ContractTimeline {
  const changes: { day: number; thatDay: Expectation; afterwards: Expectation }[] = [];
  for (const { fact, accepted, before, after } of stepsOf(events, knownOn)) {
    const day = dayNumber(fact.on);
    let change = changes.at(-1);
    if (change?.day !== day) {
      change = { day, thatDay: expectation.none, afterwards: expectation.none };
      changes.push(change);
    }
    change.afterwards = expectationIn(after);
    // People work on the last day of a contract: its end, of which one at most is accepted, takes nothing from that day.
    if (accepted && (fact.type === 'terminate' || fact.type === 'complete')) change.thatDay = expectationIn(before);
  }
  for (const change of changes) change.thatDay = widest(change.thatDay, change.afterwards);
  return { changes };
}

/** Whether the contract expects hours of this kind on a day given as a day number. */
export function expectsHoursOn(timeline: ContractTimeline, day: number, kind: string): boolean {
  const { changes } = timeline;
  for (let index = changes.length - 1; index >= 0; index--) {
    const change = changes[index];
    if (!change || change.day > day) continue;
    const level = change.day === day ? change.thatDay : change.afterwards;
    return level === expectation.every_kind || (level === expectation.all_but_on_site && kind !== 'worked_on_site');
  }
  return false;
}

/** The same of days that follow on, where each says the same; undefined where they differ, or may. */
export function expectsHoursThroughout(
  timeline: ContractTimeline,
  days: { first: number; last: number },
  kind: string,
): boolean | undefined {
  const changesWithin = timeline.changes.some(({ day }) => days.first <= day && day <= days.last);
  return changesWithin ? undefined : expectsHoursOn(timeline, days.first, kind);
}

/**
 * Hours are expected while a contract is notified or active; while it is stopped, of every kind but work on site
 * (a worker of a halted site may telework or be ill: field report EPEC 2020); and on the day of its
 * termination or completion when they were expected just before. Rule of the house.
 */
export function expectsHours(events: readonly ContractFact[], day: Day, kind: string, knownOn: Day): boolean {
  return expectsHoursOn(timelineOf(events, knownOn), dayNumber(day), kind);
}

function expectationIn(status: ContractStatus): Expectation {
  if (status === 'notified' || status === 'active') return expectation.every_kind;
  return status === 'stopped' ? expectation.all_but_on_site : expectation.none;
}

function widest(a: Expectation, b: Expectation): Expectation {
  return a > b ? a : b;
}

/** One event of the fold: whether it was allowed where it fell, and the status before and after it. */
export interface Step {
  fact: ContractFact;
  index: number;
  accepted: boolean;
  before: ContractStatus;
  after: ContractStatus;
}

/** The fold of everything known on a day, event by event. */
export function stepsOf(events: readonly ContractFact[], knownOn: Day): Step[] {
  let status: ContractStatus = 'none';
  const steps: Step[] = [];
  for (const { fact, index } of inFoldOrder(events)) {
    if (fact.recordedOn > knownOn || (fact.withdrawnOn && fact.withdrawnOn <= knownOn)) continue;
    const before: ContractStatus = status;
    const next = statusAfter(before, fact.type);
    status = next ?? before;
    steps.push({ fact, index, accepted: next !== null, before, after: status });
  }
  return steps;
}
