import {
  confirmInterview,
  mayTellOutcome,
  missingOf,
  outcomeInput,
  type Sheet,
  sheetFields,
  sheetInput,
} from '@jonction/domain/positioning/interview';
import { interviewOutcomes } from '@jonction/domain/positioning/interview-outcome';
import { interviewWords } from '@jonction/domain/positioning/interview-words';
import { positioningWords } from '@jonction/domain/positioning/words';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const whole: Sheet = {
  address: '12 rue des Ateliers, 93200 Saint-Denis, métro ligne 13',
  hours: '6 h - 13 h, du lundi au vendredi',
  contactName: 'Mme Roche',
  contactPhone: '01 44 55 66 77',
  tutor: 'M. Petit',
  equipment: 'Chaussures fermées, pièce d’identité',
};
const now = new Date('2026-03-02T08:00:00Z');
const later = new Date('2026-03-12T08:30:00Z');
const id = '0190a000-0000-7000-8000-000000000001';

describe('the preparation sheet', () => {
  it('lets a meeting be confirmed once it is whole and its date is to come', () => {
    expect(confirmInterview(whole, later, now)).toEqual({ ok: true, value: true });
    expect(confirmInterview(whole, now, now)).toEqual({
      ok: false,
      refusal: { code: 'positioning.interview_past', facts: {} },
    });
  });

  it('names exactly what is missing, blank or empty, and never confirms without it', () => {
    const blank = fc.constantFrom(null, '', '   ');
    const sheet = fc.record(
      Object.fromEntries(sheetFields.map((field) => [field, fc.oneof(fc.constant(whole[field]), blank)])) as Record<
        (typeof sheetFields)[number],
        fc.Arbitrary<string | null>
      >,
    );
    fc.assert(
      fc.property(sheet, (given) => {
        const missing = sheetFields.filter((field) => (given[field] ?? '').trim() === '');
        expect(missingOf(given)).toEqual(missing);
        const decision = confirmInterview(given, later, now);
        expect(decision.ok).toBe(missing.length === 0);
        if (!decision.ok) expect(decision.refusal.facts).toEqual({ missing: missing.join(' ') });
      }),
    );
  });

  it('has a label for each field, in both languages', () => {
    for (const field of sheetFields) {
      for (const locale of ['fr', 'en'] as const) {
        expect(sentence(interviewWords, locale, `positioning.sheet.${field}`)).not.toBe(`positioning.sheet.${field}`);
      }
    }
  });

  it('is typed in parts: only the date is asked from the start', () => {
    const parsed = sheetInput.parse({ positioningId: id, at: '2026-03-12T09:30', address: '  ' });
    expect(parsed).toMatchObject({ minutes: 45, address: null, tutor: null, confirm: false });
    for (const at of ['', '2026-02-30T09:30', '2026-03-12', '2026-03-12T24:10']) {
      const refused = sheetInput.safeParse({ positioningId: id, at });
      expect(refused.error?.issues.map(({ message }) => message)).toEqual(['positioning.interview_date_missing']);
    }
  });

  it('takes a typed outcome of a meeting, and no other', () => {
    expect(outcomeInput.safeParse({ positioningId: id, outcome: 'did_not' }).success).toBe(true);
    expect(outcomeInput.safeParse({ positioningId: id, outcome: 'late' }).success).toBe(false);
  });
});

describe('what became of a meeting', () => {
  const at = new Date('2026-03-12T08:30:00Z');

  it('is told from its hour on', () => {
    fc.assert(
      fc.property(fc.constantFrom(...interviewOutcomes), fc.integer({ min: -1e9, max: 1e9 }), (outcome, shift) => {
        const told = mayTellOutcome(outcome, at, new Date(at.getTime() + shift));
        expect(told.ok).toBe(outcome === 'postponed' || shift >= 0);
        if (!told.ok) expect(told.refusal.code).toBe('positioning.interview_to_come');
      }),
    );
  });

  it('is refused before it, in words that say when', () => {
    expect(sentence(positioningWords, 'fr', 'positioning.interview_to_come')).toMatch(/après/);
    expect(sentence(positioningWords, 'en', 'positioning.interview_to_come')).toMatch(/afterwards/);
  });
});
