import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

export const reportPermissions = {
  'report.today': { who: staffRoles, elsewhere: 'nothing' },
} as const satisfies Permissions;
