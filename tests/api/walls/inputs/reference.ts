import type { Inputs } from '../inputs.ts';

export const referenceInputs: Inputs = {
  'reference.occupations': () => ({ title: 'maçon' }),
  'reference.occupationLabels': () => ({ codes: ['K2204'] }),
  'reference.skills': () => ({ occupation: 'K2204' }),
  'reference.searchSkills': () => ({ words: 'vitre' }),
  'reference.cpvs': () => ({ typed: 'nettoyage' }),
  'reference.cpvLabels': () => ({ codes: ['90910000'] }),
  'reference.communes': () => ({ typed: 'Paris' }),
};
