import type { Permissions } from '../access/permission.ts';

const readers = ['administrator', 'facilitator', 'lead'] as const;

/** Letters that left or wait. The rows keep invitations and new passwords for the administrator alone. */
export const messagePermissions = {
  'message.list': { who: readers, elsewhere: 'nothing' },
  'message.show': { who: readers, elsewhere: 'not_found' },
} as const satisfies Permissions;
