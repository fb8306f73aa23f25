import { composeLetter, type Letter } from './letter.ts';

export interface GroupEndFacts {
  recipientName: string;
  companyName: string;
  contractObject: string;
  /** Written out: "600 h". Its last part, or the part that it has again. */
  part: string;
  /** The last day written out, and why; null: the end was taken back. */
  ended: { on: string; reason: string } | null;
  structureName: string;
  url: string;
}

/** Co-contractors share the hours due no more, or do again: what it changes for one company, and nothing of the others' parts. */
export function groupEndLetter({ companyName, contractObject, part, ended, ...facts }: GroupEndFacts): Letter {
  const said = ended
    ? [
        `Sur le marché « ${contractObject} » : le groupement ne se partage plus les heures dues. Son dernier jour est le ${ended.on}. Motif : ${ended.reason}`,
        `La part de ${companyName} était de ${part}. Les heures faites jusqu’à ce jour restent comptées dans cette part ; celles d’après comptent pour le marché seulement.`,
        'Les transferts signés des deux entreprises restent dus entre elles. Ceux qui attendaient une signature ne comptent plus.',
      ]
    : [
        `Sur le marché « ${contractObject} » : la fin du groupement est annulée. La part de ${companyName} est de ${part}.`,
        'Les transferts qui attendaient une signature l’attendent à nouveau.',
      ];
  return composeLetter({
    template: ended ? 'group-ended' : 'group-resumed',
    subject: ended ? 'Le groupement ne se partage plus les heures dues' : 'La fin du groupement est annulée',
    paragraphs: [
      `Bonjour ${facts.recipientName},`,
      ...said,
      'Ce que le marché doit en tout ne change pas. Ce n’est pas ce dont vous étiez convenus ? Répondez à l’équipe des clauses.',
    ],
    action: { label: ended ? 'Voir vos comptes du groupement' : 'Voir votre part', url: facts.url },
    signature: [facts.structureName],
  });
}
