import type { Inputs } from '../inputs.ts';

export const auditInputs: Inputs = {
  'audit.list': ({ userId }) => ({ userId }),
};
