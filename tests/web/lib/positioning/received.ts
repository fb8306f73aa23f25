import type { Card, Received, ReceivedRow } from '../../../../apps/web/src/lib/positioning/received.ts';

export const card: Card = {
  firstName: 'Awa',
  lastName: 'Diarra',
  phone: '+33612345678',
  email: 'awa.diarra@exemple.test',
  title: 'Agente de propreté',
  occupations: [
    { code: 'K2204', label: 'Nettoyage de locaux', months: 50 },
    { code: 'K2303', label: 'Nettoyage des espaces urbains', months: 0 },
    { code: 'A1203', label: 'Espaces verts', months: 1 },
  ],
  experience: [
    { label: 'Agente, Net & Clair', from: '2016-03', to: '2019-11' },
    { label: 'Plongeuse', from: '2014', to: '2014' },
    { label: 'Aide à domicile', from: '2020-01', to: null },
  ],
  skills: ['vitres', '<script>alert(1)</script>'],
  licences: ['B'],
  languages: [
    { code: 'ar', level: 'C1' },
    { code: 'fr', level: null },
  ],
  city: 'Pantin',
  availableFrom: '2020-01-01',
  weeklyHoursMin: 24,
  weeklyHoursMax: 35,
};

export const received: Received = {
  positioningId: '0190a000-0000-7000-8000-000000000001',
  status: 'sent',
  offerTitle: 'Agent de propreté',
  contractObject: 'Nettoyage, lot 2',
  sentAt: '2020-04-10T08:00:00.000Z',
  interviewAt: null,
  outcome: null,
  refusalReason: null,
  answerNote: null,
  transfer: null,
  closeReason: null,
  version: 1,
  card,
  eligibleUntil: '2021-09-30',
  eligibleForGood: false,
};

export const row: ReceivedRow = {
  positioningId: received.positioningId,
  status: 'sent',
  offerTitle: 'Agent de propreté',
  contractObject: 'Nettoyage, lot 2',
  sentAt: received.sentAt,
  interviewAt: null,
  outcome: null,
  refusalReason: null,
  answerNote: null,
  transfer: null,
  closeReason: null,
  version: 1,
  name: 'Awa Diarra',
  there: true,
};
