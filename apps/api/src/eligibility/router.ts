import { router } from '../trpc.ts';
import { check } from './check.ts';
import { askDerogation, decideDerogation } from './derogate.ts';
import { record } from './record.ts';
import { endRegime, recordRegime, removeRegime } from './regimes.ts';
import { remove } from './remove.ts';
import { show } from './show.ts';

export const eligibilityRouter = router({
  show,
  record,
  remove,
  check,
  askDerogation,
  decideDerogation,
  recordRegime,
  endRegime,
  removeRegime,
});
