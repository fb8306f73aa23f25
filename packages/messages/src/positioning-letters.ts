import { composeLetter, type Letter } from './letter.ts';
import { secondAsked } from './push-letter.ts';

/** Who writes, at the foot of every letter. */
interface Sender {
  senderName: string;
  structureName: string;
  structurePhone: string | null;
}

const signatureOf = ({ senderName, structureName, structurePhone }: Sender) => [
  ...new Set([senderName, structureName]),
  ...(structurePhone ? [structurePhone] : []),
];
const hello = (name: string | null) => (name ? `Bonjour ${name},` : 'Bonjour,');
const cvsOf = (count: number) => (count === 1 ? 'un CV' : `${count} CV`);
const forOffer = (title: string | null) => (title ? ` pour « ${title} »` : '');

/** A reminder of CVs that wait. No name of a participant stands in a mail; `lastDay`: until when the CVs wait. */
export function reminderLetter(
  facts: Sender & {
    rung: 'nudge' | 'last_chance' | 'manual';
    recipientName: string | null;
    cvs: number;
    offerTitle: string | null;
    sentOn: string;
    /** Fewer than two people of the company can be counted on. */
    asksSecond: boolean;
    url: string;
  },
): Letter {
  const waits = facts.cvs === 1 ? 'un CV attend' : `${facts.cvs} CV attendent`;
  const last = facts.rung === 'last_chance';
  return composeLetter({
    template: `push-${facts.rung.replace('_', '-')}`,
    subject: last
      ? `Dernier rappel : ${waits} votre réponse${forOffer(facts.offerTitle)}`
      : `${facts.cvs === 1 ? 'Un CV attend' : `${facts.cvs} CV attendent`} votre réponse${forOffer(facts.offerTitle)}`,
    paragraphs: [
      hello(facts.recipientName),
      `Le ${facts.sentOn}, nous vous avons proposé ${cvsOf(facts.cvs)}${forOffer(facts.offerTitle)}. ${
        facts.cvs === 1 ? 'La personne attend' : 'Les personnes attendent'
      } votre réponse.`,
      last
        ? `Sans nouvelles de vous, nous cesserons d’attendre et chercherons ailleurs pour ${facts.cvs === 1 ? 'elle' : 'elles'}. Un « non » nous aide aussi.`
        : 'Deux clics suffisent : rencontrer, embauché(e), ou non avec une raison.',
      ...(facts.asksSecond ? [secondAsked] : []),
    ],
    action: { label: facts.cvs === 1 ? 'Répondre pour ce CV' : 'Répondre pour ces CV', url: facts.url },
    signature: signatureOf(facts),
  });
}

/** CVs that expect no answer any more, and plainly why. */
export function closedLetter(
  facts: Sender & { recipientName: string | null; cvs: number; offerTitle: string | null; reason: string },
): Letter {
  return composeLetter({
    template: 'push-closed',
    subject: `${facts.cvs === 1 ? 'Un CV n’attend' : `${facts.cvs} CV n’attendent`} plus de réponse${forOffer(facts.offerTitle)}`,
    paragraphs: [
      hello(facts.recipientName),
      `${facts.cvs === 1 ? 'Un CV que nous vous avions envoyé n’attend' : `${facts.cvs} CV que nous vous avions envoyés n’attendent`} plus de réponse${forOffer(facts.offerTitle)}.`,
      `La raison : ${facts.reason}.`,
      'Vous cherchez toujours quelqu’un ? Répondez à ce message ou appelez-nous.',
    ],
    signature: signatureOf(facts),
  });
}

/** To a partner: a person they recommended is hired. Her name is on the page, not in the mail. */
export function partnerHiredLetter(
  facts: Sender & { partnerName: string | null; employerName: string; url: string },
): Letter {
  return composeLetter({
    template: 'partner-hired',
    subject: 'Bonne nouvelle : une personne que vous avez recommandée est embauchée',
    paragraphs: [
      hello(facts.partnerName),
      `Une personne que vous nous avez recommandée est embauchée par ${facts.employerName}. Merci à vous.`,
    ],
    action: { label: 'Voir de qui il s’agit', url: facts.url },
    signature: signatureOf(facts),
  });
}

/** To a partner: a lead of a person they recommended is over. `told` is the sentence that partners read. */
export function partnerClosedLetter(
  facts: Sender & { partnerName: string | null; employerName: string; told: string; url: string },
): Letter {
  return composeLetter({
    template: 'partner-closed',
    subject: `Une piste s’arrête chez ${facts.employerName}`,
    paragraphs: [
      hello(facts.partnerName),
      `Pour une personne que vous nous avez recommandée, la piste chez ${facts.employerName} s’arrête. ${facts.told}`,
      'Vous pouvez le lui dire : nous continuons avec elle.',
    ],
    action: { label: 'Voir de qui il s’agit', url: facts.url },
    signature: signatureOf(facts),
  });
}

/** To a company: the meeting it asked for is confirmed. Who comes is on its page, not in the mail. */
export function interviewLetter(
  facts: Sender & { recipientName: string | null; when: string; address: string; offerTitle: string | null },
): Letter {
  return composeLetter({
    template: 'interview-set',
    subject: `Rendez-vous confirmé le ${facts.when}`,
    paragraphs: [
      hello(facts.recipientName),
      `Le rendez-vous que vous avez proposé${forOffer(facts.offerTitle)} est confirmé : le ${facts.when}.`,
      `Lieu : ${facts.address}`,
      'Un empêchement ? Changez la date sur votre page, ou appelez-nous : nous prévenons la personne.',
    ],
    signature: signatureOf(facts),
  });
}

/** To a company that asked to pass a CV on: it is not, and the CV waits for its own answer. Why is between the person and the team. */
export function transferDeclinedLetter(
  facts: Sender & { recipientName: string | null; companyName: string; offerTitle: string | null },
): Letter {
  return composeLetter({
    template: 'transfer-declined',
    subject: `Votre demande de transmettre un CV${forOffer(facts.offerTitle)}`,
    paragraphs: [
      hello(facts.recipientName),
      `Vous nous avez demandé de transmettre un CV à « ${facts.companyName} ». Nous ne le transmettons pas.`,
      'Le CV reste à votre disposition : une réponse de votre part, même un « non », aide la personne.',
    ],
    signature: signatureOf(facts),
  });
}
