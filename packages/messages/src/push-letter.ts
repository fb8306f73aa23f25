import { composeLetter, type Letter } from './letter.ts';

/** Asked of a company in each letter, as long as one departure would end the conversation. */
export const secondAsked =
  'Vous n’êtes plus la bonne personne, ou quelqu’un d’autre doit être prévenu avec vous ? Dites-le sur la page : un nom et un courriel suffisent.';

/** CVs pushed to a company: how many, for what, and one link. No name of a participant stands in a mail. */
export function pushLetter(facts: {
  recipientName: string | null;
  senderName: string;
  structureName: string;
  structurePhone: string | null;
  cvs: number;
  offerTitle: string | null;
  contractObject: string | null;
  message: string | null;
  /** Fewer than two people of the company can be counted on. */
  asksSecond: boolean;
  url: string;
}): Letter {
  const cvs = facts.cvs === 1 ? 'un CV' : `${facts.cvs} CV`;
  const about = facts.offerTitle ? ` pour votre poste « ${facts.offerTitle} »` : '';
  const contract = facts.contractObject ? `Marché concerné : ${facts.contractObject}.` : null;
  return composeLetter({
    template: 'push',
    subject: facts.offerTitle
      ? `${facts.cvs === 1 ? 'Un CV' : `${facts.cvs} CV`} pour « ${facts.offerTitle} »`
      : `${facts.cvs === 1 ? 'Un CV' : `${facts.cvs} CV`} à découvrir`,
    paragraphs: [
      facts.recipientName ? `Bonjour ${facts.recipientName},` : 'Bonjour,',
      `Nous vous proposons ${cvs}${about}.`,
      ...(contract ? [contract] : []),
      ...(facts.message ? [facts.message] : []),
      'Ce lien vous est réservé : aucun compte à ouvrir. Pour chaque CV, deux clics suffisent pour répondre : rencontrer, embauché(e), ou non avec une raison.',
      ...(facts.asksSecond ? [secondAsked] : []),
    ],
    action: { label: facts.cvs === 1 ? 'Voir le CV' : 'Voir les CV', url: facts.url },
    signature: [
      ...new Set([facts.senderName, facts.structureName]),
      ...(facts.structurePhone ? [facts.structurePhone] : []),
    ],
  });
}
