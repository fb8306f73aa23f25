import { addDays } from '@jonction/domain/shared/day';
import {
  askSignatureSchema,
  codeSchema,
  lastDayOf,
  mayAnswer,
  mayWithdraw,
  mostDays,
  mostSigners,
  refuseSignatureSchema,
  signatureStateOf,
  signSchema,
  usualDays,
} from '@jonction/domain/signature/request';
import { type SignatureState, signatureStates } from '@jonction/domain/signature/states';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';

const today = '2026-03-16';
const fileId = '018f7f00-0000-7000-8000-000000000001';
const ada = { name: 'Ada Marchand', address: 'ada@toitures.test' };

/** The refusals of a schema, by field. */
function wrongs(schema: z.ZodType, given: unknown): Record<string, string> {
  const read = schema.safeParse(given);
  if (read.success) return {};
  return Object.fromEntries(read.error.issues.map(({ path, message }) => [path.join('.'), message]));
}

const answer = fc.constantFrom('signed' as const, 'refused' as const, null);
const facts = fc.record({
  withdrawn: fc.boolean(),
  answers: fc.array(answer, { minLength: 1, maxLength: mostSigners }),
  expiresOn: fc.integer({ min: -40, max: 40 }).map((days) => addDays(today, days)),
});

describe('a request', () => {
  const asked = (given: object = {}) => ({ fileId, title: 'Convention', signers: [ada], ...given });

  it('is taken with a document, a title and one person', () => {
    expect(askSignatureSchema.parse(asked())).toMatchObject({
      title: 'Convention',
      signers: [{ name: 'Ada Marchand' }],
    });
  });

  it('reads addresses in small letters, without the spaces of a paste', () => {
    const { signers } = askSignatureSchema.parse(asked({ signers: [{ ...ada, address: '  Ada@Toitures.TEST ' }] }));
    expect(signers[0]?.address).toBe('ada@toitures.test');
  });

  it.each([
    ['no file', { fileId: '' }, 'fileId', 'file.missing'],
    ['no title', { title: '  ' }, 'title', 'signature.title_missing'],
    ['nobody', { signers: [] }, 'signers', 'signature.nobody'],
    [
      'an address that is not whole',
      { signers: [{ ...ada, address: 'ada@' }] },
      'signers.0.address',
      'signature.address_wrong',
    ],
    ['a name of signs alone', { signers: [{ ...ada, name: '----' }] }, 'signers.0.name', 'signature.name_missing'],
    ['a name of two letters', { signers: [{ ...ada, name: 'Al' }] }, 'signers.0.name', 'signature.name_missing'],
    [
      'the same address twice',
      { signers: [ada, { name: 'Bob Lenoir', address: 'ADA@toitures.test' }] },
      'signers',
      'signature.address_twice',
    ],
    ['a day that is none', { expiresOn: '2026-02-30' }, 'expiresOn', 'shared.not_a_day'],
    ['a social security number in the word', { note: 'n° 2 69 05 49 588 157 80' }, 'note', 'shared.holds_nir'],
    [
      'a social security number for a name',
      { signers: [{ ...ada, name: 'Ada 2 69 05 49 588 157 80' }] },
      'signers.0.name',
      'shared.holds_nir',
    ],
  ])('is refused with %s, at its field', (_, given, field, code) => {
    expect(wrongs(askSignatureSchema, asked(given))[field]).toBe(code);
  });

  it('takes ten people and no more', () => {
    const people = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ name: `Personne ${at}`, address: `p${at}@toitures.test` }));
    expect(askSignatureSchema.safeParse(asked({ signers: people(mostSigners) })).success).toBe(true);
    expect(askSignatureSchema.safeParse(asked({ signers: people(mostSigners + 1) })).success).toBe(false);
  });

  it('takes a person without a quality, kept as none', () => {
    expect(askSignatureSchema.parse(asked({ signers: [{ ...ada, quality: ' ' }] })).signers[0]?.quality).toBeNull();
  });
});

