import { defineWords } from '../shared/words.ts';

export const fileWords = defineWords({
  fr: {
    'file.missing': 'Choisissez un fichier.',
    'file.empty': 'Ce fichier est vide.',
    'file.too_large': 'Le fichier « {name} » dépasse 10 Mo. Réduisez-le ou envoyez-en un autre.',
    'file.not_found': 'Ce fichier n’existe pas ou n’est pas à vous.',
  },
  en: {
    'file.missing': 'Choose a file.',
    'file.empty': 'This file is empty.',
    'file.too_large': 'The file "{name}" is larger than 10 MB. Make it smaller or send another.',
    'file.not_found': 'This file does not exist or is not yours.',
  },
});
