import { router } from '../trpc.ts';
import { ask } from './ask.ts';
import { describeLink, enter, openLink } from './by-link.ts';
import { list, listOwn } from './list.ts';
import { show } from './show.ts';
import { refuse, sendCode, sign } from './sign.ts';
import { prepare } from './subject.ts';
import { verify } from './verify.ts';
import { remind, withdraw } from './withdraw.ts';

export const signatureRouter = router({
  ask,
  prepare,
  list,
  listOwn,
  show,
  withdraw,
  remind,
  enter,
  describeLink,
  openLink,
  sendCode,
  sign,
  refuse,
  verify,
});
