import type { Inputs } from '../inputs.ts';

const need = {
  title: 'Agent de propreté',
  romeCode: 'K2204',
  positions: 1,
  weeklyHoursMin: 25,
  weeklyHoursMax: 25,
  employmentKind: 'fixed_term',
  startsOn: '2026-05-01',
  postalCode: '75013',
};

export const offerInputs: Inputs = {
  'offer.list': () => ({}),
  'offer.show': ({ offerId }) => ({ offerId }),
  'offer.create': ({ clauseId, employerId }) => ({ clauseId, employerId, offer: need }),
  'offer.update': ({ offerId }) => ({ offerId, version: 1, offer: need }),
  'offer.act': ({ offerId }) => ({ offerId, act: 'close' }),
  'offer.propose': ({ clauseId }) => ({ clauseId, offer: need }),
  'offer.listMine': () => undefined,
  'offer.showCommittee': () => undefined,
  'offer.setCommittee': ({ partnerId }) => ({ partnerIds: [partnerId] }),
  'offer.broadcast': ({ offerId }) => ({ offerId }),
  'offer.showBroadcast': ({ offerId }) => ({ offerId }),
  'offer.remindBroadcast': ({ offerId }) => ({ offerId }),
  'offer.listBroadcasts': () => undefined,
  'offer.answerBroadcast': ({ offerId }) => ({ offerId, nobody: true }),
  'offer.askStillOpen': ({ offerId }) => ({ offerId }),
  'offer.describeStillOpen': ({ offerToken }) => ({ token: offerToken }),
  'offer.answerStillOpen': ({ offerToken }) => ({ token: offerToken, answer: 'open' }),
  'offer.confirmOpen': ({ offerId }) => ({ offerId }),
};
