import type { Inputs } from '../inputs.ts';

const saying = {
  answer: 'no_change',
  on: '2026-03-01',
  endsOn: null,
  source: 'phone',
  saidBy: null,
  legalBasis: null,
  note: null,
} as const;

const { source, saidBy, legalBasis, note } = saying;
const said = { source, saidBy, legalBasis, note };
const row = (contractId: string) => ({ contractId, status: null, since: null, endsOn: null, noChange: true });
const letter = { title: 'Recensement', letter: 'Où en êtes-vous ?', dueOn: '2026-04-15' };
const answers = { allUnchanged: true } as const;

export const censusInputs: Inputs = {
  'census.list': () => ({}),
  'census.preview': ({ contractId }) => ({ which: { ids: [contractId] }, saying }),
  'census.change': ({ contractId }) => ({ which: { ids: [contractId] }, saying, kept: 1 }),
  'census.undo': ({ changeId }) => ({ changeId }),
  'census.listChanges': () => undefined,
  'census.compareRows': ({ contractId }) => ({ rows: [row(contractId)] }),
  'census.changeRows': ({ contractId }) => ({ rows: [row(contractId)], said, kept: 1 }),
  'census.showSettings': () => undefined,
  'census.setColumns': () => ({ columns: ['due'] }),
  'census.saveView': () => ({ name: 'Arrêtés', shared: false, search: 'statut=stopped' }),
  'census.dropView': ({ viewId }) => ({ viewId }),
  'census.previewCampaign': ({ contractId }) => ({ which: { ids: [contractId] }, letter }),
  // The one contract of the world is asked about already.
  'census.openCampaign': ({ contractId }) => ({ which: { ids: [contractId] }, letter, asked: 1 }),
  'census.listCampaigns': () => undefined,
  'census.showCampaign': ({ campaignId }) => ({ campaignId }),
  'census.listCampaignRows': ({ campaignId, askId }) => ({ campaignId, askId }),
  'census.remindAsk': ({ campaignId, askId }) => ({ campaignId, askId }),
  'census.answerFor': ({ campaignId, askId }) => ({ campaignId, askId, answers, source: 'phone', saidBy: 'Mme Petit' }),
  'census.listPromises': () => ({}),
  'census.listAsked': () => ({}),
  'census.answerAsked': ({ campaignId, contractId }) => ({
    campaignId,
    answers: { rows: [{ contractId, answer: 'no_change' }] },
  }),
  'census.sayBought': ({ contractId }) => ({
    ...{ contractId, answer: 'no_change', on: null, endsOn: null, until: null, legalBasis: null, note: null },
    ...{ dueHours: null, lotNumber: null },
  }),
  'census.describeLink': () => ({ token: 'un-jeton-que-personne-n-a-recu' }),
  'census.openLink': () => ({ token: 'un-jeton-que-personne-n-a-recu' }),
  'census.answerByLink': () => ({ token: 'un-jeton-que-personne-n-a-recu', answers }),
  'census.holdCampaign': ({ campaignId }) => ({ campaignId, held: true }),
  // Last: nothing enters it any more.
  'census.closeCampaign': ({ campaignId }) => ({ campaignId }),
};
