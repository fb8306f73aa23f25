import type { AppRouter } from '@jonction/api/router';
import type { MatchLevel, MatchSign } from '@jonction/domain/published/match';
import type { SocialAnswer } from '@jonction/domain/published/published';
import type { ListAddress } from '@jonction/ui/address';
import type { State } from '@jonction/ui/state';
import type { inferRouterOutputs } from '@trpc/server';

type Published = inferRouterOutputs<AppRouter>['published'];
export type ComparedRow = Published['compare']['rows'][number];
type Pairs = Published['showPairs'];
export type Pair = Pairs['pairs'][number];
export type Side = Pairs['ours'];
export type Decision = Pairs['trail'][number];
export type Amendments = Published['listAmendments'];
export type AmendmentRow = Amendments['rows'][number];
export type Files = Published['listFiles'];

export const home = '/facilitateur/marches/rapprochement';

export const levelState: Readonly<Record<MatchLevel, State>> = {
  sure: 'validated',
  likely: 'toDecide',
  possible: 'waiting',
  none: 'rejected',
};

export const signState: Readonly<Record<MatchSign, State>> = {
  same: 'validated',
  close: 'toDecide',
  different: 'rejected',
  unknown: 'unknown',
};

/** Nothing said is never shown as a no. */
export const socialState: Readonly<Record<SocialAnswer, State>> = {
  yes: 'validated',
  none: 'rejected',
  unknown: 'unknown',
};

/** An action of the page, which comes back to the same list, filters and page. */
export function actionAt(url: ListAddress, name: string): string {
  const kept = new URLSearchParams(
    [...new URLSearchParams(url.searchParams.toString())].filter(([key]) => !key.startsWith('/')),
  );
  return kept.size === 0 ? `?/${name}` : `?/${name}&${kept}`;
}
