import type { AppRouter } from '@jonction/api/router';
import { savedFiltersSchema } from '@jonction/domain/bank/search';
import type { Confirmation } from '@jonction/domain/participant/confirmation';
import type { inferRouterOutputs } from '@trpc/server';
import { addressOfSearch } from './saved-address.ts';

type Outputs = inferRouterOutputs<AppRouter>['bank'];
export type Pools = Outputs['listPools'];
export type ShownList = Outputs['showShortlist'];

/** The list of the people that a figure of a pool counts. */
export function poolHref(code: string, confirmed?: Confirmation): string {
  return addressOfSearch(savedFiltersSchema.parse({ occupations: [code], status: 'available', confirmed }), []);
}
