import { router } from '../trpc.ts';
import { adopt } from './adopt.ts';
import { describeLink, openLink } from './by-link.ts';
import { list } from './list.ts';
import { listReceived, openReceived } from './received.ts';
import { save } from './save.ts';
import { send } from './send.ts';
import { show } from './show.ts';

export const legalRouter = router({
  list,
  show,
  save,
  adopt,
  send,
  listReceived,
  openReceived,
  describeLink,
  openLink,
});
