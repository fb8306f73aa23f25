import { invitationLetter, resetLetter } from '@jonction/messages/access-letters';
import { alertLetter } from '@jonction/messages/alert';
import { arrivalLetter } from '@jonction/messages/arrival-letter';
import { type AskedPapersFacts, askedPapersLetter } from '@jonction/messages/asked-papers-letter';
import { broadcastLetter } from '@jonction/messages/broadcast-letter';
import { contestLetter } from '@jonction/messages/contest-letter';
import { groupEndLetter } from '@jonction/messages/group-end-letter';
import { lateHoursLetter } from '@jonction/messages/late-hours-letter';
import type { Letter } from '@jonction/messages/letter';
import { pageLetter } from '@jonction/messages/page-letter';
import { personLetter } from '@jonction/messages/person-words';
import {
  closedLetter,
  interviewLetter,
  partnerClosedLetter,
  partnerHiredLetter,
  reminderLetter,
  transferDeclinedLetter,
} from '@jonction/messages/positioning-letters';
import { pushLetter } from '@jonction/messages/push-letter';
import { sharesLetter } from '@jonction/messages/shares-letter';
import { signatureCodeLetter, signatureEndLetter, signatureLetter } from '@jonction/messages/signature-letters';
import { stillOpenLetter } from '@jonction/messages/still-open-letter';
import { transferLetter } from '@jonction/messages/transfer-letter';

/** Names that a mail program would read as HTML if nobody took care. */
export const hostile = '<b onclick="x">Val & Fils</b>';
export const secret = 'jeton-que-personne-ne-doit-lire';
export const url = `https://jonction.example/lien/${secret}?a=1&b="2"`;

const sender = {
  senderName: 'Nadia Belkacem',
  structureName: `Clauses de ${hostile}`,
  structurePhone: '01 23 45 67 89',
};
const offer = { offerTitle: `Peintre ${hostile}`, recipientName: `Ida ${hostile}` };

const push = {
  ...sender,
  ...offer,
  cvs: 2,
  contractObject: `École ${hostile}`,
  message: `Voici\n${hostile}`,
  asksSecond: true,
  url,
};
const reminder = { ...sender, ...offer, rung: 'nudge', cvs: 2, sentOn: '4 mai 2026', asksSecond: false, url } as const;
const late = {
  ...sender,
  recipientName: null,
  employerName: hostile,
  period: 'mars 2026',
  kind: 'month',
  rung: 1,
  missing: 2,
  url,
} as const;
const stillOpen = {
  ...sender,
  recipientName: null,
  title: `Peintre ${hostile}`,
  positions: 2,
  placeLabel: 'Paris',
  openedOn: '4 mai 2026',
  url,
};
const broadcast = {
  name: 'Ben',
  structureName: sender.structureName,
  offerTitle: `Peintre ${hostile}`,
  positions: 2,
  placeLabel: 'Paris',
  contractObject: null,
  note: null,
  reminder: false,
  url,
};
const alert = {
  recipientName: 'Nadia',
  searchName: `Peintres ${hostile}`,
  people: 2,
  pace: 'daily',
  since: '2026-05-01',
  url,
} as const;
const closed = { ...sender, ...offer, cvs: 2, reason: 'le poste est pourvu' };

const asked: AskedPapersFacts = {
  ...sender,
  recipientName: null,
  employerName: hostile,
  papers: ['Attestation de vigilance (Urssaf) : en retard, 12 mars 2026', `Plan ${hostile} : demandé`],
  missing: true,
  url,
};

