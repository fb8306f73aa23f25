import { defineWords } from '@jonction/domain/shared/words';

/** The procurement code of a contract in a form. */
export const cpvWords = defineWords({
  fr: {
    'cpv.label': 'Code CPV',
    'cpv.hint': 'Huit chiffres, ou quelques mots de ce qui est acheté.',
  },
  en: {
    'cpv.label': 'CPV code',
    'cpv.hint': 'Eight digits, or a few words of what is bought.',
  },
});
