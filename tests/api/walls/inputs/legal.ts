import type { Inputs } from '../inputs.ts';

const text = {
  ...{ title: 'Note', source: 'note du service', summary: 'Rien ne change.', url: null, fileId: null, keepFile: false },
  ...{ validFrom: '2026-01-01', validTo: null, scope: 'national', scopeWords: null, scopeBuyerId: null },
};

export const legalInputs: Inputs = {
  'legal.list': () => ({}),
  'legal.show': ({ textId }) => ({ textId }),
  'legal.save': ({ textId }) => ({ ...text, textId, version: 1 }),
  'legal.adopt': () => ({ code: 'loi-2020-290' }),
  'legal.send': ({ textId, buyerId }) => ({ textId, buyerIds: [buyerId], note: null }),
  'legal.listReceived': () => undefined,
  'legal.openReceived': ({ textVersionId }) => ({ versionId: textVersionId }),
  'legal.describeLink': () => ({ token: 'a-token-that-nobody-ever-had' }),
  'legal.openLink': () => ({ token: 'a-token-that-nobody-ever-had' }),
};
