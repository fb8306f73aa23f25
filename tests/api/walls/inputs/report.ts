import type { Inputs } from '../inputs.ts';

const year = { fromMonth: '2026-01', toMonth: '2026-03' };

export const reportInputs: Inputs = {
  'report.today': () => undefined,
  'report.issueStatement': ({ contractId, employerId }) => ({ ...year, contractId, employerId }),
  'report.issueCertificate': ({ contractId }) => ({ ...year, contractId }),
  'report.issueAttestation': ({ employerId }) => ({ ...year, employerId }),
  'report.issueRecord': ({ participantId }) => ({ ...year, participantId }),
  'report.listDocuments': ({ contractId }) => ({ contractId }),
  'report.showReliability': ({ employerId }) => ({ employerId }),
  'report.showActivity': () => ({ from: '2026-01-01', to: '2026-03-31' }),
  'report.listActivity': () => ({ from: '2020-01-01', to: '2026-12-31', figure: 'contracts_followed' }),
  'report.showConsolidation': () => ({ year: 2026 }),
  'report.showMap': () => undefined,
  'report.listExportTemplates': () => ({ list: 'people' }),
  'report.saveExportTemplate': () => ({
    ...{ list: 'people', name: 'Commission', shared: false },
    columns: [{ key: 'lastName', header: null }],
  }),
  'report.dropExportTemplate': ({ templateId }) => ({ templateId }),
  'report.showPurchases': ({ buyerId }) => ({ buyerId, year: 2026 }),
  'report.listPurchases': ({ buyerId }) => ({ buyerId, year: 2026, figure: 'all' }),
  'report.showScheme': ({ buyerId }) => ({ buyerId, year: 2026 }),
  'report.showBoughtHours': ({ buyerId }) => ({ buyerId, year: 2026 }),
  'report.verifyDocument': () => ({ code: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE' }),
};
