import { router } from '../trpc.ts';
import { list } from './list.ts';
import { log } from './log.ts';

export const contactRouter = router({ log, list });
