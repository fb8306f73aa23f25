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
  'hours.previewAdoption': () => ({ policyId: 'emergency-2020-more' }),
  'hours.adoptPolicy': () => ({ policyId: 'emergency-2020-more' }),
};
