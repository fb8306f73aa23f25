import { defineWords } from '@jonction/domain/shared/words';

/** Why a file that somebody sends is not taken, and what to send instead. */
export const uploadWords = defineWords({
  fr: {
    'upload.empty': 'Ce fichier est vide.',
    'upload.too_large': 'Ce fichier dépasse {megabytes} Mo. Réduisez-le ou envoyez-en un autre.',
    'upload.broken': 'Ce fichier est abîmé : il ne s’ouvre pas. Enregistrez-le à nouveau.',
    'upload.protected': 'Ce fichier est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe.',
    'upload.old_word': 'Ce fichier est un ancien document Word (.doc). Enregistrez-le en .docx ou en PDF.',
    'upload.old_excel': 'Ce fichier est un ancien classeur Excel (.xls). Enregistrez-le en .xlsx.',
    'upload.rich_text': 'Ce fichier est un texte enrichi (.rtf). Enregistrez-le en .docx ou en PDF.',
    'upload.macros': 'Ce fichier contient des macros. Enregistrez-le sans macros (.docx ou .xlsx).',
    'upload.archive': 'Ce fichier est une archive (zip, rar...). Envoyez les fichiers un par un.',
    'upload.program': 'Ce fichier est un programme : il est refusé par sécurité.',
    'upload.web_page':
      'Ce fichier est une page web ou un dessin SVG : il est refusé par sécurité. Enregistrez-le en PDF.',
    'upload.heic': 'Cette photo est au format HEIC (iPhone). Envoyez-la en JPEG, ou faites-en une capture d’écran.',
    'upload.media': 'Ce fichier est une vidéo ou un son : il n’est pas accepté.',
    'upload.unknown': 'Ce type de fichier n’est pas connu. Envoyez : {expected}.',
    'upload.not_here': 'Ce fichier est du type « {kind} ». Ici, envoyez : {expected}.',
  },
  en: {
    'upload.empty': 'This file is empty.',
    'upload.too_large': 'This file is larger than {megabytes} MB. Make it smaller or send another.',
    'upload.broken': 'This file is damaged and does not open. Save it again.',
    'upload.protected': 'This file is protected by a password. Save a copy without password.',
    'upload.old_word': 'This file is an old Word document (.doc). Save it as .docx or PDF.',
    'upload.old_excel': 'This file is an old Excel workbook (.xls). Save it as .xlsx.',
    'upload.rich_text': 'This file is rich text (.rtf). Save it as .docx or PDF.',
    'upload.macros': 'This file holds macros. Save it without macros (.docx or .xlsx).',
    'upload.archive': 'This file is an archive (zip, rar...). Send the files one by one.',
    'upload.program': 'This file is a program: it is refused for safety.',
    'upload.web_page': 'This file is a web page or an SVG drawing: it is refused for safety. Save it as PDF.',
    'upload.heic': 'This photo is in HEIC format (iPhone). Send it as JPEG.',
    'upload.media': 'This file is a video or a sound: it is not accepted.',
    'upload.unknown': 'This kind of file is not known. Send: {expected}.',
    'upload.not_here': 'This file is of the kind “{kind}”. Here, send: {expected}.',
  },
});
