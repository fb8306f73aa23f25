import { importedPersonSchema, mapImportSchema, showImportSchema } from '@jonction/domain/participant/import';
import { listParticipantsSchema } from '@jonction/domain/participant/list';
import { freshnesses, freshUntilDays, participantSorts, staleFromDays } from '@jonction/domain/participant/list-order';
import { participantStatuses } from '@jonction/domain/participant/status';
import { offsetOf, pageSchema } from '@jonction/domain/shared/page';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

describe('a page of a long list', () => {
  it('is the first fifty unless asked otherwise', () => {
    expect(pageSchema.parse({})).toEqual({ page: 1, pageSize: 50 });
  });

  it.each([
    ['page zero', { page: 0 }, 'page'],
    ['a page before the first', { page: -1 }, 'page'],
    ['half a page', { page: 1.5 }, 'page'],
    ['a page past any list', { page: 1_000_001 }, 'page'],
    ['no row', { pageSize: 0 }, 'pageSize'],
    ['more rows than a screen holds', { pageSize: 201 }, 'pageSize'],
  ])('is never %s', (_, question, field) => {
    expect(fieldsRefused(pageSchema, question)).toEqual([field]);
  });

  it('follows the one before without a gap or an overlap', () => {
    const sizes = fc.integer({ min: 1, max: 200 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), sizes, (page, pageSize) => {
        expect(offsetOf({ page: page + 1, pageSize })).toBe(offsetOf({ page, pageSize }) + pageSize);
        expect(offsetOf({ page: 1, pageSize })).toBe(0);
      }),
    );
  });
});

describe('a search of the CV bank', () => {
  it('asks nothing by itself: everybody, the first page', () => {
    expect(listParticipantsSchema.parse({})).toEqual({ page: 1, pageSize: 50, descending: false });
  });

  it.each([
    ['too many words', { text: 'x'.repeat(201) }, 'text'],
    ['21 occupations', { occupations: Array.from({ length: 21 }, () => 'K2204') }, 'occupations'],
    ['a place without its radius', { near: { postalCode: '75013' } }, 'near.withinKm'],
    ['a radius of none', { near: { postalCode: '75013', withinKm: 0 } }, 'near.withinKm'],
    ['a radius over 500 km', { near: { postalCode: '75013', withinKm: 501 } }, 'near.withinKm'],
    ['a town in words', { near: { postalCode: 'Paris', withinKm: 10 } }, 'near.postalCode'],
    ['a level of French over C2', { frenchAtLeast: 7 }, 'frenchAtLeast'],
    ['a day that is none', { availableOn: '2026-02-29' }, 'availableOn'],
    ['a status that nobody has', { status: 'lost' }, 'status'],
    ['a freshness of its own', { freshness: 'old' }, 'freshness'],
    ['an order by age: nothing is sorted by a protected fact', { sort: 'birthDate' }, 'sort'],
    ['a colleague by her name', { ownerId: 'Nadia' }, 'ownerId'],
  ])('is refused with %s', (_, question, field) => {
    expect(fieldsRefused(listParticipantsSchema, question)).toEqual([field]);
  });

  it('may filter by every status and freshness, and sort by every order that it names', () => {
    for (const status of participantStatuses) expect(refusalsOf(listParticipantsSchema, { status })).toEqual([]);
    for (const freshness of freshnesses) expect(refusalsOf(listParticipantsSchema, { freshness })).toEqual([]);
    for (const sort of participantSorts) expect(refusalsOf(listParticipantsSchema, { sort })).toEqual([]);
  });

  it('has no filter on a protected fact (C. trav. L1132-1)', () => {
    const asked = Object.keys(listParticipantsSchema.shape).join(' ');
    expect(asked).not.toMatch(/sex|gender|birth|\bage|nationality|origin|health|family|category/i);
  });

  it('calls recent and stale what the ranking does: full freshness to 15 days, none from 180', () => {
    expect([freshUntilDays, staleFromDays]).toEqual([15, 180]);
  });
});

const read = {
  lastName: 'Diop',
  firstName: 'Awa',
  birthDate: null,
  phone: null,
  email: null,
  postalCode: null,
  occupations: ['femme de ménage'],
  licences: ['permis B'],
  frenchLevel: null,
  availableFrom: null,
  radiusKm: null,
  category: null,
  evidenceIssuedOn: null,
  prescriber: null,
  consentOn: null,
};

describe('a row of a list that comes in', () => {
  it('is kept as it was written, titles and licences in their own words', () => {
    expect(importedPersonSchema.parse(read)).toEqual(read);
  });

  it.each(Object.keys(read))('says its %s or says null: nothing is left out in silence', (field) => {
    expect(fieldsRefused(importedPersonSchema, { ...read, [field]: undefined })).toEqual([field]);
  });

  it.each(['birthDate', 'availableFrom', 'evidenceIssuedOn', 'consentOn'])('holds a day or nothing as %s', (field) => {
    expect(refusalsOf(importedPersonSchema, { ...read, [field]: '2026-02-30' })).toEqual([
      `${field}: shared.not_a_day`,
    ]);
    expect(refusalsOf(importedPersonSchema, { ...read, [field]: '2026-02-28' })).toEqual([]);
  });

  it('is shown with the rest, or with the problems alone', () => {
    expect(showImportSchema.parse({ runId: idOf(1) })).toMatchObject({ only: 'all', page: 1 });
    expect(fieldsRefused(showImportSchema, { runId: idOf(1), only: 'errors' })).toEqual(['only']);
  });

  it('is read by the columns that a person mapped, each to one field', () => {
    expect(refusalsOf(mapImportSchema, { runId: idOf(1), mapping: { NOM: 'lastName' } })).toEqual([]);
    expect(fieldsRefused(mapImportSchema, { runId: idOf(1), mapping: { NOM: ['lastName'] } })).toEqual(['mapping.NOM']);
  });
});
