import { mayMoveNotification } from '@jonction/domain/contract/correct';
import type { ContractFact } from '@jonction/domain/contract/event';
import { statusAfter } from '@jonction/domain/contract/lifecycle';
import { foldStatus } from '@jonction/domain/contract/status';
import type { Day } from '@jonction/domain/shared/day';
import { Refuse } from '../refuse.ts';

/** Whether the day of notification moves; refused where there is no notification to move, or where an event would lose its place. */
export function correctedNotification(
  events: readonly ContractFact[],
  { before, after }: { before: Day | null; after: Day | null },
  today: Day,
): boolean {
  if (before === after) return false;
  if (after === null) throw new Refuse('contract.notification_missing', {}, 'notifiedOn');
  if (!events.some(({ type }) => type === 'notify'))
    throw new Refuse('contract.notification_by_event', {}, 'notifiedOn');
  if (!mayMoveNotification(events, after, today))
    throw new Refuse('contract.notification_out_of_order', {}, 'notifiedOn');
  return true;
}

/** The end that somebody corrects, said by an event of effect `on`; null where it stays. */
export function correctedEnd(
  events: readonly ContractFact[],
  { endsOn, notifiedOn }: { endsOn?: Day | null | undefined; notifiedOn: Day | null },
  on: Day,
  today: Day,
): { before: Day | null; after: Day; on: Day } | null {
  const { status, endsOn: before } = foldStatus({ events, asOf: on, knownOn: today });
  if (!endsOn || endsOn === before) return null;
  if (notifiedOn !== null && endsOn < notifiedOn) throw new Refuse('contract.period_reversed_short', {}, 'endsOn');
  if (statusAfter(status, 'extend') === null) throw new Refuse('contract.end_not_possible', {}, 'endsOn');
  return { before, after: endsOn, on };
}
