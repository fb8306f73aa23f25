import type { AppRouter } from '@jonction/api/router';
import type { inferRouterOutputs } from '@trpc/server';

/** What the search of the CV bank answers. */
export type BankAnswer = inferRouterOutputs<AppRouter>['participant']['search'];
export type BankFilterName = BankAnswer['filters'][number]['filter'];

/** Each filter as the address names it. */
export const addressNames: Record<BankFilterName, string> = {
  occupations: 'metier',
  near: 'pres',
  licences: 'permis',
  frenchAtLeast: 'francais',
  availableOn: 'dispo',
  status: 'statut',
  freshness: 'echange',
  confirmed: 'cv',
  silentSince: 'sansnouvelles',
  consents: 'accord',
  eligible: 'eligible',
  ownerId: 'suivi',
  partnerId: 'prescripteur',
};
