import type { Inputs } from '../inputs.ts';

export const cvInputs: Inputs = {
  'cv.preview': ({ fileId }) => ({ fileId }),
  'cv.create': ({ participantId }) => ({ participantId }),
  'cv.read': ({ participantId, fileId }) => ({ participantId, fileId }),
  'cv.show': ({ cvId }) => ({ cvId }),
  'cv.confirm': ({ cvId }) => ({ cvId, version: 1, title: 'Agente de propreté', content: {} }),
  'cv.confirmAgain': ({ participantId }) => ({ participantId, spoken: true }),
  'cv.makeCurrent': ({ cvId }) => ({ cvId }),
  'cv.withdraw': ({ cvId }) => ({ cvId }),
};
