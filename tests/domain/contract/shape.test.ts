import { clauseInputSchema, clauseKinds, hourBases, penaltyTermsSchema } from '@jonction/domain/contract/clause';
import {
  contractListSchema,
  contractSorts,
  cpvSchema,
  createContractSchema,
  eventsOfStart,
  logBoughtSchema,
  recordEventSchema,
  startingPoints,
} from '@jonction/domain/contract/contract';
import { contractEventTypes } from '@jonction/domain/contract/lifecycle';
import { contractEventSources } from '@jonction/domain/contract/said';
import { foldStatus } from '@jonction/domain/contract/status';
import { targetModes, targetSchema } from '@jonction/domain/contract/target';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const cleaning = {
  buyerId: idOf(1),
  reference: '2026-NET-014',
  kind: 'contract',
  object: 'Nettoyage des écoles du 13e',
  cpv: null,
  placeCode: null,
  placeName: null,
  amountCents: null,
  startingPoint: 'notified',
  on: '2026-05-04',
  endsOn: null,
  lot: { number: null, holderId: null, amountCents: null },
};

describe('a contract written by hand', () => {
  it.each([
    ['no reference', { reference: ' ' }, 'reference: contract.words_missing'],
    ['no object', { object: '' }, 'object: contract.words_missing'],
    ['a CPV of seven figures', { cpv: '9091000' }, 'cpv: contract.cpv_malformed'],
    ['a day that is none', { on: '2026-02-29' }, 'on: shared.not_a_day'],
    ['an end before its start', { endsOn: '2026-05-03' }, 'endsOn: contract.period_reversed_short'],
  ])('is refused with %s', (_, change, refusal) => {
    expect(refusalsOf(createContractSchema, { ...cleaning, ...change })).toEqual([refusal]);
  });

  it.each([
    ['a cent of a cent', { amountCents: 0.5 }, 'amountCents'],
    ['less than nothing', { amountCents: -1 }, 'amountCents'],
    ['more cents than figures hold exactly', { amountCents: 2 ** 53 }, 'amountCents'],
    ['a kind that nobody knows', { kind: 'framework' }, 'kind'],
    ['a start in the middle of its life', { startingPoint: 'suspended' }, 'startingPoint'],
    ['a buyer by its name', { buyerId: 'Ville de Paris' }, 'buyerId'],
  ])('is refused with %s', (_, change, field) => {
    expect(fieldsRefused(createContractSchema, { ...cleaning, ...change })).toEqual([field]);
  });

  it.each([
    ['one day', { endsOn: '2026-05-04' }],
    ['no amount known yet', {}],
    ['nothing to pay', { amountCents: 0 }],
    ['a lot with its object', { lot: { ...cleaning.lot, object: 'Lot 2' } }],
    ['a concession', { kind: 'concession' }],
  ])('is accepted with %s', (_, change) => {
    expect(refusalsOf(createContractSchema, { ...cleaning, ...change })).toEqual([]);
  });

  it.each([
    ['90910000', '90910000'],
    ['90910000-9', '90910000'],
    [' 45000000-7 ', '45000000'],
  ])('keeps the CPV "%s" as %s, without its check figure', (typed, kept) => {
    expect(cpvSchema.parse(typed)).toBe(kept);
  });

  it.each(startingPoints)('stands where it was said to on its first day: %s', (point) => {
    const facts = eventsOfStart(point).map((type) => ({ type, on: '2026-05-04', recordedOn: '2026-05-04' }));
    const fold = foldStatus({ events: facts, asOf: '2026-05-04', knownOn: '2026-05-04' });
    expect([fold.status, fold.refused]).toEqual([point, []]);
  });
});

