import { router } from '../trpc.ts';
import { decide } from './decide.ts';
import { list } from './list.ts';
import { preview } from './preview.ts';
import { propose } from './propose.ts';
import { recordDecision } from './record-decision.ts';
import { show } from './show.ts';
import { submit } from './submit.ts';
import { withdraw } from './withdraw.ts';

export const penaltyRouter = router({ preview, propose, list, show, submit, withdraw, decide, recordDecision });
