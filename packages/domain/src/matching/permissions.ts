import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

export const matchingPermissions = {
  'matching.rank': { who: staffRoles, elsewhere: 'not_found' },
  'matching.listExcluded': { who: staffRoles, elsewhere: 'not_found' },
  'matching.offersFor': { who: staffRoles, elsewhere: 'not_found' },
  'matching.newcomers': { who: staffRoles, elsewhere: 'not_found' },
  'matching.listForgotten': { who: staffRoles, elsewhere: 'nothing' },
  'matching.forgottenFor': { who: staffRoles, elsewhere: 'not_found' },
  'matching.round': { who: staffRoles, elsewhere: 'not_found' },
  'matching.whatIf': { who: staffRoles, elsewhere: 'not_found' },
  'matching.tryWeights': { who: staffRoles, elsewhere: 'not_found' },
  'matching.rules': { who: staffRoles, elsewhere: 'nothing' },
  // How everybody is ranked, and what protected facts say of it, are the team lead's to decide and to read.
  'matching.setRules': { who: ['lead'], elsewhere: 'own' },
  'matching.fairness': { who: ['lead'], elsewhere: 'nothing' },
  'matching.outcomes': { who: staffRoles, elsewhere: 'nothing' },
} as const satisfies Permissions;
