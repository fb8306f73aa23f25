import { defineWords } from '@jonction/domain/shared/words';

/** Bringing a list of contracts in, and out again. What is said of any list is in the words of lists. */
export const contractImportWords = defineWords({
  fr: {
    'list.in': 'Importer une liste',
    'list.title': 'Faire entrer une liste de marchés',
    'list.lead':
      'Un tableau Excel (.xlsx) ou CSV, une ligne par marché ou par lot. Rien n’entre avant que vous l’ayez regardé.',
    'list.name': 'Marché',
    'list.ready': { one: 'ligne prête à entrer', other: 'lignes prêtes à entrer' },
    'list.apply': { one: 'Faire entrer {count} ligne', other: 'Faire entrer {count} lignes' },
    'list.wrongHint':
      'Elles n’entreront pas. Corrigez-les dans votre tableau et faites-le entrer de nouveau : un marché n’est jamais inscrit deux fois.',
    'list.undone':
      'Liste retirée : ses marchés ne sont plus au registre, sauf ceux sur lesquels quelqu’un a travaillé.',
    'list.undo': 'Retirer cette liste',
    'list.undoHint':
      'Les marchés que cette liste a créés quittent le registre, avec leurs lots et leurs clauses. Ceux qui étaient déjà connus, ou sur lesquels quelque chose a été fait depuis, restent.',
    'list.undoneCount': { one: '{count} marché retiré.', other: '{count} marchés retirés.' },
    'list.undoneLeft': {
      one: '{count} marché gardé : connu avant, ou travaillé depuis.',
      other: '{count} marchés gardés : connus avant, ou travaillés depuis.',
    },
    'list.statusUndone': 'retirée',
    'list.census': 'Voir le recensement',
  },
  en: {
    'list.in': 'Import a list',
    'list.title': 'Bring in a list of contracts',
    'list.lead':
      'An Excel (.xlsx) or CSV table, one row a contract or a lot. Nothing enters before you have looked at it.',
    'list.name': 'Contract',
    'list.ready': { one: 'row ready to enter', other: 'rows ready to enter' },
    'list.apply': { one: 'Let {count} row in', other: 'Let {count} rows in' },
    'list.wrongHint':
      'They will not enter. Correct them in your table and bring it in again: a contract is never written twice.',
    'list.undone': 'List taken out: its contracts are no longer in the register, except those that somebody worked on.',
    'list.undo': 'Take this list out',
    'list.undoHint':
      'The contracts that this list made leave the register, with their lots and clauses. Those known before, or on which something was done since, stay.',
    'list.undoneCount': { one: '{count} contract taken out.', other: '{count} contracts taken out.' },
    'list.undoneLeft': {
      one: '{count} contract kept: known before, or worked on since.',
      other: '{count} contracts kept: known before, or worked on since.',
    },
    'list.statusUndone': 'taken out',
    'list.census': 'See the census',
  },
});
