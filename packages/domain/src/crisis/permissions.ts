import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

/** The whole team sees an emergency and what it does; the lead alone declares, ends and takes it back. */
export const crisisPermissions = {
  'crisis.list': { who: staffRoles, elsewhere: 'nothing' },
  'crisis.current': { who: staffRoles, elsewhere: 'nothing' },
  'crisis.listBuyers': { who: staffRoles, elsewhere: 'nothing' },
  'crisis.ofContract': { who: staffRoles, elsewhere: 'nothing' },
  'crisis.show': { who: staffRoles, elsewhere: 'not_found' },
  'crisis.preview': { who: staffRoles, elsewhere: 'not_found' },
  'crisis.listContracts': { who: staffRoles, elsewhere: 'not_found' },
  'crisis.write': { who: ['lead'], elsewhere: 'not_found' },
  'crisis.discard': { who: ['lead'], elsewhere: 'not_found' },
  'crisis.choose': { who: ['lead'], elsewhere: 'not_found' },
  'crisis.enforce': { who: ['lead'], elsewhere: 'not_found' },
  'crisis.previewEnd': { who: ['lead'], elsewhere: 'not_found' },
  'crisis.end': { who: ['lead'], elsewhere: 'not_found' },
  'crisis.undo': { who: ['lead'], elsewhere: 'not_found' },
} as const satisfies Permissions;
