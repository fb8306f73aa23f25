import type { Inputs } from '../inputs.ts';

export const contactInputs: Inputs = {
  'contact.log': ({ participantId }) => ({ participantId, channel: 'phone', outcome: 'reached' }),
  'contact.list': ({ participantId }) => ({ participantId }),
};
