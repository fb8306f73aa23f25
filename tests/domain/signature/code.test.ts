import {
  codeMinutes,
  codePauseSeconds,
  codesPerHour,
  codeTries,
  judgeCode,
  maySendCode,
  type SentCode,
} from '@jonction/domain/signature/code';
import { initialsOf } from '@jonction/domain/signature/proof';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const now = new Date('2026-03-16T10:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const sent = (seconds: number) => ({ sentAt: ago(seconds) });

describe('another code', () => {
  it('leaves at once where none did', () => {
    expect(maySendCode([], now)).toEqual({ ok: true, value: true });
  });

  it('waits a minute after the last, and says how long', () => {
    expect(maySendCode([sent(0)], now)).toMatchObject({
      refusal: { code: 'signature.code_too_soon', facts: { count: 60 } },
    });
    expect(maySendCode([sent(45)], now)).toMatchObject({ refusal: { facts: { count: 15 } } });
    expect(maySendCode([sent(59.5)], now)).toMatchObject({ refusal: { facts: { count: 1 } } });
    expect(maySendCode([sent(codePauseSeconds)], now).ok).toBe(true);
  });

  it('is the fifth of an hour at most, and says when the next may leave', () => {
    const five = [70, 600, 1200, 1800, 2400].map(sent);
    expect(five).toHaveLength(codesPerHour);
    expect(maySendCode(five.slice(1), now).ok).toBe(true);
    expect(maySendCode(five, now)).toMatchObject({
      refusal: { code: 'signature.code_too_many', facts: { count: 20 } },
    });
  });

  it('forgets those of more than an hour ago', () => {
    expect(maySendCode([70, 600, 1200, 1800, 3600].map(sent), now).ok).toBe(true);
    expect(
      maySendCode(
        Array.from({ length: 40 }, (_, at) => sent(3600 + at)),
        now,
      ).ok,
    ).toBe(true);
  });

  it('never lets more than five leave in any hour, nor two in a minute', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 7200 }), { maxLength: 200 }), (seconds) => {
        const left: { sentAt: Date }[] = [];
        for (const second of seconds.toSorted((a, b) => a - b)) {
          const at = new Date(now.getTime() + second * 1000);
          if (maySendCode(left, at).ok) left.push({ sentAt: at });
        }
        const times = left.map(({ sentAt }) => sentAt.getTime());
        times.forEach((time, at) => {
          const before = times[at - 1];
          if (before !== undefined) expect(time - before).toBeGreaterThanOrEqual(60_000);
          const first = times[at - codesPerHour];
          if (first !== undefined) expect(time - first).toBeGreaterThanOrEqual(3_600_000);
        });
      }),
    );
  });

  it('reads codes in any order', () => {
    const ages = [600, 70, 1800, 2400, 1200].map(sent);
    expect(maySendCode(ages, now)).toEqual(maySendCode(ages.toReversed(), now));
  });
});

describe('a code that is typed', () => {
  const code = (given: Partial<SentCode> = {}): SentCode => ({ ...sent(30), tries: 0, used: false, ...given });

  it('is right where it is that of the last letter', () => {
    expect(judgeCode(code(), true, now)).toEqual({ kind: 'right' });
  });

  it('is wrong otherwise, with the tries that stay', () => {
    const left = Array.from({ length: codeTries }, (_, tries) => judgeCode(code({ tries }), false, now));
    expect(left).toEqual([4, 3, 2, 1, 0].map((count) => ({ kind: 'wrong', left: count })));
  });

  it('is of no use after five tries, even where it is right', () => {
    expect(judgeCode(code({ tries: codeTries }), true, now)).toEqual({ kind: 'over' });
    expect(judgeCode(code({ tries: codeTries - 1 }), true, now)).toEqual({ kind: 'right' });
  });

  it('is of no use after ten minutes, to the second', () => {
    expect(judgeCode(code(sent(codeMinutes * 60 - 1)), true, now)).toEqual({ kind: 'right' });
    expect(judgeCode(code(sent(codeMinutes * 60)), true, now)).toEqual({ kind: 'over' });
  });

  it('is of no use twice, nor where none left', () => {
    expect(judgeCode(code({ used: true }), true, now)).toEqual({ kind: 'over' });
    expect(judgeCode(null, true, now)).toEqual({ kind: 'over' });
    expect(judgeCode(null, false, now)).toEqual({ kind: 'over' });
  });

  it('never signs with another code, whatever its state', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(codeTries), fc.boolean(), (seconds, tries, used) => {
        expect(judgeCode({ ...sent(seconds), tries, used }, false, now).kind).not.toBe('right');
      }),
    );
  });

  it('is tried five times at most before another is needed', () => {
    let tries = 0;
    while (judgeCode(code({ tries }), false, now).kind === 'wrong') tries += 1;
    expect(tries).toBe(codeTries);
  });
});

describe('the initials of somebody', () => {
  it.each([
    ['Ada Marchand', 'A. M.'],
    ['Jean-Noël  d’Éon', 'J. N. D.'],
    ['élise', 'É.'],
    ['Ōe Kenzaburō', 'Ō. K.'],
    ['  ', ''],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('never hold two letters of a name that follow each other', () => {
    const word = fc.stringMatching(/^[a-z]{3,12}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        expect(initialsOf(words.join(' '))).not.toMatch(/\p{L}\p{L}/u);
      }),
    );
  });
});
