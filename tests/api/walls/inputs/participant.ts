import { consentTextVersion } from '@jonction/domain/participant/consent';
import type { Inputs } from '../inputs.ts';

const identity = { firstName: 'Ada', lastName: 'Vaillant', phone: '06 39 98 11 22' };

export const participantInputs: Inputs = {
  'participant.create': ({ partnerId }) => ({ ...identity, recommendedByOrganisationId: partnerId }),
  'participant.list': () => ({}),
  'participant.search': () => ({ text: 'vaillant' }),
  'participant.show': ({ participantId }) => ({ participantId }),
  'participant.update': ({ participantId }) => ({
    ...identity,
    participantId,
    version: 1,
    status: 'available',
    occupations: [],
  }),
  'participant.follow': ({ participantId }) => ({
    participantId,
    ownerId: null,
    nextAction: 'Rappeler',
    nextActionOn: null,
  }),
  'participant.recommend': () => ({ ...identity, lastName: 'Valeureux' }),
  'participant.listMine': () => ({}),
  'participant.showMine': ({ participantId }) => ({ participantId }),
  'participant.listRecommendations': () => ({}),
  'participant.takeUpRecommendation': ({ recommendationId }) => ({ recommendationId }),
  'participant.showUseRate': () => undefined,
  'participant.answerRecommendation': ({ recommendationId }) => ({
    recommendationId,
    status: 'accepted',
    answer: 'Merci.',
  }),
  'participant.giveConsent': ({ participantId }) => ({ participantId, way: 'spoken', on: '2026-03-01' }),
  'participant.withdrawConsent': ({ participantId }) => ({ participantId, way: 'spoken', on: '2026-03-01' }),
  'participant.dismissDuplicate': ({ participantId, otherParticipantId }) => ({
    participantId,
    otherId: otherParticipantId,
  }),
  'participant.listDuplicates': () => ({}),
  'participant.lookForDuplicates': () => undefined,
  'participant.compareDuplicates': ({ participantId, otherParticipantId }) => ({
    keptId: participantId,
    goneId: otherParticipantId,
  }),
  // Versions that nobody holds: the walk goes on with both records.
  'participant.merge': ({ participantId, otherParticipantId }) => ({
    keptId: participantId,
    goneId: otherParticipantId,
    keptVersion: 0,
    goneVersion: 0,
  }),
  'participant.undoMerge': ({ mergeId }) => ({ mergeId }),
  'participant.showMerge': ({ mergeId }) => ({ mergeId }),
  'participant.listMerges': () => ({}),
  'participant.findAlias': ({ mergedId }) => ({ participantId: mergedId }),
  'participant.previewImport': ({ fileId }) => ({ fileId }),
  'participant.showImport': ({ importRunId }) => ({ runId: importRunId }),
  'participant.mapImport': ({ importRunId }) => ({
    runId: importRunId,
    mapping: { Nom: 'lastName', Prénom: 'firstName' },
  }),
  'participant.applyImport': ({ importRunId }) => ({ runId: importRunId }),
  'participant.stopImport': ({ importRunId }) => ({ runId: importRunId }),
  'participant.listImports': () => ({}),
  'participant.showLink': ({ participantId }) => ({ participantId }),
  // Another person's: the page of the walk stays open.
  'participant.makeLink': ({ otherParticipantId }) => ({ participantId: otherParticipantId, byHand: true }),
  'participant.revokeLink': ({ otherParticipantId }) => ({ participantId: otherParticipantId }),
  'participant.proposeOffer': ({ otherParticipantId, offerId }) => ({ participantId: otherParticipantId, offerId }),
  'participant.describePage': ({ pageToken }) => ({ token: pageToken }),
  'participant.openPage': ({ pageToken }) => ({ token: pageToken, day: '25', month: '12' }),
  'participant.showPage': () => undefined,
  'participant.correctOwn': () => ({ field: 'other', words: 'Je préfère le matin' }),
  'participant.answerProposal': ({ proposalId }) => ({ proposalId, answer: 'yes' }),
  'participant.settleProposal': ({ proposalId }) => ({ proposalId }),
  'participant.settleWord': ({ wordId }) => ({ wordId }),
  'participant.withdrawOwnConsent': () => undefined,
  'participant.giveOwnConsent': () => ({ textVersion: consentTextVersion }),
};
