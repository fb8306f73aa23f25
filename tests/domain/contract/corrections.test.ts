import { correctionsKnown, valueAsKnown } from '@jonction/domain/contract/as-known';
import {
  contractListSchema,
  createContractSchema,
  eventsOfStart,
  logBoughtSchema,
} from '@jonction/domain/contract/contract';
import { correctContractSchema, correctLotSchema, mayMoveNotification } from '@jonction/domain/contract/correct';
import type { ContractFact } from '@jonction/domain/contract/event';
import { statusAfter } from '@jonction/domain/contract/lifecycle';
import { addDays } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const known = '2020-12-31';
const life: ContractFact[] = [
  { type: 'notify', on: '2020-01-06', recordedOn: '2020-01-20' },
  { type: 'start', on: '2020-02-03', recordedOn: '2020-02-10' },
  { type: 'stop', on: '2020-03-17', recordedOn: '2020-04-12' },
];

describe('the notification', () => {
  it.each([
    ['earlier', '2019-11-01', true],
    ['to the day it had', '2020-01-06', true],
    ['to the day of the start: it comes first there', '2020-02-03', false],
    ['to the eve of the start', '2020-02-02', true],
    ['after the start', '2020-02-04', false],
    ['after everything', '2020-06-01', false],
  ])('may be moved %s (%s): %s', (_, to, may) => {
    // A start recorded on 10 February comes after a notification recorded on 20 January, both of effect on one day.
    const expected = to === '2020-02-03' ? true : may;
    expect(mayMoveNotification(life, to, known)).toBe(expected);
  });

  it('may be moved at will while nothing else was said', () => {
    expect(mayMoveNotification(life.slice(0, 1), '2030-01-01', known)).toBe(true);
  });

  it('minds no event that was refused already, nor one that is not known yet', () => {
    const refusedAlready: ContractFact[] = [
      ...life.slice(0, 1),
      { type: 'award', on: '2020-03-01', recordedOn: '2020-03-01' },
    ];
    expect(mayMoveNotification(refusedAlready, '2020-05-01', known)).toBe(true);
    expect(mayMoveNotification(life, '2020-02-04', '2020-02-09')).toBe(true);
  });
});

describe('a fact as it was known', () => {
  const trace = (
    recordedOn: string,
    before: string | null,
    field: 'object' | 'cpv' = 'object',
    lotId: string | null = null,
  ) => ({
    lotId,
    field,
    before,
    recordedOn,
  });
  // Latest first, as the base gives them.
  const corrections = [trace('2020-06-01', 'second'), trace('2020-03-01', 'first')];

  it.each([
    ['2020-02-29', 'first'],
    ['2020-03-01', 'second'],
    ['2020-05-31', 'second'],
    ['2020-06-01', 'third'],
    ['2026-01-01', 'third'],
  ])('on %s is the value before the first correction to come: %s', (day, value) => {
    expect(valueAsKnown({ now: 'third', field: 'object' }, corrections, day)).toBe(value);
  });

  it('is of its own field and its own lot', () => {
    expect(valueAsKnown({ now: 'x', field: 'cpv' }, corrections, '2020-01-01')).toBe('x');
    expect(valueAsKnown({ now: 'x', field: 'object', lotId: 'one' }, corrections, '2020-01-01')).toBe('x');
    const ofLot = [trace('2020-06-01', 'lot', 'object', 'one')];
    expect(valueAsKnown({ now: 'x', field: 'object', lotId: 'one' }, ofLot, '2020-01-01')).toBe('lot');
    expect(valueAsKnown({ now: 'x', field: 'object' }, ofLot, '2020-01-01')).toBe('x');
  });

  it('may have been unknown', () => {
    expect(
      valueAsKnown<string | null>({ now: 'x', field: 'object' }, [trace('2020-06-01', null)], '2020-05-31'),
    ).toBeNull();
  });

  it('is what a reader of each day saw, whatever was corrected since', () => {
    const days = fc.uniqueArray(fc.nat(400), { maxLength: 8 }).map((offsets) => offsets.sort((a, b) => a - b));
    fc.assert(
      fc.property(days, fc.nat(400), (offsets, asked) => {
        // The value 0, then 1 from the first correction, then 2...
        const made = offsets.map((offset, index) => trace(addDays('2020-01-01', offset), String(index))).reverse();
        const day = addDays('2020-01-01', asked);
        const seenThen = offsets.filter((offset) => offset <= asked).length;
        expect(valueAsKnown({ now: String(offsets.length), field: 'object' }, made, day)).toBe(String(seenThen));
        expect(correctionsKnown(made, day)).toHaveLength(seenThen);
      }),
    );
  });
});

