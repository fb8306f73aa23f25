import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

/** Papers asked of a company: the team asks and decides, the company brings, with an account or by the link of a letter. */
export const paperPermissions = {
  'paper.ask': { who: staffRoles, elsewhere: 'shared' },
  'paper.listAsked': { who: [...staffRoles, 'employer'], elsewhere: 'nothing' },
  'paper.overview': { who: staffRoles, elsewhere: 'own' },
  'paper.bring': { who: [...staffRoles, 'employer'], elsewhere: 'not_found' },
  'paper.decide': { who: staffRoles, elsewhere: 'not_found' },
  'paper.cancel': { who: staffRoles, elsewhere: 'not_found' },
  'paper.showValidity': { who: staffRoles, elsewhere: 'own' },
  'paper.setValidity': { who: ['lead'], elsewhere: 'own' },
  // Companies are a common register: what is awaited is the team's own.
  'paper.remind': { who: staffRoles, elsewhere: 'shared' },
  // Whoever holds the link of a letter: which company it is of, what is awaited, and bringing it.
  'paper.describeLink': { who: ['anybody'], elsewhere: 'own' },
  'paper.openLink': { who: ['anybody'], elsewhere: 'own' },
  'paper.bringByLink': { who: ['anybody'], elsewhere: 'own' },
} as const satisfies Permissions;
