import { defineWords } from '../../shared/words.ts';
import { emergency2020 } from './emergency-2020.ts';
import { emergency2020Autumn } from './emergency-2020-autumn.ts';
import { emergency2020Early } from './emergency-2020-early.ts';
import { emergency2020More } from './emergency-2020-more.ts';
import { ordinary } from './ordinary.ts';

/** The names of the built-in policies and of their rules; those that a structure publishes carry their own title. */
export const policyWords = defineWords({
  fr: {
    'hours.policy.none': 'Aucune règle',
    'hours.policy.ordinary': ordinary.title,
    'hours.policy.emergency-2020': emergency2020.title,
    'hours.policy.emergency-2020-more': emergency2020More.title,
    'hours.policy.emergency-2020-early': emergency2020Early.title,
    'hours.policy.emergency-2020-autumn': emergency2020Autumn.title,
    'hours.rule.no-rule': 'Aucune règle ne connaît cette nature d’heures',
    'hours.rule.worked': 'Heures travaillées, télétravail et formation : validées',
    'hours.rule.paid-absence': 'Congés payés et jours fériés, marché en heures payées : validés',
    'hours.rule.paid-absence-off': 'Congés payés et jours fériés : non validés',
    'hours.rule.absence': 'Autres absences : non validées',
    'hours.rule.telework': 'Télétravail pendant l’urgence : validé sur attestation de l’employeur',
    'hours.rule.childcare-ss': 'Garde d’enfant payée par la Sécurité sociale : peut être validée',
    'hours.rule.childcare-partial': 'Garde d’enfant payée par l’activité partielle : non validée',
    'hours.rule.sick-ss': 'Arrêt maladie payé par la Sécurité sociale : peut être validé',
    'hours.rule.partial-unemployment': 'Chômage partiel : non validé',
    'hours.rule.vulnerable-ss': 'Personne vulnérable, payée par la Sécurité sociale : peut être validée',
    'hours.rule.vulnerable-partial': 'Personne vulnérable, payée par l’activité partielle : non validée',
    'hours.rule.partial-training': 'Formation en chômage partiel : peut être validée',
  },
  en: {
    'hours.policy.none': 'No policy',
    'hours.policy.ordinary': 'Ordinary rules',
    'hours.policy.emergency-2020': 'State of health emergency 2020',
    'hours.policy.emergency-2020-more':
      'State of health emergency 2020: vulnerable people, training in partial unemployment',
    'hours.policy.emergency-2020-early': 'Lockdown before the state of emergency, 17 to 23 March 2020',
    'hours.policy.emergency-2020-autumn': 'Second state of health emergency, autumn 2020',
    'hours.rule.no-rule': 'No rule knows this kind of hours',
    'hours.rule.worked': 'Hours worked, telework and training: validated',
    'hours.rule.paid-absence': 'Paid leave and public holidays, contract in paid hours: validated',
    'hours.rule.paid-absence-off': 'Paid leave and public holidays: not validated',
    'hours.rule.absence': 'Other absences: not validated',
    'hours.rule.telework': 'Telework during the emergency: validated with the employer’s attestation',
    'hours.rule.childcare-ss': 'Childcare leave paid by the social security: may be validated',
    'hours.rule.childcare-partial': 'Childcare leave paid by the partial activity scheme: not validated',
    'hours.rule.sick-ss': 'Sick leave paid by the social security: may be validated',
    'hours.rule.partial-unemployment': 'Partial unemployment: not validated',
    'hours.rule.vulnerable-ss': 'Vulnerable person, paid by the social security: may be validated',
    'hours.rule.vulnerable-partial': 'Vulnerable person, paid by the partial activity scheme: not validated',
    'hours.rule.partial-training': 'Training in partial unemployment: may be validated',
  },
});
