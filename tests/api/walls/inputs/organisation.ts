import type { Inputs } from '../inputs.ts';

export const organisationInputs: Inputs = {
  'organisation.search': () => ({ kind: 'employer', text: 'Propreté' }),
  'organisation.create': () => ({ kind: 'employer', name: 'Toitures du Val', identifierKind: 'SIRET' }),
  // Named by no team: every team is told so, after the right was asked.
  'organisation.rename': ({ employerId }) => ({ organisationId: employerId, name: 'Propreté du Val' }),
  'organisation.show': ({ employerId }) => ({ organisationId: employerId }),
};
