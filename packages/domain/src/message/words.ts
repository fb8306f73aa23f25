import { defineWords } from '../shared/words.ts';

export const messageStatuses = ['queued', 'sent', 'kept', 'failed'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

export const messageWords = defineWords({
  fr: {
    'message.not_found': 'Ce message n’existe pas, ou n’est pas à vous.',
    'message.status.queued': 'en attente d’envoi',
    'message.status.sent': 'parti',
    'message.status.kept': 'gardé ici (aucun relais de courriel)',
    'message.status.failed': 'non parti',
    'message.returned': 'revenu',
  },
  en: {
    'message.not_found': 'This message does not exist, or is not yours.',
    'message.status.queued': 'waiting to leave',
    'message.status.sent': 'sent',
    'message.status.kept': 'kept here (no mail relay)',
    'message.status.failed': 'not sent',
    'message.returned': 'came back',
  },
});
