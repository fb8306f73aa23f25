import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

export const hoursPermissions = {
  'hours.listMonths': { who: ['employer'], elsewhere: 'nothing' },
  'hours.describeMonth': { who: ['employer'], elsewhere: 'nothing' },
  'hours.declare': { who: ['employer', ...staffRoles], elsewhere: 'not_found' },
  'hours.previewSheet': { who: ['employer', ...staffRoles], elsewhere: 'not_found' },
  'hours.importSheet': { who: ['employer', ...staffRoles], elsewhere: 'not_found' },
  'hours.listLines': { who: ['employer', ...staffRoles], elsewhere: 'nothing' },
  'hours.showMonth': { who: staffRoles, elsewhere: 'nothing' },
  'hours.showLine': { who: ['employer', ...staffRoles], elsewhere: 'not_found' },
  'hours.tray': { who: staffRoles, elsewhere: 'nothing' },
  'hours.decide': { who: staffRoles, elsewhere: 'not_found' },
  'hours.gauge': { who: ['buyer', 'employer', ...staffRoles], elsewhere: 'not_found' },
  'hours.listPolicies': { who: staffRoles, elsewhere: 'own' },
  'hours.startDraft': { who: staffRoles, elsewhere: 'own' },
  'hours.saveDraft': { who: staffRoles, elsewhere: 'not_found' },
  'hours.showDraft': { who: staffRoles, elsewhere: 'not_found' },
  'hours.discardDraft': { who: staffRoles, elsewhere: 'not_found' },
  'hours.simulatePolicy': { who: staffRoles, elsewhere: 'not_found' },
  'hours.publishDraft': { who: ['lead'], elsewhere: 'not_found' },
  'hours.showRun': { who: staffRoles, elsewhere: 'not_found' },
  'hours.listRunLines': { who: staffRoles, elsewhere: 'not_found' },
  'hours.stopRun': { who: staffRoles, elsewhere: 'not_found' },
  'hours.resumeRun': { who: staffRoles, elsewhere: 'not_found' },
  'hours.replayRun': { who: staffRoles, elsewhere: 'not_found' },
} as const satisfies Permissions;
