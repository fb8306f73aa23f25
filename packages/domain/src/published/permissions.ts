import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

/** What open data publishes is everybody's; what a team makes of it is its own. */
export const publishedPermissions = {
  'published.compare': { who: staffRoles, elsewhere: 'nothing' },
  'published.showPairs': { who: staffRoles, elsewhere: 'not_found' },
  'published.decide': { who: staffRoles, elsewhere: 'not_found' },
  'published.setAside': { who: staffRoles, elsewhere: 'own' },
  'published.undo': { who: staffRoles, elsewhere: 'not_found' },
  'published.listAmendments': { who: staffRoles, elsewhere: 'nothing' },
  'published.decideAmendments': { who: staffRoles, elsewhere: 'nothing' },
  'published.undoAmendment': { who: staffRoles, elsewhere: 'not_found' },
  'published.listFiles': { who: staffRoles, elsewhere: 'shared' },
} as const satisfies Permissions;
