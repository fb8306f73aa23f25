import type { Permissions } from '../access/permission.ts';

const staff = ['facilitator', 'lead', 'administrator'] as const;

/** Buyers and companies are one shared register; partners are seen by the team that works with them. */
export const organisationPermissions = {
  'organisation.search': { who: staff, elsewhere: 'shared' },
  'organisation.create': { who: staff, elsewhere: 'own' },
  'organisation.rename': { who: staff, elsewhere: 'shared' },
  'organisation.show': { who: staff, elsewhere: 'shared' },
} as const satisfies Permissions;
