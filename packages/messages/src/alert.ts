import { formatDay } from '@jonction/domain/shared/typography';
import { composeLetter, type Letter } from './letter.ts';

/** What a search found since the last letter: how many people, and why one reads this. No name of a participant stands in a mail. */
export function alertLetter(facts: {
  recipientName: string;
  searchName: string;
  people: number;
  pace: 'daily' | 'at_once';
  /** The day the alert was asked for. */
  since: string;
  url: string;
}): Letter {
  const people = facts.people === 1 ? 'Une nouvelle personne répond' : `${facts.people} nouvelles personnes répondent`;
  const pace = facts.pace === 'daily' ? 'chaque matin' : 'dès que possible';
  return composeLetter({
    template: 'search_alert',
    subject:
      facts.people === 1
        ? `Une nouvelle personne : « ${facts.searchName} »`
        : `${facts.people} nouvelles personnes : « ${facts.searchName} »`,
    paragraphs: [
      `Bonjour ${facts.recipientName},`,
      `${people} à votre recherche « ${facts.searchName} ».`,
      `Pourquoi ce courriel ? Le ${formatDay(facts.since, 'fr')}, vous avez demandé à être prévenu(e) ${pace} quand cette recherche trouve quelqu’un de nouveau. Sans nouveauté, rien n’est envoyé. La page ci-dessous arrête ces courriels en un clic.`,
    ],
    action: { label: 'Voir ces personnes', url: facts.url },
    signature: ['Jonction'],
  });
}
