import type { Inputs } from '../inputs.ts';

const reason = 'Moyens démontrés';

/** Sample inputs of the penalty procedures on the rows of `world`. What ends a penalty comes last. */
export const penaltyInputs: Inputs = {
  'penalty.preview': ({ clauseId }) => ({ clauseId }),
  'penalty.propose': ({ clauseId }) => ({ clauseId, opinion: 'Aucune réponse' }),
  'penalty.list': ({ contractId }) => ({ contractId }),
  'penalty.show': ({ penaltyId }) => ({ penaltyId }),
  'penalty.submit': ({ penaltyId }) => ({ penaltyId }),
  'penalty.recordDecision': ({ penaltyId }) => ({
    ...{ penaltyId, outcome: 'waive', reason, source: 'mail', saidBy: 'Mme Petit', saidOn: '2026-03-02' },
  }),
  'penalty.decide': ({ penaltyId }) => ({ penaltyId, outcome: 'waive', reason }),
  'penalty.withdraw': ({ penaltyId }) => ({ penaltyId, reason }),
};
