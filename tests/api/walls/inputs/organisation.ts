import type { Inputs } from '../inputs.ts';

export const organisationInputs: Inputs = {
  'organisation.search': () => ({ kind: 'employer', text: 'Propreté' }),
  'organisation.create': () => ({ kind: 'employer', name: 'Toitures du Val', identifierKind: 'SIRET' }),
  'organisation.show': ({ employerId }) => ({ organisationId: employerId }),
};
