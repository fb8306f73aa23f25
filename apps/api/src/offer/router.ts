import { router } from '../trpc.ts';
import { act } from './act.ts';
import { answerBroadcast, listBroadcasts } from './answer-broadcast.ts';
import { answerStillOpen, describeStillOpen } from './answer-still-open.ts';
import { askStillOpen } from './ask-still-open.ts';
import { broadcast, remindBroadcast, showBroadcast } from './broadcast.ts';
import { setCommittee, showCommittee } from './committee.ts';
import { create } from './create.ts';
import { list } from './list.ts';
import { listMine } from './list-mine.ts';
import { propose } from './propose.ts';
import { show } from './show.ts';
import { confirmOpen } from './still-open.ts';
import { update } from './update.ts';

export const offerRouter = router({
  list,
  show,
  create,
  update,
  act,
  propose,
  listMine,
  showCommittee,
  setCommittee,
  broadcast,
  showBroadcast,
  remindBroadcast,
  listBroadcasts,
  answerBroadcast,
  confirmOpen,
  askStillOpen,
  describeStillOpen,
  answerStillOpen,
});
