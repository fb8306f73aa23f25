import { router } from '../trpc.ts';
import { create } from './create.ts';
import { end } from './end.ts';
import { list } from './list.ts';
import { listMine } from './list-mine.ts';
import { prepare } from './prepare.ts';
import { show } from './show.ts';

export const placementRouter = router({ prepare, create, list, show, end, listMine });
