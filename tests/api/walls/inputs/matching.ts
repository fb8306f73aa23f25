import type { Inputs } from '../inputs.ts';

export const matchingInputs: Inputs = {
  'matching.rank': ({ offerId }) => ({ offerId }),
  'matching.listExcluded': ({ offerId }) => ({ offerId, reason: 'already' }),
  'matching.offersFor': ({ participantId }) => ({ participantId }),
};
