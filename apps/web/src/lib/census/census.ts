import type { AppRouter } from '@jonction/api/router';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['census'];

export type CensusWindow = Outputs['list'];
export type CensusRow = CensusWindow['rows'][number];
export type CensusEffect = Outputs['preview'];
export type CensusChange = Outputs['listChanges'][number];
export type CensusView = Outputs['showSettings']['views'][number];
export type CensusDifferences = Outputs['compareRows'];
export type CensusDifference = CensusDifferences['rows'][number];
