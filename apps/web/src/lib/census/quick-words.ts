import { defineWords } from '@jonction/domain/shared/words';

/** What a buyer says of a contract in a few keys. */
export const quickWords = defineWords({
  fr: {
    'quick.title': 'Dire où en est un marché',
    'quick.lead':
      'Choisissez le marché, écrivez les heures de sa clause s’il y en a à inscrire, et dites où il en est : « {answer} » est une réponse.',
    'quick.key': 'pour venir ici',
    'quick.contract': 'Marché',
    'quick.contractHint': 'Quelques lettres de l’objet ou de la référence',
    'quick.dueHours': 'Heures de la clause',
    'quick.lot': 'Lot',
    'quick.said': 'C’est dit : {reference} est {status}.',
    'quick.saidNoChange': 'C’est dit : {reference}, sans changement.',
    'quick.saidHours': {
      one: 'Sa clause est inscrite : {count} heure.',
      many: 'Sa clause est inscrite : {count} heures.',
      other: 'Sa clause est inscrite : {count} heures.',
    },
  },
  en: {
    'quick.title': 'Say where a contract stands',
    'quick.lead':
      'Choose the contract, write the hours of its clause if there are some to log, and say where it stands: “{answer}” is an answer.',
    'quick.key': 'to come here',
    'quick.contract': 'Contract',
    'quick.contractHint': 'A few letters of the object or of the reference',
    'quick.dueHours': 'Hours of the clause',
    'quick.lot': 'Lot',
    'quick.said': 'Said: {reference} is {status}.',
    'quick.saidNoChange': 'Said: {reference}, no change.',
    'quick.saidHours': {
      one: 'Its clause is logged: {count} hour.',
      other: 'Its clause is logged: {count} hours.',
    },
  },
});
