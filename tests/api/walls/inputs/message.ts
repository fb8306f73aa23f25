import type { Inputs } from '../inputs.ts';

export const messageInputs: Inputs = {
  'message.list': () => ({}),
  'message.show': ({ messageId }) => ({ messageId }),
};
