import type { PlannedStatus } from '@jonction/domain/programme/life';
import type { ObligationAnswer } from '@jonction/domain/programme/mandatory';
import type { State } from '@jonction/ui/state';

/** The mark of each status. */
export const statusState: Readonly<Record<PlannedStatus, State>> = {
  planned: 'toDecide',
  study: 'toDecide',
  no_clause: 'rejected',
  tender: 'waiting',
  unsuccessful: 'rejected',
  awarded: 'waiting',
  notified: 'validated',
  dropped: 'rejected',
};

/** The mark of each answer to whether a clause is owed. */
export const obligationState: Readonly<Record<ObligationAnswer, State>> = {
  mandatory: 'toDecide',
  not_mandatory: 'validated',
  to_check: 'unknown',
};
