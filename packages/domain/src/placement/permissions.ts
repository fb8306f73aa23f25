import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

export const placementPermissions = {
  'placement.prepare': { who: staffRoles, elsewhere: 'not_found' },
  'placement.create': { who: staffRoles, elsewhere: 'not_found' },
  'placement.list': { who: staffRoles, elsewhere: 'nothing' },
  'placement.show': { who: staffRoles, elsewhere: 'not_found' },
  'placement.end': { who: staffRoles, elsewhere: 'not_found' },
  'placement.showModality': { who: staffRoles, elsewhere: 'not_found' },
  'placement.recordModality': { who: staffRoles, elsewhere: 'not_found' },
  'placement.showArrivalModel': { who: [...staffRoles, 'administrator'], elsewhere: 'own' },
  'placement.setArrivalModel': { who: ['lead', 'administrator'], elsewhere: 'own' },
  'placement.showArrival': { who: ['employer', ...staffRoles], elsewhere: 'not_found' },
  'placement.saveArrival': { who: ['employer', ...staffRoles], elsewhere: 'not_found' },
  'placement.tellArrival': { who: staffRoles, elsewhere: 'not_found' },
  'placement.listArrivals': { who: ['employer'], elsewhere: 'nothing' },
  'placement.listMine': { who: ['employer'], elsewhere: 'nothing' },
} as const satisfies Permissions;
