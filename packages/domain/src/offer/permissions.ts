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
  'offer.showCommittee': { who: staffRoles, elsewhere: 'nothing' },
  'offer.setCommittee': { who: staffRoles, elsewhere: 'shared' },
  'offer.broadcast': { who: staffRoles, elsewhere: 'not_found' },
  'offer.showBroadcast': { who: staffRoles, elsewhere: 'not_found' },
  'offer.remindBroadcast': { who: staffRoles, elsewhere: 'not_found' },
  'offer.listBroadcasts': { who: ['partner'], elsewhere: 'nothing' },
  'offer.answerBroadcast': { who: ['partner'], elsewhere: 'not_found' },
  'offer.confirmOpen': { who: staffRoles, elsewhere: 'not_found' },
  'offer.askStillOpen': { who: staffRoles, elsewhere: 'not_found' },
  // Whoever holds the token of a letter: it stands in the input.
  'offer.describeStillOpen': { who: ['anybody'], elsewhere: 'own' },
  'offer.answerStillOpen': { who: ['anybody'], elsewhere: 'own' },
} as const satisfies Permissions;
