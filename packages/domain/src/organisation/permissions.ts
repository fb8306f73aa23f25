import type { Permissions } from '../access/permission.ts';

const staff = ['facilitator', 'lead', 'administrator'] as const;

const team = ['facilitator', 'lead'] as const;

/** Buyers and companies are one shared register; partners are seen by the team that works with them. */
export const organisationPermissions = {
  'organisation.search': { who: staff, elsewhere: 'shared' },
  'organisation.create': { who: staff, elsewhere: 'own' },
  'organisation.rename': { who: staff, elsewhere: 'shared' },
  'organisation.show': { who: staff, elsewhere: 'shared' },
  'organisation.listContacts': { who: team, elsewhere: 'shared' },
  'organisation.saveContact': { who: team, elsewhere: 'shared' },
  'organisation.proveContact': { who: team, elsewhere: 'not_found' },
  'organisation.listStaleContacts': { who: team, elsewhere: 'nothing' },
  'organisation.askSecond': { who: ['link', 'employer'], elsewhere: 'own' },
  'organisation.nameSecond': { who: ['link', 'employer'], elsewhere: 'own' },
} as const satisfies Permissions;
