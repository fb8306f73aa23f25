import type { Inputs } from '../inputs.ts';

/** Sample inputs of the placement procedures on the rows of `world`. */
export const placementInputs: Inputs = {
  'placement.prepare': ({ positioningId }) => ({ positioningId }),
  'placement.create': ({ participantId, clauseId, employerId }) => ({
    participantId,
    clauseId,
    employerId,
    windowKind: 'fixed_term',
    startsOn: '2026-03-16',
  }),
  'placement.list': ({ contractId }) => ({ contractId }),
  'placement.show': ({ placementId }) => ({ placementId }),
  'placement.showModality': ({ placementId }) => ({ placementId }),
  'placement.recordModality': ({ placementId }) => ({ placementId, facts: { tutor: 'Mme Petit' } }),
  'placement.end': ({ placementId }) => ({ placementId, endsOn: '2026-12-31' }),
  'placement.showArrivalModel': () => undefined,
  'placement.setArrivalModel': () => ({ safety: 'Casque.', checklist: ['Badge'], declaring: 'Chaque mois.' }),
  'placement.showArrival': ({ placementId }) => ({ placementId }),
  'placement.saveArrival': ({ placementId }) => ({ placementId, hour: '8 h' }),
  'placement.tellArrival': ({ placementId }) => ({ placementId, email: 'rh@entreprise.test' }),
  'placement.listArrivals': () => undefined,
  'placement.listMine': () => undefined,
};
