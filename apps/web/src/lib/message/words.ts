import { defineWords } from '@jonction/domain/shared/words';

/** The letters that left, or that are kept because nothing carries them. */
export const outboxWords = defineWords({
  fr: {
    'outbox.title': 'Messages',
    'outbox.leaves': 'Les messages partent par le relais de courriel ; leur contenu n’est plus gardé une fois partis.',
    'outbox.kept':
      'Aucun relais de courriel n’est réglé : les messages sont gardés ici, avec leurs liens, pour les transmettre vous-même.',
    'outbox.caption': 'Messages, le plus récent d’abord',
    'outbox.search': 'Destinataire ou objet',
    'outbox.status': 'État',
    'outbox.anyStatus': 'Tous',
    'outbox.subject': 'Objet',
    'outbox.to': 'À',
    'outbox.addressed': 'À : {name} {address}',
    'outbox.at': 'Écrit le',
    'outbox.empty': 'Aucun message',
    'outbox.emptyDo': 'Les invitations et les envois de CV apparaîtront ici.',
    'outbox.gone': 'Ce message est parti : son contenu n’est plus gardé.',
    'outbox.sentAt': 'Parti le {instant}',
    'outbox.error': 'Dernière erreur : {error}',
    'outbox.read': 'La lecture de ce message est inscrite au journal.',
  },
  en: {
    'outbox.title': 'Messages',
    'outbox.leaves': 'Messages leave by the mail relay; their content is not kept once they have left.',
    'outbox.kept': 'No mail relay is set: messages are kept here, with their links, for you to pass on.',
    'outbox.caption': 'Messages, latest first',
    'outbox.search': 'Recipient or subject',
    'outbox.status': 'State',
    'outbox.anyStatus': 'All',
    'outbox.subject': 'Subject',
    'outbox.to': 'To',
    'outbox.addressed': 'To: {name} {address}',
    'outbox.at': 'Written',
    'outbox.empty': 'No message',
    'outbox.emptyDo': 'Invitations and CVs sent will appear here.',
    'outbox.gone': 'This message has left: its content is no longer kept.',
    'outbox.sentAt': 'Left {instant}',
    'outbox.error': 'Last error: {error}',
    'outbox.read': 'Reading this message is written in the journal.',
  },
});
