import { correctionInput } from '@jonction/domain/participant/link-correct';
import { mayAnswer, proposalAnswerInput } from '@jonction/domain/participant/link-offer';
import { pageWords } from '@jonction/domain/participant/link-words';
import { noReasons } from '@jonction/domain/participant/no-reason';
import { isOwn, ownFields, saidFields, wordFields } from '@jonction/domain/participant/own-field';
import { cardSchema } from '@jonction/domain/positioning/card';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const messagesOf = (given: unknown) => {
  const read = correctionInput.safeParse(given);
  return read.success ? [] : read.error.issues.map(({ path, message }) => [path.join('.'), message]);
};

describe('what a person corrects', () => {
  it('either holds at once or is said to the team, never both', () => {
    expect(ownFields.filter((field) => (saidFields as readonly string[]).includes(field))).toEqual([]);
    expect(ownFields.every((field) => isOwn(field))).toBe(true);
    expect(saidFields.some((field) => isOwn(field))).toBe(false);
    expect(isOwn('consent_given') || isOwn('consent_withdrawn')).toBe(false);
    expect(new Set(wordFields).size).toBe(wordFields.length);
  });

  it('covers all that a company reads of her', () => {
    const coveredBy: Readonly<Record<keyof typeof cardSchema.shape, (typeof wordFields)[number]>> = {
      firstName: 'name',
      lastName: 'name',
      phone: 'phone',
      email: 'email',
      title: 'occupations',
      occupations: 'occupations',
      experience: 'experience',
      skills: 'skills',
      licences: 'licences',
      languages: 'languages',
      city: 'place',
      availableFrom: 'availability',
      weeklyHoursMin: 'hours',
      weeklyHoursMax: 'hours',
    };
    for (const field of Object.keys(cardSchema.shape)) {
      expect(wordFields, field).toContain(coveredBy[field as keyof typeof coveredBy]);
    }
  });

  it('never lets her change by herself what a paper proves', () => {
    for (const field of ['name', 'licences', 'occupations', 'skills'] as const) {
      expect(isOwn(field)).toBe(false);
      expect(messagesOf({ field, value: 'x' })).toEqual([['words', expect.any(String)]]);
    }
  });

  it.each([
    [
      { field: 'phone', phone: '06 12 34 56 78' },
      { field: 'phone', phone: '+33612345678' },
    ],
    [
      { field: 'email', email: ' Awa@Exemple.TEST ' },
      { field: 'email', email: 'awa@exemple.test' },
    ],
    [
      { field: 'email', email: null },
      { field: 'email', email: null },
    ],
    [
      { field: 'place', postalCode: '75013', city: null },
      { field: 'place', postalCode: '75013', city: null },
    ],
    [
      { field: 'radius', radiusKm: null },
      { field: 'radius', radiusKm: null },
    ],
    [
      { field: 'availability', availableFrom: '2026-06-01' },
      { field: 'availability', availableFrom: '2026-06-01' },
    ],
    [
      { field: 'hours', weeklyHoursMin: 20, weeklyHoursMax: 20 },
      { field: 'hours', weeklyHoursMin: 20, weeklyHoursMax: 20 },
    ],
    [
      { field: 'skills', words: '  Je soude.  ' },
      { field: 'skills', words: 'Je soude.' },
    ],
  ])('is read: %o', (given, read) => {
    expect(correctionInput.parse(given)).toEqual(read);
  });

  it.each([
    [{ field: 'phone', phone: 'abc' }, [['phone', 'participant.phone_invalid']]],
    [{ field: 'phone', phone: '' }, [['phone', 'participant.phone_invalid']]],
    [{ field: 'email', email: 'awa@' }, [['email', 'participant.email_invalid']]],
    [{ field: 'place', postalCode: '7501', city: null }, [['postalCode', 'participant.postal_code_invalid']]],
    [{ field: 'radius', radiusKm: 501 }, [['radiusKm', 'participant.radius_invalid']]],
    [{ field: 'hours', weeklyHoursMin: 35, weeklyHoursMax: 20 }, [['weeklyHoursMax', 'participant.hours_reversed']]],
    [{ field: 'hours', weeklyHoursMin: 0, weeklyHoursMax: 20 }, [['weeklyHoursMin', 'participant.hours_invalid']]],
    [{ field: 'other', words: ' ' }, [['words', 'participant.page_words_missing']]],
    [{ field: 'other', words: 'x'.repeat(501) }, [['words', 'participant.page_words_long']]],
  ])('is refused at its field: %o', (given, messages) => {
    expect(messagesOf(given)).toEqual(messages);
  });

  it.each(['birthDate', 'status', 'structureId', 'consent_given', 'owner', '', undefined])(
    'is of no other field of her record: %o',
    (field) => {
      expect(correctionInput.safeParse({ field, words: 'x', value: 'x' }).success).toBe(false);
    },
  );

  it('carries nothing but its own field, whatever is sent along', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom('status', 'ownerId', 'birthDate', 'lastName', 'licences', 'consents'),
          fc.anything(),
        ),
        (more) => {
          const read = correctionInput.parse({ ...more, field: 'radius', radiusKm: 5 });
          expect(read).toEqual({ field: 'radius', radiusKm: 5 });
        },
      ),
    );
  });

  it('keeps words as they were said, up to five hundred letters', () => {
    fc.assert(
      fc.property(fc.constantFrom(...saidFields), fc.string({ minLength: 1, maxLength: 500 }), (field, words) => {
        fc.pre(words.trim() !== '');
        expect(correctionInput.parse({ field, words })).toEqual({ field, words: words.trim() });
      }),
    );
  });
});

