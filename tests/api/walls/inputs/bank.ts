import type { Inputs } from '../inputs.ts';

export const bankInputs: Inputs = {
  'bank.saveSearch': () => ({ name: 'Propreté, 13e', filters: { occupations: ['K2204'] } }),
  'bank.listSearches': () => undefined,
  'bank.renameSearch': ({ searchId }) => ({ searchId, name: 'Autre nom', shared: true }),
  'bank.deleteSearch': ({ searchId }) => ({ searchId }),
  'bank.setAlert': ({ searchId }) => ({ searchId, pace: 'at_once' }),
  'bank.showNews': ({ searchId }) => ({ searchId }),
  'bank.showOpenCap': () => undefined,
  'bank.setOpenCap': () => ({ most: 4 }),
  'bank.listPools': () => undefined,
  'bank.pinPool': () => ({ code: 'K2204', pinned: true }),
  'bank.createShortlist': ({ participantId }) => ({ name: 'Propreté du soir', participantIds: [participantId] }),
  'bank.listShortlists': () => undefined,
  'bank.showShortlist': ({ shortlistId }) => ({ shortlistId }),
  'bank.addToShortlist': ({ shortlistId, otherParticipantId }) => ({
    shortlistId,
    participantIds: [otherParticipantId],
  }),
  'bank.removeFromShortlist': ({ shortlistId, otherParticipantId }) => ({
    shortlistId,
    participantIds: [otherParticipantId],
  }),
  'bank.noteInShortlist': ({ shortlistId, participantId }) => ({ shortlistId, participantId, note: 'Du matin.' }),
  'bank.renameShortlist': ({ shortlistId }) => ({ shortlistId, name: 'Autre liste' }),
  'bank.deleteShortlist': ({ shortlistId }) => ({ shortlistId }),
  'bank.listQueries': () => ({}),
  'bank.forgetQuery': ({ queryStems }) => ({ stems: queryStems }),
  'bank.listWords': () => undefined,
  'bank.addWord': () => ({ words: 'mécheuse', code: 'K2204' }),
  'bank.removeWord': ({ ownWordId }) => ({ wordId: ownWordId }),
  'bank.markSeen': ({ searchId }) => ({ searchId }),
};
