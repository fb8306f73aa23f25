import type { AppRouter } from '@jonction/api/router';
import type { PenaltyState } from '@jonction/domain/penalty/lifecycle';
import type { State } from '@jonction/ui/state';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['penalty'];
export type Penalty = Outputs['show'];
export type PenaltyFacts = Outputs['preview'];
export type PenaltyRow = Outputs['list']['rows'][number];

/** The mark of each state: what waits for a decision looks as everywhere else. */
export const markOfPenalty: Readonly<Record<PenaltyState, State>> = {
  draft: 'unknown',
  submitted: 'toDecide',
  decided: 'validated',
  withdrawn: 'rejected',
};
