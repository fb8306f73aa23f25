import type { Day } from '../shared/day.ts';
import type { Locale } from '../shared/locale.ts';
import { defineWords, translate } from '../shared/words.ts';

export const eligibilityWords = defineWords({
  fr: {
    'eligibility.category_missing': 'Choisissez le public.',
    'eligibility.category_unknown': 'Ce public n’est pas dans la liste.',
    'eligibility.issued_in_future': 'Ce justificatif porte une date qui n’est pas encore venue.',
    'eligibility.ends_before_issue': 'La fin de validité est avant la date du justificatif.',
    'eligibility.evidence_not_found': 'Ce justificatif n’existe pas, ou n’est pas à vous.',
    'eligibility.clause_not_found': 'Cette clause n’est pas suivie par votre structure.',
    'eligibility.no_category_set': 'Cette clause n’accepte encore aucun public : complétez-la d’abord.',
    'eligibility.purpose.hire_check': 'contrôle avant une embauche',
    'eligibility.purpose.renewal': 'justificatif à renouveler',
    'eligibility.purpose.record': 'enregistrer un justificatif',
    'eligibility.purpose.person_asked': 'demande de la personne',
    'eligibility.purpose.control': 'contrôle d’un acheteur ou d’un financeur',
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
    'eligibility.category_missing': 'Choose the group.',
    'eligibility.category_unknown': 'This group is not in the list.',
    'eligibility.issued_in_future': 'This evidence bears a date that has not come yet.',
    'eligibility.ends_before_issue': 'The end of validity is before the date of the evidence.',
    'eligibility.evidence_not_found': 'This evidence does not exist, or is not yours.',
    'eligibility.clause_not_found': 'Your structure does not follow this clause.',
    'eligibility.no_category_set': 'This clause accepts no group yet: complete it first.',
    'eligibility.purpose.hire_check': 'check before a hire',
    'eligibility.purpose.renewal': 'evidence to renew',
    'eligibility.purpose.record': 'recording evidence',
    'eligibility.purpose.person_asked': 'the person asked',
    'eligibility.purpose.control': 'audit by a buyer or a funder',
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
