import { defineWords } from '@jonction/domain/shared/words';

/** "Still open?", as a company reads it from a letter. */
export const stillOpenWords = defineWords({
  fr: {
    'still.title': '« {title} » : toujours à pourvoir ?',
    'still.lead': {
      one: 'Le poste que vous nous avez confié le {day}, pour {employer}.',
      other: 'Les {count} postes que vous nous avez confiés le {day}, pour {employer}.',
    },
    'still.place': 'Lieu : {place}',
    'still.open': 'Oui, toujours à pourvoir',
    'still.filled': 'Non, c’est pourvu',
    'still.closed': 'Non, nous ne cherchons plus',
    'still.why': 'Une réponse suffit, sans compte à ouvrir. Elle arrête nos relances.',
    'still.said.open': 'Merci : nous continuons à chercher pour vous.',
    'still.said.filled': 'Merci : nous notons que c’est pourvu, et n’enverrons plus personne.',
    'still.said.closed': 'Merci : nous notons que vous ne cherchez plus.',
    'still.saidOn': 'Réponse donnée le {day}.',
    'still.change': 'Changer de réponse',
    'still.slip': 'Une erreur ? Appelez-nous : nous la corrigeons avec vous.',
    'still.over': 'Cette offre est terminée : il n’y a plus rien à répondre.',
    'still.dead': 'Ce lien ne s’ouvre plus',
    'still.deadNext': 'Il est trop vieux, ou l’adresse est coupée. Appelez l’équipe qui vous a écrit.',
  },
  en: {
    'still.title': '“{title}”: still to be filled?',
    'still.lead': {
      one: 'The position that you entrusted to us on {day}, for {employer}.',
      other: 'The {count} positions that you entrusted to us on {day}, for {employer}.',
    },
    'still.place': 'Place: {place}',
    'still.open': 'Yes, still to be filled',
    'still.filled': 'No, it is filled',
    'still.closed': 'No, we are no longer looking',
    'still.why': 'One answer is enough, without an account. It stops our reminders.',
    'still.said.open': 'Thank you: we go on looking for you.',
    'still.said.filled': 'Thank you: we note that it is filled, and send nobody any more.',
    'still.said.closed': 'Thank you: we note that you are no longer looking.',
    'still.saidOn': 'Answered on {day}.',
    'still.change': 'Change the answer',
    'still.slip': 'A slip? Call us: we correct it with you.',
    'still.over': 'This offer is over: there is nothing left to answer.',
    'still.dead': 'This link no longer opens',
    'still.deadNext': 'It is too old, or the address is cut. Call the team that wrote to you.',
  },
});
