import { defineWords } from '../shared/words.ts';

export const interviewWords = defineWords({
  fr: {
    'positioning.sheet.address': 'Adresse et accès',
    'positioning.sheet.hours': 'Horaires du poste',
    'positioning.sheet.contactName': 'Personne à demander',
    'positioning.sheet.contactPhone': 'Son téléphone',
    'positioning.sheet.tutor': 'Tuteur ou tutrice',
    'positioning.sheet.equipment': 'À apporter, tenue',
    'positioning.interview.outcome.took_place': 'Le rendez-vous a eu lieu',
    'positioning.interview.outcome.did_not': 'Il n’a pas eu lieu',
    'positioning.interview.outcome.postponed': 'Il est reporté',
    'positioning.interview.summary': 'Entretien : {name} chez {employer}',
  },
  en: {
    'positioning.sheet.address': 'Address and access',
    'positioning.sheet.hours': 'Working hours of the position',
    'positioning.sheet.contactName': 'Person to ask for',
    'positioning.sheet.contactPhone': 'Their telephone',
    'positioning.sheet.tutor': 'Tutor',
    'positioning.sheet.equipment': 'To bring, clothes',
    'positioning.interview.outcome.took_place': 'The meeting took place',
    'positioning.interview.outcome.did_not': 'It did not take place',
    'positioning.interview.outcome.postponed': 'It is postponed',
    'positioning.interview.summary': 'Interview: {name} at {employer}',
  },
});
