import type { Permissions } from '../access/permission.ts';

/** Who did what in the structure: for those who answer for it. */
export const auditPermissions = {
  'audit.list': { who: ['administrator', 'lead'], elsewhere: 'nothing' },
} as const satisfies Permissions;
