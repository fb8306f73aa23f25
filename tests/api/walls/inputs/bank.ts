import type { Inputs } from '../inputs.ts';

export const bankInputs: Inputs = {
  'bank.saveSearch': () => ({ name: 'Propreté, 13e', filters: { occupations: ['K2204'] } }),
  'bank.listSearches': () => undefined,
  'bank.renameSearch': ({ searchId }) => ({ searchId, name: 'Autre nom', shared: true }),
  'bank.deleteSearch': ({ searchId }) => ({ searchId }),
  'bank.setAlert': ({ searchId }) => ({ searchId, pace: 'at_once' }),
  'bank.showNews': ({ searchId }) => ({ searchId }),
  'bank.markSeen': ({ searchId }) => ({ searchId }),
};
