import type { AppRouter } from '@jonction/api/router';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['bank'];
export type AskedQuery = Outputs['listQueries']['rows'][number];
export type OwnWordRow = Outputs['listWords'][number];
