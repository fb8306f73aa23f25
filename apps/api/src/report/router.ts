import { router } from '../trpc.ts';
import { listPurchases } from './bought/list-purchases.ts';
import { showBoughtHours } from './bought/show-bought-hours.ts';
import { showPurchases } from './bought/show-purchases.ts';
import { showScheme } from './bought/show-scheme.ts';
import { dropExportTemplate } from './drop-export-template.ts';
import { issueAttestation } from './issue-attestation.ts';
import { issueCertificate } from './issue-certificate.ts';
import { issueRecord } from './issue-record.ts';
import { issueStatement } from './issue-statement.ts';
import { listActivity } from './list-activity.ts';
import { listDocuments } from './list-documents.ts';
import { listExportTemplates } from './list-export-templates.ts';
import { saveExportTemplate } from './save-export-template.ts';
import { showActivity } from './show-activity.ts';
import { showConsolidation } from './show-consolidation.ts';
import { showMap } from './show-map.ts';
import { showReliability } from './show-reliability.ts';
import { today } from './today.ts';
import { verifyDocument } from './verify-document.ts';

export const reportRouter = router({
  today,
  issueStatement,
  issueCertificate,
  issueAttestation,
  issueRecord,
  listDocuments,
  showReliability,
  showActivity,
  listActivity,
  showConsolidation,
  showMap,
  ...{ showPurchases, listPurchases, showScheme, showBoughtHours },
  verifyDocument,
  listExportTemplates,
  saveExportTemplate,
  dropExportTemplate,
});
