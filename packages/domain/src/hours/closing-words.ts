import { defineWords } from '../shared/words.ts';

/** What closing and reopening a month may answer. */
export const closingWords = defineWords({
  fr: {
    'hours.month_not_over': 'Ce mois n’est pas fini : il se clôt à partir du premier jour du mois suivant.',
    'hours.month_closed': 'Ce mois est déjà clos. Rechargez la page.',
    'hours.month_not_closed': 'Ce mois n’est pas clos : il n’y a rien à rouvrir.',
    'hours.reopening_without_reason': 'Écrivez pourquoi ce mois est rouvert : le motif reste avec le mois.',
    'hours.reason_too_long': 'Le motif tient en 500 caractères.',
    'hours.closing.running': 'en cours',
    'hours.closing.open': 'à clore',
    'hours.closing.proposed': 'clôture proposée',
    'hours.closing.closed': 'clos',
    'hours.closing.reopened': 'rouvert',
  },
  en: {
    'hours.month_not_over': 'This month is not over: it may be closed from the first day of the next one.',
    'hours.month_closed': 'This month is closed already. Reload the page.',
    'hours.month_not_closed': 'This month is not closed: there is nothing to reopen.',
    'hours.reopening_without_reason': 'Write why this month is reopened: the reason stays with the month.',
    'hours.reason_too_long': 'The reason fits in 500 characters.',
    'hours.closing.running': 'under way',
    'hours.closing.open': 'to be closed',
    'hours.closing.proposed': 'closing proposed',
    'hours.closing.closed': 'closed',
    'hours.closing.reopened': 'reopened',
  },
});
