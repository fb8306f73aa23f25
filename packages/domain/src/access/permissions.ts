import { teamKinds } from './company-team.ts';
import type { Permissions } from './permission.ts';

const inviters = ['administrator', 'lead', 'facilitator'] as const;

/** Sign-in itself belongs to the sign-in library (`/api/auth`); these are the product's own. */
export const accessPermissions = {
  'access.me': { who: ['anybody'], elsewhere: 'own' },
  'access.switchMembership': { who: ['signed_in'], elsewhere: 'not_found' },
  // Partners, buyers and employers are a common register: anybody's may be invited to work with us.
  'access.invite': { who: inviters, elsewhere: 'shared' },
  'access.listMembers': { who: inviters, elsewhere: 'nothing' },
  'access.endMembership': { who: ['administrator'], elsewhere: 'not_found' },
  'access.revokeInvitation': { who: [...inviters, ...teamKinds], elsewhere: 'not_found' },
  // The people of a company, or of a buyer: they themselves, and the team that works with it.
  'access.listColleagues': { who: [...inviters, ...teamKinds], elsewhere: 'nothing' },
  'access.inviteColleague': { who: teamKinds, elsewhere: 'own' },
  'access.endColleague': { who: teamKinds, elsewhere: 'not_found' },
  'access.suspendColleague': { who: teamKinds, elsewhere: 'not_found' },
  'access.resumeColleague': { who: teamKinds, elsewhere: 'not_found' },
  'access.changeCompanyRole': { who: teamKinds, elsewhere: 'not_found' },
  'access.describeInvitation': { who: ['anybody'], elsewhere: 'own' },
  'access.acceptInvitation': { who: ['anybody'], elsewhere: 'own' },
  'access.chooseLocale': { who: ['signed_in'], elsewhere: 'own' },
} as const satisfies Permissions;
