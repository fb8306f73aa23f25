import type { AppRouter } from '@jonction/api/router';
import type { State } from '@jonction/ui/state';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['census'];

export type CensusAsk = Outputs['showCampaign']['asks'][number];
export type AskedRow = Outputs['listAsked']['rows'][number];
export type Answered = Outputs['answerByLink'];
export type BuyerPromise = Outputs['listPromises'][number];

/** The mark of where a buyer stands: answered ●, under way ◐, to be written to ◔, nobody to write to ○. */
export const markOfAsk: Readonly<Record<CensusAsk['state'], State>> = {
  answered: 'validated',
  partly: 'toDecide',
  opened: 'toDecide',
  written: 'waiting',
  to_write: 'waiting',
  no_address: 'rejected',
  returned: 'rejected',
};
