import type { Permissions } from '../access/permission.ts';

/** Look-ups that forms make while somebody types; the same for everybody. */
export const referencePermissions = {
  'reference.occupations': { who: ['signed_in'], elsewhere: 'own' },
  'reference.occupationLabels': { who: ['signed_in'], elsewhere: 'own' },
  'reference.skills': { who: ['signed_in'], elsewhere: 'own' },
  'reference.searchSkills': { who: ['signed_in'], elsewhere: 'own' },
  'reference.cpvs': { who: ['signed_in'], elsewhere: 'own' },
  'reference.cpvLabels': { who: ['signed_in'], elsewhere: 'own' },
  'reference.communes': { who: ['signed_in'], elsewhere: 'own' },
} as const satisfies Permissions;
