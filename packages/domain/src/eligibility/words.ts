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
    'eligibility.derogation_clause_missing': 'Choisissez le marché.',
    'eligibility.derogation_opinion_short': 'Dites pourquoi, en une phrase au moins : l’avis doit être motivé.',
    'eligibility.derogation_opinion_long': 'Cet avis dépasse 2 000 caractères.',
    'eligibility.derogation_decision_missing': 'Choisissez : accordée ou refusée.',
    'eligibility.derogation_days_missing': 'Dites de quand à quand une embauche peut commencer.',
    'eligibility.derogation_days_reversed': 'La fin est avant le début.',
    'eligibility.derogation_decided': 'Une décision a déjà été prise : elle ne se réécrit pas.',
    'eligibility.derogation_own': 'Vous avez donné cet avis : une autre personne de l’équipe doit décider.',
    'eligibility.derogation_waiting': 'Un avis attend déjà une décision pour ce marché.',
    'eligibility.derogation_not_found': 'Cet avis n’existe pas, ou n’est pas à votre structure.',
    'eligibility.derogation.granted': 'accordée',
    'eligibility.derogation.refused': 'refusée',
    'eligibility.by.papers': 'sur pièces',
    'eligibility.by.snapshot': 'éligibilité figée à une embauche précédente',
    'eligibility.by.derogation': 'par dérogation',
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
    'eligibility.derogation_clause_missing': 'Choose the contract.',
    'eligibility.derogation_opinion_short': 'Say why, in a sentence at least: the opinion must be motivated.',
    'eligibility.derogation_opinion_long': 'This opinion is over 2,000 characters.',
    'eligibility.derogation_decision_missing': 'Choose: granted or refused.',
    'eligibility.derogation_days_missing': 'Say from when to when a hire may begin.',
    'eligibility.derogation_days_reversed': 'The end is before the beginning.',
    'eligibility.derogation_decided': 'A decision was taken already: it is not rewritten.',
    'eligibility.derogation_own': 'You gave this opinion: somebody else of the team must decide.',
    'eligibility.derogation_waiting': 'An opinion already waits for a decision on this contract.',
    'eligibility.derogation_not_found': 'This opinion does not exist, or is not of your structure.',
    'eligibility.derogation.granted': 'granted',
    'eligibility.derogation.refused': 'refused',
    'eligibility.by.papers': 'on papers',
    'eligibility.by.snapshot': 'eligibility frozen at an earlier hire',
    'eligibility.by.derogation': 'by derogation',
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
