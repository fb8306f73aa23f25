import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

export const reportPermissions = {
  'report.today': { who: staffRoles, elsewhere: 'nothing' },
  'report.issueStatement': { who: ['buyer', 'employer', ...staffRoles], elsewhere: 'not_found' },
  'report.issueCertificate': { who: staffRoles, elsewhere: 'not_found' },
  'report.issueAttestation': { who: ['employer', ...staffRoles], elsewhere: 'nothing' },
  'report.issueRecord': { who: ['participant', ...staffRoles], elsewhere: 'nothing' },
  'report.listDocuments': { who: ['buyer', 'employer', 'participant', ...staffRoles], elsewhere: 'nothing' },
  'report.showReliability': { who: ['employer', ...staffRoles], elsewhere: 'nothing' },
  'report.showActivity': { who: staffRoles, elsewhere: 'nothing' },
  'report.listActivity': { who: staffRoles, elsewhere: 'nothing' },
  'report.showConsolidation': { who: ['lead'], elsewhere: 'nothing' },
  'report.showMap': { who: staffRoles, elsewhere: 'nothing' },
  'report.listExportTemplates': { who: staffRoles, elsewhere: 'nothing' },
  'report.saveExportTemplate': { who: staffRoles, elsewhere: 'nothing' },
  'report.dropExportTemplate': { who: staffRoles, elsewhere: 'not_found' },
  // What a buyer bought and the hours of its clauses, in figures: itself, and the teams that follow one of its contracts.
  'report.showPurchases': { who: ['buyer', ...staffRoles], elsewhere: 'nothing' },
  'report.listPurchases': { who: ['buyer', ...staffRoles], elsewhere: 'nothing' },
  'report.showScheme': { who: ['buyer', ...staffRoles], elsewhere: 'nothing' },
  'report.showBoughtHours': { who: ['buyer', ...staffRoles], elsewhere: 'nothing' },
  'report.verifyDocument': { who: ['anybody'], elsewhere: 'nothing' },
} as const satisfies Permissions;