describe('an answer to an offer', () => {
  const proposalId = '01a20655-e1ba-7000-b5d6-04e14fbbd870';

  it('is yes alone, or no with a reason', () => {
    expect(proposalAnswerInput.parse({ proposalId, answer: 'yes', reason: 'distance' })).toEqual({
      proposalId,
      answer: 'yes',
    });
    for (const reason of noReasons) {
      expect(proposalAnswerInput.parse({ proposalId, answer: 'no', reason })).toEqual({
        proposalId,
        answer: 'no',
        reason,
      });
    }
    for (const wrong of [{ answer: 'no' }, { answer: 'no', reason: 'family' }, { answer: 'maybe' }, {}]) {
      expect(proposalAnswerInput.safeParse({ proposalId, ...wrong }).success).toBe(false);
    }
    expect(proposalAnswerInput.safeParse({ proposalId: 'x', answer: 'yes' }).success).toBe(false);
  });

  it.each([
    ['open', false, null],
    ['filled', false, 'participant.proposal_over'],
    ['closed', false, 'participant.proposal_over'],
    ['draft', false, 'participant.proposal_over'],
    ['open', true, 'participant.proposal_handled'],
    // What was acted on is said first: the offer may well be filled by her.
    ['filled', true, 'participant.proposal_handled'],
  ])('to an offer that is %s, acted on: %s', (offerStatus, handled, refusal) => {
    const decision = mayAnswer({ offerStatus, handled });
    expect(decision.ok ? null : decision.refusal.code).toBe(refusal);
  });
});

describe('the refusals of a page', () => {
  const all = Object.entries(pageWords.fr);

  it('have short sentences for whoever reads them on the page', () => {
    const hers = all.filter(([key]) => /page_|proposal_(over|handled|not)/.test(key));
    expect(hers.length).toBeGreaterThan(8);
    for (const [key, entry] of hers) {
      const text = String(entry);
      for (const phrase of text.split(/(?<=[.!?])\s/)) {
        expect(phrase.split(/\s+/).length, `${key}: ${phrase}`).toBeLessThanOrEqual(14);
      }
    }
  });

  it('say nothing of what is on file', () => {
    for (const [key, entry] of all.filter(([key]) => key.startsWith('participant.page_'))) {
      expect(String(entry), key).not.toMatch(/naissance|téléphone|anniversaire/);
    }
  });
});
