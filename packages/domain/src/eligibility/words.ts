import type { Day } from '../shared/day.ts';
import type { Locale } from '../shared/locale.ts';
import { defineWords, translate } from '../shared/words.ts';

export const eligibilityWords = defineWords({
  fr: {
    'eligibility.eligible': 'Éligible',
    'eligibility.eligible_until': 'Éligible jusqu’au {day}',
    'eligibility.not_eligible': 'Éligibilité non établie',
    'eligibility.family_accompanied': 'Accompagnée par une structure reconnue par l’État',
    'eligibility.family_criterion': 'Éloignée de l’emploi',
    'eligibility.kind_fixed_term': 'CDD, intérim, mission',
    'eligibility.kind_permanent': 'CDI',
    'eligibility.kind_apprenticeship': 'contrat d’apprentissage',
    'eligibility.kind_professionalisation': 'contrat de professionnalisation',
    'eligibility.kind_iae': 'salarié d’une structure d’insertion (PASS IAE)',
  },
  en: {
    'eligibility.eligible': 'Eligible',
    'eligibility.eligible_until': 'Eligible until {day}',
    'eligibility.not_eligible': 'Eligibility not established',
    'eligibility.family_accompanied': 'Supported by a structure that the State recognises',
    'eligibility.family_criterion': 'Far from employment',
    'eligibility.kind_fixed_term': 'fixed-term, temporary work',
    'eligibility.kind_permanent': 'permanent contract',
    'eligibility.kind_apprenticeship': 'apprenticeship',
    'eligibility.kind_professionalisation': 'professionalisation contract',
    'eligibility.kind_iae': 'employee of an insertion structure (PASS IAE)',
  },
});

/**
 * All that an employer or a buyer is ever told: yes until when, or that it is not established. The category is a
 * protected trait (C. trav. L1132-1) and stays with the facilitator.
 */
export function eligibilitySentence(window: { to: Day | null } | null, locale: Locale = 'fr'): string {
  if (window === null) return translate(eligibilityWords, locale, 'eligibility.not_eligible');
  if (window.to === null) return translate(eligibilityWords, locale, 'eligibility.eligible');
  return translate(eligibilityWords, locale, 'eligibility.eligible_until', { day: window.to });
}
