import { cvConfirmedForDays } from '@jonction/domain/participant/confirmation';
import {
  chooseWay,
  handReasons,
  hasFourDigits,
  linkLifeDays,
  linkWays,
  mayMakeLink,
  pageLifeMinutes,
} from '@jonction/domain/participant/link';
import { preferredChannels } from '@jonction/domain/participant/status';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const reach = fc.record({
  preferredChannel: fc.constantFrom(null, ...preferredChannels),
  email: fc.constantFrom(null, 'awa@exemple.test'),
  safeContactOnly: fc.boolean(),
});
const house = fc.record({ mailLeaves: fc.boolean(), byHand: fc.boolean() });
const open = { mailLeaves: true, byHand: false };
const awa = { preferredChannel: null, email: 'awa@exemple.test', safeContactOnly: false };

describe('a link to one’s own page', () => {
  it('lives as long as a CV counts as confirmed, and a page much less', () => {
    expect(linkLifeDays).toBe(cvConfirmedForDays);
    expect(pageLifeMinutes).toBeGreaterThanOrEqual(15);
    expect(pageLifeMinutes).toBeLessThanOrEqual(60);
  });

  it('goes by mail to somebody who has an address and wants nothing else', () => {
    expect(chooseWay(awa, open)).toEqual({ way: 'mail' });
    expect(chooseWay({ ...awa, preferredChannel: 'mail' }, open)).toEqual({ way: 'mail' });
  });

  it.each([
    ['who prefers an SMS', { ...awa, preferredChannel: 'sms' as const }, open, 'no_sms'],
    ['who prefers the telephone', { ...awa, preferredChannel: 'phone' as const }, open, 'preferred'],
    ['who prefers a letter', { ...awa, preferredChannel: 'letter' as const }, open, 'preferred'],
    ['without an address', { ...awa, email: null }, open, 'no_address'],
    [
      'who prefers mail without an address',
      { ...awa, preferredChannel: 'mail' as const, email: null },
      open,
      'no_address',
    ],
    ['whose mail others read', { ...awa, safeContactOnly: true }, open, 'safe_contact'],
    ['when no mail leaves', awa, { ...open, mailLeaves: false }, 'no_relay'],
    ['when it is to be handed over', awa, { ...open, byHand: true }, 'asked'],
  ])('is handed over to somebody %s, and says why', (_, person, how, because) => {
    expect(chooseWay(person, how)).toEqual({ way: 'hand', because });
  });

  it('is never written to somebody whose messages others read, whatever else holds', () => {
    fc.assert(
      fc.property(reach, house, (person, how) => {
        const next = chooseWay({ ...person, safeContactOnly: true }, how);
        expect(next).toEqual({ way: 'hand', because: 'safe_contact' });
      }),
    );
  });

  it('leaves by mail only where there is a relay, an address, and nobody who wants otherwise', () => {
    fc.assert(
      fc.property(reach, house, (person, how) => {
        const next = chooseWay(person, how);
        expect(linkWays).toContain(next.way);
        if (next.way === 'mail') {
          expect(person.email).not.toBeNull();
          expect(person.safeContactOnly).toBe(false);
          expect(['mail', null]).toContain(person.preferredChannel);
          expect(how).toEqual({ mailLeaves: true, byHand: false });
        } else expect(handReasons).toContain(next.because);
      }),
    );
  });

  it('can be said for every reason: each of them happens to somebody', () => {
    const met = new Set<string>();
    for (const preferredChannel of [null, ...preferredChannels]) {
      for (const email of [null, 'a@exemple.test']) {
        for (const safeContactOnly of [true, false]) {
          for (const mailLeaves of [true, false]) {
            for (const byHand of [true, false]) {
              const next = chooseWay({ preferredChannel, email, safeContactOnly }, { mailLeaves, byHand });
              if (next.way === 'hand') met.add(next.because);
            }
          }
        }
      }
    }
    expect([...met].sort()).toEqual([...handReasons].sort());
  });
});

describe('making a link', () => {
  it.each([
    ['a birth date', { birthDate: '1990-12-25', phone: null }, true],
    ['a telephone', { birthDate: null, phone: '+33612345678' }, true],
    ['both', { birthDate: '1990-12-25', phone: '+33612345678' }, true],
    ['neither', { birthDate: null, phone: null }, false],
    ['a telephone of three figures', { birthDate: null, phone: '112' }, false],
  ])('with %s on file: %s', (_, onFile, may) => {
    const decision = mayMakeLink(onFile);
    expect(decision.ok).toBe(may);
    if (!decision.ok) expect(decision.refusal.code).toBe('participant.link_nothing_to_ask');
  });

  it('counts the figures of a number, not its signs', () => {
    expect(['+33612345678', '12 34', '1234'].map(hasFourDigits)).toEqual([true, true, true]);
    expect([null, '', '+++', '12-3', 'abcd'].map(hasFourDigits)).toEqual([false, false, false, false, false]);
  });
});
