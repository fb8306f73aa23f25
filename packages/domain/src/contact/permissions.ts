import type { Permissions } from '../access/permission.ts';

const staff = ['facilitator', 'lead'] as const;

/** What was said to a person is for the team that follows her. */
export const contactPermissions = {
  'contact.log': { who: staff, elsewhere: 'not_found' },
  'contact.list': { who: staff, elsewhere: 'not_found' },
} as const satisfies Permissions;
