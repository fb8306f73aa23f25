import type { Inputs } from '../inputs.ts';

const aside = { reason: 'Hors de notre territoire' };

export const publishedInputs: Inputs = {
  'published.compare': () => ({ list: 'both' }),
  'published.showPairs': ({ contractId }) => ({ contractId }),
  'published.decide': ({ contractId, openId }) => ({ contractId, openId, verdict: 'same', reason: null }),
  'published.setAside': ({ openId }) => ({ openIds: [openId], ...aside }),
  'published.undo': ({ pairId }) => ({ decisionId: pairId }),
  'published.listAmendments': () => ({}),
  'published.decideAmendments': ({ contractId, amendmentKey }) => ({
    ...{ verdict: 'accepted', reason: null, which: [{ contractId, key: amendmentKey }], seen: 0 },
  }),
  'published.undoAmendment': ({ amendmentId }) => ({ decisionId: amendmentId }),
  'published.listFiles': () => undefined,
};
