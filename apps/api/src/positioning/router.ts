import { router } from '../trpc.ts';
import { answer } from './answer.ts';
import { askTransfer } from './ask-transfer.ts';
import { batch } from './batch.ts';
import { board } from './board.ts';
import { calendar } from './calendar.ts';
import { setCaps, showCaps } from './caps.ts';
import { comment } from './comment.ts';
import { agreeTransfer, declineTransfer } from './decide-transfer.ts';
import { delays } from './delays.ts';
import { describeLink } from './describe-link.ts';
import { dismissNotice } from './dismiss-notice.ts';
import { list } from './list.ts';
import { listReceived } from './list-received.ts';
import { noteOutcome } from './note-outcome.ts';
import { openLink } from './open-link.ts';
import { overCaps } from './over-caps.ts';
import { preparePush } from './prepare-push.ts';
import { preview } from './preview.ts';
import { push } from './push.ts';
import { renewLink } from './renew-link.ts';
import { saveSheet } from './save-sheet.ts';
import { show } from './show.ts';
import { showPush } from './show-push.ts';
import { showReceived } from './show-received.ts';
import { undoBatch } from './undo-batch.ts';
import { withdraw } from './withdraw.ts';

export const positioningRouter = router({
  preparePush,
  push,
  list,
  board,
  show,
  showPush,
  renewLink,
  withdraw,
  comment,
  delays,
  saveSheet,
  noteOutcome,
  calendar,
  dismissNotice,
  batch,
  undoBatch,
  showCaps,
  setCaps,
  overCaps,
  answer,
  askTransfer,
  agreeTransfer,
  declineTransfer,
  describeLink,
  preview,
  openLink,
  listReceived,
  showReceived,
});
