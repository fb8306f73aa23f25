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
    'hours.source.ordinary': ordinary.source,
    'hours.source.emergency-2020': emergency2020.source,
    'hours.source.emergency-2020-more': emergency2020More.source,
    'hours.source.emergency-2020-early': emergency2020Early.source,
    'hours.source.emergency-2020-autumn': emergency2020Autumn.source,
    'hours.note.ordinary': ordinary.note,
    'hours.note.emergency-2020': emergency2020.note,
    'hours.note.emergency-2020-more': emergency2020More.note,
    'hours.note.emergency-2020-early': emergency2020Early.note,
    'hours.note.emergency-2020-autumn': emergency2020Autumn.note,
    'hours.rule.own': '{kinds} (règle propre à la structure)',
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
    'hours.source.ordinary':
      'Practice of facilitators: hours really worked on the contract; paid leave and public holidays only if the contract counts paid hours',
    'hours.source.emergency-2020': 'EPEC report on the lockdown, with the DAJ and the AVE, April 2020',
    'hours.source.emergency-2020-more':
      'Our reading, by analogy with the EPEC report of April 2020, which says nothing of it',
    'hours.source.emergency-2020-early': 'EPEC report on the lockdown, with the DAJ and the AVE, April 2020',
    'hours.source.emergency-2020-autumn': 'EPEC report on the lockdown, with the DAJ and the AVE, April 2020',
    'hours.note.ordinary':
      'A rule of the field in its principle; training in working time and the list of absences are our reading, to be settled by structure or by contract.',
    'hours.note.emergency-2020':
      'A rule of the field (telework validated, childcare and sick leave paid by the social security left to the facilitator, partial unemployment not validated). The papers asked and the cap of 35 h a week are ours.',
    'hours.note.emergency-2020-more':
      'A rule of the house, not of the field: off as long as a structure has not adopted it.',
    'hours.note.emergency-2020-early':
      'The rules are the field’s, their extension to these days is ours: the report says “during the state of health emergency”. Off as long as a structure has not adopted it.',
    'hours.note.emergency-2020-autumn':
      'The rules are those of spring 2020; no text says that they were renewed. Off as long as a structure has not adopted it.',
    'hours.rule.own': '{kinds} (a rule of the structure’s own)',
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
