import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

export const penaltyPermissions = {
  'penalty.preview': { who: staffRoles, elsewhere: 'not_found' },
  'penalty.propose': { who: staffRoles, elsewhere: 'not_found' },
  'penalty.list': { who: ['buyer', ...staffRoles], elsewhere: 'nothing' },
  'penalty.show': { who: ['buyer', ...staffRoles], elsewhere: 'not_found' },
  'penalty.submit': { who: staffRoles, elsewhere: 'not_found' },
  'penalty.withdraw': { who: staffRoles, elsewhere: 'not_found' },
  'penalty.decide': { who: ['buyer'], elsewhere: 'not_found' },
  'penalty.recordDecision': { who: staffRoles, elsewhere: 'not_found' },
} as const satisfies Permissions;
