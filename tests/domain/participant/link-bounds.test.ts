import { confirmationOf, dueSince, isDue } from '@jonction/domain/participant/confirmation';
import { chooseWay, hasFourDigits, mayMakeLink } from '@jonction/domain/participant/link';
import { afterFailure, expectedAnswer, mayTry, pausedUntil, readAnswer } from '@jonction/domain/participant/link-check';
import { mayAnswer } from '@jonction/domain/participant/link-offer';
import type { PreferredChannel } from '@jonction/domain/participant/status';
import { useShares } from '@jonction/domain/participant/use-rate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('the way of a link', () => {
  type Person = { preferredChannel: PreferredChannel | null; email: string | null; safeContactOnly: boolean };
  const person: Person = { preferredChannel: null, email: 'awa@exemple.test', safeContactOnly: false };
  const house = { mailLeaves: true, byHand: false };

  it.each<[string, Partial<Person>, Partial<typeof house>, string]>([
    ['nothing in the way', {}, {}, 'mail'],
    ['she prefers mail', { preferredChannel: 'mail' }, {}, 'mail'],
    ['she prefers mail and has no address', { preferredChannel: 'mail', email: null }, {}, 'no_address'],
    ['no address and no relay: the address is said', { email: null }, { mailLeaves: false }, 'no_address'],
    ['no relay', {}, { mailLeaves: false }, 'no_relay'],
    ['she prefers SMS and has no address', { preferredChannel: 'sms', email: null }, {}, 'no_sms'],
    ['she prefers the telephone', { preferredChannel: 'phone' }, {}, 'preferred'],
    ['she prefers letters, and no mail leaves', { preferredChannel: 'letter' }, { mailLeaves: false }, 'preferred'],
    ['asked by hand, of somebody who prefers SMS', { preferredChannel: 'sms' }, { byHand: true }, 'asked'],
    [
      'asked by hand, of somebody whose messages others read',
      { safeContactOnly: true },
      { byHand: true },
      'safe_contact',
    ],
  ])('%s', (_, her, how, expected) => {
    const chosen = chooseWay({ ...person, ...her }, { ...house, ...how });
    expect(chosen.way === 'mail' ? 'mail' : chosen.because).toBe(expected);
  });

  it.each([
    [null, false],
    ['', false],
    ['123', false],
    ['1234', true],
    ['12 3', false],
    ['+1-2.3/4', true],
    ['quatre', false],
    ['+33612345678', true],
  ])('a number %j has four figures: %s', (phone, has) => {
    expect(hasFourDigits(phone)).toBe(has);
    expect(expectedAnswer({ birthDate: null, phone }) !== null).toBe(has);
    expect(mayMakeLink({ birthDate: null, phone })).toEqual(
      has ? { ok: true, value: 'may' } : { ok: false, refusal: { code: 'participant.link_nothing_to_ask', facts: {} } },
    );
    expect(mayMakeLink({ birthDate: '1990-01-01', phone }).ok).toBe(true);
  });
});

describe('the right answer', () => {
  it.each([
    ['1990-01-31', null, '3101'],
    ['1992-02-29', '+33612345678', '2902'],
    ['2001-12-01', null, '0112'],
    [null, '+33612345678', '5678'],
    [null, '06 12 34 50 08', '5008'],
    [null, '+221 77 123 00 00', '0000'],
  ])('for a birth on %s and the number %s is %s', (birthDate, phone, answer) => {
    expect(expectedAnswer({ birthDate, phone })).toBe(answer);
  });

  it.each([
    ['1', '1', '', '0101'],
    ['31', '12', '', '3112'],
    ['32', '12', '', null],
    ['31', '13', '', null],
    ['0', '1', '', null],
    ['1', '00', '', null],
    ['001', '1', '', null],
    ['-1', '1', '', null],
    ['1.0', '1', '', null],
    ['1', '', '1234', null],
    ['', '', '1234', '1234'],
    ['', '', '12-34', '1234'],
    ['', '', '123', null],
    ['', '', '12345', null],
    ['', '', '12,34', null],
    ['', '', '', null],
  ])('typed as day "%s", month "%s", figures "%s" reads %s', (day, month, digits, read) => {
    expect(readAnswer({ day, month, digits })).toBe(read);
  });
});

