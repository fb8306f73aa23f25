import { addDays, type Day, daysBetween } from '../shared/day.ts';
import { endedStatuses, type PlannedStatus } from './life.ts';

/** A team answers a buyer within four weeks (usage of EPEC, told by buyers in 2020). */
export const answerDays = 28;

export interface AnswerFacts {
  status: PlannedStatus;
  /** The day the buyer sent it. */
  receivedOn: Day;
  /** The day the team gave its hours, or said that there is no clause. */
  answeredOn: Day | null;
  /** The day it came to where it stands. */
  since: Day;
}

/** Who is to move. `nobody`: it is over. */
export type Waits = 'team' | 'buyer' | 'nobody';

export interface Waiting {
  on: Waits;
  since: Day;
  days: number;
  /** The day the answer is due; null where the team owes none any more. */
  dueOn: Day | null;
  late: boolean;
  /** Days left, below nought once late; null without a day due. */
  daysLeft: number | null;
}

const teamToMove: readonly PlannedStatus[] = ['planned', 'study', 'unsuccessful'];

/**
 * Who waits on whom since when: the buyer on the team until it answers, within four weeks; then the team on the buyer, to publish, to
 * award, to notify. A tender without result is again for the team, without a clock: its answer was given.
 */
export function waitingOf({ status, receivedOn, answeredOn, since }: AnswerFacts, today: Day): Waiting {
  const days = (from: Day) => Math.max(0, daysBetween(from, today));
  if (endedStatuses.includes(status)) {
    return { on: 'nobody', since, days: days(since), dueOn: null, late: false, daysLeft: null };
  }
  if (answeredOn === null && (status === 'planned' || status === 'study')) {
    const dueOn = addDays(receivedOn, answerDays);
    const daysLeft = daysBetween(today, dueOn);
    return { on: 'team', since: receivedOn, days: days(receivedOn), dueOn, late: daysLeft < 0, daysLeft };
  }
  const on = teamToMove.includes(status) && !(status === 'study' && answeredOn !== null) ? 'team' : 'buyer';
  const from = status === 'study' && answeredOn !== null && answeredOn > since ? answeredOn : since;
  return { on, since: from, days: days(from), dueOn: null, late: false, daysLeft: null };
}
