import { composeLetter, type Letter } from './letter.ts';

/** "Still open?", to the company of an offer that nobody speaks of: one question, and one page to answer it. */
export function stillOpenLetter(facts: {
  recipientName: string | null;
  senderName: string | null;
  structureName: string;
  structurePhone: string | null;
  title: string;
  positions: number;
  placeLabel: string;
  /** Written out. */
  openedOn: string;
  url: string;
}): Letter {
  const posts = facts.positions === 1 ? 'Le poste' : `Les ${facts.positions} postes`;
  const place = facts.placeLabel === '' ? '' : `, ${facts.placeLabel}`;
  return composeLetter({
    template: 'offer-still-open',
    subject: `« ${facts.title} » : toujours à pourvoir ?`,
    paragraphs: [
      facts.recipientName ? `Bonjour ${facts.recipientName},` : 'Bonjour,',
      `${posts} « ${facts.title} »${place}, que vous nous avez confié${facts.positions === 1 ? '' : 's'} le ${facts.openedOn} : toujours à pourvoir ?`,
      'Un clic sur la page suffit pour répondre : oui, c’est pourvu, ou nous ne cherchons plus. Aucun compte à ouvrir.',
      'Sans réponse, nous cesserons de vous proposer des personnes pour ce poste.',
    ],
    action: { label: 'Répondre', url: facts.url },
    signature: [
      ...new Set([facts.senderName ?? facts.structureName, facts.structureName]),
      ...(facts.structurePhone ? [facts.structurePhone] : []),
    ],
  });
}
