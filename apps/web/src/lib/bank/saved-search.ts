import type { AppRouter } from '@jonction/api/router';
import type { inferRouterOutputs } from '@trpc/server';

/** A search of the list, as the API gives it. */
export type SavedSearch = inferRouterOutputs<AppRouter>['bank']['listSearches'][number];
export type SearchNews = inferRouterOutputs<AppRouter>['bank']['showNews'];
