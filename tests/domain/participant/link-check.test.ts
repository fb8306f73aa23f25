import { mayMakeLink } from '@jonction/domain/participant/link';
import {
  afterFailure,
  askedFacts,
  askedOf,
  expectedAnswer,
  mayTry,
  mostFailures,
  pausedUntil,
  pausesSeconds,
  readAnswer,
  type TypedAnswer,
  typedAnswerSchema,
} from '@jonction/domain/participant/link-check';
import { pageWords } from '@jonction/domain/participant/link-words';
import { isDay } from '@jonction/domain/shared/day';
import { sentence } from '@jonction/domain/shared/words';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const typed = (given: Partial<TypedAnswer>): TypedAnswer => typedAnswerSchema.parse(given);
const now = new Date('2026-05-04T09:00:00Z');
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const tries = (failures: number, lastFailedAt: Date | null, lockedAt: Date | null = null) => ({
  failures,
  lastFailedAt,
  lockedAt,
});

const birth = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2012-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const phone = fc.nat(99_999_999).map((number) => `+336${String(number).padStart(8, '0')}`);
const onFile = fc.record({ birthDate: fc.option(birth), phone: fc.option(phone) });

describe('the question of a page', () => {
  it('is the birthday wherever there is one, else the telephone', () => {
    expect(askedOf({ hasBirth: true, hasPhone: true })).toBe('birth');
    expect(askedOf({ hasBirth: true, hasPhone: false })).toBe('birth');
    expect(askedOf({ hasBirth: false, hasPhone: true })).toBe('phone');
  });

  it('is the usual one when nothing is on file: nothing tells that there is none', () => {
    expect(askedOf({ hasBirth: false, hasPhone: false })).toBe(askedOf({ hasBirth: true, hasPhone: true }));
  });

  it('is always one that a right answer exists for, where a link could be made', () => {
    fc.assert(
      fc.property(onFile, (facts) => {
        fc.pre(mayMakeLink(facts).ok);
        const asked = askedOf({ hasBirth: facts.birthDate !== null, hasPhone: facts.phone !== null });
        const expected = expectedAnswer(facts);
        expect(askedFacts).toContain(asked);
        expect(expected).toMatch(/^\d{4}$/);
        if (asked === 'birth') expect(expected).toBe(`${facts.birthDate?.slice(8)}${facts.birthDate?.slice(5, 7)}`);
        else expect(facts.phone?.endsWith(expected ?? '?')).toBe(true);
      }),
    );
  });

  it('has no answer when nothing is on file', () => {
    expect(expectedAnswer({ birthDate: null, phone: null })).toBeNull();
    expect(expectedAnswer({ birthDate: null, phone: '17' })).toBeNull();
  });
});

describe('an answer', () => {
  it('is read as people type it', () => {
    expect(readAnswer(typed({ day: '7', month: '3' }))).toBe('0703');
    expect(readAnswer(typed({ day: ' 07 ', month: '03' }))).toBe('0703');
    expect(readAnswer(typed({ digits: '56 78' }))).toBe('5678');
    expect(readAnswer(typed({ digits: '56.78' }))).toBe('5678');
    expect(readAnswer(typed({ digits: '56-78' }))).toBe('5678');
    expect(readAnswer(typed({ digits: '56\u00a078' }))).toBe('5678');
  });

  it.each([
    {},
    { day: '7' },
    { month: '3' },
    { day: '0', month: '3' },
    { day: '32', month: '1' },
    { day: '1', month: '13' },
    { day: 'sept', month: 'mars' },
    { day: '-7', month: '3' },
    { day: '7.5', month: '3' },
    { day: '007', month: '3' },
    { digits: '567' },
    { digits: '56789' },
    { digits: '+33612345678' },
    { digits: 'abcd' },
    { digits: '٥٦٧٨' },
  ])('that cannot be one is a slip and not a try: %o', (given) => {
    expect(readAnswer(typed(given))).toBeNull();
  });

  it('fits the birthday of whoever was born that day, and of nobody else', () => {
    fc.assert(
      fc.property(birth, birth, (hers, another) => {
        fc.pre(isDay(hers) && isDay(another));
        const answer = readAnswer(
          typed({ day: String(Number(hers.slice(8))), month: String(Number(hers.slice(5, 7))) }),
        );
        expect(answer).toBe(expectedAnswer({ birthDate: hers, phone: null }));
        expect(answer === expectedAnswer({ birthDate: another, phone: null })).toBe(hers.slice(5) === another.slice(5));
      }),
    );
  });

  it('fits a telephone by its end, however it is spaced', () => {
    fc.assert(
      fc.property(phone, fc.constantFrom('', ' ', '.', '-', '\u202f'), (number, between) => {
        const end = number.slice(-4);
        const given = typed({ digits: `${end.slice(0, 2)}${between}${end.slice(2)}` });
        expect(readAnswer(given)).toBe(expectedAnswer({ birthDate: null, phone: number }));
      }),
    );
  });

  it('never passes for one when something else is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 10 }),
        fc.string({ maxLength: 10 }),
        fc.string({ maxLength: 20 }),
        (day, month, digits) => {
          const answer = readAnswer(typed({ day, month, digits }));
          if (answer !== null) expect(answer).toMatch(/^\d{4}$/);
        },
      ),
    );
  });

  it('too long to be one is refused before it is read', () => {
    expect(typedAnswerSchema.safeParse({ digits: '1'.repeat(21) }).success).toBe(false);
    expect(typedAnswerSchema.safeParse({ day: '1'.repeat(11) }).success).toBe(false);
    expect(typedAnswerSchema.safeParse({ day: 7 }).success).toBe(false);
  });
});

