import {
  correctContractSchema,
  correctedFields,
  correctedValueSchema,
  correctLotSchema,
  mayMoveNotification,
} from '@jonction/domain/contract/correct';
import type { ContractFact } from '@jonction/domain/contract/event';
import { foldStatus } from '@jonction/domain/contract/status';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contractFactsArbitrary, dayArbitrary } from './arbitraries.ts';

const fact = (type: ContractFact['type'], on: string, recordedOn = on): ContractFact => ({ type, on, recordedOn });
const life = [fact('notify', '2026-01-05'), fact('start', '2026-02-02'), fact('stop', '2026-03-17')];
const known = '2026-06-01';

describe('whether a notification may be moved', () => {
  it.each([
    { name: 'earlier', to: '2025-12-01', may: true },
    { name: 'to where it is', to: '2026-01-05', may: true },
    { name: 'later, before the start', to: '2026-02-01', may: true },
    { name: 'to the day of the start, told after it was notified', to: '2026-02-02', may: true },
    { name: 'after the start', to: '2026-02-03', may: false },
    { name: 'after everything', to: '2026-12-31', may: false },
  ])('$name: $may', ({ to, may }) => {
    expect(mayMoveNotification(life, to, known)).toBe(may);
  });

  it('on the day of the start depends on which was recorded first', () => {
    const learntLate = [fact('notify', '2026-01-05', '2026-02-10'), fact('start', '2026-02-02')];
    expect(mayMoveNotification(learntLate, '2026-02-02', known)).toBe(false);
    expect(mayMoveNotification(learntLate, '2026-02-01', known)).toBe(true);
  });

  it('does not mind an event that was turned away already', () => {
    const odd = [...life, fact('start', '2026-04-01')];
    expect(mayMoveNotification(odd, '2026-01-20', known)).toBe(true);
    expect(mayMoveNotification(odd, '2026-02-03', known)).toBe(false);
  });

  it('looks at what is known on that day only', () => {
    expect(mayMoveNotification(life, '2026-02-03', '2026-01-31')).toBe(true);
    expect(mayMoveNotification([], '2026-02-03', known)).toBe(true);
  });

  it('never turns away more events than were, and says so exactly where it would', () => {
    fc.assert(
      fc.property(contractFactsArbitrary, dayArbitrary(), (events, to) => {
        const asked = { asOf: '9999-12-31', knownOn: '9999-12-31' };
        const moved = events.map((event) => (event.type === 'notify' ? { ...event, on: to } : event));
        const refused = (list: readonly ContractFact[]) => foldStatus({ events: list, ...asked }).refused.length;
        expect(mayMoveNotification(events, to, asked.knownOn)).toBe(refused(moved) <= refused(events));
      }),
    );
  });

  it('is always so to where it is', () => {
    fc.assert(
      fc.property(contractFactsArbitrary, (events) => {
        const own = events.find(({ type }) => type === 'notify');
        fc.pre(own !== undefined && events.filter(({ type }) => type === 'notify').length === 1);
        expect(mayMoveNotification(events, own?.on ?? '', '9999-12-31')).toBe(true);
      }),
    );
  });
});

const id = '00000000-0000-7000-8000-000000000001';
const contract = {
  ...{ contractId: id, object: 'Nettoyage', cpv: '90910000', placeCode: '75113', placeName: 'Paris 13e' },
  ...{ amountCents: 100, notifiedOn: '2026-01-05', source: 'phone', saidBy: null },
};
const lot = { lotId: id, object: 'Vitrerie', amountCents: null, holderIds: [id], source: 'mail', saidBy: 'Mme Aubin' };
const takes = (schema: typeof correctContractSchema | typeof correctLotSchema, of: object, changes: object) =>
  schema.safeParse({ ...of, ...changes }).success;

describe('what a correction holds', () => {
  it('is what the form sends, an end left out being left as it is', () => {
    expect(correctContractSchema.parse(contract)).not.toHaveProperty('endsOn');
    expect(correctContractSchema.parse({ ...contract, endsOn: null }).endsOn).toBeNull();
    expect(correctContractSchema.parse({ ...contract, object: '  Nettoyage  ', cpv: '90910000-9' })).toMatchObject({
      ...{ object: 'Nettoyage', cpv: '90910000' },
    });
    expect(correctLotSchema.parse(lot).holderIds).toEqual([id]);
  });

  it.each([
    { name: 'no object', changes: { object: '  ' } },
    { name: 'an amount below zero', changes: { amountCents: -1 } },
    { name: 'a part of a cent', changes: { amountCents: 1.5 } },
    { name: 'a CPV of seven digits', changes: { cpv: '9091000' } },
    { name: 'a day that does not exist', changes: { notifiedOn: '2026-02-30' } },
    { name: 'an end that is no day', changes: { endsOn: 'bientôt' } },
    { name: 'open data as somebody’s word', changes: { source: 'decp' } },
    { name: 'a file as somebody’s word', changes: { source: 'import' } },
    { name: 'no word of who said it, left out', changes: { saidBy: undefined } },
    { name: 'a place beyond its code', changes: { placeCode: '12345678901' } },
  ])('is refused with $name', ({ changes }) => {
    expect(takes(correctContractSchema, contract, changes)).toBe(false);
  });

  it('may say that nothing is known', () => {
    const unknown = { cpv: null, placeCode: null, placeName: null, amountCents: null, notifiedOn: null };
    expect(takes(correctContractSchema, contract, unknown)).toBe(true);
    expect(takes(correctLotSchema, lot, { holderIds: [] })).toBe(true);
  });

  it('takes thirty companies of a lot, and not one more', () => {
    expect(takes(correctLotSchema, lot, { holderIds: Array(30).fill(id) })).toBe(true);
    expect(takes(correctLotSchema, lot, { holderIds: Array(31).fill(id) })).toBe(false);
    expect(takes(correctLotSchema, lot, { holderIds: ['x'] })).toBe(false);
  });

  it('is kept as words, figures, names or nothing', () => {
    for (const value of ['Nettoyage', 12, ['A', 'B'], null])
      expect(correctedValueSchema.safeParse(value).success).toBe(true);
    for (const value of [true, { a: 1 }, [1], undefined])
      expect(correctedValueSchema.safeParse(value).success).toBe(false);
    expect(new Set(correctedFields).size).toBe(correctedFields.length);
  });
});
