import { defineWords } from '../shared/words.ts';

/** What is said of policies: their rows in words, and what writing, trying or publishing one may answer. */
export const ruleWords = defineWords({
  fr: {
    'hours.row.rule': '{about} : {says}',
    'hours.row.every_other': 'toutes les autres natures',
    'hours.row.paid_by_employer': 'payé par l’employeur',
    'hours.row.paid_by_social_security': 'payé par la Sécurité sociale',
    'hours.row.paid_by_partial_activity': 'payé par l’activité partielle',
    'hours.row.basis_worked': 'sur les marchés en heures travaillées',
    'hours.row.basis_paid': 'sur les marchés en heures payées',
    'hours.row.on_evidence': 'sur {papers}',
    'hours.row.at_most': '{capCentihours} par semaine au plus',
    'hours.policy_scope_not_yours':
      'Choisissez pour qui vaut la règle : votre structure, un de vos acheteurs ou un de vos marchés.',
    'hours.policy_rule_unnamed': 'Donnez un nom court à chaque ligne du tableau : les décisions s’y rattachent.',
    'hours.policy_without_rule': 'Le tableau est vide : ajoutez au moins une ligne, ou retirez la règle.',
    'hours.draft_not_found': 'Ce projet de règle n’existe pas, ou n’est pas à votre structure.',
    'hours.draft_settled': 'Ce projet est déjà publié ou écarté : il ne change plus. Commencez-en un autre.',
    'hours.draft_untried':
      'Essayez d’abord ce projet sur les heures déjà déclarées : l’essai a changé, ou n’est pas d’aujourd’hui.',
    'hours.run_not_found': 'Cet essai n’existe pas, ou n’est pas à votre structure.',
    'hours.run_ended': 'Ce calcul est déjà terminé.',
  },
  en: {
    'hours.row.rule': '{about}: {says}',
    'hours.row.every_other': 'every other kind',
    'hours.row.paid_by_employer': 'paid by the employer',
    'hours.row.paid_by_social_security': 'paid by social security',
    'hours.row.paid_by_partial_activity': 'paid by the partial activity scheme',
    'hours.row.basis_worked': 'on contracts in hours worked',
    'hours.row.basis_paid': 'on contracts in hours paid',
    'hours.row.on_evidence': 'on {papers}',
    'hours.row.at_most': '{capCentihours} a week at most',
    'hours.policy_scope_not_yours':
      'Choose for whom the policy holds: your structure, one of your buyers or one of your contracts.',
    'hours.policy_rule_unnamed': 'Give each row of the table a short name: decisions refer to it.',
    'hours.policy_without_rule': 'The table is empty: add at least one row, or withdraw the policy.',
    'hours.draft_not_found': 'This draft does not exist, or is not your structure’s.',
    'hours.draft_settled': 'This draft is already published or set aside: it changes no more. Begin another one.',
    'hours.draft_untried':
      'First try this draft on the hours already declared: it has changed since the trial, or the trial is not of today.',
    'hours.run_not_found': 'This trial does not exist, or is not your structure’s.',
    'hours.run_ended': 'This computation has already ended.',
  },
});
