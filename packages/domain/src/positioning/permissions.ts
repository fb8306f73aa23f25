import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

export const positioningPermissions = {
  'positioning.preparePush': { who: staffRoles, elsewhere: 'not_found' },
  'positioning.push': { who: staffRoles, elsewhere: 'not_found' },
  'positioning.list': { who: staffRoles, elsewhere: 'nothing' },
  'positioning.board': { who: staffRoles, elsewhere: 'nothing' },
  'positioning.show': { who: staffRoles, elsewhere: 'not_found' },
  'positioning.showPush': { who: staffRoles, elsewhere: 'not_found' },
  'positioning.renewLink': { who: staffRoles, elsewhere: 'not_found' },
  'positioning.comment': { who: staffRoles, elsewhere: 'not_found' },
  'positioning.dismissNotice': { who: staffRoles, elsewhere: 'not_found' },
  'positioning.saveSheet': { who: staffRoles, elsewhere: 'not_found' },
  'positioning.noteOutcome': { who: ['link', 'employer', ...staffRoles], elsewhere: 'not_found' },
  'positioning.calendar': { who: ['link', 'employer', ...staffRoles], elsewhere: 'not_found' },
  'positioning.delays': { who: staffRoles, elsewhere: 'nothing' },
  'positioning.batch': { who: staffRoles, elsewhere: 'nothing' },
  'positioning.undoBatch': { who: staffRoles, elsewhere: 'not_found' },
  'positioning.showCaps': { who: [...staffRoles, 'administrator', 'employer', 'link'], elsewhere: 'own' },
  'positioning.setCaps': { who: ['administrator'], elsewhere: 'own' },
  'positioning.withdraw': { who: staffRoles, elsewhere: 'not_found' },
  'positioning.describeLink': { who: ['link'], elsewhere: 'own' },
  'positioning.preview': { who: ['link', 'employer'], elsewhere: 'nothing' },
  'positioning.openLink': { who: ['link'], elsewhere: 'own' },
  'positioning.answer': { who: ['link', 'employer', ...staffRoles], elsewhere: 'not_found' },
  'positioning.listReceived': { who: ['employer'], elsewhere: 'nothing' },
  'positioning.showReceived': { who: ['employer'], elsewhere: 'not_found' },
} as const satisfies Permissions;
