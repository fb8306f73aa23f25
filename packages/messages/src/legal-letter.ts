import { composeLetter, type Letter } from './letter.ts';

export interface LegalLetterFacts {
  title: string;
  /** How the text is cited. */
  source: string;
  /** A word of the sender's. */
  note: string | null;
  recipientName: string | null;
  reminder: boolean;
  senderName: string;
  structureName: string;
  structurePhone: string | null;
  url: string;
}

/** A text that a team wants a buyer to know: how it is cited, and one page to read what it changes, without an account. */
export function legalLetter({ title, source, note, recipientName, reminder, url, ...from }: LegalLetterFacts): Letter {
  return composeLetter({
    template: 'legal',
    subject: reminder ? `Rappel : ${title}` : title,
    paragraphs: [
      recipientName ? `Bonjour ${recipientName},` : 'Bonjour,',
      ...(note ? note.split(/\n\s*\n/).map((paragraph) => paragraph.trim()) : []),
      `${reminder ? 'Nous vous avons écrit au sujet de ce texte, qui touche' : 'Ce texte touche'} vos marchés à clause d’insertion : ${source}.`,
      'La page dit en quelques phrases ce qu’il change et où le lire. Elle s’ouvre sans compte ; nous saurons que vous l’avez ouverte quand vous aurez pressé son bouton.',
    ],
    action: { label: 'Lire ce texte', url },
    signature: [
      ...new Set([from.senderName, from.structureName]),
      ...(from.structurePhone ? [from.structurePhone] : []),
    ],
  });
}
