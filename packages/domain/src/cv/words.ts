import { defineWords } from '../shared/words.ts';

export const cvWords = defineWords({
  fr: {
    'cv.not_found': 'Ce CV n’existe pas, ou n’est pas à vous.',
    'cv.replaced': 'Ce CV a été remplacé par un plus récent : il ne peut plus être confirmé.',
    'cv.not_live': 'Ce CV n’est pas montré : confirmez-le d’abord.',
    'cv.none_to_confirm':
      'Cette personne n’a pas encore de CV confirmé : ouvrez son CV pour le vérifier une première fois.',
    'cv.title_missing': 'Donnez un titre au CV, comme « Agente de propreté ».',
    'cv.words_missing': 'Écrivez quelques mots, ou enlevez la ligne.',
    'cv.period_invalid': 'Écrivez un mois comme 2022-03, ou une année.',
    'cv.language_unknown': 'Choisissez une langue de la liste.',
  },
  en: {
    'cv.not_found': 'This CV does not exist, or is not yours.',
    'cv.replaced': 'A more recent CV has taken its place: it can no longer be confirmed.',
    'cv.not_live': 'This CV is not shown: confirm it first.',
    'cv.none_to_confirm': 'This person has no confirmed CV yet: open the CV to check it a first time.',
    'cv.title_missing': 'Give the CV a title, such as “Cleaner”.',
    'cv.words_missing': 'Write a few words, or remove the line.',
    'cv.period_invalid': 'Write a month as 2022-03, or a year.',
    'cv.language_unknown': 'Choose a language of the list.',
  },
});
