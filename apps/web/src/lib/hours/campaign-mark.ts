import type { CampaignState } from '@jonction/domain/hours/late';
import type { State } from '@jonction/ui/state';

/** The mark of each place in a campaign. */
export const campaignMark: Readonly<Record<CampaignState, State>> = {
  answered: 'validated',
  not_open: 'unknown',
  waiting: 'waiting',
  reminded: 'toDecide',
  file_ready: 'rejected',
};
