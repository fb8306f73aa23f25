import { answerInput } from '@jonction/domain/positioning/answer';
import { answers } from '@jonction/domain/positioning/lifecycle';
import { refusalReasons } from '@jonction/domain/positioning/reasons';
import { parisInstant, parisLocal } from '@jonction/domain/shared/paris-time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const hire = { positioningId: idOf(1), answer: 'hire' };
const meeting = { positioningId: idOf(1), answer: 'meet', interviewAt: '2026-05-12T14:30' };
const refusal = { positioningId: idOf(1), answer: 'refuse', reason: 'distance' };

describe('the answer of a company', () => {
  it('says nothing more than was said', () => {
    expect(answerInput.parse(hire)).toEqual({ ...hire, interviewAt: null, reason: null, note: null, version: null });
  });

  it('is one of three', () => {
    for (const answer of answers) {
      expect(refusalsOf(answerInput, { ...meeting, reason: 'other', answer })).toEqual([]);
    }
    for (const answer of ['send', 'see', 'withdraw', 'close', 'maybe', '', null]) {
      expect(fieldsRefused(answerInput, { ...hire, answer }), String(answer)).toEqual(['answer']);
    }
  });

  it('sets no meeting without its date, and refuses nobody without a reason', () => {
    expect(refusalsOf(answerInput, { ...meeting, interviewAt: null })).toEqual([
      'interviewAt: positioning.interview_date_missing',
    ]);
    expect(refusalsOf(answerInput, { ...refusal, reason: null })).toEqual(['reason: positioning.reason_missing']);
  });

  it.each(refusalReasons)('may refuse for: %s', (reason) => {
    expect(refusalsOf(answerInput, { ...refusal, reason })).toEqual([]);
  });

  it.each(['too_old', 'health', 'origin', ''])('may not refuse for: "%s"', (reason) => {
    expect(fieldsRefused(answerInput, { ...refusal, reason })).toEqual(['reason']);
  });

  it('keeps a note of 1,000 characters, and no longer one', () => {
    expect(answerInput.parse({ ...hire, note: ` ${'x'.repeat(1000)} ` }).note).toHaveLength(1000);
    expect(fieldsRefused(answerInput, { ...hire, note: 'x'.repeat(1001) })).toEqual(['note']);
  });
});

describe('the hour of a meeting', () => {
  it.each([
    '2026-05-12',
    '12/05/2026 14:30',
    '2026-05-12 14:30',
    '2026-05-12T14:30:00',
    '2026-05-12T14:30Z',
    'demain',
    '',
  ])('is not "%s": a form gives a day and an hour of Paris', (interviewAt) => {
    expect(refusalsOf(answerInput, { ...meeting, interviewAt })).toEqual([
      'interviewAt: positioning.interview_date_missing',
    ]);
  });

  it.each([
    '2026-13-12T14:30',
    '2026-00-12T14:30',
    '2026-02-30T14:30',
    '2026-05-00T14:30',
    '2026-05-12T24:00',
    '2026-05-12T99:99',
    '2026-05-12T14:60',
  ])('is not "%s": there is no such hour', (interviewAt) => {
    expect(refusalsOf(answerInput, { ...meeting, interviewAt })).toEqual([
      'interviewAt: positioning.interview_date_missing',
    ]);
  });

  it.each(['2026-05-12T00:00', '2026-05-12T23:59', '2028-02-29T09:15'])('may be %s', (interviewAt) => {
    expect(answerInput.parse({ ...meeting, interviewAt }).interviewAt).toBe(interviewAt);
  });

  it('once accepted, is always an instant that reads back as the same hour in Paris', () => {
    const two = (most: number) => fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(2, '0'));
    const typed = fc
      .tuple(fc.integer({ min: 2020, max: 2040 }), two(14), two(33), two(26), two(66))
      .map(([year, month, day, hour, minute]) => `${year}-${month}-${day}T${hour}:${minute}`);
    fc.assert(
      fc.property(typed, (interviewAt) => {
        if (!answerInput.safeParse({ ...meeting, interviewAt }).success) return;
        const instant = parisInstant(interviewAt);
        expect(Number.isNaN(instant.getTime())).toBe(false);
        // The hour that is skipped in March reads as the one after.
        const read = parisLocal(instant);
        expect([interviewAt, `${interviewAt.slice(0, 11)}03${interviewAt.slice(13)}`]).toContain(read);
      }),
    );
  });
});
