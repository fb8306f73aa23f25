import { defineWords } from '@jonction/domain/shared/words';

/** Confirming again, during a call, that a CV is still true. */
export const confirmWords = defineWords({
  fr: {
    'confirm.due': 'CV à confirmer',
    'confirm.none': 'pas de CV confirmé',
    'confirm.since': 'confirmé {age}',
    'confirm.byPhone': 'Confirmé au téléphone',
    'confirm.byPhone.hint': 'Note aussi l’échange',
    'confirm.short': 'Confirmé',
    'confirm.otherwise': 'Confirmé autrement',
    'confirm.whose': 'CV de {name}',
    'confirm.call': 'Appeler {name}',
    'confirm.done': 'CV confirmé aujourd’hui.',
    'confirm.doneSpoken': 'CV confirmé aujourd’hui, échange noté.',
    'confirm.lead': 'Ce CV n’a pas été confirmé depuis 60 jours. Est-il toujours vrai ?',
    'confirm.current': 'part en premier',
    'confirm.makeCurrent': 'Faire partir en premier',
    'confirm.withdraw': 'Ne plus envoyer',
    'confirm.several':
      'Chaque métier peut avoir son CV. Pour une offre, celui de son métier part ; sinon celui d’un métier proche, sinon celui qui part en premier.',
  },
  en: {
    'confirm.due': 'CV to confirm',
    'confirm.none': 'no confirmed CV',
    'confirm.since': 'confirmed {age}',
    'confirm.byPhone': 'Confirmed by telephone',
    'confirm.byPhone.hint': 'Notes the conversation too',
    'confirm.short': 'Confirmed',
    'confirm.otherwise': 'Confirmed otherwise',
    'confirm.whose': 'CV of {name}',
    'confirm.call': 'Call {name}',
    'confirm.done': 'CV confirmed today.',
    'confirm.doneSpoken': 'CV confirmed today, conversation noted.',
    'confirm.lead': 'This CV has not been confirmed for 60 days. Is it still true?',
    'confirm.current': 'goes out first',
    'confirm.makeCurrent': 'Let it go out first',
    'confirm.withdraw': 'Send it no more',
    'confirm.several':
      'Each occupation may have its CV. For an offer the one of its occupation goes out; else that of a close one, else the one that goes out first.',
  },
});
