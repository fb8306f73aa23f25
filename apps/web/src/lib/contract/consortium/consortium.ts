import type { AppRouter } from '@jonction/api/router';
import type { inferRouterOutputs } from '@trpc/server';

type Contract = inferRouterOutputs<AppRouter>['contract'];

/** What `contract.showGroup` answers, to the team or to the buyer. */
export type Group = Contract['showGroup'];
/** What `contract.showOwnPart` answers to a member. */
export type OwnPart = Contract['showOwnPart'];
/** A transfer as both screens show it; the team knows who signed, and the paper. */
export type Transfer = OwnPart['transfers'][number] &
  Partial<Pick<NonNullable<Group['transfers']>[number], 'proposedByName' | 'actedByName' | 'fileId'>>;
