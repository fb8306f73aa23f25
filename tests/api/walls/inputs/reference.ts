import type { Inputs } from '../inputs.ts';

export const referenceInputs: Inputs = {
  'reference.occupations': () => ({ title: 'maçon' }),
  'reference.occupationLabels': () => ({ codes: ['K2204'] }),
  'reference.skills': () => ({ occupation: 'K2204' }),
  'reference.communes': () => ({ typed: 'Paris' }),
};
