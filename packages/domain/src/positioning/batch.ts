import { z } from 'zod';
import { addDays, type Day, daysBetween } from '../shared/day.ts';
import { accepted, type Decision, refused } from '../shared/decision.ts';
import { daySchema } from '../shared/field-schema.ts';
import { guardDays } from './ladder.ts';
import { actOnPositioning, type PositioningStatus } from './lifecycle.ts';
import { typedCloseReasons } from './reasons.ts';

/** What a team does to several positionings at once. */
export const batchActions = ['relaunch', 'close', 'postpone'] as const;
export type BatchAction = (typeof batchActions)[number];

/** How long a batch can be taken back; no letter leaves before (rule of the house: ten seconds at the least). */
export const undoSeconds = 60;
/** The longest that reminders may be put off, in days. */
export const longestPauseDays = 184;
export const mostInBatch = 200;

const ids = z
  .array(z.uuid())
  .min(1, { error: 'positioning.batch_empty' })
  .max(mostInBatch)
  .transform((given) => [...new Set(given)]);

export const batchInput = z.discriminatedUnion('action', [
  z.object({ action: z.literal('relaunch'), positioningIds: ids }),
  z.object({
    action: z.literal('close'),
    positioningIds: ids,
    reason: z.enum(typedCloseReasons, { error: 'positioning.reason_missing' }),
  }),
  /** `until` null: reminders go on at once. */
  z.object({
    action: z.literal('postpone'),
    positioningIds: ids,
    until: daySchema.nullable().refine((day) => day !== undefined, { error: 'positioning.pause_day' }),
  }),
]);
export type BatchInput = z.infer<typeof batchInput>;

export interface BatchRow {
  status: PositioningStatus;
  /** Null when the CV went by no sending. */
  address: { lastReminderOn: Day | null; isDead: boolean } | null;
}

/** Whether one row of a batch may be done, judged alone: the others are done whatever becomes of it. */
export function judgeBatchRow(
  input: Pick<BatchInput, 'action'> & { until?: Day | null },
  row: BatchRow,
  { today, mailLeaves }: { today: Day; mailLeaves: boolean },
): Decision<
  true,
  | 'positioning.act_not_allowed'
  | 'positioning.withdrawn'
  | 'positioning.nothing_awaited'
  | 'positioning.no_relay'
  | 'positioning.address_dead'
  | 'positioning.reminded_lately'
  | 'positioning.pause_day'
> {
  if (input.action === 'close') {
    const closed = actOnPositioning(row.status, 'close', 'facilitator');
    return closed.ok ? accepted(true) : closed;
  }
  if (row.status === 'withdrawn') return refused('positioning.withdrawn');
  if (row.status !== 'sent' && row.status !== 'seen') return refused('positioning.nothing_awaited');
  if (input.action === 'postpone') {
    const until = input.until ?? null;
    if (until !== null && (until <= today || daysBetween(today, until) > longestPauseDays)) {
      return refused('positioning.pause_day');
    }
    return accepted(true);
  }
  if (!mailLeaves || row.address === null) return refused('positioning.no_relay');
  if (row.address.isDead) return refused('positioning.address_dead');
  const last = row.address.lastReminderOn;
  if (last !== null && daysBetween(last, today) < guardDays) {
    return refused('positioning.reminded_lately', { day: addDays(last, guardDays) });
  }
  return accepted(true);
}
