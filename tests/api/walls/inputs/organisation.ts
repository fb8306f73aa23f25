import type { Inputs } from '../inputs.ts';

export const organisationInputs: Inputs = {
  'organisation.search': () => ({ kind: 'employer', text: 'Propreté' }),
  'organisation.create': () => ({ kind: 'employer', name: 'Toitures du Val', identifierKind: 'SIRET' }),
  // Named by no team: every team is told so, after the right was asked.
  'organisation.rename': ({ employerId }) => ({ organisationId: employerId, name: 'Propreté du Val' }),
  'organisation.show': ({ employerId }) => ({ organisationId: employerId }),
  'organisation.listContacts': ({ employerId }) => ({ organisationId: employerId }),
  'organisation.saveContact': ({ employerId }) => ({
    organisationId: employerId,
    name: 'Hélène Marchand',
    email: `${crypto.randomUUID()}@entreprise.test`,
  }),
  'organisation.proveContact': ({ contactPersonId }) => ({ contactId: contactPersonId, proof: 'call' }),
  'organisation.listStaleContacts': () => ({}),
  'organisation.listDirectorates': ({ buyerId }) => ({ buyerId }),
  'organisation.showDirectorate': ({ directorateId }) => ({ directorateId }),
  'organisation.createDirectorate': ({ buyerId }) => ({ buyerId, name: `Voirie ${crypto.randomUUID()}` }),
  'organisation.renameDirectorate': ({ directorateId }) => ({ directorateId, name: 'Voirie et réseaux' }),
  'organisation.placeInDirectorate': ({ buyerId, directorateId, contractId }) => ({
    ...{ buyerId, directorateId, kind: 'contract', ids: [contractId] },
  }),
  'organisation.endDirectorate': ({ directorateId }) => ({ directorateId, into: null }),
  'organisation.askSecond': () => undefined,
  'organisation.nameSecond': () => ({ name: 'Hélène Marchand', phone: '01 23 45 67 89' }),
};
