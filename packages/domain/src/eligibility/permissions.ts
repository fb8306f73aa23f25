import type { Permissions } from '../access/permission.ts';

const staff = ['facilitator', 'lead'] as const;

/** Why a person is eligible is for the clause team alone: everybody else hears yes or no, and until when. */
export const eligibilityPermissions = {
  'eligibility.show': { who: staff, elsewhere: 'not_found' },
  'eligibility.record': { who: staff, elsewhere: 'not_found' },
  'eligibility.remove': { who: staff, elsewhere: 'not_found' },
  'eligibility.askDerogation': { who: staff, elsewhere: 'not_found' },
  'eligibility.decideDerogation': { who: staff, elsewhere: 'not_found' },
  'eligibility.recordRegime': { who: staff, elsewhere: 'not_found' },
  'eligibility.endRegime': { who: staff, elsewhere: 'not_found' },
  'eligibility.removeRegime': { who: staff, elsewhere: 'not_found' },
  'eligibility.check': { who: staff, elsewhere: 'not_found' },
} as const satisfies Permissions;
