import type { ContractStatus } from '@jonction/domain/contract/lifecycle';
import type { State } from '@jonction/ui/state';

/** The mark of a status: people work ●, something holds it ◐, not begun ◔, ended before its time ○, nobody knows ▨. */
export const markOfStatus: Readonly<Record<ContractStatus, State>> = {
  none: 'unknown',
  planned: 'waiting',
  study: 'waiting',
  no_clause: 'rejected',
  tender: 'waiting',
  unsuccessful: 'rejected',
  awarded: 'waiting',
  notified: 'validated',
  active: 'validated',
  stopped: 'toDecide',
  suspended: 'toDecide',
  clause_suspended: 'toDecide',
  terminated: 'rejected',
  completed: 'validated',
  settled: 'validated',
  archived: 'rejected',
};
