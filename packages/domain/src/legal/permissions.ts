import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

/** The library is the team's; a buyer reads what it was written about, and whoever holds the link of a letter that one text. */
export const legalPermissions = {
  'legal.list': { who: staffRoles, elsewhere: 'nothing' },
  'legal.show': { who: staffRoles, elsewhere: 'not_found' },
  'legal.save': { who: staffRoles, elsewhere: 'not_found' },
  'legal.adopt': { who: staffRoles, elsewhere: 'own' },
  'legal.send': { who: staffRoles, elsewhere: 'not_found' },
  'legal.listReceived': { who: ['buyer'], elsewhere: 'nothing' },
  'legal.openReceived': { who: ['buyer'], elsewhere: 'not_found' },
  'legal.describeLink': { who: ['anybody'], elsewhere: 'not_found' },
  'legal.openLink': { who: ['anybody'], elsewhere: 'not_found' },
} as const satisfies Permissions;
