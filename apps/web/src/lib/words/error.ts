import { defineWords } from '@jonction/domain/shared/words';

/** Words of the error pages that the reader can do something about. */
export const errorWords = defineWords({
  fr: {
    'error.400.title': 'Cette adresse n’est pas complète',
    'error.400.why': 'Il manque un morceau du lien, ou il a été coupé en chemin.',
    'error.400.next': 'Recopiez le lien en entier, ou demandez-en un autre à la personne qui vous l’a envoyé.',
    'error.413.title': 'Ce fichier est trop lourd',
    'error.413.why': 'Un fichier pèse 10 Mo au plus : celui-ci n’a pas été reçu.',
    'error.413.next': 'Revenez en arrière, puis envoyez-le en plus léger, ou remplissez le formulaire à la main.',
  },
  en: {
    'error.400.title': 'This address is not complete',
    'error.400.why': 'A piece of the link is missing, or it was cut on its way.',
    'error.400.next': 'Copy the whole link, or ask the person who sent it for another one.',
    'error.413.title': 'This file is too heavy',
    'error.413.why': 'A file weighs 10 MB at most: this one was not received.',
    'error.413.next': 'Go back, then send a lighter one, or fill the form in by hand.',
  },
});
