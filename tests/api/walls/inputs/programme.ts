import type { Inputs } from '../inputs.ts';

const facts = {
  ...{ year: 2026, reference: null, cpv: null, kind: null, buyerKind: null, amountCents: null, procedure: null },
  ...{ durationMonths: null, publicationOn: null, lots: null, area: null, note: null },
};

export const programmeInputs: Inputs = {
  'programme.list': () => ({ year: 2026 }),
  'programme.show': ({ plannedId }) => ({ plannedId }),
  'programme.plan': ({ buyerId }) => ({ ...facts, object: `Essai ${crypto.randomUUID()}`, buyerId }),
  'programme.correct': ({ plannedId }) => ({ ...facts, object: `Essai ${crypto.randomUUID()}`, plannedId, version: 1 }),
  'programme.act': ({ plannedId }) => ({ plannedId, act: 'study', on: '2026-03-01', why: null }),
  'programme.exempt': ({ plannedId }) => ({ plannedId, exemption: null }),
  'programme.follow': ({ plannedId }) => ({ plannedId, ownerId: null, nextAction: 'Rappeler', nextActionOn: null }),
  'programme.countPeople': () => ({ occupations: ['K2204'], area: '75' }),
  'programme.size': ({ plannedId }) => ({
    ...{ plannedId, target: { mode: 'fixed', hours: 400 }, occupations: ['K2204'], area: '75' },
  }),
  'programme.writeText': ({ plannedId }) => ({
    ...{ plannedId, modalities: ['direct_hire'], categoryCodes: ['RSA'], reporting: 'monthly', ccag: null },
    penalty: { perHourCents: null, perDayCents: null, capBps: null },
  }),
  'programme.notify': ({ awardedId }) => ({
    ...{ plannedId: awardedId, reference: 'P-1', holderId: null, notifiedOn: '2026-03-01', endsOn: null },
  }),
  'programme.ofContract': ({ contractId }) => ({ contractId }),
  'programme.previewSheet': ({ teamSheetId }) => ({ fileId: teamSheetId }),
  'programme.importSheet': ({ teamSheetId }) => ({ fileId: teamSheetId, year: 2026, buyerId: null, mapping: {} }),
};
