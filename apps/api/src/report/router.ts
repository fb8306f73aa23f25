import { router } from '../trpc.ts';
import { today } from './today.ts';

export const reportRouter = router({ today });
