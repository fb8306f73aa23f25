import { router } from '../trpc.ts';
import { answer } from './answer.ts';
import { batch } from './batch.ts';
import { setCaps, showCaps } from './caps.ts';
import { comment } from './comment.ts';
import { describeLink } from './describe-link.ts';
import { list } from './list.ts';
import { listReceived } from './list-received.ts';
import { openLink } from './open-link.ts';
import { preparePush } from './prepare-push.ts';
import { push } from './push.ts';
import { renewLink } from './renew-link.ts';
import { show } from './show.ts';
import { showPush } from './show-push.ts';
import { showReceived } from './show-received.ts';
import { undoBatch } from './undo-batch.ts';
import { withdraw } from './withdraw.ts';

export const positioningRouter = router({
  preparePush,
  push,
  list,
  show,
  showPush,
  renewLink,
  withdraw,
  comment,
  batch,
  undoBatch,
  showCaps,
  setCaps,
  answer,
  describeLink,
  openLink,
  listReceived,
  showReceived,
});