describe('a signature', () => {
  const said = { name: 'Ada Marchand', agreed: true, code: '123456', sha256: 'a'.repeat(64) };

  it('is a name, an agreement, a code and the bytes that were read', () => {
    expect(signSchema.parse(said)).toEqual(said);
  });

  it.each([
    ['without the box', { agreed: false }, 'agreed', 'signature.not_agreed'],
    ['without a name', { name: '' }, 'name', 'signature.name_missing'],
    ['with five figures', { code: '12345' }, 'code', 'signature.code_missing'],
    ['with seven figures', { code: '1234567' }, 'code', 'signature.code_missing'],
    ['with letters', { code: 'abcdef' }, 'code', 'signature.code_missing'],
  ])('is refused %s, at its field', (_, given, field, code) => {
    expect(wrongs(signSchema, { ...said, ...given })[field]).toBe(code);
  });

  it('reads a code as it is shown, typed or pasted', () => {
    for (const typed of ['123456', '123 456', ' 123-456 ', '123\u00a0456', '1 2 3 4 5 6']) {
      expect(codeSchema.parse(typed)).toBe('123456');
    }
  });

  it('keeps the zeros in front of a code', () => {
    expect(codeSchema.parse('000 042')).toBe('000042');
  });

  it('wants the whole hash in small letters', () => {
    expect(signSchema.safeParse({ ...said, sha256: 'A'.repeat(64) }).success).toBe(false);
    expect(signSchema.safeParse({ ...said, sha256: 'a'.repeat(63) }).success).toBe(false);
  });

  it('is refused with a reason, never without', () => {
    expect(wrongs(refuseSignatureSchema, { reason: ' ' })).toEqual({ reason: 'signature.reason_missing' });
    expect(refuseSignatureSchema.parse({ reason: ' Le prix. ' })).toEqual({ reason: 'Le prix.' });
  });
});

describe('the last day of a request', () => {
  it('is a month away where nothing else is said', () => {
    expect(lastDayOf(null, today)).toEqual({ ok: true, value: addDays(today, usualDays) });
  });

  it('is any day from today to three months, both included', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const on = addDays(today, days);
        const decided = lastDayOf(on, today);
        if (days < 0) expect(decided).toMatchObject({ refusal: { code: 'signature.expires_too_soon' } });
        else if (days > mostDays) {
          expect(decided).toMatchObject({
            refusal: { code: 'signature.expires_too_late', facts: { day: addDays(today, mostDays) } },
          });
        } else expect(decided).toEqual({ ok: true, value: on });
      }),
    );
  });
});

describe('where a request stands', () => {
  const standing = (given: Partial<Parameters<typeof signatureStateOf>[0]>) =>
    signatureStateOf({ withdrawn: false, answers: [null], expiresOn: today, ...given }, today);

  it('is open on its last day, and over the day after', () => {
    expect(standing({})).toBe('open');
    expect(standing({ expiresOn: '2026-03-15' })).toBe('expired');
  });

  it('is open while somebody has still to sign, signed with the last one', () => {
    expect(standing({ answers: ['signed', null] })).toBe('open');
    expect(standing({ answers: ['signed', 'signed'] })).toBe('complete');
  });

  it('stays signed once its time is over', () => {
    expect(standing({ answers: ['signed'], expiresOn: '2025-01-01' })).toBe('complete');
  });

  it('ends with one refusal, whoever signed', () => {
    expect(standing({ answers: ['signed', 'refused', null] })).toBe('refused');
  });

  it('is withdrawn whatever was done before', () => {
    expect(standing({ withdrawn: true, answers: ['signed', null] })).toBe('withdrawn');
  });

  it('does not depend on the order of people', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const turned = { ...given, answers: given.answers.toReversed() };
        expect(signatureStateOf(turned, today)).toBe(signatureStateOf(given, today));
      }),
    );
  });

  it('never goes back to open as days go by', () => {
    fc.assert(
      fc.property(facts, fc.nat(60), (given, days) => {
        const now = signatureStateOf(given, today);
        const then = signatureStateOf(given, addDays(today, days));
        if (now !== 'open') expect(then).toBe(now);
        else expect(['open', 'expired']).toContain(then);
      }),
    );
  });

  it('is signed only where everybody did', () => {
    fc.assert(
      fc.property(facts, (given) => {
        if (signatureStateOf(given, today) === 'complete') expect(new Set(given.answers)).toEqual(new Set(['signed']));
      }),
    );
  });
});

describe('who may still act', () => {
  const over = signatureStates.filter((state): state is Exclude<SignatureState, 'open'> => state !== 'open');

  it('is somebody who did nothing yet, while the request is open', () => {
    expect(mayAnswer('open', null)).toEqual({ ok: true, value: true });
  });

  it('is nobody twice, whatever became of the request', () => {
    for (const state of signatureStates) {
      for (const done of ['signed', 'refused'] as const) {
        expect(mayAnswer(state, done)).toMatchObject({ refusal: { code: 'signature.answered' } });
      }
    }
  });

  it.each(over)('is nobody once it is %s, with the reason', (state) => {
    expect(mayAnswer(state, null)).toMatchObject({ refusal: { code: `signature.is_${state}` } });
  });

  it('withdraws while somebody has still to sign, and an old request too', () => {
    expect(mayWithdraw('open').ok).toBe(true);
    expect(mayWithdraw('expired').ok).toBe(true);
    for (const state of ['complete', 'refused', 'withdrawn'] as const) {
      expect(mayWithdraw(state)).toMatchObject({ refusal: { code: `signature.is_${state}` } });
    }
  });
});
