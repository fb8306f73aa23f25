import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

const staffAndBuyer = [...staffRoles, 'buyer'] as const;

/** A team has what the buyers it works with plan; a buyer has its own, and sends it to the team in whose name it works. */
export const programmePermissions = {
  'programme.list': { who: staffAndBuyer, elsewhere: 'nothing' },
  'programme.show': { who: staffAndBuyer, elsewhere: 'not_found' },
  'programme.plan': { who: staffAndBuyer, elsewhere: 'own' },
  'programme.correct': { who: staffAndBuyer, elsewhere: 'not_found' },
  'programme.act': { who: staffAndBuyer, elsewhere: 'not_found' },
  'programme.exempt': { who: staffAndBuyer, elsewhere: 'not_found' },
  'programme.follow': { who: staffRoles, elsewhere: 'not_found' },
  'programme.countPeople': { who: staffRoles, elsewhere: 'nothing' },
  'programme.size': { who: staffRoles, elsewhere: 'not_found' },
  'programme.writeText': { who: staffRoles, elsewhere: 'not_found' },
  'programme.notify': { who: staffRoles, elsewhere: 'not_found' },
  'programme.ofContract': { who: staffRoles, elsewhere: 'nothing' },
  'programme.previewSheet': { who: staffAndBuyer, elsewhere: 'not_found' },
  'programme.importSheet': { who: staffAndBuyer, elsewhere: 'not_found' },
} as const satisfies Permissions;
