import { router } from '../trpc.ts';
import { ask } from './ask.ts';
import { bring } from './bring.ts';
import { bringByLink, describeLink, openLink } from './by-link.ts';
import { cancel, decide, remind } from './decide.ts';
import { listAsked, overview } from './list-asked.ts';
import { setValidity, showValidity } from './validity.ts';

export const paperRouter = router({
  ask,
  listAsked,
  overview,
  bring,
  decide,
  cancel,
  remind,
  showValidity,
  setValidity,
  describeLink,
  openLink,
  bringByLink,
});
