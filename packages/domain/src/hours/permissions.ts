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
  'hours.previewAdoption': { who: staffRoles, elsewhere: 'own' },
  'hours.adoptPolicy': { who: ['lead'], elsewhere: 'own' },
} as const satisfies Permissions;
