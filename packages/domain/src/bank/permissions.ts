import type { Permissions } from '../access/permission.ts';

const staff = ['facilitator', 'lead'] as const;

/** What the team keeps of the bank: for the team alone. Somebody's own searches are hers, row by row. */
export const bankPermissions = {
  'bank.saveSearch': { who: staff, elsewhere: 'own' },
  'bank.listSearches': { who: staff, elsewhere: 'nothing' },
  'bank.renameSearch': { who: staff, elsewhere: 'not_found' },
  'bank.deleteSearch': { who: staff, elsewhere: 'not_found' },
  'bank.setAlert': { who: staff, elsewhere: 'not_found' },
  'bank.showNews': { who: staff, elsewhere: 'not_found' },
  'bank.markSeen': { who: staff, elsewhere: 'not_found' },
} as const satisfies Permissions;
