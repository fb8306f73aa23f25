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
    'upload.nir_in_page':
      'Un numéro de sécurité sociale se lit à la page {page} : cachez-le et envoyez le fichier de nouveau. Rien n’a été gardé.',
    'upload.nir_in_sheet':
      'Un numéro de sécurité sociale se lit dans la feuille « {value} » : effacez-le et envoyez le fichier de nouveau. Rien n’a été gardé.',
    'upload.nir_in_text':
      'Un numéro de sécurité sociale se lit dans ce texte : effacez-le et envoyez le fichier de nouveau. Rien n’a été gardé.',
    'upload.nir_in_name':
      'Le nom du fichier contient un numéro de sécurité sociale : changez ce nom et envoyez le fichier de nouveau.',
    'upload.bank_in_page':
      'Des coordonnées bancaires se lisent à la page {page} : cachez-les et envoyez le fichier de nouveau. Rien n’a été gardé.',
    'upload.bank_in_sheet':
      'Des coordonnées bancaires se lisent dans la feuille « {value} » : effacez-les et envoyez le fichier de nouveau. Rien n’a été gardé.',
    'upload.bank_in_text':
      'Des coordonnées bancaires se lisent dans ce texte : effacez-les et envoyez le fichier de nouveau. Rien n’a été gardé.',
    'upload.bank_in_name':
      'Le nom du fichier contient des coordonnées bancaires : changez ce nom et envoyez le fichier de nouveau.',
    'upload.paper_too_long': 'Ce fichier est trop long pour un justificatif. Envoyez seulement les pages utiles.',
    'upload.paper_too_heavy': 'Ce fichier est trop lourd à lire. Envoyez seulement les pages utiles, en PDF.',
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
    'upload.nir_in_page':
      'A social security number stands on page {page}: hide it and send the file again. Nothing was kept.',
    'upload.nir_in_sheet':
      'A social security number stands in the sheet “{value}”: take it out and send the file again. Nothing was kept.',
    'upload.nir_in_text':
      'A social security number stands in this text: take it out and send the file again. Nothing was kept.',
    'upload.nir_in_name': 'The name of the file holds a social security number: change it and send the file again.',
    'upload.bank_in_page': 'Bank details stand on page {page}: hide them and send the file again. Nothing was kept.',
    'upload.bank_in_sheet':
      'Bank details stand in the sheet “{value}”: take them out and send the file again. Nothing was kept.',
    'upload.bank_in_text': 'Bank details stand in this text: take them out and send the file again. Nothing was kept.',
    'upload.bank_in_name': 'The name of the file holds bank details: change it and send the file again.',
    'upload.paper_too_long': 'This file is too long for a piece of evidence. Send the useful pages alone.',
    'upload.paper_too_heavy': 'This file is too heavy to read. Send the useful pages alone, as PDF.',
  },
});
