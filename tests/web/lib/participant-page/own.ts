import type { Own, Proposal } from '../../../../apps/web/src/lib/participant-page/own.ts';

export const proposal: Proposal = {
  id: '0190a000-0000-7000-8000-0000000000aa',
  title: 'Agent de propreté',
  employerName: 'Propreté du Val SARL',
  placeLabel: 'Paris 13e',
  startsOn: '2026-06-01',
  weeklyHoursMin: 20,
  weeklyHoursMax: 28,
  schedule: '6 h - 10 h',
  open: true,
  proposedAt: '2026-05-01T08:00:00.000Z',
  answer: null,
  reason: null,
  answeredAt: null,
  handled: false,
};

/** A page of somebody fictitious, with something in every place. */
export const own: Own = {
  firstName: 'Awa',
  structureName: 'Clauses du Val',
  structurePhone: '+33140000000',
  referent: 'Samira',
  card: {
    firstName: 'Awa',
    lastName: 'Diop',
    phone: '+33612345678',
    email: 'awa@exemple.test',
    title: 'Agente de propreté',
    occupations: [{ code: 'K2204', label: 'Nettoyage de locaux', months: 24 }],
    experience: [
      { label: 'Agente d’entretien, école', from: '2019-03', to: '2021-06' },
      { label: 'Aide à domicile', from: null, to: null },
    ],
    skills: ['balayage', 'monobrosse'],
    licences: ['B'],
    languages: [{ code: 'fr', level: 'B1' }],
    city: 'Paris',
    availableFrom: '2026-04-01',
    weeklyHoursMin: 20,
    weeklyHoursMax: 35,
  },
  hasCv: true,
  postalCode: '75013',
  radiusKm: 12,
  projects: [{ label: 'Nettoyage de locaux', wish: 'Le matin, près de l’école.' }],
  waiting: [],
  proposals: [proposal],
  openings: [{ organisation: 'Propreté du Val SARL', on: '2026-04-12' }],
  sendings: [
    { organisation: 'Propreté du Val SARL', where: 'opened', on: '2026-04-12', meetingAt: null, told: null },
    {
      organisation: 'Voirie du Plateau',
      where: 'over',
      on: '2026-03-02',
      meetingAt: null,
      told: 'Le poste est pris. On cherche d’autres entreprises pour vous.',
    },
  ],
  reach: {
    channel: 'letter',
    postal: '3 rue des Lilas\n75013 Paris',
    third: { name: 'Fatou Diop', relation: 'family', phone: '+33611223344', email: null, agreedOn: '2026-03-01' },
  },
  consent: { given: true, on: '2026-03-01', version: '2026-01' },
};

export const door = {
  structureName: 'Clauses du Val',
  structurePhone: '+33140000000',
  senderName: 'Samira Benali',
  asked: 'birth',
  locked: false,
  waitSeconds: 0,
} as const;
