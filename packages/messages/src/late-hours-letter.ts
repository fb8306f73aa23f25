import { composeLetter, type Letter, ofWords } from './letter.ts';

export interface LateHoursFacts {
  recipientName: string | null;
  senderName: string | null;
  structureName: string;
  structurePhone: string | null;
  employerName: string;
  /** Written out: "mars 2026", "1er trimestre 2026". */
  period: string;
  kind: 'month' | 'quarter';
  /** 1 to 3; 0: somebody of the team writes by hand. */
  rung: number;
  missing: number;
  url: string;
}

/**
 * Hours that nobody declared yet: which period, how many people, and a page to say it on, "none" being an answer. It names nobody
 * at work, and threatens nothing.
 */
export function lateHoursLetter(facts: LateHoursFacts): Letter {
  const people = facts.missing === 1 ? 'une personne' : `${facts.missing} personnes`;
  const quarter = facts.kind === 'quarter';
  return composeLetter({
    template: quarter ? 'hours-quarter' : 'hours-late',
    subject: quarter
      ? `Heures d’insertion : votre ${facts.period} est-il complet ?`
      : `Heures d’insertion ${ofWords(facts.period)} : ${facts.rung >= 3 ? 'toujours attendues' : 'à déclarer'}`,
    paragraphs: [
      facts.recipientName ? `Bonjour ${facts.recipientName},` : 'Bonjour,',
      quarter
        ? `Le ${facts.period} est fini. ${facts.missing > 0 ? `Il manque encore des heures pour ${facts.employerName}.` : `Les heures de ${facts.employerName} sont déclarées : il reste à nous dire que le compte est bon.`}`
        : `Nous n’avons pas encore les heures ${ofWords(facts.period)} ${ofWords(people)} embauchée${facts.missing === 1 ? '' : 's'} chez ${facts.employerName} sur une clause d’insertion.`,
      ...(facts.missing > 0
        ? ['Personne n’a travaillé ? « Aucune heure ce mois-ci » est une réponse : un clic suffit.']
        : []),
      'La page s’ouvre sans compte. Elle sert à vous seulement : ne la transférez pas.',
      ...(facts.rung >= 3
        ? ['Une difficulté pour déclarer ? Dites-la-nous : elle est notée avec sa date, et nous cherchons avec vous.']
        : []),
    ],
    action: { label: quarter ? 'Voir et répondre' : 'Déclarer', url: facts.url },
    signature: [
      ...new Set([facts.senderName ?? facts.structureName, facts.structureName]),
      ...(facts.structurePhone ? [facts.structurePhone] : []),
    ],
  });
}
