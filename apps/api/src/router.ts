import { accessRouter } from './access/router.ts';
import { router } from './trpc.ts';

/** Every procedure of the product: path = file = permission row = test. */
export const appRouter = router({
  access: accessRouter,
});

export type AppRouter = typeof appRouter;
