import { defineWords } from '../shared/words.ts';

export const referenceWords = defineWords({
  fr: {
    'reference.siret_invalid':
      'Ce numéro SIRET n’existe pas : il compte 14 chiffres, dont une clé qui ne correspond pas.',
    'reference.french_0': 'aucune notion de français',
    'reference.french_1': 'français A1 (mots et phrases simples)',
    'reference.french_2': 'français A2 (échanges courants)',
    'reference.french_3': 'français B1 (autonome)',
    'reference.french_4': 'français B2 (à l’aise)',
    'reference.french_5': 'français C1 (très à l’aise)',
    'reference.french_6': 'français C2 (maîtrise)',
  },
  en: {
    'reference.siret_invalid': 'No such SIRET: it has 14 digits, one of which is a key that does not match.',
    'reference.french_0': 'no French',
    'reference.french_1': 'French A1 (simple words and sentences)',
    'reference.french_2': 'French A2 (everyday exchanges)',
    'reference.french_3': 'French B1 (independent)',
    'reference.french_4': 'French B2 (at ease)',
    'reference.french_5': 'French C1 (very much at ease)',
    'reference.french_6': 'French C2 (mastery)',
  },
});
