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
  'bank.showOpenCap': { who: [...staff, 'administrator'], elsewhere: 'own' },
  'bank.setOpenCap': { who: ['lead', 'administrator'], elsewhere: 'own' },
  'bank.listPools': { who: staff, elsewhere: 'nothing' },
  'bank.pinPool': { who: staff, elsewhere: 'own' },
  'bank.createShortlist': { who: staff, elsewhere: 'not_found' },
  'bank.listShortlists': { who: staff, elsewhere: 'nothing' },
  'bank.showShortlist': { who: staff, elsewhere: 'not_found' },
  'bank.addToShortlist': { who: staff, elsewhere: 'not_found' },
  'bank.removeFromShortlist': { who: staff, elsewhere: 'not_found' },
  'bank.noteInShortlist': { who: staff, elsewhere: 'not_found' },
  'bank.renameShortlist': { who: staff, elsewhere: 'not_found' },
  'bank.deleteShortlist': { who: staff, elsewhere: 'not_found' },
  // What the team asks, and what its words mean: the lead's to read and to decide.
  'bank.listQueries': { who: ['lead'], elsewhere: 'nothing' },
  'bank.forgetQuery': { who: ['lead'], elsewhere: 'not_found' },
  'bank.listWords': { who: ['lead'], elsewhere: 'nothing' },
  'bank.addWord': { who: ['lead'], elsewhere: 'own' },
  'bank.removeWord': { who: ['lead'], elsewhere: 'not_found' },
} as const satisfies Permissions;
