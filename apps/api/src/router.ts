import { accessRouter } from './access/router.ts';
import { matchingRouter } from './matching/router.ts';
import { offerRouter } from './offer/router.ts';
import { positioningRouter } from './positioning/router.ts';
import { router } from './trpc.ts';

/** Every procedure of the product: path = file = permission row = test. */
export const appRouter = router({
  access: accessRouter,
  offer: offerRouter,
  positioning: positioningRouter,
  matching: matchingRouter,
});

export type AppRouter = typeof appRouter;
