import { router } from '../trpc.ts';
import { confirm } from './confirm.ts';
import { create } from './create.ts';
import { preview } from './preview.ts';
import { read } from './read.ts';
import { show } from './show.ts';

export const cvRouter = router({ preview, create, read, show, confirm });
