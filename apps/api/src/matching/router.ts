import { router } from '../trpc.ts';
import { fairness } from './fairness.ts';
import { forgottenFor } from './forgotten-for.ts';
import { listExcluded } from './list-excluded.ts';
import { listForgotten } from './list-forgotten.ts';
import { newcomers } from './newcomers.ts';
import { offersFor } from './offers-for.ts';
import { outcomes } from './outcomes.ts';
import { rank } from './rank.ts';
import { round } from './round.ts';
import { rules } from './rules.ts';
import { setRules } from './set-rules.ts';
import { tryWeights } from './try-weights.ts';
import { whatIf } from './what-if.ts';

export const matchingRouter = router({
  rank,
  listExcluded,
  offersFor,
  newcomers,
  listForgotten,
  forgottenFor,
  round,
  whatIf,
  tryWeights,
  rules,
  setRules,
  fairness,
  outcomes,
});
