import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

export const matchingPermissions = {
  'matching.rank': { who: staffRoles, elsewhere: 'not_found' },
  'matching.listExcluded': { who: staffRoles, elsewhere: 'not_found' },
  'matching.offersFor': { who: staffRoles, elsewhere: 'not_found' },
} as const satisfies Permissions;
