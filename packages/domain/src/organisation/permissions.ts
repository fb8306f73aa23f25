import type { Permissions } from '../access/permission.ts';

const staff = ['facilitator', 'lead', 'administrator'] as const;

const team = ['facilitator', 'lead'] as const;
const teamAndBuyer = [...team, 'buyer'] as const;

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
  // Directorates belong to a buyer: it keeps its own, and so do the teams that work with it.
  'organisation.listDirectorates': { who: teamAndBuyer, elsewhere: 'not_found' },
  'organisation.showDirectorate': { who: teamAndBuyer, elsewhere: 'not_found' },
  'organisation.createDirectorate': { who: teamAndBuyer, elsewhere: 'not_found' },
  'organisation.renameDirectorate': { who: teamAndBuyer, elsewhere: 'not_found' },
  'organisation.endDirectorate': { who: teamAndBuyer, elsewhere: 'not_found' },
  'organisation.placeInDirectorate': { who: teamAndBuyer, elsewhere: 'not_found' },
  'organisation.askSecond': { who: ['link', 'employer'], elsewhere: 'own' },
  'organisation.nameSecond': { who: ['link', 'employer'], elsewhere: 'own' },
} as const satisfies Permissions;
