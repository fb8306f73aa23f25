import type { Inputs } from '../inputs.ts';

export const auditInputs: Inputs = {
  'audit.verify': () => undefined,
  'audit.list': ({ userId }) => ({ userId }),
};
