import type { Permissions } from '../access/permission.ts';

/** Who did what in the structure: for those who answer for it. */
export const auditPermissions = {
  'audit.list': { who: ['administrator', 'lead'], elsewhere: 'nothing' },
  'audit.verify': { who: ['administrator', 'lead'], elsewhere: 'own' },
} as const satisfies Permissions;