/** Facts of each letter that a test may change, and the letter of them. */
export const letterOf = {
  push: (given: Partial<Parameters<typeof pushLetter>[0]> = {}) => pushLetter({ ...push, ...given }),
  reminder: (given: Partial<Parameters<typeof reminderLetter>[0]> = {}) => reminderLetter({ ...reminder, ...given }),
  late: (given: Partial<Parameters<typeof lateHoursLetter>[0]> = {}) => lateHoursLetter({ ...late, ...given }),
  stillOpen: (given: Partial<Parameters<typeof stillOpenLetter>[0]> = {}) =>
    stillOpenLetter({ ...stillOpen, ...given }),
  broadcast: (given: Partial<Parameters<typeof broadcastLetter>[0]> = {}) =>
    broadcastLetter({ ...broadcast, ...given }),
  alert: (given: Partial<Parameters<typeof alertLetter>[0]> = {}) => alertLetter({ ...alert, ...given }),
  asked: (given: Partial<AskedPapersFacts> = {}) => askedPapersLetter({ ...asked, ...given }),
  closed: (given: Partial<Parameters<typeof closedLetter>[0]> = {}) => closedLetter({ ...closed, ...given }),
};

/** One letter of each kind that leaves, whatever it is about. */
export const everyLetter: Readonly<Record<string, Letter>> = {
  ...Object.fromEntries(Object.entries(letterOf).map(([name, compose]) => [name, compose()])),
  invitation: invitationLetter({
    organisationName: hostile,
    structureName: 'Clauses du Val',
    roleName: 'acheteur',
    inviterName: `Nadia ${hostile}`,
    url,
  }),
  reset: resetLetter({ name: hostile, url }),
  page: pageLetter({ ...sender, firstName: 'Ida', url }),
  person: personLetter({
    ...sender,
    kind: 'meeting_reminder',
    subject: 'Rappel',
    paragraphs: [`Lieu : ${hostile}`],
    firstName: 'Ida',
  }),
  contest: contestLetter({
    ...sender,
    recipientName: null,
    contractObject: hostile,
    month: 'mars 2026',
    closed: false,
    url,
  }),
  arrival: arrivalLetter({
    ...sender,
    recipientName: null,
    startsOn: '4 mai 2026',
    contractObject: hostile,
    known: [{ label: 'Lieu', value: hostile }],
    missing: ['Tuteur'],
    safety: 'Casque.',
    checklist: ['Badge'],
    declaring: 'Le 5.',
    senderEmail: 'nadia@val.example',
    url,
  }),
  partnerHired: partnerHiredLetter({ ...sender, partnerName: null, employerName: hostile, url }),
  partnerClosed: partnerClosedLetter({
    ...sender,
    partnerName: null,
    employerName: hostile,
    told: 'Le poste est pris.',
    url,
  }),
  interview: interviewLetter({ ...sender, ...offer, when: '4 mai à 14 h', address: hostile }),
  hoursTransfer: transferLetter({
    ...{ news: 'asked', recipientName: hostile, sellerName: hostile, purchaserName: hostile, contractObject: hostile },
    ...{ hours: '28 h', price: '20,04 € HT', total: '561,12 € HT', structureName: hostile, url },
  }),
  shares: sharesLetter({
    ...{ recipientName: hostile, companyName: hostile, contractObject: hostile, before: null, after: '28 h' },
    ...{ structureName: hostile, url },
  }),
  groupEnded: groupEndLetter({
    ...{ recipientName: hostile, companyName: hostile, contractObject: hostile, part: '28 h' },
    ...{ ended: { on: 'le 12 mars 2026', reason: hostile }, structureName: hostile, url },
  }),
  groupResumed: groupEndLetter({
    ...{ recipientName: hostile, companyName: hostile, contractObject: hostile, part: '28 h', ended: null },
    ...{ structureName: hostile, url },
  }),
  signature: signatureLetter({
    ...{ recipientName: hostile, askedByName: hostile, forName: hostile, phone: null, title: hostile, note: hostile },
    ...{ expiresOn: 'le 12 mars 2026', reminded: false, url },
  }),
  signatureCode: signatureCodeLetter({ recipientName: hostile, title: hostile, code: '012345' }),
  signatureEnd: signatureEndLetter({
    ...{ news: 'refused', recipientName: hostile, title: hostile, forName: hostile, byName: hostile, reason: hostile },
    url,
  }),
  transferDeclined: transferDeclinedLetter({ ...sender, ...offer, companyName: hostile }),
};
