import { router } from '../trpc.ts';
import { listExcluded } from './list-excluded.ts';
import { offersFor } from './offers-for.ts';
import { rank } from './rank.ts';

export const matchingRouter = router({ rank, listExcluded, offersFor });
