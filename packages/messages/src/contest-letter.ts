import { composeLetter, type Letter, ofWords } from './letter.ts';

/** The team answered somebody who contested hours. The answer itself is read behind sign-in: it may be about a person. */
export function contestLetter(facts: {
  recipientName: string | null;
  senderName: string;
  structureName: string;
  contractObject: string;
  /** `2026-03` written out. */
  month: string;
  closed: boolean;
  url: string;
}): Letter {
  return composeLetter({
    template: 'hours-contest',
    subject: facts.closed ? 'Votre contestation d’heures est tranchée' : 'Une réponse à votre contestation d’heures',
    paragraphs: [
      facts.recipientName ? `Bonjour ${facts.recipientName},` : 'Bonjour,',
      facts.closed
        ? `Les heures ${ofWords(facts.month)} que vous contestez sur le marché « ${facts.contractObject} » ont reçu une décision.`
        : `Nous vous avons répondu à propos des heures ${ofWords(facts.month)} que vous contestez sur le marché « ${facts.contractObject} ».`,
      'Vous lisez la réponse sur la page de la ligne, avec tout l’échange.',
    ],
    action: { label: 'Lire la réponse', url: facts.url },
    signature: [...new Set([facts.senderName, facts.structureName])],
  });
}