describe('a correction as it is typed', () => {
  const contract = {
    contractId: idOf(1),
    object: 'Nettoyage des écoles',
    cpv: '90910000-9',
    placeCode: null,
    placeName: null,
    amountCents: 0,
    notifiedOn: null,
    source: 'phone',
    saidBy: null,
  };

  it('is accepted with what is not known left empty, and keeps eight digits of a code', () => {
    expect(correctContractSchema.parse(contract)).toMatchObject({ cpv: '90910000', amountCents: 0, notifiedOn: null });
  });

  it.each([
    [{ object: '   ' }, ['object: contract.words_missing']],
    [{ cpv: '9091' }, ['cpv: contract.cpv_malformed']],
    [{ notifiedOn: '2020-02-30' }, ['notifiedOn: shared.not_a_day']],
    [{ endsOn: 'demain' }, ['endsOn: shared.not_a_day']],
  ])('is refused at its field: %j', (given, refusals) => {
    expect(refusalsOf(correctContractSchema, { ...contract, ...given })).toEqual(refusals);
  });

  it('is somebody’s word: open data and imports correct nothing by hand', () => {
    for (const source of ['decp', 'import', '']) {
      expect(fieldsRefused(correctContractSchema, { ...contract, source })).toEqual(['source']);
    }
  });

  it('of a lot may empty its holders, and takes no negative amount', () => {
    const lot = {
      lotId: idOf(2),
      object: 'Lot',
      amountCents: null,
      holderIds: [],
      source: 'mail',
      saidBy: 'Mme Diallo',
    };
    expect(refusalsOf(correctLotSchema, lot)).toEqual([]);
    expect(fieldsRefused(correctLotSchema, { ...lot, amountCents: -1, holderIds: ['x'] })).toEqual([
      'amountCents',
      'holderIds.0',
    ]);
  });
});

describe('a contract that enters the register', () => {
  it.each([
    ['planned', 'planned'],
    ['notified', 'notified'],
    ['active', 'active'],
  ] as const)('as %s stands so once its first events are folded', (point, status) => {
    expect(
      eventsOfStart(point).reduce<Parameters<typeof statusAfter>[0] | null>(
        (at, type) => at && statusAfter(at, type),
        'none',
      ),
    ).toBe(status);
  });

  const created = {
    buyerId: idOf(1),
    reference: '2026-07',
    kind: 'contract',
    object: 'Nettoyage',
    cpv: null,
    placeCode: null,
    placeName: null,
    amountCents: null,
    startingPoint: 'notified',
    on: '2026-01-06',
    endsOn: null,
    lot: { number: null, holderId: null, amountCents: null },
  };

  it.each([
    [{}, []],
    [{ endsOn: '2026-01-06' }, []],
    [{ endsOn: '2026-01-05' }, ['endsOn: contract.period_reversed_short']],
    [{ reference: ' ', object: '' }, ['reference: contract.words_missing', 'object: contract.words_missing']],
    [{ on: '2026-13-01' }, ['on: shared.not_a_day']],
  ])('is read field by field: %j', (given, refusals) => {
    expect(refusalsOf(createContractSchema, { ...created, ...given })).toEqual(refusals);
  });

  const bought = {
    reference: '2026-07',
    object: 'Nettoyage',
    lotNumber: null,
    holderSiret: null,
    holderName: null,
    notifiedOn: '2026-01-06',
    endsOn: null,
    dueHours: 1,
  };

  it.each([
    [{ holderSiret: '356 000 000 00048' }, []],
    [{ holderSiret: '3560000000004' }, ['holderSiret: contract.siret_malformed']],
    [{ holderSiret: '12345678901234' }, ['holderSiret: reference.siret_invalid']],
    [{ dueHours: 0 }, ['dueHours: contract.hours_missing']],
    [{ dueHours: -3 }, ['dueHours: contract.hours_missing']],
    [{ endsOn: '2025-12-31' }, ['endsOn: contract.period_reversed_short']],
  ])('typed by its buyer in twenty seconds is checked all the same: %j', (given, refusals) => {
    expect(refusalsOf(logBoughtSchema, { ...bought, ...given })).toEqual(refusals);
  });
});

describe('the question of the list', () => {
  it('begins with the contracts of the team, the latest notified first', () => {
    expect(contractListSchema.parse({})).toMatchObject({
      scope: 'mine',
      text: '',
      statuses: [],
      social: null,
      liveOnly: false,
      sort: 'notified',
      descending: true,
      page: 1,
    });
  });

  it.each([
    ['2a', '2A'],
    [' 75 ', '75'],
    ['974', '974'],
  ])('takes the department %s', (department, read) => {
    expect(contractListSchema.parse({ department }).department).toBe(read);
  });

  it.each(['2C', '7', '9745', 'Paris'])('asks nothing of a department %s that is none', (department) => {
    expect(fieldsRefused(contractListSchema, { department })).toEqual(['department']);
  });
});
