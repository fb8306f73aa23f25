import { router } from '../trpc.ts';
import { add } from './add.ts';
import { follow, stage } from './follow.ts';
import { list } from './list.ts';
import { logVisit } from './log-visit.ts';
import { addNeed, settleNeed } from './need.ts';
import { show, showNeed } from './show.ts';

export const prospectRouter = router({ list, show, showNeed, add, follow, stage, logVisit, addNeed, settleNeed });
