import { composeLetter, type Letter } from './letter.ts';

export interface TransferFacts {
  /** `asked`: to the member that is to sign; the others say what became of it. `recorded`: signed on paper, written down by the team. */
  news: 'asked' | 'signed' | 'refused' | 'withdrawn' | 'recorded';
  recipientName: string;
  sellerName: string;
  purchaserName: string;
  contractObject: string;
  /** Written out: "120 h". */
  hours: string;
  /** Written out: "20,04 € HT". */
  price: string;
  /** Written out: what the purchaser pays. */
  total: string;
  structureName: string;
  url: string;
}

const subjects = {
  asked: 'Un transfert d’heures attend votre signature',
  signed: 'Votre transfert d’heures est signé',
  refused: 'Votre transfert d’heures est refusé',
  withdrawn: 'Un transfert d’heures n’attend plus votre signature',
  recorded: 'Un transfert d’heures signé sur papier est inscrit',
};
const labels = {
  asked: 'Voir le transfert',
  signed: 'Voir votre part',
  refused: 'Lire le motif',
  withdrawn: 'Voir votre part',
  recorded: 'Vérifier',
};

/** Hours transferred between two co-contractors: what is to be signed, or what became of it. Signing is done behind sign-in. */
export function transferLetter(facts: TransferFacts): Letter {
  const { news, sellerName, purchaserName, hours, price, total } = facts;
  const terms = `${sellerName} reprend ${hours} de ${purchaserName}, à ${price} de l’heure, soit ${total}.`;
  return composeLetter({
    template: `hour-transfer-${news}`,
    subject: subjects[news],
    paragraphs: [
      `Bonjour ${facts.recipientName},`,
      `Sur le marché « ${facts.contractObject} » : ${terms}`,
      ...(news === 'asked'
        ? ['Rien ne compte tant que vous n’avez pas signé. Vous pouvez aussi refuser, en disant pourquoi.']
        : []),
      ...(news === 'recorded' ? ['Quelque chose ne correspond pas au papier ? Répondez à l’équipe des clauses.'] : []),
      'Ce que le marché doit en tout ne change pas.',
    ],
    action: { label: labels[news], url: facts.url },
    signature: [facts.structureName],
  });
}
