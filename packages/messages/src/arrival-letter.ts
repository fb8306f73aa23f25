import { composeLetter, type Letter } from './letter.ts';

/** What a letter says of a first day. No name of a participant stands in a mail: the page has it, for whoever signs in. */
export interface ArrivalFacts {
  recipientName: string | null;
  startsOn: string;
  contractObject: string;
  /** What is known, in words: label and value. */
  known: readonly { label: string; value: string }[];
  missing: readonly string[];
  safety: string;
  checklist: readonly string[];
  declaring: string;
  senderName: string;
  senderEmail: string | null;
  structureName: string;
  structurePhone: string | null;
  url: string;
}

/** The kit of a first day, whole: a company without an account has all of it, but the name that it knows. */
export function arrivalLetter(facts: ArrivalFacts): Letter {
  return composeLetter({
    template: 'arrival-kit',
    subject: `Premier jour chez vous le ${facts.startsOn}`,
    paragraphs: [
      facts.recipientName ? `Bonjour ${facts.recipientName},` : 'Bonjour,',
      `La personne que vous embauchez commence le ${facts.startsOn}, sur le marché « ${facts.contractObject} ». Merci à vous. Voici de quoi préparer son premier jour.`,
      ...(facts.known.length > 0 ? [facts.known.map(({ label, value }) => `${label} : ${value}`).join('\n')] : []),
      ...(facts.missing.length > 0
        ? [`À compléter sur votre page, ou au téléphone : ${facts.missing.join(' ; ')}.`]
        : []),
      `Accueil sécurité\n${facts.safety}`,
      ['Le premier jour', ...facts.checklist.map((line) => `☐ ${line}`)].join('\n'),
      `Ce que vous déclarez, et quand\n${facts.declaring}`,
      'Une question, un souci le premier jour ou ensuite ? Appelez-nous tout de suite : nous suivons cette embauche avec vous.',
    ],
    action: { label: 'Voir le kit et le compléter', url: facts.url },
    signature: [
      ...new Set([facts.senderName, facts.structureName]),
      ...(facts.structurePhone ? [facts.structurePhone] : []),
      ...(facts.senderEmail ? [facts.senderEmail] : []),
    ],
  });
}
