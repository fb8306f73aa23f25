import { defaultWeights } from '@jonction/domain/matching/criterion';
import type { Inputs } from '../inputs.ts';

export const matchingInputs: Inputs = {
  'matching.rank': ({ offerId }) => ({ offerId }),
  'matching.listExcluded': ({ offerId }) => ({ offerId, reason: 'already' }),
  'matching.offersFor': ({ participantId }) => ({ participantId }),
  'matching.newcomers': ({ offerId }) => ({ offerId }),
  'matching.listForgotten': () => ({}),
  'matching.forgottenFor': ({ offerId }) => ({ offerId }),
  'matching.round': ({ offerId, participantId }) => ({ offerId, participantIds: [participantId] }),
  'matching.whatIf': ({ offerId }) => ({ offerId }),
  'matching.tryWeights': ({ offerId }) => ({ offerId, weights: defaultWeights }),
  'matching.rules': () => undefined,
  'matching.setRules': () => ({
    after: 0,
    weights: defaultWeights,
    forgottenEvery: 4,
    reason: 'essai de la promenade',
  }),
  'matching.fairness': () => undefined,
  'matching.outcomes': () => undefined,
};
