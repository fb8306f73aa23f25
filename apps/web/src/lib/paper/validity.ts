import type { AppRouter } from '@jonction/api/router';
import type { inferRouterOutputs } from '@trpc/server';

/** What `paper.showValidity` answers. */
export type PaperValidity = inferRouterOutputs<AppRouter>['paper']['showValidity'];
