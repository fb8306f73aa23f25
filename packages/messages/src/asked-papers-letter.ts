import { composeLetter, type Letter } from './letter.ts';

export interface AskedPapersFacts {
  recipientName: string | null;
  senderName: string | null;
  structureName: string;
  structurePhone: string | null;
  employerName: string;
  /** One line each, written out: "Attestation de vigilance (Urssaf) : en retard, attendue le 12 mars 2026". */
  papers: readonly string[];
  /** Some of them were never brought: this is a demand, not only an end that comes. */
  missing: boolean;
  url: string;
}

/** What is awaited from a company, all in one letter, and a page to bring it without an account. It threatens nothing. */
export function askedPapersLetter(facts: AskedPapersFacts): Letter {
  const one = facts.papers.length === 1;
  return composeLetter({
    template: 'asked-papers',
    subject: facts.missing
      ? `Clauses d’insertion : ${one ? 'un document à nous envoyer' : `${facts.papers.length} documents à nous envoyer`}`
      : `Clauses d’insertion : ${one ? 'un document à renouveler' : `${facts.papers.length} documents à renouveler`}`,
    paragraphs: [
      facts.recipientName ? `Bonjour ${facts.recipientName},` : 'Bonjour,',
      `Pour ${facts.employerName}, ${one ? 'il nous manque' : 'il nous manque encore'} :`,
      ...facts.papers.map((paper) => `- ${paper}`),
      'Une photo prise au téléphone convient. Masquez les numéros de sécurité sociale et de compte : nous ne les gardons pas.',
      'La page s’ouvre sans compte. Elle est pour votre entreprise seulement : ne la transférez pas.',
    ],
    action: { label: 'Voir la liste et envoyer', url: facts.url },
    signature: [
      ...new Set([facts.senderName ?? facts.structureName, facts.structureName]),
      ...(facts.structurePhone ? [facts.structurePhone] : []),
    ],
  });
}
