import { type DeclaredRow, declaredRowSchema, declareInput, outcomeOf, rowKey } from '@jonction/domain/hours/declare';
import { hourKinds, hourPayers } from '@jonction/domain/hours/line';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nirKey } from '../../support/fictitious-numbers.ts';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const april = { placementId: idOf(1), from: '2020-04-01', to: '2020-04-30', kind: 'telework', centihours: 15_167 };

describe('a row of a declaration', () => {
  it('says no payer and no paper unless said', () => {
    expect(declaredRowSchema.parse(april)).toEqual({ ...april, payer: null, evidence: [] });
  });

  it.each([
    ['words for hours', { centihours: 'dix' }, 'centihours: hours.hours_missing'],
    ['no hours', { centihours: undefined }, 'centihours: hours.hours_missing'],
    ['a third decimal', { centihours: 100.5 }, 'centihours: hours.hours_missing'],
    ['less than none', { centihours: -1 }, 'centihours: hours.negative'],
    ['more hours than a month of 31 days holds', { centihours: 74_401 }, 'centihours: hours.too_many'],
    ['an end before its start', { from: '2020-04-30', to: '2020-04-01' }, 'to: hours.period_reversed'],
    ['two months', { to: '2020-05-01' }, 'to: hours.one_month'],
    [
      'a number of a person for a paper',
      { evidence: [`180052A004001${nirKey('180052A004001')}`] },
      'evidence.0: shared.holds_nir',
    ],
    ['the same month of two years', { to: '2021-04-30' }, 'to: hours.one_month'],
    ['a day that is none', { to: '2020-04-31' }, 'to: shared.not_a_day'],
  ])('is refused with %s', (_, change, refusal) => {
    expect(refusalsOf(declaredRowSchema, { ...april, ...change })).toEqual([refusal]);
  });

  it.each([
    ['a kind that nobody knows', { kind: 'strike' }, 'kind'],
    ['a payer that nobody knows', { payer: 'state' }, 'payer'],
    ['a paper without a name', { evidence: [' '] }, 'evidence.0'],
    ['eleven papers', { evidence: Array.from({ length: 11 }, () => 'x') }, 'evidence'],
    ['a person by her name', { placementId: 'Awa' }, 'placementId'],
  ])('is refused with %s', (_, change, field) => {
    expect(fieldsRefused(declaredRowSchema, { ...april, ...change })).toEqual([field]);
  });

  it.each([
    ['no hours: it cancels what was declared', { centihours: 0 }],
    ['every hour of 31 days', { from: '2020-05-01', to: '2020-05-31', centihours: 74_400 }],
    ['one day', { to: '2020-04-01' }],
    ['29 February', { from: '2020-02-29', to: '2020-02-29' }],
  ])('is accepted with %s', (_, change) => {
    expect(refusalsOf(declaredRowSchema, { ...april, ...change })).toEqual([]);
  });

  it('may be of every kind and every payer', () => {
    for (const kind of hourKinds) {
      for (const payer of [...hourPayers, null]) {
        expect(refusalsOf(declaredRowSchema, { ...april, kind, payer }), `${kind} ${payer}`).toEqual([]);
      }
    }
  });
});

describe('a declaration', () => {
  it.each([
    ['of no month', { month: '', rows: [april] }, 'month: hours.month_missing'],
    ['of a thirteenth month', { month: '2020-13', rows: [april] }, 'month: hours.month_missing'],
    ['of a day', { month: '2020-04-01', rows: [april] }, 'month: hours.month_missing'],
    ['of nothing', { month: '2020-04', rows: [] }, 'rows: hours.nothing_declared'],
    [
      'of a row that is wrong, with its place',
      { month: '2020-04', rows: [april, { ...april, centihours: -5 }] },
      'rows.1.centihours: hours.negative',
    ],
  ])('is refused %s', (_, declaration, refusal) => {
    expect(refusalsOf(declareInput, declaration)).toEqual([refusal]);
  });
});

describe('what a row does to the line that stands', () => {
  const row: DeclaredRow = declaredRowSchema.parse({ ...april, payer: 'employer', evidence: ['a', 'b'] });
  const standing = { centihours: 15_167, payer: 'employer', evidence: ['a', 'b'] };

  it.each([
    ['creates one where none stands', null, 'created'],
    ['changes nothing where all is the same', standing, 'unchanged'],
    ['changes nothing where papers come in another order', { ...standing, evidence: ['b', 'a'] }, 'unchanged'],
    ['corrects other hours', { ...standing, centihours: 15_166 }, 'updated'],
    ['corrects another payer', { ...standing, payer: 'social_security' }, 'updated'],
    ['corrects a payer that was not said', { ...standing, payer: null }, 'updated'],
    ['corrects a missing paper', { ...standing, evidence: ['a'] }, 'updated'],
    ['corrects a paper too many', { ...standing, evidence: ['a', 'b', 'c'] }, 'updated'],
    ['corrects two papers written as one', { ...standing, evidence: ['a|b'] }, 'updated'],
    ['corrects where no paper was kept', { centihours: 15_167, payer: 'employer' }, 'updated'],
  ] as const)('%s', (_, line, outcome) => {
    expect(outcomeOf(row, line)).toBe(outcome);
  });

  it('takes a payer and papers left out for none', () => {
    const bare = declaredRowSchema.parse(april);
    expect(outcomeOf(bare, { centihours: 15_167 })).toBe('unchanged');
    expect(outcomeOf(bare, { centihours: 15_167, payer: null, evidence: null })).toBe('unchanged');
    expect(outcomeOf(bare, { centihours: 15_167, payer: undefined, evidence: [] })).toBe('unchanged');
  });

  it('is nothing the second time: a declaration sent twice changes nothing', () => {
    const rows = fc.record({
      centihours: fc.integer({ min: 0, max: 74_400 }),
      payer: fc.constantFrom(...hourPayers, null),
      evidence: fc.array(fc.constantFrom('employer_attestation', 'benefit_statement', 'paie'), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(rows, rows, (one, other) => {
        expect(outcomeOf(one, one)).toBe('unchanged');
        expect(outcomeOf(one, other)).toBe(outcomeOf(other, one));
      }),
    );
  });

  it('is about one placement, one period and one kind: any other is another row', () => {
    const others = [
      { ...row, placementId: idOf(2) },
      { ...row, from: '2020-04-02' },
      { ...row, to: '2020-04-29' },
      { ...row, kind: 'worked_on_site' as const },
    ];
    expect(new Set([row, ...others].map(rowKey)).size).toBe(5);
    expect(rowKey({ ...row, centihours: 1, payer: null, evidence: [] } as DeclaredRow)).toBe(rowKey(row));
  });
});
