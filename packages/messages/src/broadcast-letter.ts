import { composeLetter, type Letter } from './letter.ts';

/** An offer spread to a partner: the position, never the company. `reminder`: the same, once more, and saying so. */
export function broadcastLetter(facts: {
  name: string;
  structureName: string;
  offerTitle: string;
  positions: number;
  placeLabel: string;
  contractObject: string | null;
  note: string | null;
  reminder: boolean;
  url: string;
}): Letter {
  const posts = facts.positions === 1 ? 'un poste' : `${facts.positions} postes`;
  return composeLetter({
    template: facts.reminder ? 'broadcast_reminder' : 'broadcast',
    subject: `${facts.reminder ? 'Sans réponse de votre part : ' : ''}« ${facts.offerTitle} », ${posts} à pourvoir`,
    paragraphs: [
      `Bonjour ${facts.name},`,
      `${facts.structureName} vous propose ${posts} : ${facts.offerTitle}${facts.placeLabel ? `, ${facts.placeLabel}` : ''}.`,
      ...(facts.contractObject ? [`Marché concerné : ${facts.contractObject}.`] : []),
      ...(facts.note ? [facts.note] : []),
      'Proposez les personnes que vous suivez, ou dites que vous n’avez personne : dans les deux cas, la réponse aide.',
    ],
    action: { label: 'Voir l’offre et répondre', url: facts.url },
    signature: [facts.structureName],
  });
}
