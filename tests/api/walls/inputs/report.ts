import type { Inputs } from '../inputs.ts';

export const reportInputs: Inputs = {
  'report.today': () => undefined,
};
