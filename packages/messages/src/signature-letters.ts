import { composeLetter, type Letter } from './letter.ts';

export interface SignatureLetterFacts {
  recipientName: string;
  /** Who asks, and for whom: "Nadia Roche", "Clauses du Val". */
  askedByName: string;
  forName: string;
  phone: string | null;
  title: string;
  note: string | null;
  /** Written out: "le 12 mars 2026". */
  expiresOn: string;
  reminded: boolean;
  url: string;
}

/** Asks somebody to read and sign a document, without an account. */
export function signatureLetter(facts: SignatureLetterFacts): Letter {
  const { askedByName, forName, title } = facts;
  return composeLetter({
    template: 'signature',
    subject: facts.reminded ? `Rappel : « ${title} » attend votre signature` : `Un document à signer : « ${title} »`,
    paragraphs: [
      `Bonjour ${facts.recipientName},`,
      `${askedByName}, pour ${forName}, vous demande de lire et de signer « ${title} », avant ${facts.expiresOn} inclus.`,
      ...(facts.note ? [facts.note] : []),
      'La page s’ouvre sans compte : vous lisez le document, puis vous signez avec un code que nous envoyons à cette adresse. Vous pouvez aussi refuser, en disant pourquoi.',
      'Ce lien est à vous seulement : ne le transférez pas.',
    ],
    action: { label: 'Lire le document', url: facts.url },
    signature: [...new Set([askedByName, forName]), ...(facts.phone ? [facts.phone] : [])],
  });
}

/** The code that proves the address: six figures, and nothing that signs by itself. */
export function signatureCodeLetter(facts: { recipientName: string; title: string; code: string }): Letter {
  const parted = `${facts.code.slice(0, 3)} ${facts.code.slice(3)}`;
  return composeLetter({
    template: 'signature-code',
    // A list of mails shows its subject to whoever looks over the shoulder: the code is inside.
    subject: 'Votre code pour signer',
    paragraphs: [
      `Bonjour ${facts.recipientName},`,
      `Pour signer « ${facts.title} », recopiez ce code sur la page : ${parted}`,
      'Il sert une fois, pendant dix minutes.',
      'Vous n’avez rien demandé ? Ne faites rien : sans ce code, personne ne signe à votre place. Ne le donnez à personne, même à qui vous a envoyé le document.',
    ],
    signature: ['Jonction'],
  });
}

export interface SignatureEndFacts {
  news: 'signed' | 'refused' | 'withdrawn';
  recipientName: string;
  title: string;
  forName: string;
  /** Who refused; null where the recipient is not to know, or nobody did. */
  byName: string | null;
  reason: string | null;
  url: string;
}

const endSubjects = {
  signed: (title: string) => `« ${title} » est signé par tous`,
  refused: (title: string) => `« ${title} » : la signature est refusée`,
  withdrawn: (title: string) => `« ${title} » n’attend plus votre signature`,
};

/** What became of a document to sign, to whoever asked and to those who are named. */
export function signatureEndLetter(facts: SignatureEndFacts): Letter {
  const { news, title, forName, byName, reason } = facts;
  const said = {
    signed: ['Toutes les personnes ont signé. La page donne le document et la preuve de signature, en PDF.'],
    refused: [byName ? `${byName} a refusé de signer.` : 'Une personne a refusé de signer : la demande est close.'],
    withdrawn: [`${forName} a retiré sa demande.`],
  }[news];
  return composeLetter({
    template: `signature-${news}`,
    subject: endSubjects[news](title),
    paragraphs: [
      `Bonjour ${facts.recipientName},`,
      `Document : « ${title} ».`,
      ...said,
      ...(reason ? [`Motif : ${reason}`] : []),
    ],
    action: { label: news === 'signed' ? 'Voir le document et la preuve' : 'Voir la demande', url: facts.url },
    signature: [forName],
  });
}
