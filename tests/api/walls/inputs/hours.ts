import type { Inputs } from '../inputs.ts';

/** Sample inputs of the hours procedures on the rows of `world`. */
export const hoursInputs: Inputs = {
  'hours.listMonths': () => undefined,
  'hours.describeMonth': () => ({ month: '2026-03' }),
  'hours.declare': ({ placementId }) => ({
    month: '2026-03',
    rows: [{ placementId, from: '2026-03-02', to: '2026-03-31', kind: 'worked_on_site', centihours: 15_167 }],
  }),
  'hours.previewSheet': ({ fileId }) => ({ fileId }),
  'hours.importSheet': ({ fileId }) => ({ fileId }),
  'hours.listLines': ({ contractId }) => ({ contractId }),
  'hours.showMonth': ({ contractId }) => ({ month: '2026-03', contractId }),
  'hours.showLine': ({ lineId }) => ({ lineId }),
  'hours.tray': () => undefined,
  'hours.decide': ({ lineId }) => ({ lineIds: [lineId], accept: true, reason: 'Relevé vu' }),
  'hours.gauge': ({ clauseId }) => ({ clauseId }),
  'hours.listPolicies': () => undefined,
  'hours.startDraft': () => ({ from: 'built_in', policyId: 'emergency-2020-more' }),
  'hours.saveDraft': ({ policyDraftId, structureId }) => ({
    draftId: policyDraftId,
    version: 1,
    content: {
      ...{ title: 'Règle', source: 'Note de service', note: null, validFrom: null, validTo: null },
      scope: { level: 'structure', id: structureId },
      rules: [{ id: 'arret', kinds: ['sick_leave'], outcome: 'validate' }],
    },
  }),
  'hours.showDraft': ({ policyDraftId }) => ({ draftId: policyDraftId }),
  'hours.simulatePolicy': ({ policyDraftId }) => ({ draftId: policyDraftId }),
  'hours.publishDraft': ({ policyDraftId }) => ({ draftId: policyDraftId }),
  'hours.showRun': ({ hourRunId }) => ({ runId: hourRunId }),
  'hours.listRunLines': ({ hourRunId, contractId }) => ({ runId: hourRunId, contractId }),
  'hours.replayRun': ({ hourRunId }) => ({ runId: hourRunId }),
  'hours.stopRun': ({ stoppedRunId }) => ({ runId: stoppedRunId }),
  'hours.resumeRun': ({ stoppedRunId }) => ({ runId: stoppedRunId }),
  // Last: a draft that is set aside answers nothing any more.
  'hours.discardDraft': ({ policyDraftId }) => ({ draftId: policyDraftId }),
};
