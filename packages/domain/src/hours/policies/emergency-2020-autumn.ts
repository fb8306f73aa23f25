import type { Policy } from '../policy.ts';
import { emergencyRules, emergencySource } from './emergency-2020.ts';

/** The second state of health emergency, 17 October 2020 to 1 June 2021. A structure adopts it or not. */
export const emergency2020Autumn = {
  id: 'emergency-2020-autumn',
  title: 'Second état d’urgence sanitaire, automne 2020',
  source: emergencySource,
  note: 'Les règles sont celles du printemps 2020 ; aucun texte ne dit qu’elles furent reconduites. Éteinte tant qu’une structure ne l’a pas adoptée.',
  scope: { level: 'structure' },
  validFrom: '2020-10-17',
  validTo: '2021-06-01',
  publishedOn: '2020-11-02',
  rules: emergencyRules,
} satisfies Policy;
