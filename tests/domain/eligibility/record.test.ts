import { categories } from '@jonction/domain/eligibility/categories';
import { readingPurposes } from '@jonction/domain/eligibility/reading-purpose';
import {
  checkEligibilitySchema,
  recordEvidence,
  recordEvidenceSchema,
  sealedEvidenceSchema,
} from '@jonction/domain/eligibility/record';
import { dayFromNumber } from '@jonction/domain/shared/day';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const today = '2026-05-04';
const paper = { category: 'RSA', issuedOn: '2026-04-01', validTo: null };

describe('a paper', () => {
  it.each(categories.map(({ code }) => code))('may prove %s', (category) => {
    expect(recordEvidence({ ...paper, category }, today)).toEqual({ ok: true, value: { ...paper, category } });
  });

  it.each([
    ['of a category that nobody knows', { category: 'BAC+5' }, 'eligibility.category_unknown'],
    ['of a category in small letters', { category: 'rsa' }, 'eligibility.category_unknown'],
    ['of a name that every object has', { category: 'constructor' }, 'eligibility.category_unknown'],
    ['issued tomorrow', { issuedOn: '2026-05-05' }, 'eligibility.issued_in_future'],
    ['that ends before it was issued', { validTo: '2026-03-31' }, 'eligibility.ends_before_issue'],
  ])('is refused %s', (_, change, code) => {
    expect(recordEvidence({ ...paper, ...change }, today)).toEqual({ ok: false, refusal: { code, facts: {} } });
  });

  it.each([
    ['issued today', { issuedOn: today }],
    ['issued thirty years ago: whether it still counts is another question', { issuedOn: '1996-01-01' }],
    ['that ends on the day it was issued', { validTo: '2026-04-01' }],
    ['that is over already: the past is recorded too', { issuedOn: '2024-01-01', validTo: '2024-12-31' }],
  ])('is accepted %s', (_, change) => {
    expect(recordEvidence({ ...paper, ...change }, today).ok).toBe(true);
  });

  it('may prove a category of the structure’s own, and of no other', () => {
    const own = { ...paper, category: 'JEUNES-DU-CANAL' };
    expect(recordEvidence(own, today, ['JEUNES-DU-CANAL']).ok).toBe(true);
    expect(recordEvidence(own, today, ['AUTRE']).ok).toBe(false);
    expect(recordEvidence(paper, today, ['JEUNES-DU-CANAL']).ok).toBe(true);
  });

  it('once accepted is accepted on every later day: time alone refuses nothing', () => {
    const day = fc.integer({ min: 17_000, max: 24_000 }).map(dayFromNumber);
    fc.assert(
      fc.property(day, fc.option(day, { nil: null }), day, day, (issuedOn, validTo, one, other) => {
        const [sooner, later] = one <= other ? [one, other] : [other, one];
        const answer = recordEvidence({ category: 'RSA', issuedOn, validTo }, sooner);
        if (answer.ok) expect(recordEvidence({ category: 'RSA', issuedOn, validTo }, later).ok).toBe(true);
        else expect(issuedOn > sooner || (validTo !== null && validTo < issuedOn)).toBe(true);
      }),
    );
  });
});

describe('what is recorded of a paper', () => {
  const recorded = { participantId: idOf(1), category: 'RSA', issuedOn: '2026-04-01' };

  it('is a person, a category and a day; the file and its end when there are', () => {
    expect(recordEvidenceSchema.parse(recorded)).toEqual(recorded);
    expect(refusalsOf(recordEvidenceSchema, { ...recorded, validTo: '2026-07-01', fileId: idOf(2) })).toEqual([]);
  });

  it.each([
    ['no category', { category: '' }, 'category: eligibility.category_missing'],
    ['a day that is none', { issuedOn: '2026-02-30' }, 'issuedOn: shared.not_a_day'],
    ['an end that is none', { validTo: 'juillet' }, 'validTo: shared.not_a_day'],
  ])('is refused with %s', (_, change, refusal) => {
    expect(refusalsOf(recordEvidenceSchema, { ...recorded, ...change })).toEqual([refusal]);
  });

  it.each([
    ['nobody', { participantId: undefined }, 'participantId'],
    ['no day of issue', { issuedOn: undefined }, 'issuedOn'],
    ['a file by its name', { fileId: 'rsa.pdf' }, 'fileId'],
    ['a label over 200 characters', { label: 'x'.repeat(201) }, 'label'],
  ])('is refused with %s: %j', (_, change, field) => {
    expect(fieldsRefused(recordEvidenceSchema, { ...recorded, ...change })).toEqual([field]);
  });

  it('is sealed with its words, or with none said', () => {
    const sealed = { category: 'RSA', issuedOn: '2026-04-01' };
    expect(refusalsOf(sealedEvidenceSchema, { ...sealed, label: null })).toEqual([]);
    expect(fieldsRefused(sealedEvidenceSchema, sealed)).toEqual(['label']);
  });
});

describe('a check of eligibility', () => {
  const check = { participantId: idOf(1), clauseId: idOf(2), on: '2026-05-04' };

  it.each(['participantId', 'clauseId', 'on'])('is of one person, one clause and one day: not without %s', (field) => {
    expect(refusalsOf(checkEligibilitySchema, check)).toEqual([]);
    expect(fieldsRefused(checkEligibilitySchema, { ...check, [field]: undefined })).toEqual([field]);
  });
});

describe('the purposes of reading', () => {
  it('are few, named once, and never "other": a logged purpose that says nothing is none', () => {
    expect(new Set(readingPurposes).size).toBe(readingPurposes.length);
    expect(readingPurposes.some((purpose) => /other|misc|unknown/.test(purpose))).toBe(false);
  });
});
