import { z } from 'zod';
import {
  allowedEvents,
  type ContractEventType,
  type ContractStatus,
  contractEventTypes,
  contractStatuses,
  statusAfter,
} from '../contract/lifecycle.ts';
import { type Heard, type Standing, standingOn } from '../contract/standing.ts';
import { stepsOf } from '../contract/status.ts';
import { addMonths, type Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';
import type { CensusAnswer } from './change.ts';

/** What somebody wrote in the row of a contract; null: that cell is left as it is. */
export const wantedRowSchema = z.object({
  contractId: z.uuid(),
  status: z.enum(contractStatuses).nullable(),
  /** Day of effect of the status; null: today. */
  since: daySchema.nullable(),
  endsOn: daySchema.nullable(),
  /** Said in so many words that nothing changed. */
  noChange: z.boolean(),
});
export type WantedRow = z.infer<typeof wantedRowSchema>;

/** The one thing to say of a contract so that its row reads as it was written. */
export interface Saying {
  answer: CensusAnswer;
  on: Day;
  endsOn: Day | null;
}

export type TowardsRefusal =
  | 'census.no_way'
  | 'census.no_way_that_day'
  | 'census.said_since'
  | 'census.too_far'
  | 'census.ends_before';

/** The event that leads from one status to another in one step; null where none does. No two events do. Table of `lifecycle`. */
export function eventTowards(from: ContractStatus, to: ContractStatus): ContractEventType | null {
  if (from === to) return null;
  return contractEventTypes.find((type) => statusAfter(from, type) === to) ?? null;
}

/**
 * What has to be said of a contract for its row to read as somebody wrote it: the event that leads to the status, an amendment where
 * only the end moves, "nothing changed" where that was written. Null: it reads so already. Refused: a status that no one event leads
 * to (`allowed`: what is possible), one that what was said of later days would undo, a day too far. Rule of the house.
 */
export function sayingTowards(
  { facts, confirmations }: Heard,
  wanted: Omit<WantedRow, 'contractId'>,
  today: Day,
): Decision<Saying | null, TowardsRefusal> {
  const standing = standingOn({ facts, confirmations }, today);
  const moves = wanted.status !== null && wanted.status !== standing.status;
  const endsOn = wanted.endsOn !== null && wanted.endsOn !== standing.endsOn ? wanted.endsOn : null;
  if (!moves && endsOn === null)
    return accepted(wanted.noChange ? { answer: 'no_change', on: today, endsOn: null } : null);
  const on = (moves ? wanted.since : null) ?? today;
  if (on > addMonths(today, 12)) return refused('census.too_far', { on });
  if (endsOn !== null && endsOn < on) return refused('census.ends_before', { on, endsOn });
  const status = wanted.status ?? standing.status;
  const from = moves ? statusOn(facts, on, today) : standing.status;
  const type = moves ? eventTowards(from, status) : 'extend';
  if (type === null || statusAfter(from, type) === null) {
    const allowed = reachable(from);
    return refused(from === standing.status ? 'census.no_way' : 'census.no_way_that_day', {
      on,
      before: from,
      status,
      allowed,
    });
  }
  const said = { type, on, recordedOn: today, endsOn, source: 'facilitator' as const };
  const reached = standingOn({ facts: [...facts, said], confirmations }, on > today ? on : today);
  if (!reads(reached, status, endsOn)) return refused('census.said_since', { on, status });
  return accepted({ answer: type, on, endsOn });
}

function reads(standing: Standing, status: ContractStatus, endsOn: Day | null): boolean {
  return standing.status === status && (endsOn === null || standing.endsOn === endsOn);
}

/** The status on a day, all that is said of that day counted. */
function statusOn(facts: Heard['facts'], on: Day, today: Day): ContractStatus {
  return stepsOf(facts, today).findLast(({ fact }) => fact.on <= on)?.after ?? 'none';
}

/** The statuses one event away, apart by commas: whoever writes a sentence puts words in their place. */
function reachable(from: ContractStatus): string {
  const to = allowedEvents(from).flatMap((type) => statusAfter(from, type) ?? []);
  return [...new Set(to)].filter((status) => status !== from).join(',');
}
