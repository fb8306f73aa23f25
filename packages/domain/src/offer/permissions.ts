import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

export const offerPermissions = {
  'offer.list': { who: staffRoles, elsewhere: 'nothing' },
  'offer.show': { who: staffRoles, elsewhere: 'not_found' },
  'offer.create': { who: staffRoles, elsewhere: 'not_found' },
  'offer.update': { who: staffRoles, elsewhere: 'not_found' },
  'offer.act': { who: staffRoles, elsewhere: 'not_found' },
  'offer.propose': { who: ['employer'], elsewhere: 'not_found' },
  'offer.listMine': { who: ['employer'], elsewhere: 'nothing' },
} as const satisfies Permissions;
