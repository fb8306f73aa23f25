import { router } from '../trpc.ts';

import { choose } from './choose.ts';
import { end, previewEnd } from './end.ts';
import { enforce } from './enforce.ts';
import { current, list, listBuyers, ofContract } from './list.ts';
import { listContracts } from './list-contracts.ts';
import { preview } from './preview.ts';
import { show } from './show.ts';
import { undo } from './undo.ts';
import { discard, write } from './write.ts';

export const crisisRouter = router({
  ...{ list, current, listBuyers, ofContract, show, preview, listContracts },
  ...{ write, choose, enforce, previewEnd, end, undo, discard },
});
