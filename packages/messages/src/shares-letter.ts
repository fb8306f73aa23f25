import { composeLetter, type Letter } from './letter.ts';

export interface SharesFacts {
  recipientName: string;
  companyName: string;
  contractObject: string;
  /** Written out: "600 h". Null: it was no member before, or is none any more. */
  before: string | null;
  after: string | null;
  structureName: string;
  url: string;
}

/** The part of a company in the hours that its group owes, set anew by the team: its own, and nothing of the others'. */
export function sharesLetter(facts: SharesFacts): Letter {
  const { companyName, contractObject, before, after } = facts;
  const said =
    after === null
      ? `${companyName} ne fait plus partie de ceux qui se partagent les heures dues : sa part, ${before ?? '0 h'}, est reprise par les autres.`
      : before === null
        ? `${companyName} se partage les heures dues avec ses cotraitants : sa part est de ${after}.`
        : `La part de ${companyName} dans les heures dues passe de ${before} à ${after}.`;
  return composeLetter({
    template: 'group-shares',
    subject: 'Votre part des heures dues a changé',
    paragraphs: [
      `Bonjour ${facts.recipientName},`,
      `Sur le marché « ${contractObject} » : ${said}`,
      'Ce que le marché doit en tout ne change pas. Ce n’est pas ce dont vous étiez convenus ? Répondez à l’équipe des clauses.',
    ],
    action: { label: after === null ? 'Voir les heures dues' : 'Voir votre part', url: facts.url },
    signature: [facts.structureName],
  });
}
