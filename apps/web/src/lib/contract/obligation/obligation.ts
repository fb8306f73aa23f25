import type { AppRouter } from '@jonction/api/router';
import type { inferRouterOutputs } from '@trpc/server';

/** What `contract.showObligation` answers. */
export type Obligation = inferRouterOutputs<AppRouter>['contract']['showObligation'];
