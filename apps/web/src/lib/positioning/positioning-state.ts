import type { PositioningStatus } from '@jonction/domain/positioning/lifecycle';
import type { State } from '@jonction/ui/state';

/** The mark of each step of a positioning; its own word stands beside it. */
export const positioningState: Readonly<Record<PositioningStatus, State>> = {
  proposed: 'unknown',
  sent: 'waiting',
  seen: 'waiting',
  interview: 'toDecide',
  meeting_set: 'waiting',
  hired: 'validated',
  refused: 'rejected',
  withdrawn: 'rejected',
  closed: 'unknown',
};
