import { defineWords } from './words.ts';

/** Sentences that belong to no noun. */
export const sharedWords = defineWords({
  fr: {
    'shared.not_found': 'Cette page ou cette fiche n’existe pas, ou n’est pas à vous.',
    'shared.failed':
      'Quelque chose n’a pas marché de notre côté. Rien n’a été enregistré à moitié. Réessayez ; si cela revient, donnez le numéro de la demande à votre administrateur.',
    'shared.fields_to_correct': 'Certains champs sont à corriger : rien n’est perdu, corrigez et envoyez de nouveau.',
    'shared.changed_meanwhile':
      'Quelqu’un d’autre a modifié cette fiche entre-temps. Votre saisie est gardée : rechargez pour voir la nouvelle version.',
    'shared.not_a_day': 'Écrivez une date qui existe, par exemple 12/04/2026.',
    'shared.holds_nir':
      'Ce texte contient un numéro de sécurité sociale : effacez-le. Le numéro de l’embauche suffit pour savoir de qui il s’agit.',
    'shared.holds_bank':
      'Ce texte contient des coordonnées bancaires : effacez-les. Personne n’en a besoin pour compter des heures.',
  },
  en: {
    'shared.not_found': 'This page or record does not exist, or is not yours.',
    'shared.failed':
      'Something went wrong on our side. Nothing was half saved. Try again; if it comes back, give the request number to your administrator.',
    'shared.fields_to_correct': 'Some fields need correcting: nothing is lost, correct and send again.',
    'shared.changed_meanwhile':
      'Somebody else changed this record meanwhile. Your input is kept: reload to see the new version.',
    'shared.not_a_day': 'Write an existing date, for example 2026-04-12.',
    'shared.holds_nir':
      'This text holds a social security number: take it out. The number of the hire says who it is about.',
    'shared.holds_bank': 'This text holds bank details: take them out. Nobody needs them to count hours.',
  },
});
