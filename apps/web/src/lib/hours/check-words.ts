import { defineWords } from '@jonction/domain/shared/words';

/** What is looked at before any rule, and what is told of days and weeks that are too long. */
export const checkWords = defineWords({
  fr: {
    'check.title': 'Contrôles',
    'check.lead': 'Les quatre premiers refusent les heures, avant toute règle ; les deux derniers préviennent.',
    'check.leadCompany': 'Les trois premiers refusent les heures, avant toute règle ; les deux derniers préviennent.',
    'check.outside-placement': 'Jours dans les dates du contrat de travail',
    'check.outside-eligibility': 'Jours dans la période où ses heures comptent',
    'check.contract-inactive': 'Marché qui attend ces heures ces jours-là',
    'check.duplicate': 'Heures comptées sur ce seul marché',
    'check.over-day': 'Pas plus de 10 h par jour',
    'check.over-week': 'Pas plus de 48 h par semaine',
    'check.ok': 'en règle',
    'check.more': { one: 'et une autre fois', other: 'et {count} autres fois' },
    'warn.day': { one: 'plus de 10 h le {day}', other: 'plus de 10 h sur {count} jours' },
    'warn.week': { one: 'plus de 48 h la semaine du {day}', other: 'plus de 48 h sur {count} semaines' },
  },
  en: {
    'check.title': 'Checks',
    'check.lead': 'The first four refuse the hours before any rule; the last two warn.',
    'check.leadCompany': 'The first three refuse the hours before any rule; the last two warn.',
    'check.outside-placement': 'Days within the dates of the work contract',
    'check.outside-eligibility': 'Days in the period in which her hours count',
    'check.contract-inactive': 'A contract that expects these hours on those days',
    'check.duplicate': 'Hours counted on this contract alone',
    'check.over-day': 'No more than 10 h a day',
    'check.over-week': 'No more than 48 h a week',
    'check.ok': 'in order',
    'check.more': { one: 'and once more', other: 'and {count} more times' },
    'warn.day': { one: 'more than 10 h on {day}', other: 'more than 10 h on {count} days' },
    'warn.week': { one: 'more than 48 h in the week of {day}', other: 'more than 48 h in {count} weeks' },
  },
});
