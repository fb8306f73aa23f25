import type { Permissions } from '../access/permission.ts';
import { staffRoles } from '../access/role.ts';

/** Documents to sign: the team asks, a company for its own papers; whoever is named signs, with or without an account. */
export const signaturePermissions = {
  'signature.ask': { who: [...staffRoles, 'employer'], elsewhere: 'not_found' },
  'signature.prepare': { who: [...staffRoles, 'employer'], elsewhere: 'not_found' },
  'signature.list': { who: [...staffRoles, 'employer'], elsewhere: 'own' },
  'signature.listOwn': { who: [...staffRoles, 'employer'], elsewhere: 'own' },
  'signature.show': { who: [...staffRoles, 'employer'], elsewhere: 'not_found' },
  'signature.withdraw': { who: [...staffRoles, 'employer'], elsewhere: 'not_found' },
  'signature.remind': { who: [...staffRoles, 'employer'], elsewhere: 'not_found' },
  // Somebody who is named and has an account opens her own door.
  'signature.enter': { who: [...staffRoles, 'employer'], elsewhere: 'not_found' },
  // Whoever holds the link of a letter.
  'signature.describeLink': { who: ['anybody'], elsewhere: 'own' },
  'signature.openLink': { who: ['anybody'], elsewhere: 'own' },
  'signature.sendCode': { who: ['anybody'], elsewhere: 'own' },
  'signature.sign': { who: ['anybody'], elsewhere: 'own' },
  'signature.refuse': { who: ['anybody'], elsewhere: 'own' },
  'signature.verify': { who: ['anybody'], elsewhere: 'nothing' },
} as const satisfies Permissions;
