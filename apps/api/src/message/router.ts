import { router } from '../trpc.ts';
import { list } from './list.ts';
import { show } from './show.ts';

export const messageRouter = router({ list, show });
