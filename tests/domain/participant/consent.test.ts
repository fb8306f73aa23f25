import {
  changeConsent,
  consentTextVersion,
  consentWays,
  giveConsentSchema,
  withdrawConsentSchema,
} from '@jonction/domain/participant/consent';
import { participantWords } from '@jonction/domain/participant/words';
import { addDays, dayFromNumber } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsRefused, idOf, refusalsOf } from '../shared/refusals-of.ts';

const today = '2026-05-04';
const types = ['given', 'withdrawn'] as const;

describe('a change of consent', () => {
  it.each([
    ['given to who had not', false, 'given', today, null],
    ['given long ago and written down late', false, 'given', '2019-09-01', null],
    ['withdrawn by who had given it', true, 'withdrawn', today, null],
    ['given again', true, 'given', today, 'participant.consent_already'],
    ['withdrawn where there is none', false, 'withdrawn', today, 'participant.consent_absent'],
    ['given tomorrow', false, 'given', '2026-05-05', 'participant.consent_in_future'],
    ['withdrawn tomorrow', true, 'withdrawn', '2026-05-05', 'participant.consent_in_future'],
    ['given again tomorrow: the day is said first', true, 'given', '2026-05-05', 'participant.consent_in_future'],
  ] as const)('%s', (_, consents, type, on, code) => {
    const answer = changeConsent(consents, { type, on }, today);
    if (code === null) expect(answer).toEqual({ ok: true, value: type });
    else expect(answer).toEqual({ ok: false, refusal: { code, facts: {} } });
  });

  it('is as easy to withdraw as to give (RGPD art. 7.3): what one asks, the other asks', () => {
    const days = fc.integer({ min: 18_000, max: 24_000 }).map(dayFromNumber);
    fc.assert(
      fc.property(days, days, (on, now) => {
        const given = changeConsent(false, { type: 'given', on }, now);
        const withdrawn = changeConsent(true, { type: 'withdrawn', on }, now);
        expect(given.ok).toBe(withdrawn.ok);
        expect(given.ok).toBe(on <= now);
      }),
    );
    expect(Object.keys(withdrawConsentSchema.shape)).toEqual(Object.keys(giveConsentSchema.shape));
  });

  it('always leaves one of the two to do, and never both', () => {
    for (const consents of [true, false]) {
      const open = types.filter((type) => changeConsent(consents, { type, on: today }, today).ok);
      expect(open).toEqual([consents ? 'withdrawn' : 'given']);
    }
  });

  it('done twice is refused the second time', () => {
    for (const type of types) {
      const holds = type === 'given';
      expect(changeConsent(!holds, { type, on: today }, today).ok).toBe(true);
      expect(changeConsent(holds, { type, on: today }, addDays(today, 1)).ok).toBe(false);
    }
  });
});

describe.each([
  ['given', giveConsentSchema],
  ['withdrawn', withdrawConsentSchema],
] as const)('a consent %s', (_, shape) => {
  const change = { participantId: idOf(1), way: 'spoken', on: today };

  it.each(consentWays)('may be %s', (way) => {
    expect(refusalsOf(shape, { ...change, way })).toEqual([]);
  });

  it.each([
    ['by nobody', { participantId: undefined }, 'participantId'],
    ['in no way', { way: undefined }, 'way'],
    ['by keeping silent', { way: 'silent' }, 'way'],
    ['on no day', { on: undefined }, 'on'],
    ['on a day that is none', { on: '2026-04-31' }, 'on'],
  ])('is never %s', (_what, wrong, field) => {
    expect(fieldsRefused(shape, { ...change, ...wrong })).toEqual([field]);
  });
});

describe('the words that a person agrees to', () => {
  it('say who sees the CV, that she may say no at any time, and what follows', () => {
    const text = sentence(participantWords, 'fr', 'participant.consent_text');
    expect(text).toContain('entreprises');
    expect(text).toContain('dire non à tout moment');
    expect(text).toContain('n’est alors plus montré à personne');
  });

  it('bear a version by month, so that another wording is another consent', () => {
    expect(consentTextVersion).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
  });
});
