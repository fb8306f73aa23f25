import { formatDay } from '@jonction/domain/shared/typography';
import { composeLetter, type Letter } from './letter.ts';

export interface CensusLetterFacts {
  /** The name of the campaign: the subject. */
  title: string;
  /** What was written once to everybody; a blank line begins a paragraph. */
  letter: string;
  recipientName: string | null;
  buyerName: string;
  directorateName: string | null;
  /** Contracts that wait for an answer. */
  waiting: number;
  dueOn: string;
  /** It was written before. */
  reminder: boolean;
  senderName: string;
  structureName: string;
  structurePhone: string | null;
  url: string;
}

/** A census asked of a buyer: what the team wrote, how many of its contracts wait, until when, and one page to answer without an account. */
export function censusLetter(facts: CensusLetterFacts): Letter {
  const { waiting, reminder } = facts;
  const day = formatDay(facts.dueOn, 'fr');
  const whom = facts.directorateName ? `${facts.buyerName}, ${facts.directorateName}` : facts.buyerName;
  const contracts = waiting === 1 ? 'un marché attend' : `${waiting} marchés attendent`;
  return composeLetter({
    template: 'census',
    subject: reminder ? `${facts.title} : il manque votre réponse` : facts.title,
    paragraphs: [
      facts.recipientName ? `Bonjour ${facts.recipientName},` : 'Bonjour,',
      ...facts.letter.split(/\n\s*\n/).map((paragraph) => paragraph.trim()),
      `Pour ${whom}, ${contracts} ${reminder ? 'encore ' : ''}votre réponse. Nous l’attendons pour le ${day}.`,
      'Chaque marché est déjà rempli avec ce que nous en savons : une touche suffit, et « sans changement » est une réponse. Vous pouvez répondre en plusieurs fois.',
      'La page s’ouvre sans compte. Elle ne montre que vos marchés : ne la transférez qu’à un collègue qui peut répondre à votre place.',
    ],
    action: {
      label: waiting === 1 ? 'Répondre pour ce marché' : `Répondre pour ces ${waiting} marchés`,
      url: facts.url,
    },
    signature: [
      ...new Set([facts.senderName, facts.structureName]),
      ...(facts.structurePhone ? [facts.structurePhone] : []),
    ],
  });
}
