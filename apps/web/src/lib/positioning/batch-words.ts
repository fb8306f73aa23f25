import { defineWords } from '@jonction/domain/shared/words';

/** Several CVs done at once: the buttons, the result row by row, the way back. */
export const batchWords = defineWords({
  fr: {
    'batch.tick': 'Cocher {name}, {employer}',
    'batch.relaunch': 'Relancer',
    'batch.close': 'Clore',
    'batch.closeWhy': 'Raison de la clôture',
    'batch.postpone': 'Reporter les relances',
    'batch.until': 'Reprendre le',
    'batch.done': { one: '{count} ligne faite', other: '{count} lignes faites' },
    'batch.refused': { one: 'Une ligne ne l’a pas été :', other: '{count} lignes ne l’ont pas été :' },
    'batch.minute': 'Vous avez une minute pour revenir en arrière ; aucun message ne part avant.',
    'batch.undo': 'Annuler',
    'batch.undone': { one: '{count} ligne remise comme avant', other: '{count} lignes remises comme avant' },
    'batch.left': {
      one: '{count} a changé depuis et reste ainsi.',
      other: '{count} ont changé depuis et restent ainsi.',
    },
  },
  en: {
    'batch.tick': 'Tick {name}, {employer}',
    'batch.relaunch': 'Remind',
    'batch.close': 'Close',
    'batch.closeWhy': 'Reason of the closing',
    'batch.postpone': 'Put the reminders off',
    'batch.until': 'Go on on',
    'batch.done': { one: '{count} row done', other: '{count} rows done' },
    'batch.refused': { one: 'One row was not:', other: '{count} rows were not:' },
    'batch.minute': 'You have a minute to go back; no message leaves before.',
    'batch.undo': 'Undo',
    'batch.undone': { one: '{count} row put back', other: '{count} rows put back' },
    'batch.left': { one: '{count} has changed since and stays so.', other: '{count} have changed since and stay so.' },
  },
});
