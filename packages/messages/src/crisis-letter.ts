import { composeLetter, type Letter } from './letter.ts';

export interface CrisisLetterFacts {
  title: string;
  moment: 'begin' | 'end';
  /** What the lead wrote once to everybody; a blank line begins a paragraph. */
  body: string;
  contactName: string | null;
  organisationName: string;
  /** Each contract with what happens to it, in words. */
  contracts: readonly { reference: string; object: string; measures: readonly string[] }[];
  senderName: string;
  structureName: string;
  structurePhone: string | null;
}

/** Contracts told one by one; the others are counted. */
const mostTold = 40;

/** An emergency that begins or ends, told to a buyer or a company: what the lead wrote, then each of its contracts with what happens to it. */
export function crisisLetter(facts: CrisisLetterFacts): Letter {
  const { contracts, moment, title } = facts;
  const left = contracts.length - mostTold;
  const told = contracts.slice(0, mostTold).map(({ reference, object, measures }) => {
    const what = measures.length === 0 ? '' : ` : ${measures.join(' ; ')}`;
    return `- ${reference}, ${object}${moment === 'end' ? '' : what}`;
  });
  return composeLetter({
    template: 'crisis',
    subject: moment === 'end' ? `Fin de l’urgence : ${title}` : title,
    paragraphs: [
      facts.contactName ? `Bonjour ${facts.contactName},` : 'Bonjour,',
      ...facts.body
        .split(/\n\s*\n/)
        .map((paragraph) => paragraph.trim())
        .filter((paragraph) => paragraph !== ''),
      contracts.length === 1
        ? `Pour ${facts.organisationName}, un marché est concerné :`
        : `Pour ${facts.organisationName}, ${contracts.length} marchés sont concernés :`,
      [...told, ...(left > 0 ? [`et ${left === 1 ? 'un autre' : `${left} autres`}.`] : [])].join('\n'),
      'Une erreur, une précision ? Répondez à cette lettre ou appelez-nous.',
    ],
    signature: [
      ...new Set([facts.senderName, facts.structureName]),
      ...(facts.structurePhone ? [facts.structurePhone] : []),
    ],
  });
}