describe('a contract that its buyer logs', () => {
  const logged = {
    reference: '2026-014',
    object: 'Nettoyage',
    lotNumber: '2',
    holderSiret: '73282932000074',
    holderName: null,
    notifiedOn: '2026-05-04',
    endsOn: null,
    dueHours: 1200,
  };

  it.each([
    ['a SIREN', { holderSiret: '732829320' }, 'holderSiret: contract.siret_malformed'],
    ['a name for a number', { holderSiret: 'Propreté du Canal' }, 'holderSiret: contract.siret_malformed'],
    ['a key that does not match', { holderSiret: '73282932000075' }, 'holderSiret: reference.siret_invalid'],
    ['fourteen zeros', { holderSiret: '00000000000000' }, 'holderSiret: reference.siret_invalid'],
    ['no hour due', { dueHours: 0 }, 'dueHours: contract.hours_missing'],
    ['an end before its notification', { endsOn: '2026-05-03' }, 'endsOn: contract.period_reversed_short'],
    ['no object', { object: ' ' }, 'object: contract.words_missing'],
  ])('is refused with %s', (_, change, refusal) => {
    expect(refusalsOf(logBoughtSchema, { ...logged, ...change })).toEqual([refusal]);
  });

  it.each(['732 829 320 00074', '732.829.320.00074', '732\u202f829\u202f320\u202f00074', "'73282932000074"])(
    'reads the SIRET typed "%s"',
    (holderSiret) => {
      expect(logBoughtSchema.parse({ ...logged, holderSiret }).holderSiret).toBe('73282932000074');
    },
  );

  it('may have no holder yet', () => {
    expect(refusalsOf(logBoughtSchema, { ...logged, holderSiret: null })).toEqual([]);
  });
});

describe('an event that somebody records', () => {
  const stop = {
    contractId: idOf(1),
    lotId: null,
    type: 'stop',
    on: '2020-03-17',
    endsOn: null,
    source: 'phone',
    saidBy: 'Mme Roussel',
    legalBasis: 'ordonnance 2020-319',
    note: null,
    documentId: null,
  };

  it.each(contractEventTypes)('may be: %s', (type) => {
    expect(refusalsOf(recordEventSchema, { ...stop, type })).toEqual([]);
  });

  it('says where it comes from, and never that it comes from open data or a file: those speak for themselves', () => {
    const typed = contractEventSources.filter(
      (source) => refusalsOf(recordEventSchema, { ...stop, source }).length === 0,
    );
    expect(contractEventSources.filter((source) => !typed.includes(source))).toEqual(['decp', 'import']);
  });

  it.each(Object.keys(stop))('leaves no doubt about its %s: left out is refused, null is an answer', (field) => {
    expect(fieldsRefused(recordEventSchema, { ...stop, [field]: undefined })).toEqual([field]);
  });
});

describe('a question to the register', () => {
  it('is about our own contracts, the last notified first, unless asked otherwise', () => {
    expect(contractListSchema.parse({})).toMatchObject({ scope: 'mine', sort: 'notified', descending: true, page: 1 });
  });

  it.each([
    ['2a', '2A'],
    ['2B', '2B'],
    ['75', '75'],
    ['974', '974'],
  ])('reads the department "%s" as %s', (typed, kept) => {
    expect(contractListSchema.parse({ department: typed }).department).toBe(kept);
  });

  it.each([
    ['a department of one figure', { department: '7' }, 'department'],
    ['a department in words', { department: 'Paris' }, 'department'],
    ['a CPV of one figure', { cpv: '9' }, 'cpv'],
    ['a CPV with its check figure: a prefix is asked', { cpv: '90910000-9' }, 'cpv'],
    ['a status of no contract', { statuses: ['lost'] }, 'statuses.0'],
    ['an order that no column has', { sort: 'price' }, 'sort'],
  ])('is refused with %s', (_, question, field) => {
    expect(fieldsRefused(contractListSchema, question)).toEqual([field]);
  });

  it.each(contractSorts)('may be ordered by %s', (sort) => {
    expect(refusalsOf(contractListSchema, { sort })).toEqual([]);
  });
});

