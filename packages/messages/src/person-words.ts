import { composeLetter, type Letter } from './letter.ts';

/** What somebody is told, in short sentences that are said, written or printed alike. */
export interface Told {
  subject: string;
  /** Paragraphs of plain text. */
  paragraphs: string[];
}

/** A meeting that stands. `when` is written out. */
export function meetingTold(facts: {
  employerName: string;
  when: string;
  address: string | null;
  contactName: string | null;
  contactPhone: string | null;
  equipment: string | null;
}): Told {
  const contact = [facts.contactName, facts.contactPhone].filter((part) => part !== null && part !== '').join(', ');
  return {
    subject: `Votre rendez-vous du ${facts.when}`,
    paragraphs: [
      `Vous avez rendez-vous le ${facts.when}, avec ${facts.employerName}.`,
      ...(facts.address ? [`Lieu : ${facts.address}`] : []),
      ...(contact === '' ? [] : [`Sur place, demandez : ${contact}`]),
      ...(facts.equipment ? [`À apporter : ${facts.equipment}`] : []),
      'Vous ne pouvez pas venir ? Prévenez-nous : nous changeons la date avec vous.',
    ],
  };
}

export function meetingReminderTold(facts: { employerName: string; when: string; address: string | null }): Told {
  return {
    subject: `Rappel : votre rendez-vous du ${facts.when}`,
    paragraphs: [
      `N’oubliez pas : rendez-vous le ${facts.when}, avec ${facts.employerName}.`,
      ...(facts.address ? [`Lieu : ${facts.address}`] : []),
      'Vous ne pouvez pas venir ? Prévenez-nous.',
    ],
  };
}

/** An offer that the team asks her about. The company is not named: it knows nothing yet. */
export function offerTold(facts: { title: string; placeLabel: string; reminder: boolean }): Told {
  const place = facts.placeLabel === '' ? '' : `, à ${facts.placeLabel}`;
  return {
    subject: facts.reminder ? 'Un travail attend votre réponse' : 'Un travail à vous proposer',
    paragraphs: [
      facts.reminder
        ? `Nous vous avons proposé un travail : ${facts.title}${place}. Il attend toujours votre réponse.`
        : `Nous avons un travail à vous proposer : ${facts.title}${place}.`,
      'Oui ou non ? Répondez sur votre page, ou appelez-nous. L’entreprise ne sait rien encore.',
    ],
  };
}

/** A lead that is over. `told` is the sentence meant for her. */
export function closedTold(facts: { employerName: string; told: string }): Told {
  return { subject: `Des nouvelles de ${facts.employerName}`, paragraphs: [`${facts.employerName} : ${facts.told}`] };
}

/** The same as a mail to her. Nothing of her file, and no link: her page is opened by the link she was given. */
export function personLetter(facts: {
  kind: string;
  subject: string;
  paragraphs: readonly string[];
  firstName: string;
  senderName: string | null;
  structureName: string;
  structurePhone: string | null;
}): Letter {
  return composeLetter({
    template: `person-${facts.kind.replaceAll('_', '-')}`,
    subject: facts.subject,
    paragraphs: [
      `Bonjour ${facts.firstName},`,
      ...facts.paragraphs,
      ...(facts.structurePhone ? [`Pour nous appeler : ${facts.structurePhone}.`] : []),
    ],
    signature: [...(facts.senderName ? [facts.senderName] : []), facts.structureName],
  });
}
