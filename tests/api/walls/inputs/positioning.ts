import type { Inputs } from '../inputs.ts';

export const positioningInputs: Inputs = {
  'positioning.preparePush': ({ offerId, participantId }) => ({ offerId, participantIds: [participantId] }),
  'positioning.push': ({ offerId, otherParticipantId }) => ({
    offerId,
    participantIds: [otherParticipantId],
    recipientEmail: 'rh@entreprise.test',
    idempotencyKey: 'une-seule-fois',
  }),
  'positioning.list': () => ({}),
  'positioning.show': ({ positioningId }) => ({ positioningId }),
  'positioning.showPush': ({ pushId }) => ({ pushId }),
  'positioning.renewLink': ({ sparePushId }) => ({ pushId: sparePushId }),
  'positioning.describeLink': () => undefined,
  'positioning.openLink': () => undefined,
  'positioning.answer': ({ positioningId }) => ({ positioningId, answer: 'refuse', reason: 'distance' }),
  'positioning.listReceived': () => undefined,
  'positioning.showReceived': ({ positioningId }) => ({ positioningId }),
  'positioning.comment': ({ positioningId }) => ({ positioningId, body: 'À rappeler lundi.' }),
  'positioning.dismissNotice': ({ positioningId }) => ({ positioningId }),
  'positioning.saveSheet': ({ positioningId }) => ({ positioningId, at: '2026-03-12T09:30' }),
  'positioning.noteOutcome': ({ positioningId }) => ({ positioningId, outcome: 'took_place' }),
  'positioning.calendar': ({ positioningId }) => ({ positioningId }),
  'positioning.batch': ({ positioningId }) => ({
    action: 'postpone',
    positioningIds: [positioningId],
    until: '2026-03-20',
  }),
  'positioning.undoBatch': ({ positioningId }) => ({ batchId: positioningId }),
  'positioning.showCaps': () => undefined,
  'positioning.setCaps': () => ({ offer: 20, company: 40 }),
  'positioning.withdraw': ({ positioningId }) => ({ positioningId }),
};
