import { crisisTerms } from '../crisis-rows.ts';
import type { Inputs } from '../inputs.ts';

export const crisisInputs: Inputs = {
  'crisis.list': () => undefined,
  'crisis.current': () => undefined,
  'crisis.listBuyers': () => undefined,
  'crisis.ofContract': ({ contractId }) => ({ contractId }),
  'crisis.show': ({ crisisId }) => ({ crisisId }),
  'crisis.preview': ({ crisisId }) => ({ crisisId }),
  'crisis.listContracts': ({ crisisId }) => ({ crisisId }),
  'crisis.write': ({ crisisId }) => ({ terms: crisisTerms('Inondation'), draft: { crisisId, version: 1 } }),
  'crisis.choose': ({ crisisId }) => ({ crisisId, choices: [] }),
  'crisis.enforce': ({ crisisId }) => ({ crisisId, version: 2, planned: 0 }),
  'crisis.previewEnd': ({ crisisInForceId }) => ({ crisisId: crisisInForceId, on: '2026-03-01' }),
  'crisis.end': ({ crisisInForceId }) => ({ crisisId: crisisInForceId, on: '2026-03-01', letter: '' }),
  'crisis.undo': ({ crisisInForceId }) => ({ crisisId: crisisInForceId }),
  // Last: nothing is left of the draft.
  'crisis.discard': ({ crisisId }) => ({ crisisId }),
};