describe('a wrong answer', () => {
  it.each([
    [0, false, 4, 5],
    [1, false, 3, 30],
    [2, false, 2, 120],
    [3, false, 1, 600],
    [4, true, 0, 0],
    [5, true, 0, 0],
    [40, true, 0, 0],
  ])('after %i others: locks %s, %i left, a pause of %i seconds', (before, locks, left, pauseSeconds) => {
    expect(afterFailure(before)).toEqual({ locks, left, pauseSeconds });
  });

  const failedAt = new Date('2026-05-04T08:00:00.000Z');
  const instantOf = (milliseconds: number) => new Date(failedAt.getTime() + milliseconds);

  it.each([
    [1, 0, 5],
    [1, 1, 5],
    [1, 4_000, 1],
    [1, 4_999, 1],
    [1, 5_000, null],
    [2, 29_001, 1],
    [2, 29_000, 1],
    [2, 28_999, 2],
    [2, 30_000, null],
    [3, 0, 120],
    [4, 599_999, 1],
    [4, 600_000, null],
  ])('%i of them, %i ms later: %j seconds to wait', (failures, milliseconds, seconds) => {
    const tries = { failures, lastFailedAt: failedAt, lockedAt: null };
    expect(mayTry(tries, instantOf(milliseconds))).toEqual(
      seconds === null
        ? { ok: true, value: 'may' }
        : { ok: false, refusal: { code: 'participant.page_paused', facts: { seconds } } },
    );
  });

  it('says as seconds left exactly the wait after which it is read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 700_000 }), (failures, milliseconds) => {
        const tries = { failures, lastFailedAt: failedAt, lockedAt: null };
        const decision = mayTry(tries, instantOf(milliseconds));
        expect(decision.ok).toBe(pausedUntil(tries, instantOf(milliseconds)) === null);
        if (decision.ok) return;
        const seconds = Number(decision.refusal.facts.seconds);
        expect(mayTry(tries, instantOf(milliseconds + seconds * 1000)).ok).toBe(true);
        expect(mayTry(tries, instantOf(milliseconds + (seconds - 1) * 1000)).ok).toBe(false);
      }),
    );
  });

  it('on a locked link says that it is locked, not how long to wait', () => {
    const locked = { failures: 4, lastFailedAt: failedAt, lockedAt: failedAt };
    for (const later of [0, 1, 600_000, 86_400_000]) {
      expect(mayTry(locked, instantOf(later))).toEqual({
        ok: false,
        refusal: { code: 'participant.page_locked', facts: {} },
      });
    }
  });
});

describe('an offer she was asked about', () => {
  it.each([
    ['open', false, null],
    ['open', true, 'participant.proposal_handled'],
    ['filled', false, 'participant.proposal_over'],
    ['closed', true, 'participant.proposal_handled'],
    ['', false, 'participant.proposal_over'],
  ])('%s, handled %s: %s', (offerStatus, handled, code) => {
    expect(mayAnswer({ offerStatus, handled })).toEqual(
      code === null ? { ok: true, value: 'may' } : { ok: false, refusal: { code, facts: {} } },
    );
  });
});

describe('a CV confirmed', () => {
  it.each([
    ['2026-05-04', '2026-03-05', true],
    ['2026-05-04', '2026-03-06', false],
    ['2024-04-29', '2024-02-29', true],
    ['2024-04-28', '2024-02-29', false],
    ['2026-01-01', '2025-11-02', true],
    ['2026-01-01', '2025-11-03', false],
    ['2026-05-04', '2026-05-05', false],
  ])('read on %s, said on %s: due %s', (today, confirmedOn, due) => {
    expect(isDue(confirmedOn, today)).toBe(due);
    expect(confirmationOf([today, confirmedOn], today)).toBe(due ? 'due' : 'fresh');
    expect(confirmedOn <= dueSince(today)).toBe(due);
  });
});

describe('a share of people', () => {
  it.each([
    [5, 1, 20],
    [6, 1, 17],
    [6, 5, 83],
    [7, 2, 29],
    [8, 1, 13],
    [40, 1, 3],
    [200, 199, 100],
    [201, 200, 100],
    [201, 199, 99],
    [1000, 5, 1],
    [1000, 4, 0],
  ])('of %i, %i: %i hundredths', (recommended, some, share) => {
    const shares = useShares({ recommended, putForward: some, met: some, hired: some });
    expect(shares).toEqual({ putForward: share, met: share, hired: share });
  });

  it('and of those who are not add up to a hundred, or one more when both are halves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 2000 }), fc.nat(2000), (recommended, drawn) => {
        const some = drawn % (recommended + 1);
        const { met, hired } = useShares({
          recommended,
          putForward: recommended,
          met: some,
          hired: recommended - some,
        });
        const isHalf = (some * 200) % (2 * recommended) === recommended;
        expect((met ?? 0) + (hired ?? 0)).toBe(isHalf ? 101 : 100);
      }),
    );
  });
});
