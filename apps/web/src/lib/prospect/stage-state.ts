import type { ProspectStage } from '@jonction/domain/prospect/prospect';
import type { State } from '@jonction/ui/state';

/** The mark of each stage. */
export const stageState: Readonly<Record<ProspectStage, State>> = {
  to_visit: 'unknown',
  contacted: 'waiting',
  visited: 'waiting',
  need_found: 'toDecide',
  partner: 'validated',
  dropped: 'rejected',
};
