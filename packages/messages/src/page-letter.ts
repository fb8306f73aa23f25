import { composeLetter, type Letter } from './letter.ts';

/**
 * The link to her own page, for a participant: short sentences, no figure, no occupation, nothing of her file. Whoever reads it
 * over her shoulder learns that a team writes to her, and no more.
 */
export function pageLetter(facts: {
  firstName: string;
  senderName: string;
  structureName: string;
  structurePhone: string | null;
  url: string;
}): Letter {
  return composeLetter({
    template: 'page',
    subject: `${facts.senderName} vous écrit`,
    paragraphs: [
      `Bonjour ${facts.firstName},`,
      'Voici votre page. Vous pouvez la lire, la corriger et répondre.',
      'On vous pose une question avant d’ouvrir : c’est pour vous protéger.',
      'Ce lien est pour vous seulement. Ne l’envoyez à personne.',
      ...(facts.structurePhone ? [`Besoin d’aide ? Appelez le ${facts.structurePhone}.`] : []),
    ],
    action: { label: 'Ouvrir ma page', url: facts.url },
    signature: [facts.senderName, facts.structureName],
  });
}
