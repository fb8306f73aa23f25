import { z } from 'zod';
import type { Day } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';
import type { ShareCause } from './consortium.ts';

const known = {
  clauseId: z.uuid(),
  /** The version that the screen showed. */
  version: z.int().positive(),
};

export const endGroupSchema = z.object({
  ...known,
  /** The last day on which its members share the obligation. */
  endedOn: daySchema,
  reason: z.string().trim().min(1, { error: 'contract.group_end_reason_missing' }).max(1000),
  /** What it changes was read. */
  agreed: z.literal(true, { error: 'contract.group_end_unread' }),
});

export const resumeGroupSchema = z.object(known);

export interface EndFacts {
  cause: ShareCause;
  today: Day;
  /** Null: nobody said when. */
  notifiedOn: Day | null;
  /** The day of the last transfer that both signed; null: none. */
  lastSignedOn: Day | null;
}

/**
 * Whether a group may end on a day: once, today at the latest, not before its contract nor before a transfer that its members signed,
 * which stays due between them. Rule of the house: no text says how co-contractors stop sharing a clause, their agreement does.
 */
export function checkEnd(
  endedOn: Day,
  { cause, today, notifiedOn, lastSignedOn }: EndFacts,
): Decision<
  null,
  | 'contract.group_ended'
  | 'contract.group_end_in_future'
  | 'contract.group_end_before_contract'
  | 'contract.group_end_before_transfer'
> {
  if (cause === 'ended') return refused('contract.group_ended');
  if (endedOn > today) return refused('contract.group_end_in_future');
  if (notifiedOn !== null && endedOn < notifiedOn) {
    return refused('contract.group_end_before_contract', { day: notifiedOn });
  }
  if (lastSignedOn !== null && endedOn < lastSignedOn) {
    return refused('contract.group_end_before_transfer', { day: lastSignedOn });
  }
  return accepted(null);
}

/** Whether its end may be taken back: it ended, and its members hold the lot as they did. */
export function checkResume(
  cause: ShareCause,
  { memberIds, holderIds }: { memberIds: readonly string[]; holderIds: readonly string[] },
): Decision<null, 'contract.group_not_ended' | 'contract.group_member_not_holder'> {
  if (cause !== 'ended') return refused('contract.group_not_ended');
  if (memberIds.some((id) => !holderIds.includes(id))) return refused('contract.group_member_not_holder');
  return accepted(null);
}