describe('a clause', () => {
  const clause = {
    lotId: idOf(1),
    kind: 'execution',
    target: { mode: 'fixed', hours: 1200 },
    categoryCodes: ['RSA'],
    hourBasis: 'worked',
    startsOn: null,
    endsOn: null,
    penalty: null,
  };

  it('accepts somebody', () => {
    expect(refusalsOf(clauseInputSchema, { ...clause, categoryCodes: [] })).toEqual([
      'categoryCodes: contract.categories_missing',
    ]);
  });

  it.each(clauseKinds)('may be of kind %s', (kind) => {
    expect(refusalsOf(clauseInputSchema, { ...clause, kind })).toEqual([]);
  });

  it.each(hourBases)('may count hours %s', (hourBasis) => {
    expect(refusalsOf(clauseInputSchema, { ...clause, hourBasis })).toEqual([]);
  });

  it.each([
    ['more than all of its amount', { capBps: 10_001 }, 'capBps'],
    ['less than nothing an hour', { perHour: { basis: 'fixed', cents: -1 } }, 'perHour.cents'],
    [
      'a multiple of no SMIC',
      { perHour: { basis: 'smic_multiple', multipleHundredths: 0 } },
      'perHour.multipleHundredths',
    ],
    ['an hour counted in a way that nobody knows', { perHour: { basis: 'gold', cents: 1 } }, 'perHour.basis'],
    ['half a cent a day', { perDayCents: 0.5 }, 'perDayCents'],
  ])('has no penalty of %s', (_, change, field) => {
    const terms = { perHour: null, perDayCents: null, capBps: null, note: null };
    expect(refusalsOf(penaltyTermsSchema, terms)).toEqual([]);
    expect(fieldsRefused(penaltyTermsSchema, { ...terms, ...change })).toEqual([field]);
  });
});

describe('a target', () => {
  const targets = {
    fixed: { hours: 1 },
    labour_share: { amountCents: 1, labourShareBps: 1, hourlyCostCents: 1, effortBps: 1 },
    percent_hours: { workedCentihours: 1, effortBps: 1 },
    per_tranche: { trigger: 'cliff', invoicedCents: 1, triggerCents: 1, stepCents: 1 },
    pact_proprete: { amountCents: 1, months: 1, transferredCentihoursPerMonth: 1, hourlyCostCents: 1, effortBps: 1 },
    per_year: { hoursPerYear: 1, months: 1 },
    offered: { floorHours: 1, offeredHours: 1 },
  };
  const figures = targetModes.flatMap((mode) =>
    Object.entries(targets[mode])
      .filter(([, value]) => typeof value === 'number')
      .map(([field]) => ({ mode, field })),
  );
  const divisors = ['labour_share hourlyCostCents', 'per_tranche stepCents', 'pact_proprete amountCents'];
  const divides = (row: string) => [...divisors, 'pact_proprete months', 'pact_proprete hourlyCostCents'].includes(row);

  it.each(figures)(
    'by $mode counts $field in whole figures, below zero only for what is invoiced',
    ({ mode, field }) => {
      const given = { mode, ...targets[mode] };
      expect(refusalsOf(targetSchema, given)).toEqual([]);
      expect(fieldsRefused(targetSchema, { ...given, [field]: 0.5 })).toEqual([field]);
      expect(fieldsRefused(targetSchema, { ...given, [field]: undefined })).toEqual([field]);
      const below = fieldsRefused(targetSchema, { ...given, [field]: -1 });
      expect(below).toEqual(field === 'invoicedCents' ? [] : [field]);
    },
  );

  it.each(figures)('by $mode takes zero for $field, unless it divides', ({ mode, field }) => {
    const refusal = divides(`${mode} ${field}`) ? [`${field}: contract.target_divisor_not_positive`] : [];
    expect(refusalsOf(targetSchema, { mode, ...targets[mode], [field]: 0 })).toEqual(refusal);
  });
});