describe('wrong answers', () => {
  it('cost longer and longer pauses, then the link', () => {
    const costs = Array.from({ length: mostFailures }, (_, failures) => afterFailure(failures));
    expect(costs.map(({ locks }) => locks)).toEqual([false, false, false, false, true]);
    expect(costs.map(({ left }) => left)).toEqual([4, 3, 2, 1, 0]);
    expect(costs.slice(0, -1).map(({ pauseSeconds }) => pauseSeconds)).toEqual([...pausesSeconds]);
    expect([...pausesSeconds]).toEqual([...pausesSeconds].sort((a, b) => a - b));
  });

  it('leave less than one chance in fifty to whoever guesses a birthday', () => {
    expect(mostFailures / 366).toBeLessThan(1 / 50);
  });

  it('lock for ever, whatever their number', () => {
    fc.assert(
      fc.property(fc.nat(1000), (failures) => {
        const { locks, left, pauseSeconds } = afterFailure(failures);
        expect(locks).toBe(failures + 1 >= mostFailures);
        expect(left).toBe(Math.max(0, mostFailures - failures - 1));
        expect(pauseSeconds >= 0).toBe(true);
      }),
    );
    expect(mayTry(tries(mostFailures, secondsAgo(1e9), secondsAgo(1e9)), now)).toMatchObject({
      ok: false,
      refusal: { code: 'participant.page_locked' },
    });
  });

  it('before any, the first answer is read at once', () => {
    expect(pausedUntil(tries(0, null), now)).toBeNull();
    expect(mayTry(tries(0, null), now)).toEqual({ ok: true, value: 'may' });
    // A right answer came since: the mistakes before it cost nothing.
    expect(mayTry(tries(0, secondsAgo(0)), now).ok).toBe(true);
  });

  it.each(pausesSeconds.map((pause, index) => [index + 1, pause] as const))(
    'after %d of them the next waits %d seconds, to the second',
    (failures, pause) => {
      expect(pausedUntil(tries(failures, secondsAgo(0)), now)).toEqual(new Date(now.getTime() + pause * 1000));
      expect(mayTry(tries(failures, secondsAgo(pause - 1)), now)).toMatchObject({
        ok: false,
        refusal: { code: 'participant.page_paused', facts: { seconds: 1 } },
      });
      expect(mayTry(tries(failures, secondsAgo(pause)), now).ok).toBe(true);
    },
  );

  it('never make somebody wait less than before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 700 }), (failures, seconds) => {
        const fewer = pausedUntil(tries(failures, secondsAgo(seconds)), now)?.getTime() ?? 0;
        const more = pausedUntil(tries(failures + 1, secondsAgo(seconds)), now)?.getTime() ?? 0;
        expect(more).toBeGreaterThanOrEqual(fewer);
      }),
    );
  });

  it('are said in a sentence that tells how long, in both languages', () => {
    const decision = mayTry(tries(2, secondsAgo(10)), now);
    if (decision.ok) throw new Error('it should wait');
    const { code, facts } = decision.refusal;
    expect(sentence(pageWords, 'fr', code, facts)).toBe('Attendez 20 secondes, puis essayez encore.');
    expect(sentence(pageWords, 'en', code, facts)).toBe('Wait 20 seconds, then try again.');
  });

  it('could all be tried in one day only by few: pauses add up to minutes, not to a lock by slip of a finger', () => {
    const total = pausesSeconds.reduce((sum, pause) => sum + pause, 0);
    expect(total).toBeGreaterThan(600);
    expect(pausesSeconds[0]).toBeLessThanOrEqual(10);
  });
});
