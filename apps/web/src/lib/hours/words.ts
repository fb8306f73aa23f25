import { defineWords } from '@jonction/domain/shared/words';

/** How hours came out, wherever they are shown. */
export const outcomeWords = defineWords({
  fr: {
    'outcome.validated': 'validées',
    'outcome.toDecide': 'à décider',
    'outcome.waiting': 'justificatif attendu',
    'outcome.rejected': 'non validées',
    'outcome.decided': 'Motif : {reason}',
    'outcome.rule': 'Règle : {rule}.',
    'tabs.label': 'Vues des heures',
    'tabs.tray': 'À décider',
    'tabs.month': 'Mois',
    'tabs.lines': 'Lignes',
    'tabs.hires': 'Embauches',
    'tabs.policies': 'Règles',
  },
  en: {
    'outcome.validated': 'validated',
    'outcome.toDecide': 'to decide',
    'outcome.waiting': 'evidence awaited',
    'outcome.rejected': 'not validated',
    'outcome.decided': 'Reason: {reason}',
    'outcome.rule': 'Rule: {rule}.',
    'tabs.label': 'Views of the hours',
    'tabs.tray': 'To decide',
    'tabs.month': 'Month',
    'tabs.lines': 'Lines',
    'tabs.hires': 'Hires',
    'tabs.policies': 'Policies',
  },
});
