import { defineWords } from '@jonction/domain/shared/words';

/** Why a file is not read as a CV. Each sentence says what to do instead. */
export const cvFileWords = defineWords({
  fr: {
    'cv_file.empty': 'Ce fichier est vide : il ne contient aucun texte.',
    'cv_file.too_large': 'Le fichier pèse plus de {limitMegabytes} Mo : enregistrez-le plus léger, ou saisissez le CV.',
    'cv_file.unknown_kind':
      'Ce fichier n’est pas un CV que nous savons lire. Formats lus : PDF, Word (.docx), OpenDocument (.odt), Europass, JSON Resume et texte.',
    'cv_file.old_word': 'Ce fichier est un ancien document Word (.doc) : enregistrez-le en .docx ou en PDF.',
    'cv_file.image': 'Ce fichier est une image : la lecture des images n’est pas possible, saisissez le CV.',
    'cv_file.rich_text': 'Ce fichier est un texte enrichi (.rtf) : enregistrez-le en .docx ou en PDF.',
    'cv_file.no_text':
      'Ce document ne contient pas de texte : c’est sans doute une page numérisée (scan ou photo). Saisissez le CV à la main.',
    'cv_file.password': 'Ce PDF est protégé par un mot de passe : enregistrez-le sans protection.',
    'cv_file.broken': 'Ce fichier est abîmé : il n’a pas pu être lu. Enregistrez-le à nouveau, ou saisissez le CV.',
    'cv_file.broken_json': 'Ce fichier JSON est mal écrit, ligne {line} : il n’a pas pu être lu.',
    'cv_file.not_a_cv': 'Ce fichier est lisible, mais ce n’est pas un CV (ni Europass, ni JSON Resume, ni FRESH).',
    'cv_file.expands': 'Ce fichier contient trop de données une fois décompressé : il est refusé par sécurité.',
    'cv_file.too_long': 'La lecture du fichier a pris trop de temps : elle a été arrêtée. Saisissez le CV.',
    'cv_file.too_heavy': 'La lecture du fichier a demandé trop de mémoire : elle a été arrêtée. Saisissez le CV.',
  },
  en: {
    'cv_file.empty': 'This file is empty: it holds no text.',
    'cv_file.too_large': 'The file is over {limitMegabytes} MB: save a lighter one, or type the CV in.',
    'cv_file.unknown_kind':
      'This file is not a CV that we can read. Formats read: PDF, Word (.docx), OpenDocument (.odt), Europass, JSON Resume and text.',
    'cv_file.old_word': 'This file is an old Word document (.doc): save it as .docx or PDF.',
    'cv_file.image': 'This file is an image: images cannot be read, type the CV in.',
    'cv_file.rich_text': 'This file is rich text (.rtf): save it as .docx or PDF.',
    'cv_file.no_text': 'This document holds no text: it is probably a scanned page. Type the CV in.',
    'cv_file.password': 'This PDF is protected by a password: save it without protection.',
    'cv_file.broken': 'This file is damaged and could not be read. Save it again, or type the CV in.',
    'cv_file.broken_json': 'This JSON file is badly written at line {line}: it could not be read.',
    'cv_file.not_a_cv': 'This file can be read, but it is not a CV (Europass, JSON Resume or FRESH).',
    'cv_file.expands': 'This file holds too much data once decompressed: it is refused for safety.',
    'cv_file.too_long': 'Reading the file took too long and was stopped. Type the CV in.',
    'cv_file.too_heavy': 'Reading the file took too much memory and was stopped. Type the CV in.',
  },
});

export type CvFileCode = keyof typeof cvFileWords.fr & string;
