import { defineWords } from '@jonction/domain/shared/words';

/** Words of the page where a lead sets how many months a paper counts. */
export const validityWords = defineWords({
  fr: {
    'validity.title': 'Validité des documents',
    'validity.lead':
      'Combien de mois compte un document à partir de son émission. Un changement vaut pour les documents reçus ensuite ; ceux qui sont là gardent leur fin.',
    'validity.saved': 'Durée enregistrée. Elle vaut pour les documents reçus à partir de maintenant.',
    'validity.onlyLead': 'Ces durées sont fixées par le responsable de l’équipe.',
    'validity.now': { one: 'compte {count} mois', other: 'compte {count} mois' },
    'validity.usual': {
      one: 'D’ordinaire {count} mois, {basis}. {source}.',
      other: 'D’ordinaire {count} mois, {basis}. {source}.',
    },
    'validity.months': 'Mois de validité',
    'validity.monthsOf': 'Mois de validité : {kind}',
    'validity.most': { one: 'Au plus {count} mois.', other: 'Au plus {count} mois.' },
    'validity.unit': 'mois',
    'validity.save': 'Changer',
    'validity.saveOf': 'Changer la durée : {kind}',
    'validity.history': 'Changements',
    'validity.change': '{from} → {months} mois, par {name} le {day}',
    'validity.never': 'Jamais changée.',
    'validity.others': 'Les autres documents portent leur propre date de fin, ou comptent sans fin.',
  },
  en: {
    'validity.title': 'Validity of papers',
    'validity.lead':
      'How many months a paper counts from its issue. A change holds for papers received after it; those that are there keep their end.',
    'validity.saved': 'Duration saved. It holds for papers received from now on.',
    'validity.onlyLead': 'These durations are set by the lead of the team.',
    'validity.now': { one: 'counts {count} month', other: 'counts {count} months' },
    'validity.usual': {
      one: 'Usually {count} month, {basis}. {source}.',
      other: 'Usually {count} months, {basis}. {source}.',
    },
    'validity.months': 'Months of validity',
    'validity.monthsOf': 'Months of validity: {kind}',
    'validity.most': { one: 'At most {count} month.', other: 'At most {count} months.' },
    'validity.unit': 'months',
    'validity.save': 'Change',
    'validity.saveOf': 'Change the duration: {kind}',
    'validity.history': 'Changes',
    'validity.change': '{from} → {months} months, by {name} on {day}',
    'validity.never': 'Never changed.',
    'validity.others': 'The other papers bear an end of their own, or count without end.',
  },
});
