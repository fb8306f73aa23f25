import { defineWords } from '../shared/words.ts';

export const interviewWords = defineWords({
  fr: {
    'sheet.address': 'Adresse et accès',
    'sheet.hours': 'Horaires du poste',
    'sheet.contactName': 'Personne à demander',
    'sheet.contactPhone': 'Son téléphone',
    'sheet.tutor': 'Tuteur ou tutrice',
    'sheet.equipment': 'À apporter, tenue',
    'interview.outcome.took_place': 'Le rendez-vous a eu lieu',
    'interview.outcome.did_not': 'Il n’a pas eu lieu',
    'interview.outcome.postponed': 'Il est reporté',
    'interview.summary': 'Entretien : {name} chez {employer}',
  },
  en: {
    'sheet.address': 'Address and access',
    'sheet.hours': 'Working hours of the position',
    'sheet.contactName': 'Person to ask for',
    'sheet.contactPhone': 'Their telephone',
    'sheet.tutor': 'Tutor',
    'sheet.equipment': 'To bring, clothes',
    'interview.outcome.took_place': 'The meeting took place',
    'interview.outcome.did_not': 'It did not take place',
    'interview.outcome.postponed': 'It is postponed',
    'interview.summary': 'Interview: {name} at {employer}',
  },
});
