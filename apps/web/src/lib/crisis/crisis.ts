import type { AppRouter } from '@jonction/api/router';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>['crisis'];

export type CrisisPreviewed = Outputs['preview'];
export type CrisisShown = Outputs['show'];
export type CrisisContractRow = Outputs['listContracts']['rows'][number];
export type CrisisCell = CrisisContractRow['cells'][number];
export type CrisisInForce = Outputs['current'][number];
export type ContractCrisisMeasure = Outputs['ofContract'][number];
