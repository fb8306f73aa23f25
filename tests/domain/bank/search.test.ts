import { askedBy, readSavedFilters, savedFiltersSchema, saveSearchSchema } from '@jonction/domain/bank/search';
import { bankWords } from '@jonction/domain/bank/words';
import { participantStatuses } from '@jonction/domain/participant/status';
import { hasSentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, refusalsOf } from '../shared/refusals-of.ts';

const empty = savedFiltersSchema.parse({});
const filters = fc.record(
  {
    text: fc.constantFrom('maçon', 'femme de ménage', 'Diarra'),
    occupations: fc.uniqueArray(fc.constantFrom('K2204', 'F1703', 'G1602'), { minLength: 1 }),
    near: fc.record({ postalCode: fc.constantFrom('75013', '93200'), withinKm: fc.integer({ min: 1, max: 500 }) }),
    licences: fc.uniqueArray(fc.constantFrom('B', 'caces_r489_3'), { minLength: 1 }),
    frenchAtLeast: fc.integer({ min: 0, max: 6 }),
    availableOn: fc.constantFrom('2026-03-02', '2026-12-31'),
    status: fc.constantFrom(...participantStatuses),
    confirmed: fc.constantFrom('fresh' as const, 'due' as const, 'none' as const),
    consents: fc.boolean(),
    eligible: fc.boolean(),
    mine: fc.boolean(),
    descending: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('a saved search', () => {
  it('asks nothing by default, of nobody in particular', () => {
    expect(empty).toEqual({ descending: false, mine: false });
    expect(askedBy(empty, 'me')).toEqual({ descending: false, ownerId: null });
  });

  it('keeps neither the page it was on nor whose work it was', () => {
    expect(savedFiltersSchema.parse({ page: 3, pageSize: 50, ownerId: crypto.randomUUID() })).toEqual(empty);
  });

  it('asks the people of whoever opens it, when it asks for her own', () => {
    expect(askedBy({ ...empty, mine: true }, 'reader').ownerId).toBe('reader');
  });

  it('is read back from the base as it was kept', () => {
    fc.assert(
      fc.property(filters, (given) => {
        const kept = savedFiltersSchema.parse(given);
        expect(readSavedFilters(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
      }),
    );
  });

  it('asks exactly what was kept, whoever asks', () => {
    fc.assert(
      fc.property(filters, fc.uuid(), (given, userId) => {
        const { mine, ...kept } = savedFiltersSchema.parse(given);
        expect(askedBy({ ...kept, mine }, userId)).toEqual({ ...kept, ownerId: mine ? userId : null });
      }),
    );
  });

  it.each([null, 'text', { frenchAtLeast: 'beaucoup' }, { status: 'unheard_of' }])(
    'asks nothing where what was kept is no search: %j',
    (stored) => {
      expect(readSavedFilters(stored)).toEqual(empty);
    },
  );

  it.each([
    ['no name', { name: '  ' }, 'name: bank.name_missing'],
    ['a name that no list can show', { name: 'x'.repeat(81) }, 'name: bank.name_too_long'],
  ])('refuses %s in words', (_, change, refusal) => {
    expect(refusalsOf(saveSearchSchema, { filters: {}, ...change })).toEqual([refusal]);
    expect(hasSentence(bankWords, refusal.split(': ')[1] ?? '')).toBe(true);
  });

  it.each([
    ['a column that is no word', { columns: ['<script>'] }, 'columns.0'],
    ['more columns than there are', { columns: Array.from({ length: 21 }, () => 'cv') }, 'columns'],
    ['a postal code in words', { filters: { near: { postalCode: 'Paris', withinKm: 5 } } }, 'filters.near.postalCode'],
    [
      'a radius around the world',
      { filters: { near: { postalCode: '75013', withinKm: 501 } } },
      'filters.near.withinKm',
    ],
  ])('refuses %s', (_, change, field) => {
    expect(fieldsRefused(saveSearchSchema, { name: 'x', filters: {}, ...change })).toEqual([field]);
  });

  it('trims its name, and is private unless shared', () => {
    expect(saveSearchSchema.parse({ name: '  Propreté  ', filters: {} })).toMatchObject({
      name: 'Propreté',
      shared: false,
      columns: [],
    });
  });
});
