import { router } from '../trpc.ts';
import { confirm } from './confirm.ts';
import { confirmAgain } from './confirm-again.ts';
import { create } from './create.ts';
import { makeCurrent } from './make-current.ts';
import { preview } from './preview.ts';
import { read } from './read.ts';
import { show } from './show.ts';
import { withdraw } from './withdraw.ts';

export const cvRouter = router({ preview, create, read, show, confirm, confirmAgain, makeCurrent, withdraw });
