import type { Policy } from '../policy.ts';
import { creditedWeek, emergency2020 } from './emergency-2020.ts';

/** Situations close to those of the field report, which says nothing of them. A structure adopts it or not. */
export const emergency2020More = {
  id: 'emergency-2020-more',
  title: 'État d’urgence sanitaire 2020 : personnes vulnérables et formation en chômage partiel',
  source: 'Notre lecture, par analogie avec le bilan EPEC d’avril 2020, qui n’en dit rien',
  note: 'Règle de la maison, non de terrain : éteinte tant qu’une structure ne l’a pas adoptée.',
  scope: { level: 'structure' },
  validFrom: emergency2020.validFrom,
  validTo: emergency2020.validTo,
  publishedOn: emergency2020.publishedOn,
  rules: [
    {
      id: 'vulnerable-ss',
      kinds: ['vulnerable_leave'],
      payer: 'social_security',
      evidence: ['benefit_statement'],
      outcome: 'discretion',
      creditedCapPerWeek: creditedWeek,
    },
    { id: 'vulnerable-partial', kinds: ['vulnerable_leave'], payer: 'partial_activity', outcome: 'reject' },
    { id: 'partial-training', kinds: ['partial_unemployment_training'], outcome: 'discretion' },
  ],
} satisfies Policy;
