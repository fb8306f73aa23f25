import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

export const prospectPermissions = {
  'prospect.list': { who: staffRoles, elsewhere: 'nothing' },
  'prospect.show': { who: staffRoles, elsewhere: 'not_found' },
  'prospect.showNeed': { who: staffRoles, elsewhere: 'not_found' },
  'prospect.add': { who: staffRoles, elsewhere: 'shared' },
  'prospect.follow': { who: staffRoles, elsewhere: 'not_found' },
  'prospect.stage': { who: staffRoles, elsewhere: 'not_found' },
  'prospect.logVisit': { who: staffRoles, elsewhere: 'not_found' },
  'prospect.addNeed': { who: staffRoles, elsewhere: 'not_found' },
  'prospect.settleNeed': { who: staffRoles, elsewhere: 'not_found' },
} as const satisfies Permissions;
