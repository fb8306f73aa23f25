import { defineWords } from '../shared/words.ts';

/** What is said of a clause's target, and why one is refused. */
export const targetWords = defineWords({
  fr: {
    'contract.target_divisor_not_positive': 'Cette valeur divise le calcul : elle doit être supérieure à zéro.',
    'contract.period_reversed': 'La fin du marché ({to}) vient avant son début ({from}).',
    'contract.shares_not_whole':
      'Les parts du groupement ne font pas 100 % : leur somme est de {sumBps} points de base, il en faut 10 000.',
    'contract.target_mode_fixed': 'Volume fixé au CCAP',
    'contract.target_mode_labour_share': 'Part de main-d’œuvre',
    'contract.target_mode_percent_hours': 'Pourcentage des heures travaillées',
    'contract.target_mode_per_tranche': 'Par tranche facturée',
    'contract.target_mode_pact_proprete': 'PACT Propreté (reprise de personnel)',
    'contract.target_mode_per_year': 'Heures par an',
    'contract.target_mode_offered': 'Heures proposées dans l’offre',
  },
  en: {
    'contract.target_divisor_not_positive': 'The calculation divides by this value: it must be above zero.',
    'contract.period_reversed': 'The contract ends ({to}) before it begins ({from}).',
    'contract.shares_not_whole':
      'The shares of the consortium do not make 100%: they add up to {sumBps} basis points instead of 10,000.',
    'contract.target_mode_fixed': 'Volume fixed in the contract',
    'contract.target_mode_labour_share': 'Labour share',
    'contract.target_mode_percent_hours': 'Percentage of hours worked',
    'contract.target_mode_per_tranche': 'Per step invoiced',
    'contract.target_mode_pact_proprete': 'PACT Propreté (staff taken over)',
    'contract.target_mode_per_year': 'Hours per year',
    'contract.target_mode_offered': 'Hours offered in the bid',
  },
});
