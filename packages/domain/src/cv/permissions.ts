import type { Permissions } from '../access/permission.ts';

const staff = ['facilitator', 'lead'] as const;
const partnerToo = ['facilitator', 'lead', 'partner'] as const;

/** A partner reads, confirms and corrects the CVs of her own people. */
export const cvPermissions = {
  'cv.preview': { who: partnerToo, elsewhere: 'not_found' },
  'cv.create': { who: partnerToo, elsewhere: 'not_found' },
  'cv.read': { who: partnerToo, elsewhere: 'not_found' },
  'cv.show': { who: partnerToo, elsewhere: 'not_found' },
  'cv.confirm': { who: partnerToo, elsewhere: 'not_found' },
  'cv.confirmAgain': { who: staff, elsewhere: 'not_found' },
  'cv.makeCurrent': { who: staff, elsewhere: 'not_found' },
  'cv.withdraw': { who: staff, elsewhere: 'not_found' },
} as const satisfies Permissions;
