import { defineWords } from '@jonction/domain/shared/words';

/** How many proposals a person may have open at once before her row says so. */
export const capWords = defineWords({
  fr: {
    'cap.title': 'Propositions par personne',
    'cap.label': 'Prévenir à partir de',
    'cap.hint':
      'Propositions en cours en même temps pour une personne. La liste et les classements le disent ; rien n’est refusé.',
    'cap.save': 'Enregistrer ce nombre',
    'cap.open': { one: 'déjà {count} proposition en cours', other: 'déjà {count} propositions en cours' },
  },
  en: {
    'cap.title': 'Proposals for one person',
    'cap.label': 'Warn from',
    'cap.hint': 'Proposals open at once for one person. The list and the rankings say so; nothing is refused.',
    'cap.save': 'Save this number',
    'cap.open': { one: 'already {count} open proposal', other: 'already {count} open proposals' },
  },
});
