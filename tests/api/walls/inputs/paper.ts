import type { Inputs } from '../inputs.ts';

export const paperInputs: Inputs = {
  'paper.ask': ({ employerId }) => ({ employerId, items: [{ kind: 'registration', validMonths: 3 }] }),
  'paper.listAsked': ({ employerId }) => ({ employerId }),
  'paper.overview': () => ({}),
  'paper.showValidity': () => undefined,
  'paper.setValidity': () => ({ kind: 'registration', months: 2, from: 3 }),
  'paper.bring': ({ paperItemId, hourFileId }) => ({
    ...{ itemId: paperItemId, fileId: hourFileId },
    validUntil: '2027-01-31',
  }),
  'paper.decide': ({ paperItemId }) => ({ itemId: paperItemId, accept: true }),
  'paper.remind': ({ employerId }) => ({ employerId }),
  'paper.describeLink': () => ({ token: 'un-jeton-que-personne-n-a-recu' }),
  'paper.openLink': () => ({ token: 'un-jeton-que-personne-n-a-recu' }),
  'paper.bringByLink': ({ paperItemId, hourFileId }) => ({
    ...{ token: 'un-jeton-que-personne-n-a-recu', itemId: paperItemId, fileId: hourFileId },
  }),
  // Last: a line that is no longer asked answers nothing any more.
  'paper.cancel': ({ paperItemId }) => ({ itemId: paperItemId }),
};
