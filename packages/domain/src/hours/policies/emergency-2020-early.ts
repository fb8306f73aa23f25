import type { Policy } from '../policy.ts';
import { emergencyRules, emergencySource } from './emergency-2020.ts';

/** The week of lockdown before the emergency was declared, 17 to 23 March 2020. A structure adopts it or not. */
export const emergency2020Early = {
  id: 'emergency-2020-early',
  title: 'Confinement avant l’état d’urgence, du 17 au 23 mars 2020',
  source: emergencySource,
  note: 'Les règles sont celles du terrain, leur extension à ces jours est la nôtre : le bilan dit « pendant l’état d’urgence sanitaire ». Éteinte tant qu’une structure ne l’a pas adoptée.',
  scope: { level: 'structure' },
  validFrom: '2020-03-17',
  validTo: '2020-03-23',
  publishedOn: '2020-04-16',
  rules: emergencyRules,
} satisfies Policy;
